#include "ui/toasts.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/buttons.h"
#include "ui/glyph_names.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t toasts_max = 3;
constexpr float padding = 12;
constexpr float padding_flat = 6;  // above and below when all stands in one line
constexpr float width_max = 560;

// One line when text and buttons fit, else the text above the buttons.
struct ToastShape {
    float width = 0;
    float height = 0;
    float text_width = 0;
    bool is_flat = false;
};

ToastShape shape_of(Ui& ui, Toast const& toast) {
    float const room = std::min(width_max, ui.screen_width - 2 * page_margin_narrow);
    float buttons = button_width(ui, {.label = ui.say(Word::close), .glyph = glyph_close,
                                      .is_label_hidden = true});
    if (toast.undo) {
        buttons += 8 + button_width(ui, {.label = ui.say(Word::undo), .glyph = glyph_undo});
    }
    ToastShape shape;
    shape.text_width = text_width(ui, toast.text, Type::body);
    float const flat = padding + shape.text_width + 16 + buttons + padding_flat;
    shape.is_flat = flat <= room;
    shape.width = shape.is_flat ? flat : room;
    auto const lines = wrap(ui, toast.text, Type::body, room - 2 * padding).size();
    shape.height = shape.is_flat ? ui.control_height() + 2 * padding_flat
                                 : 2 * padding + 20 * static_cast<float>(lines) + 8 +
                                       ui.control_height();
    return shape;
}

bool draw_toast_buttons(PageContext& page, Toast const& toast) {
    Ui& ui = page.ui;
    if (toast.undo && button(ui, {.key = "undo", .label = ui.say(Word::undo),
                                  .glyph = glyph_undo})) {
        page.wishes.push(Wishes::Undo{toast.id});
    }
    return button(ui, {.key = "close", .label = ui.say(Word::close), .kind = ButtonKind::quiet,
                       .glyph = glyph_close, .is_label_hidden = true});
}

// True when it was closed.
bool draw_toast(PageContext& page, Toast const& toast, ToastShape const& shape, ImVec2 at) {
    Ui& ui = page.ui;
    Box const box{at.x, at.y, shape.width, shape.height};
    decorate_box(ui, box, Tint::panel, card_radius);
    decorate_frame(ui, box, toast.is_problem ? Tint::vermilion : Tint::accent, card_radius);
    Tint const tint = toast.is_problem ? Tint::vermilion : Tint::ink;
    push_group(ui, toast.is_problem ? AriaRole::alert : AriaRole::status, toast.text, box);
    bool is_closed = false;
    if (shape.is_flat) {
        set_column(ui, box.x + padding, box.width - padding - padding_flat, box.y + padding_flat);
        begin_line(ui, ui.control_height(), 8);
        text(ui, toast.text, Type::body, tint);
        ui.line.x += 8;
        is_closed = draw_toast_buttons(page, toast);
        end_line(ui);
    } else {
        set_column(ui, box.x + padding, box.width - 2 * padding, box.y + padding);
        text(ui, toast.text, Type::body, tint);
        gap(ui, 8);
        begin_line(ui, ui.control_height(), 8);
        is_closed = draw_toast_buttons(page, toast);
        end_line(ui);
    }
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

void add_toast(ViewState& view, std::string text, std::optional<app::Dispatched> undo) {
    if (view.toasts.size() >= toasts_max) view.toasts.erase(view.toasts.begin());
    view.toasts.push_back(Toast{view.next_toast++, std::move(text), false, std::move(undo), 0});
}

void add_problem(ViewState& view, std::string text) {
    add_toast(view, std::move(text));
    view.toasts.back().is_problem = true;
}

void add_problem(ViewState& view, Error const& error) {
    add_problem(view, sentence(error, view.device.language));
}

void draw_toasts(PageContext& page, float bottom) {
    Ui& ui = page.ui;
    begin_showing(page, ImGui::GetTime());
    if (page.view.toasts.empty()) return;
    std::vector<ToastShape> shapes;
    float width = 0;
    float height = 0;
    for (Toast const& toast : page.view.toasts) {
        shapes.push_back(shape_of(ui, toast));
        width = std::max(width, shapes.back().width);
        height += shapes.back().height + 8;
    }
    float const right = ui.screen_width - page_margin_narrow;
    float y = std::floor(std::max(0.0f, bottom - height));
    ImGui::SetCursorScreenPos({std::floor(right - width), y});
    ImGui::BeginChild("toasts", {width, height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar);
    std::uint64_t closed = 0;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        Toast const& toast = page.view.toasts[i];
        ImGui::PushID(static_cast<int>(toast.id));
        float const x = std::floor(right - shapes[i].width);
        if (draw_toast(page, toast, shapes[i], {x, y})) closed = toast.id;
        ImGui::PopID();
        y += shapes[i].height + 8;
    }
    ImGui::EndChild();
    std::erase_if(page.view.toasts, [closed](Toast const& toast) { return toast.id == closed; });
}

}  // namespace zhitu::ui
