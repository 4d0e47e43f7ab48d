#pragma once

// What a page gets, and the pages. A page reads the store, keeps what it remembers in the view, and
// asks through wishes; nothing changes while it draws.
//
//   void draw_lab_page(PageContext& page) {
//       Ui& ui = page.ui;
//       page_title(ui, Word::lab, ui.say(Word::lab_sentence));
//       begin_card(ui, …) … end_card(ui)                              // cards.h
//       if (button(ui, {.key = "go", .label = ui.say(Word::save)})) page.wishes.push(…);
//   }
// Called inside a scrolling window whose column is the page; end_area is the frame's business.

#include "app/store.h"
#include "ui/painter.h"
#include "ui/wishes.h"

namespace zhitu::ui {

struct PageContext {
    Ui& ui;
    app::Store const& store;
    ViewState& view;
    Wishes& wishes;

    // Of the day that is shown; what a page says rests on this.
    app::State const& state() const {
        return view.past.shown ? view.past.shown->state : store.state();
    }
    void go(Page page, RawId subject = {}) { wishes.push(Wishes::Go{{page, subject}}); }
    // What somebody typed into the field of a form; made when first asked for.
    std::string& form(std::string_view field);
    // What is wrong with it, or nothing.
    std::string_view form_error(std::string_view field) const;
    std::int64_t choice(std::string_view name, std::int64_t otherwise = 0) const;
    void choose(std::string_view name, std::int64_t value);
};

void draw_doors_page(PageContext& page);
void draw_today_page(PageContext& page);
void draw_catalog_page(PageContext& page);
void draw_course_page(PageContext& page);
void draw_person_page(PageContext& page);  // and My skills
void draw_team_page(PageContext& page);
void draw_lab_page(PageContext& page);
void draw_data_page(PageContext& page);
void draw_roles_page(PageContext& page);
void draw_role_page(PageContext& page);
void draw_skills_page(PageContext& page);
void draw_skill_page(PageContext& page);
void draw_doctor_page(PageContext& page);
void draw_forms_page(PageContext& page);   // add or edit a person, course, skill, role

}  // namespace zhitu::ui
