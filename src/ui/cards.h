#pragma once

// Cards and what every page begins with.

#include <string_view>

#include "ui/painter.h"

namespace zhitu::ui {

// Title (heading 1), the sentence that answers the page's question, room below.
void page_title(Ui& ui, std::string_view title, std::string_view sentence);

// A card takes the column; inside, the column is 16 px narrower on each side.
//   Card card = begin_card(ui);  …  end_card(ui, card);
struct Card {
    SavedColumn outside;
    Box box;
    float height_min = 0;
    std::uint32_t key = 0;
};
Card begin_card(Ui& ui, float height_min = 0);
void end_card(Ui& ui, Card const& card);  // and the gap below it

// How a card begins: its heading, and a sentence about it if there is one.
void card_head(Ui& ui, std::string_view title, std::string_view about = {});

// Cards side by side, as many as fit at `width_min` (3, 2 or 1 in a row), equal heights in a row
// where no card is stretched by more than 120 px.
//   CardGrid grid = begin_grid(ui, "doors", 3, 260);
//   for (…) { begin_cell(ui, grid); …; begin_footer(ui, grid); …; end_cell(ui, grid); }
//   end_grid(ui, grid);
struct CardGrid {
    SavedColumn outside;
    Card card;
    std::uint32_t key = 0;
    int columns = 1;
    int index = 0;
    float cell_width = 0;
    float row_top = 0;
    float row_bottom = 0;
    float footer_top = 0;  // 0: this cell has no footer
    float body_now = 0;    // tallest body of this row so far
};
CardGrid begin_grid(Ui& ui, char const* key, int columns_max, float width_min);
void begin_cell(Ui& ui, CardGrid& grid);
// What follows stands at the bottom of the card (as of the last frame's height).
void begin_footer(Ui& ui, CardGrid& grid);
void end_cell(Ui& ui, CardGrid& grid);
void end_grid(Ui& ui, CardGrid& grid);

// A sentence and the button that leads on. True when pressed.
bool empty_state(Ui& ui, char const* key, std::string_view sentence, std::string_view button_label);

}  // namespace zhitu::ui
