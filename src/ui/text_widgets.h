#pragma once

// Texts that people read: wrapped to the column, or one line in a line.

#include <string_view>

#include "ui/painter.h"

namespace zhitu::ui {

void text(Ui& ui, std::string_view text, Type type = Type::body, Tint tint = Tint::ink);
void muted(Ui& ui, std::string_view text, Type type = Type::body);
// level 1: the page, 2: a card, 3: a thing in it.
void heading(Ui& ui, std::string_view text, int level);
// Small, on a soft ground: states and counts.
enum class BadgeKind { neutral, good, look, wrong };
void badge(Ui& ui, std::string_view text, BadgeKind kind);
// One line, cut to `width`; the whole text is recorded. Right-aligned when asked.
void text_in(Ui& ui, std::string_view text, Box const& box, Type type, Tint tint);
void text_in_right(Ui& ui, std::string_view text, Box const& box, Type type, Tint tint);
// What is cut or rounded on the screen, whole where the mouse rests on it.
void whole_on_hover(Box const& box, std::string_view whole);
// A text with a rounded figure; the whole figure (base/decimal.h) goes to the reader and on hover.
void text_figure(Ui& ui, std::string_view text, double value, Type type = Type::body,
                 Tint tint = Tint::ink);
// An icon beside words is decoration. Takes a place of 16 px.
void decorate_icon(Ui& ui, char const* glyph, Tint tint);

}  // namespace zhitu::ui
