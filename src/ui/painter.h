#pragma once

// What widgets draw with: the place where the next thing goes, the tokens, the words, and the list
// of what a screen reader gets. Everything is laid out by measured sizes, one column after another:
//
//   column   left, width, y ↓        block()  takes the full width and moves y down
//   line     x → (wraps)             begin_line … place() … end_line()
//
// ImGui gives windows, clipping, scrolling, ids, input and the draw list; its own layout is not
// used.

#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "imgui.h"
#include "ui/fonts.h"
#include "ui/semantics.h"
#include "ui/theme.h"
#include "ui/words.h"
#include "ui/wrap.h"

namespace zhitu::ui {

struct Line {
    bool is_open = false;
    float x = 0;
    float height = 0;
    float gap = 8;
};

struct Ui {
    SemanticTree& tree;
    Tokens const& tokens;
    Fonts fonts;
    Language language = Language::zh;
    bool has_coarse_pointer = false;
    float screen_width = 0;
    float screen_height = 0;
    // The column, and where its next block begins.
    float left = 0;
    float width = 0;
    float y = 0;
    Line line{};
    std::uint32_t texts_count = 0;       // makes ids of texts
    std::bitset<words_count> words_used{};  // of this frame

    float control_height() const { return has_coarse_pointer ? 44.0f : 32.0f; }
    float row_height() const { return has_coarse_pointer ? 44.0f : 36.0f; }
    float right() const { return left + width; }
    bool is_narrow() const { return screen_width < width_of_bottom; }

    // Words of the language; a word said is a word used.
    char const* say(Word word);
    std::string say(Word word, std::initializer_list<std::string_view> arguments);
};

// --- Place
// Room for something: in an open line the next place (wrapping), else a block of the column.
Box place(Ui& ui, float width, float height);
void begin_line(Ui& ui, float height, float gap = 8);
// The next place of the open line ends at the right edge if there is room.
void to_right(Ui& ui, float width);
void end_line(Ui& ui);
void gap(Ui& ui, float pixels);

// Takes the present ImGui window as the page: column = its content, `padding` around.
void begin_area(Ui& ui, float padding);
// Tells the window how far the content went.
void end_area(Ui& ui, float padding);

struct SavedColumn {
    float left, width, y;
    Line line;
};
SavedColumn save_column(Ui const& ui);
void restore_column(Ui& ui, SavedColumn const& saved);
void set_column(Ui& ui, float left, float width, float y);

// --- Measure
float char_width(Ui const& ui, char32_t c, Type type);
float text_width(Ui const& ui, std::string_view text, Type type);
std::vector<TextLine> wrap(Ui const& ui, std::string_view text, Type type, float width);
// The text with an ellipsis where it was cut to fit.
std::string fitted(Ui const& ui, std::string_view text, Type type, float width);

// --- Draw. Decoration: nobody but the eye gets these; widgets record beside them. Every colour
// goes through ink(), which obeys ImGui's own opacity.
ImU32 ink(Ui const& ui, Tint tint, float opacity = 1);
ImU32 ink(Color color, float opacity = 1);
void decorate_text(Ui const& ui, std::string_view text, Type type, ImVec2 at, Tint tint);
// Middle of the line box at `middle_y`.
void decorate_text_middle(Ui const& ui, std::string_view text, Type type, ImVec2 at, Tint tint);
void decorate_box(Ui const& ui, Box const& box, Tint fill, float radius);
void decorate_frame(Ui const& ui, Box const& box, Tint edge, float radius);
void decorate_line(Ui const& ui, float x, float y, float width);

// --- Record
// What is inside the window's clip rectangle; of no size when nothing is.
Box clipped(Box const& box);
// Of a text: hash of window and order.
std::uint32_t text_id(Ui& ui);
SemanticNode make_node(AriaRole role, std::string_view name, Box const& box);
void record_text(Ui& ui, std::string_view text, Box const& box);
// A named group; every push has its tree.pop().
void push_group(Ui& ui, AriaRole role, std::string_view name, Box const& box);

// --- Touch
struct Touch {
    bool is_clicked = false;
    bool is_hovered = false;
    bool is_held = false;
    bool is_focused = false;  // keyboard focus, visible
    std::uint32_t id = 0;
};
// An interactive item of this window; draws the focus ring. Records nothing.
Touch touch(Ui& ui, char const* key, Box const& box, bool is_disabled = false);
void record_touch(Ui& ui, SemanticNode node, Touch const& touch);

}  // namespace zhitu::ui
