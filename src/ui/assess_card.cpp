#include "ui/assess_card.h"

#include <algorithm>

#include "app/results.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

void note_skill(PageContext& page, PersonId id, SkillId skill, std::int64_t level) {
    bool const is_self = page.view.device.me == id;
    people::SkillAssessed statement;
    statement.skill = skill;
    statement.level = level;
    statement.kind = is_self ? people::EvidenceKind::self : people::EvidenceKind::manager;
    statement.on = page.view.today;
    page.wishes.push(app::Command{app::AssessSkill{id, statement}});
}

}  // namespace

void draw_assess_card(PageContext& page, PersonId id, std::vector<app::GapRow> const& rows) {
    Ui& ui = page.ui;
    if (rows.empty() || !app::may_judge(page.state(), page.view.device.me, id)) return;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::assess_heading));
    std::vector<std::string> options;
    for (app::GapRow const& row : rows) options.push_back(skill_name(ui, page.state(), row.skill));
    auto const last = static_cast<std::int64_t>(rows.size()) - 1;
    auto const index = std::clamp<std::int64_t>(page.choice("assess.skill"), 0, last);
    auto const level = page.choice("assess.level", 1);
    begin_line(ui, ui.control_height(), 8);
    int const pressed = combo(
        ui, {.key = "skill", .label = ui.say(Word::column_skill),
             .value = options[static_cast<std::size_t>(index)], .is_label_hidden = true,
             .width = 240},
        options, static_cast<int>(index));
    if (pressed >= 0) page.choose("assess.skill", pressed);
    std::string labels[4];
    for (int i = 0; i < 4; ++i) labels[i] = ui.say(Word::level_n, {std::to_string(i)});
    int const chosen = choose(ui, "level", ui.say(Word::level),
                              {{labels[0], level == 0}, {labels[1], level == 1},
                               {labels[2], level == 2}, {labels[3], level == 3}});
    if (chosen >= 0) page.choose("assess.level", chosen);
    if (button(ui, {.key = "note", .label = ui.say(Word::assess_save),
                    .kind = ButtonKind::primary})) {
        note_skill(page, id, rows[static_cast<std::size_t>(index)].skill, level);
    }
    end_line(ui);
    end_card(ui, card);
}

}  // namespace zhitu::ui
