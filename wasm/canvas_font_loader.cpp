#include "wasm/canvas_font_loader.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>

#include "wasm/bridge.h"

namespace zhitu::wasm {

namespace {

struct Ink {  // pixels of the raster, from the pen on the baseline
    int left, top, width, height;
    double advance;
};

Ink measure(ImWchar code_point, double size_px) {
    std::array<double, 5> out{};
    zt_js_glyph_measure(static_cast<int>(code_point), size_px, 0, out.data());
    return {static_cast<int>(out[0]), static_cast<int>(out[1]), static_cast<int>(out[2]),
            static_cast<int>(out[3]), out[4]};
}

// Everything but what no font can have: controls, surrogates, private use (our icons), the
// noncharacters at the end of each plane.
bool contains(ImFontAtlas*, ImFontConfig*, ImWchar code_point) {
    auto const code = static_cast<unsigned>(code_point);
    if (code < 0xA0 || code > 0x10FFFF) return false;
    if (code >= 0xD800 && code <= 0xF8FF) return false;
    return (code & 0xFFFE) != 0xFFFE && code < 0xF0000;
}

double layout_size(ImFontConfig const* source, ImFontBaked const* baked) {
    float const reference = baked->ContainerFont->Sources[0]->SizePixels;
    if (reference == 0.0f || source->SizePixels == 0.0f) return baked->Size;
    return baked->Size * source->SizePixels / reference;
}

void place(ImFontConfig const* source, ImFontBaked const* baked, Ink const& ink,
           ImFontGlyph* glyph) {
    float const density = source->RasterizerDensity * baked->RasterizerDensity;
    float const reference = baked->ContainerFont->Sources[0]->SizePixels;
    float const scale = reference != 0.0f ? baked->Size / reference : 1.0f;
    float const x = source->GlyphOffset.x * scale;
    float const y = source->GlyphOffset.y * scale + IM_ROUND(baked->Ascent);
    glyph->X0 = x + static_cast<float>(ink.left) / density;
    glyph->Y0 = y + static_cast<float>(ink.top) / density;
    glyph->X1 = glyph->X0 + static_cast<float>(ink.width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(ink.height) / density;
}

struct Question {  // what ImGui asks with; `advance` set: only the width is wanted
    ImFontAtlas* atlas;
    ImFontConfig* source;
    ImFontBaked* baked;
    void* data;
    ImWchar code_point;
    ImFontGlyph* glyph;
    float* advance;
};

bool load_glyph(Question const& question) {
    auto const [atlas, source, baked, data, code_point, glyph, advance] = question;
    if (!contains(atlas, source, code_point)) return false;
    float const density = source->RasterizerDensity * baked->RasterizerDensity;
    Ink const ink = measure(code_point, layout_size(source, baked) * density);
    auto const advance_x = static_cast<float>(ink.advance) / density;
    if (advance != nullptr) {
        *advance = advance_x;
        return true;
    }
    glyph->Codepoint = code_point;
    glyph->AdvanceX = advance_x;
    if (ink.width == 0 || ink.height == 0) return true;  // a space or a joiner
    ImFontAtlasRectId const id = ImFontAtlasPackAddRect(atlas, ink.width, ink.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
    ImVector<unsigned char>& alpha = atlas->Builder->TempBuffer;
    alpha.resize(ink.width * ink.height);
    zt_js_glyph_draw(alpha.Data);
    place(source, baked, ink, glyph);
    glyph->Visible = true;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, alpha.Data,
                                       ImTextureFormat_Alpha8, ink.width);
    return true;
}

ImFontLoader make_loader() {
    ImFontLoader loader;
    loader.Name = "browser canvas";
    loader.FontSrcContainsGlyph = contains;
    loader.FontBakedLoadGlyph = [](auto... parts) { return load_glyph(Question{parts...}); };
    return loader;
}

}  // namespace

ImFontLoader const* canvas_font_loader() {
    static ImFontLoader const loader = make_loader();
    return &loader;
}

}  // namespace zhitu::wasm
