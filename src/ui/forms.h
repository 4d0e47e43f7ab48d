#pragma once

// What the forms make of typed text: a command, or an error beside the field.

#include "ui/page.h"

namespace zhitu::ui {

// The route names something that exists: its form edits instead of adding.
bool is_editing(PageContext const& page);

// When a form is opened: empty fields, or the values of the thing that is edited.
void fill_person_form(PageContext& page);
void fill_course_form(PageContext& page);
void fill_skill_form(PageContext& page);
void fill_role_form(PageContext& page);

// ISO 4217, of the price in the form.
std::string typed_currency(PageContext& page);

// Read the fields, ask decide, and either mark the field or push the command and go on.
void submit_person(PageContext& page);
void submit_course(PageContext& page);
void submit_skill(PageContext& page);
void submit_role(PageContext& page);  // goes on to the role, to add what it asks for

// Empties the fields and goes back.
void leave_form(PageContext& page);

}  // namespace zhitu::ui
