#include "ui/drop_hint.h"

#include <cmath>

#include "ui/glyph_names.h"

namespace zhitu::ui {

namespace {

constexpr float margin = 12;
constexpr float icon_room = 32;
constexpr float edge_width = 2;

}  // namespace

void draw_drop_hint(PageContext& page) {
    Ui& ui = page.ui;
    ImVec2 const size{ui.screen_width, ui.screen_height};
    ImGui::SetCursorScreenPos({0, 0});
    ImGui::BeginChild("drop", size, 0,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoInputs |
                          ImGuiWindowFlags_NoFocusOnAppearing);
    Box const sheet{margin, margin, size.x - 2 * margin, size.y - 2 * margin};
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled({0, 0}, size, ink(ui, Tint::ground, 0.9f));
    list->AddRect({sheet.x, sheet.y}, {sheet.x + sheet.width, sheet.y + sheet.height},
                  ink(ui, Tint::accent), card_radius, 0, edge_width);
    std::string_view const words = ui.say(Word::drop_here);
    float const room = sheet.width - 2 * margin;
    auto const lines = wrap(ui, words, Type::lead, room);
    float y = std::floor(size.y / 2 - 12 * static_cast<float>(lines.size()));
    decorate_text(ui, glyph_upload, Type::title, {size.x / 2 - 12, y - icon_room - 8},
                  Tint::accent);
    record_text(ui, words, {sheet.x, y, sheet.width, 24 * static_cast<float>(lines.size())});
    for (TextLine const& line : lines) {
        decorate_text(ui, words.substr(line.begin, line.end - line.begin), Type::lead,
                      {std::floor((size.x - line.width) / 2), y}, Tint::ink);
        y += 24;
    }
    ImGui::EndChild();
}

}  // namespace zhitu::ui
