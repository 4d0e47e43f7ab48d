#pragma once

// Things to press. 32 px high, 44 with a coarse pointer. Keys are ids inside the window; lists push
// their own (ImGui::PushID).

#include <string_view>

#include "ui/painter.h"

namespace zhitu::ui {

enum class ButtonKind { primary, plain, quiet, danger };

struct Button {
    char const* key = "";
    std::string_view label;
    ButtonKind kind = ButtonKind::plain;
    char const* glyph = nullptr;   // before the label
    bool is_disabled = false;
    bool is_label_hidden = false;  // icon alone; the label still names it
    std::string_view description;
    float width = 0;               // 0: as wide as it needs
    bool is_expanded = false;      // of things that open a menu
    AriaRole role = AriaRole::button;
};
bool button(Ui& ui, Button const& spec);
float button_width(Ui const& ui, Button const& spec);

// Text that leads somewhere. Wraps like text in a column, one line in a line.
bool link(Ui& ui, char const* key, std::string_view label, Type type = Type::body);

bool checkbox(Ui& ui, char const* key, std::string_view label, bool is_checked);

// One of a few, side by side. Gives the index pressed, or -1.
struct Choice {
    std::string_view label;
    bool is_chosen = false;
};
int choose(Ui& ui, char const* key, std::string_view name, std::initializer_list<Choice> choices);

}  // namespace zhitu::ui
