#include "tests/ui/stage.h"

#include <gtest/gtest.h>

#include "imgui_internal.h"
#include "ui/frontend.h"
#include "ui/style.h"
#include "ui/wrap.h"

namespace zhitu::ui {

namespace {

// Widths as in a real font, no ink.
struct Question {
    ImFontAtlas* atlas;
    ImFontConfig* source;
    ImFontBaked* baked;
    void* data;
    ImWchar code_point;
    ImFontGlyph* glyph;
    float* advance;
};

bool load_no_ink(Question const& question) {
    ImWchar const c = question.code_point;
    if (c < 0x80 || (c >= 0xE000 && c <= 0xF8FF)) return false;
    float const size = question.baked->Size;
    float const width = is_wide(c) ? size / 1.21f * 1.06f : size / 2;
    if (question.advance != nullptr) {
        *question.advance = width;
        return true;
    }
    question.glyph->Codepoint = c;
    question.glyph->AdvanceX = width;
    return true;
}

bool contains_all(ImFontAtlas*, ImFontConfig*, ImWchar c) {
    return c >= 0x80 && !(c >= 0xE000 && c <= 0xF8FF);
}

}  // namespace

ImFontLoader const* inkless_loader() {
    static ImFontLoader const loader = [] {
        ImFontLoader out;
        out.Name = "inkless";
        out.FontSrcContainsGlyph = contains_all;
        out.FontBakedLoadGlyph = [](auto... parts) { return load_no_ink(Question{parts...}); };
        return out;
    }();
    return &loader;
}

ImGuiContext* make_context(float width, float height) {
    ImGuiContext* const context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DeltaTime = 1.0f / 60;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.IniFilename = nullptr;
    return context;
}

// What a renderer would do.
void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK &&
                   texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

void end_context(ImGuiContext* context) {
    ImGui::SetCurrentContext(context);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context);
}

Stage::Stage(float width, float height) : context_(make_context(width, height)) {
    FontFiles files;
    files.fallback_loader = inkless_loader();
    fonts_ = load_fonts(*ImGui::GetIO().Fonts, files);
    watch_items(*context_, &sink_);
}

Stage::~Stage() {
    watch_items(*context_, nullptr);
    end_context(context_);
}

void Stage::draw(std::function<void(Ui&)> const& content) {
    sink_.items.clear();
    tree.begin_frame();
    apply_style(tokens_of(is_dark), has_coarse_pointer);
    ImGui::NewFrame();
    ImVec2 const size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("stage", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    Ui ui{.tree = tree, .tokens = tokens_of(is_dark), .fonts = fonts_, .language = language,
          .has_coarse_pointer = has_coarse_pointer, .screen_width = size.x,
          .screen_height = size.y};
    begin_area(ui, 16);
    content(ui);
    end_area(ui, 16);
    words_used = ui.words_used;
    ImGui::End();
    ImGui::Render();
    accept_textures();
}

bool Stage::click(std::string_view name, std::function<void(Ui&)> const& content) {
    draw(content);
    SemanticNode const* const node = find(name);
    if (node == nullptr) return false;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(node->box.x + node->box.width / 2, node->box.y + node->box.height / 2);
    draw(content);
    io.AddMouseButtonEvent(0, true);
    draw(content);
    io.AddMouseButtonEvent(0, false);
    draw(content);
    draw(content);
    return true;
}

SemanticNode const* Stage::find(std::string_view name) const {
    for (SemanticNode const& node : tree.nodes()) {
        if (node.name == name) return &node;
    }
    return nullptr;
}

}  // namespace zhitu::ui
