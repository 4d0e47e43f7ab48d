#pragma once

// Two ImFonts, regular and semibold, each merged from Inter, icons, embedded hanzi and the loader
// for everything else. Sizes of the design are CSS ems; ImGui measures a font by the height of its
// line (ascent minus descent), so sizes are converted with the numbers in the font itself.

#include <optional>
#include <string_view>

struct ImFont;
struct ImFontAtlas;

namespace zhitu::ui {

struct FontFiles;

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
    float line_per_em = 1.21f;  // of Inter
    // ImGui size of a CSS size.
    float size_of(float css_pixels) const { return css_pixels * line_per_em; }
};

// Adds both fonts to the atlas. Empty files fall back to what is there (ImGui's own font natively).
// The bytes of `files` must outlive the atlas.
Fonts load_fonts(ImFontAtlas& atlas, FontFiles const& files);

// (ascender - descender) / unitsPerEm of a TrueType or OpenType file; empty when it is none.
std::optional<float> line_per_em(std::string_view font_file);

}  // namespace zhitu::ui
