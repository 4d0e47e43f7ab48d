#include "ui/toasts.h"

#include <algorithm>

#include "ui/buttons.h"
#include "ui/glyph_names.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float padding = 12;

float toast_height(Ui const& ui, Toast const& toast, float width) {
    auto const lines = wrap(ui, toast.text, Type::body, width - 2 * padding).size();
    return 2 * padding + 20 * static_cast<float>(lines) + 8 + ui.control_height();
}

// True when it was closed.
bool draw_toast(PageContext& page, Toast const& toast, Box const& box) {
    Ui& ui = page.ui;
    decorate_box(ui, box, Tint::panel, card_radius);
    decorate_frame(ui, box, toast.is_problem ? Tint::vermilion : Tint::accent, card_radius);
    set_column(ui, box.x + padding, box.width - 2 * padding, box.y + padding);
    push_group(ui, toast.is_problem ? AriaRole::alert : AriaRole::status, toast.text, box);
    text(ui, toast.text, Type::body, toast.is_problem ? Tint::vermilion : Tint::ink);
    gap(ui, 8);
    begin_line(ui, ui.control_height(), 8);
    if (toast.undo && button(ui, {.key = "undo", .label = ui.say(Word::undo),
                                  .glyph = glyph_undo})) {
        page.wishes.push(Wishes::Undo{toast.id});
    }
    bool const is_closed = button(
        ui, {.key = "close", .label = ui.say(Word::close), .kind = ButtonKind::quiet});
    end_line(ui);
    ui.tree.pop();
    return is_closed;
}

void begin_showing(PageContext& page, double now) {
    for (Toast& toast : page.view.toasts) {
        if (toast.shown_until > 0) continue;
        toast.shown_until = now + (toast.is_problem ? toast_seconds_problem : toast_seconds);
        page.ui.tree.announce(toast.text);
    }
    std::erase_if(page.view.toasts, [now](Toast const& toast) { return toast.shown_until <= now; });
}

}  // namespace

void draw_toasts(PageContext& page, float bottom) {
    Ui& ui = page.ui;
    begin_showing(page, ImGui::GetTime());
    if (page.view.toasts.empty()) return;
    float const width = std::min(400.0f, ui.screen_width - 2 * page_margin_narrow);
    float height = 0;
    for (Toast const& toast : page.view.toasts) height += toast_height(ui, toast, width) + 8;
    float const left = ui.screen_width - width - page_margin_narrow;
    float y = std::max(0.0f, bottom - height - 8);
    ImGui::SetCursorScreenPos({left, y});
    ImGui::BeginChild("toasts", {width, height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar);
    std::uint64_t closed = 0;
    for (Toast const& toast : page.view.toasts) {
        Box const box{left, y, width, toast_height(ui, toast, width)};
        ImGui::PushID(static_cast<int>(toast.id));
        if (draw_toast(page, toast, box)) closed = toast.id;
        ImGui::PopID();
        y += box.height + 8;
    }
    ImGui::EndChild();
    std::erase_if(page.view.toasts, [closed](Toast const& toast) { return toast.id == closed; });
}

}  // namespace zhitu::ui
