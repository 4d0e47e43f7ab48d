#include "ui/reading.h"

#include <algorithm>

#include "app/progress.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/glyph_names.h"
#include "ui/labels.h"
#include "ui/markdown.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

struct Reading {
    CourseId course;
    std::vector<UnitId> const& units;
    std::size_t open = 0;
    learning::Enrolment const* enrolment = nullptr;

    bool is_finished(UnitId unit) const {
        return enrolment != nullptr && enrolment->units_finished.contains(unit);
    }
};

std::string choice_key(CourseId course) { return "unit " + to_text(course); }

std::string unit_title(PageContext const& page, UnitId id) {
    auto const at = page.state().catalog.units.find(id);
    if (at == page.state().catalog.units.end()) return "–";
    return name_in(at->second.title, page.ui.language);
}

void draw_entry(PageContext& page, Reading const& reading, std::size_t index) {
    Ui& ui = page.ui;
    UnitId const id = reading.units[index];
    std::string const title = std::to_string(index + 1) + ". " + unit_title(page, id);
    bool const is_finished = reading.is_finished(id);
    bool const is_open = index == reading.open;
    Box const box = place(ui, ui.width, ui.control_height());
    ImGui::PushID(static_cast<int>(index));
    Touch const press = touch(ui, "unit", box);
    ImGui::PopID();
    if (is_open) decorate_box(ui, box, Tint::accent_soft, control_radius);
    else if (press.is_hovered) decorate_box(ui, box, Tint::hover, control_radius);
    float const middle = box.y + box.height / 2;
    float const room = box.width - 16 - (is_finished ? 24 : 0);
    decorate_text_middle(ui, fitted(ui, title, Type::body, room), Type::body, {box.x + 8, middle},
                         is_open ? Tint::accent : Tint::ink);
    if (is_finished) {
        decorate_text_middle(ui, glyph_check, Type::body, {box.x + box.width - 24, middle},
                             Tint::accent);
    }
    SemanticNode node = make_node(AriaRole::button, title, box);
    if (is_open) node.flags |= node_selected;
    if (is_finished) node.description = ui.say(Word::unit_done);
    record_touch(ui, std::move(node), press);
    if (press.is_clicked) page.choose(choice_key(reading.course), static_cast<int>(index));
}

void draw_finish(PageContext& page, Reading const& reading) {
    Ui& ui = page.ui;
    UnitId const id = reading.units[reading.open];
    bool const is_enrolled = reading.enrolment != nullptr &&
                             reading.enrolment->status != learning::EnrolmentStatus::withdrawn;
    bool const has_next = reading.open + 1 < reading.units.size();
    if (!is_enrolled) muted(ui, ui.say(Word::enroll_to_mark), Type::small);
    begin_line(ui, ui.control_height(), 8);
    if (is_enrolled && reading.is_finished(id)) badge(ui, ui.say(Word::unit_done), BadgeKind::good);
    else if (is_enrolled && button(ui, {.key = "done", .label = ui.say(Word::mark_done),
                                        .kind = ButtonKind::primary, .glyph = glyph_check})) {
        PersonId const me = page.view.device.me;
        page.wishes.push(app::Command{app::FinishUnit{me, reading.course, id}});
    }
    if (has_next && button(ui, {.key = "next", .label = ui.say(Word::next_unit)})) {
        page.choose(choice_key(reading.course), static_cast<int>(reading.open + 1));
    }
    end_line(ui);
}

void draw_list(PageContext& page, Reading const& reading) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::units_heading));
    for (std::size_t i = 0; i < reading.units.size(); ++i) draw_entry(page, reading, i);
    end_card(ui, card);
}

void draw_open(PageContext& page, Reading const& reading) {
    Ui& ui = page.ui;
    auto const at = page.state().catalog.units.find(reading.units[reading.open]);
    if (at == page.state().catalog.units.end()) return;
    Card const card = begin_card(ui);
    heading(ui, name_in(at->second.title, ui.language), 2);
    if (at->second.duration_minutes > 0) {
        muted(ui, ui.say(Word::minutes, {std::to_string(at->second.duration_minutes)}),
              Type::small);
    }
    gap(ui, 12);
    markdown(ui, name_in(at->second.body, ui.language));
    gap(ui, 8);
    draw_finish(page, reading);
    end_card(ui, card);
}

// A course without units is one unit: what is learned elsewhere can be ticked off too.
void draw_implicit_unit(PageContext& page, CourseId course) {
    Ui& ui = page.ui;
    PersonId const me = page.view.device.me;
    Card const card = begin_card(ui);
    muted(ui, ui.say(Word::no_units));
    auto const* enrolment = learning::find_enrolment(page.state().learning, me, course);
    bool const is_enrolled =
        enrolment != nullptr && enrolment->status == learning::EnrolmentStatus::enrolled;
    if (enrolment != nullptr) {
        app::Progress const progress = app::progress_of(page.state(), me, course);
        text(ui, ui.say(Word::course_progress, {std::to_string(progress.finished),
                                                std::to_string(progress.count)}));
    }
    if (is_enrolled) {
        gap(ui, 8);
        begin_line(ui, ui.control_height(), 8);
        if (button(ui, {.key = "finish", .label = ui.say(Word::finish_course),
                        .kind = ButtonKind::primary, .glyph = glyph_check})) {
            page.wishes.push(app::Command{app::FinishCourse{me, course}});
        }
        end_line(ui);
    }
    end_card(ui, card);
}

}  // namespace

void draw_reading(PageContext& page, CourseId course) {
    Ui& ui = page.ui;
    auto const units = page.state().catalog.units_of.find(course);
    if (units == page.state().catalog.units_of.end() || units->second.empty()) {
        draw_implicit_unit(page, course);
        return;
    }
    Reading reading{course, units->second, 0,
                    learning::find_enrolment(page.state().learning, page.view.device.me, course)};
    auto const wanted = page.choice(choice_key(course));
    auto const last = static_cast<std::int64_t>(reading.units.size()) - 1;
    reading.open = static_cast<std::size_t>(std::clamp<std::int64_t>(wanted, 0, last));
    SavedColumn const saved = save_column(ui);
    bool const is_beside = ui.width >= 760;
    if (!is_beside) {
        draw_list(page, reading);
        draw_open(page, reading);
        return;
    }
    constexpr float list_width = 280;
    set_column(ui, saved.left, list_width, saved.y);
    draw_list(page, reading);
    float const list_bottom = ui.y;
    set_column(ui, saved.left + list_width + card_gap, saved.width - list_width - card_gap,
               saved.y);
    draw_open(page, reading);
    float const bottom = std::max(list_bottom, ui.y);
    restore_column(ui, saved);
    ui.y = bottom;
}

}  // namespace zhitu::ui
