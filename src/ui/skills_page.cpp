// Which skills are there, who teaches them, and what counts as them?

#include <algorithm>

#include "ui/area_rows.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/inputs.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

std::string sentence_of(Ui& ui, std::vector<SkillRow> const& rows) {
    std::int64_t taught = 0;
    std::int64_t synonyms = 0;
    std::int64_t rejected = 0;
    for (SkillRow const& row : rows) {
        taught += row.courses_count > 0;
        synonyms += row.live_count + row.rejected_count;
        rejected += row.rejected_count;
    }
    return ui.say(Word::skills_sentence,
                  {count_text(static_cast<std::int64_t>(rows.size())), count_text(taught),
                   count_text(synonyms), count_text(rejected)});
}

void draw_filters(PageContext& page) {
    Ui& ui = page.ui;
    AreaRows& areas = page.view.areas;
    begin_line(ui, ui.control_height(), 12);
    text_field(ui, {.key = "##skill_query", .label = ui.say(Word::find_skill),
                    .placeholder = ui.say(Word::find_skill), .is_label_hidden = true,
                    .width = 280, .glyph = glyph_search},
               areas.skill_query);
    if (checkbox(ui, "synonyms", ui.say(Word::with_synonyms), areas.has_synonyms_only)) {
        areas.has_synonyms_only = !areas.has_synonyms_only;
    }
    end_line(ui);
    gap(ui, 12);
}

std::vector<SkillRow const*> shown_rows(AreaRows const& areas) {
    std::string const wanted = comparison_key(areas.skill_query);
    std::vector<SkillRow const*> shown;
    for (SkillRow const& row : areas.skills) {
        bool const has_synonyms = row.live_count + row.rejected_count > 0;
        if (areas.has_synonyms_only && !has_synonyms) continue;
        bool const fits = comparison_key(row.name).find(wanted) != std::string::npos;
        if (fits) shown.push_back(&row);
    }
    return shown;
}

std::string synonyms_text(Ui& ui, SkillRow const& row) {
    if (row.rejected_count == 0) return count_text(row.live_count);
    return ui.say(Word::synonyms_some,
                  {count_text(row.live_count), count_text(row.rejected_count)});
}

void draw_list(PageContext& page, std::vector<SkillRow const*> const& rows) {
    Ui& ui = page.ui;
    Table table = begin_table(ui, {.key = "skills", .name = ui.say(Word::skills),
                                   .rows_count = static_cast<int>(rows.size()), .is_long = true},
                              {{ui.say(Word::column_skill), 180, 1, false},
                               {ui.say(Word::column_courses_count), 70, 0, true},
                               {ui.say(Word::column_up_to), 70, 0, true},
                               {ui.say(Word::column_roles), 60, 0, true},
                               {ui.say(Word::column_synonyms), 120, 0, true}});
    while (next_row(ui, table)) {
        SkillRow const& row = *rows[static_cast<std::size_t>(table.row)];
        if (cell_link(ui, table, row.name)) page.go(Page::skill, row.skill.raw);
        cell(ui, table, count_text(row.courses_count));
        cell(ui, table, row.courses_count > 0
                            ? ui.say(Word::level_n, {std::to_string(row.level)}) : "–");
        cell(ui, table, count_text(row.roles_count));
        cell(ui, table, synonyms_text(ui, row));
    }
    end_table(ui, table);
}

}  // namespace

void draw_skills_page(PageContext& page) {
    Ui& ui = page.ui;
    AreaRows const& areas = area_rows(page);
    bool const is_empty = areas.skills.empty();
    page_title(ui, ui.say(Word::skills), is_empty ? std::string() : sentence_of(ui, areas.skills));
    if (!is_empty) draw_filters(page);
    Card const card = begin_card(ui);
    if (is_empty) {
        if (empty_state(ui, "import", ui.say(Word::skills_empty), ui.say(Word::import_files))) {
            page.go(Page::data);
        }
    } else {
        auto const rows = shown_rows(areas);
        if (rows.empty()) muted(ui, ui.say(Word::skills_no_match));
        else draw_list(page, rows);
    }
    end_card(ui, card);
}

}  // namespace zhitu::ui
