#include "ui/fonts.h"

#include <cstdint>
#include <string>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/frontend.h"

namespace zhitu::ui {

namespace {

constexpr float em_reference = 16;  // all sources are described at this CSS size
// Hanzi fill their em less than Latin fills its line: a little larger, a little lower.
constexpr float hanzi_scale = 1.06f;
constexpr float hanzi_drop = 0.02f;
// lucide draws in a box of one em that stands on the baseline; its middle belongs to the middle of
// the capitals. 16 px beside 14 px text.
constexpr float icon_scale = 16.0f / 14.0f;
constexpr float icon_drop = 0.22f;

std::uint32_t big_endian(std::string_view bytes, std::size_t offset, int size) {
    std::uint32_t out = 0;
    for (int i = 0; i < size; ++i) {
        out = out << 8 | static_cast<unsigned char>(bytes[offset + static_cast<std::size_t>(i)]);
    }
    return out;
}

// Offset of a table, 0 when it is not there or too short.
std::size_t table_offset(std::string_view bytes, std::string_view tag, std::size_t size_min) {
    if (bytes.size() < 12) return 0;
    std::size_t const count = big_endian(bytes, 4, 2);
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t const entry = 12 + 16 * i;
        if (entry + 16 > bytes.size()) return 0;
        if (bytes.substr(entry, 4) != tag) continue;
        std::size_t const offset = big_endian(bytes, entry + 8, 4);
        return offset + size_min <= bytes.size() ? offset : 0;
    }
    return 0;
}

struct Source {
    std::string const* bytes;
    float scale;
    float drop;
};

void add_source(ImFontAtlas& atlas, Source const& source, bool is_merged) {
    auto const ratio = line_per_em(*source.bytes);
    if (!ratio) return;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.FontData = const_cast<char*>(source.bytes->data());  // ImGui only reads it
    config.FontDataSize = static_cast<int>(source.bytes->size());
    config.MergeMode = is_merged;
    config.SizePixels = em_reference * source.scale * *ratio;
    config.GlyphOffset.y = em_reference * source.drop;
    atlas.AddFont(&config);
}

ImFont* add_font(ImFontAtlas& atlas, FontFiles const& files, std::string const& inter) {
    if (line_per_em(inter)) {
        add_source(atlas, {&inter, 1, 0}, false);
    } else {
        ImFontConfig config;
        config.SizePixels = em_reference * 1.21f;
        atlas.AddFontDefault(&config);
    }
    ImFont* const font = atlas.Fonts.back();
    add_source(atlas, {&files.icons, icon_scale, icon_drop}, true);
    add_source(atlas, {&files.hanzi, hanzi_scale, hanzi_drop}, true);
    if (files.fallback_loader != nullptr) {
        ImFontConfig config;
        config.MergeMode = true;
        config.SizePixels = em_reference * hanzi_scale;
        config.GlyphOffset.y = em_reference * hanzi_drop;
        config.FontLoader = files.fallback_loader;
        atlas.AddFont(&config);
    }
    return font;
}

}  // namespace

std::optional<float> line_per_em(std::string_view font_file) {
    std::size_t const head = table_offset(font_file, "head", 54);
    std::size_t const hhea = table_offset(font_file, "hhea", 36);
    if (head == 0 || hhea == 0) return std::nullopt;
    auto const units = big_endian(font_file, head + 18, 2);
    auto const ascender = static_cast<std::int16_t>(big_endian(font_file, hhea + 4, 2));
    auto const descender = static_cast<std::int16_t>(big_endian(font_file, hhea + 6, 2));
    if (units == 0 || ascender <= descender) return std::nullopt;
    return static_cast<float>(ascender - descender) / static_cast<float>(units);
}

Fonts load_fonts(ImFontAtlas& atlas, FontFiles const& files) {
    Fonts fonts;
    fonts.regular = add_font(atlas, files, files.inter_regular);
    fonts.semibold = add_font(
        atlas, files, files.inter_semibold.empty() ? files.inter_regular : files.inter_semibold);
    fonts.line_per_em = line_per_em(files.inter_regular).value_or(1.21f);
    return fonts;
}

}  // namespace zhitu::ui
