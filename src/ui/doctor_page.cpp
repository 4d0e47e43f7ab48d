// Is my data safe here? Whatever can go wrong with it shows on this page, in words.

#include <algorithm>

#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/doctor_lines.h"
#include "ui/format.h"
#include "ui/page.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float name_width = 128;
constexpr float health_width = 80;

bool needs_look(DoctorLine const& line) {
    return line.health == Health::look || line.health == Health::wrong;
}

void draw_health(Ui& ui, Health health) {
    if (health == Health::plain) return;
    if (health == Health::good) return badge(ui, ui.say(Word::health_good), BadgeKind::good);
    bool const is_wrong = health == Health::wrong;
    badge(ui, ui.say(is_wrong ? Word::health_wrong : Word::health_look),
          is_wrong ? BadgeKind::wrong : BadgeKind::look);
}

// Name and health, then the value: beside each other where there is room.
void draw_fact(Ui& ui, DoctorLine const& line) {
    SavedColumn const column = save_column(ui);
    bool const is_wide = ui.width >= 4 * name_width;
    begin_line(ui, 24, 8);
    text(ui, ui.say(line.name), Type::strong);
    ui.line.x = std::max(ui.line.x, column.left + name_width);
    draw_health(ui, line.health);
    end_line(ui);
    if (is_wide) {
        float const left = column.left + name_width + health_width;
        set_column(ui, left, column.left + column.width - left, column.y + 2);
    }
    text(ui, line.value, Type::body, line.health == Health::wrong ? Tint::vermilion : Tint::ink);
    if (!line.remedy.empty()) muted(ui, line.remedy);
    ui.y = std::max(ui.y, column.y + 24);
}

Word act_word(DoctorAct act) {
    switch (act) {
    case DoctorAct::keep: return Word::persistent_ask;
    case DoctorAct::take_over: return Word::take_over;
    case DoctorAct::retry: return Word::retry;
    case DoctorAct::import: return Word::import_files;
    default: return Word::export_go;
    }
}

void ask_for(PageContext& page, DoctorAct act) {
    switch (act) {
    case DoctorAct::keep: return page.wishes.push(app::ShellRequest{app::KeepStorage{}});
    case DoctorAct::take_over: return page.wishes.push(app::ShellRequest{app::TakeOver{}});
    case DoctorAct::retry: return page.wishes.push(Wishes::RetrySave{});
    case DoctorAct::import: return page.go(Page::data);
    default: return page.wishes.push(Wishes::ExportAll{});
    }
}

void draw_line(PageContext& page, DoctorLine const& line, bool is_last) {
    Ui& ui = page.ui;
    SavedColumn const column = save_column(ui);
    push_group(ui, AriaRole::listitem, ui.say(line.name), {ui.left, ui.y, ui.width, 24});
    draw_fact(ui, line);
    if (line.act != DoctorAct::none) {
        gap(ui, 4);
        begin_line(ui, ui.control_height());
        ImGui::PushID(static_cast<int>(line.name));
        if (button(ui, {.key = "act", .label = ui.say(act_word(line.act))})) {
            ask_for(page, line.act);
        }
        ImGui::PopID();
        end_line(ui);
    }
    ui.tree.pop();
    set_column(ui, column.left, column.width, ui.y + 8);
    if (is_last) return;
    decorate_line(ui, ui.left, ui.y, ui.width);
    gap(ui, 8);
}

}  // namespace

void draw_doctor_page(PageContext& page) {
    Ui& ui = page.ui;
    DoctorView const& doctor = page.view.doctor;
    if (!doctor.has_begun) page.wishes.push(Wishes::CheckHealth{});
    std::vector<DoctorLine> const lines = doctor_lines(page);
    auto const bad = std::count_if(lines.begin(), lines.end(), needs_look);
    std::string const all = std::to_string(lines.size());
    page_title(ui, ui.say(Word::doctor),
               bad == 0 ? ui.say(Word::doctor_fine, {all})
                        : ui.say(Word::doctor_look, {count_text(bad), all}));
    Card const card = begin_card(ui);
    push_group(ui, AriaRole::list, ui.say(Word::doctor), {ui.left, ui.y, ui.width, 0});
    for (DoctorLine const& line : lines) draw_line(page, line, &line == &lines.back());
    ui.tree.pop();
    end_card(ui, card);
    begin_line(ui, ui.control_height());
    bool const is_checking = doctor.job != 0;
    if (button(ui, {.key = "again",
                    .label = ui.say(is_checking ? Word::doctor_checking : Word::doctor_again),
                    .is_disabled = is_checking})) {
        page.wishes.push(Wishes::CheckHealth{});
    }
    end_line(ui);
}

}  // namespace zhitu::ui
