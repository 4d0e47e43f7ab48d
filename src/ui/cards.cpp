#include "ui/cards.h"

#include <algorithm>

#include "imgui_internal.h"
#include "ui/buttons.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float slack_max = 120;  // a card with more of nothing in it looks unfinished

// The ground of a card is known only after its content: content goes to the upper channel.
void split_layers() {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->ChannelsSplit(2);
    list->ChannelsSetCurrent(1);
}

void draw_ground(Ui& ui, Box const& box) {
    decorate_box(ui, box, Tint::panel, card_radius);
    decorate_frame(ui, box, Tint::line, card_radius);
}

ImGuiID row_key(CardGrid const& grid, int row, char const* what) {
    return ImHashStr(what, 0, ImHashData(&row, sizeof row, grid.key));
}

float remembered(ImGuiID key) { return ImGui::GetStateStorage()->GetFloat(key, 0); }

// For the next frame, when the row is complete.
void remember_row(CardGrid const& grid, int row) {
    ImGuiStorage* const storage = ImGui::GetStateStorage();
    storage->SetFloat(row_key(grid, row, "body"), grid.body_now);
    storage->SetFloat(row_key(grid, row, "height"), grid.row_bottom - grid.row_top);
}

}  // namespace

void page_title(Ui& ui, std::string_view title, std::string_view sentence) {
    heading(ui, title, 1);
    gap(ui, 4);
    if (!sentence.empty()) muted(ui, sentence);
    gap(ui, card_gap);
}

void card_head(Ui& ui, std::string_view title, std::string_view about) {
    heading(ui, title, 2);
    if (about.empty()) return gap(ui, 8);
    gap(ui, 4);
    muted(ui, about);
    gap(ui, 12);
}

Card begin_card(Ui& ui, float height_min) {
    Card card{save_column(ui), {ui.left, ui.y, ui.width, 0}, height_min, 0};
    split_layers();
    set_column(ui, ui.left + card_padding, ui.width - 2 * card_padding, ui.y + card_padding);
    return card;
}

void end_card(Ui& ui, Card const& card) {
    Box box = card.box;
    box.height = std::max(ui.y + card_padding - box.y, card.height_min);
    ImGui::GetWindowDrawList()->ChannelsSetCurrent(0);
    draw_ground(ui, box);
    ImGui::GetWindowDrawList()->ChannelsMerge();
    restore_column(ui, card.outside);
    ui.y = box.y + box.height + card_gap;
}

CardGrid begin_grid(Ui& ui, char const* key, int columns_max, float width_min) {
    CardGrid grid;
    grid.outside = save_column(ui);
    grid.key = ImGui::GetID(key);
    int const fitting = static_cast<int>((ui.width + card_gap) / (width_min + card_gap));
    grid.columns = std::clamp(fitting, 1, columns_max);
    auto const count = static_cast<float>(grid.columns);
    grid.cell_width = (ui.width - card_gap * (count - 1)) / count;
    grid.row_top = grid.row_bottom = ui.y;
    split_layers();
    return grid;
}

void begin_cell(Ui& ui, CardGrid& grid) {
    int const column = grid.index % grid.columns;
    if (column == 0 && grid.index > 0) {
        grid.row_top = grid.row_bottom + card_gap;
        grid.row_bottom = grid.row_top;
    }
    float const x =
        grid.outside.left + static_cast<float>(column) * (grid.cell_width + card_gap);
    grid.card.box = {std::floor(x), grid.row_top, std::floor(grid.cell_width), 0};
    grid.footer_top = 0;
    set_column(ui, x + card_padding, grid.cell_width - 2 * card_padding,
               grid.row_top + card_padding);
}

void begin_footer(Ui& ui, CardGrid& grid) {
    // The tallest body of the row, as the last frame saw it.
    int const row = grid.index / grid.columns;
    float const body = remembered(row_key(grid, row, "body"));
    grid.footer_top = ui.y;
    float const lower = grid.row_top + body;
    if (lower > ui.y && lower - ui.y <= slack_max) ui.y = lower;
    ui.y += 12;
}

void end_cell(Ui& ui, CardGrid& grid) {
    int const row = grid.index / grid.columns;
    int const column = grid.index % grid.columns;
    if (column == 0) grid.body_now = 0;
    if (grid.footer_top > 0) {
        grid.body_now = std::max(grid.body_now, grid.footer_top - grid.row_top);
    }
    grid.row_bottom = std::max(grid.row_bottom, ui.y + card_padding);
    // The cards of a row share its height, as of the last frame, where that leaves little empty.
    float const own = ui.y + card_padding - grid.row_top;
    float const height = remembered(row_key(grid, row, "height"));
    grid.card.box.height = height > own && height - own <= slack_max ? height : own;
    ImGui::GetWindowDrawList()->ChannelsSetCurrent(0);
    draw_ground(ui, grid.card.box);
    ImGui::GetWindowDrawList()->ChannelsSetCurrent(1);
    ++grid.index;
    if (column == grid.columns - 1) remember_row(grid, row);
}

void end_grid(Ui& ui, CardGrid& grid) {
    if (grid.index % grid.columns != 0) remember_row(grid, grid.index / grid.columns);
    ImGui::GetWindowDrawList()->ChannelsMerge();
    restore_column(ui, grid.outside);
    ui.y = grid.row_bottom + card_gap;
}

bool empty_state(Ui& ui, char const* key, std::string_view sentence,
                 std::string_view button_label) {
    muted(ui, sentence);
    gap(ui, 12);
    if (button_label.empty()) return false;
    bool const is_pressed = button(ui, {.key = key, .label = button_label});
    return is_pressed;
}

}  // namespace zhitu::ui
