#pragma once

// Headless ImGui, and a stage for single widgets: one window, one column, one Ui.

#include <functional>
#include <string_view>

#include "imgui.h"
#include "ui/hooks.h"
#include "ui/painter.h"

struct ImFontLoader;

namespace zhitu::ui {

// A context whose textures nobody uploads. Becomes the current one.
ImGuiContext* make_context(float width, float height);
void end_context(ImGuiContext* context);
// What a renderer would do after each frame.
void accept_textures();
// Gives every character a width and no ink.
ImFontLoader const* inkless_loader();

class Stage {
public:
    explicit Stage(float width = 400, float height = 600);
    ~Stage();
    Stage(Stage const&) = delete;
    Stage& operator=(Stage const&) = delete;

    // One frame of this content.
    void draw(std::function<void(Ui&)> const& content);
    // Draws, presses what has the name, draws again. False: not there.
    bool click(std::string_view name, std::function<void(Ui&)> const& content);
    SemanticNode const* find(std::string_view name) const;
    ItemSink const& items() const { return sink_; }

    SemanticTree tree;
    Language language = Language::en;
    bool is_dark = false;
    bool has_coarse_pointer = false;
    std::bitset<words_count> words_used;

private:
    ImGuiContext* context_;
    Fonts fonts_;
    ItemSink sink_;
};

}  // namespace zhitu::ui
