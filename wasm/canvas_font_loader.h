#pragma once

// A font source without a file: the browser draws the glyph on a 2D canvas with the fonts of this
// machine. Merged last, it has every character no embedded font has, for 0 bytes of download.
// Cost: about 0.1 ms a glyph, once a size.

struct ImFontLoader;

namespace zhitu::wasm {

// Requires merging into a font whose first source has an explicit size. Lives for ever.
ImFontLoader const* canvas_font_loader();

}  // namespace zhitu::wasm
