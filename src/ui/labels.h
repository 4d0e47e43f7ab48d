#pragma once

// Names of things in the language of the face: the other language stands in where one is missing.

#include <string>
#include <vector>

#include "app/advice.h"
#include "app/state.h"
#include "ui/painter.h"

namespace zhitu::ui {

std::string const& name_in(LocalText const& name, Language language);
std::string course_title(Ui const& ui, app::State const& state, CourseId id);
std::string skill_name(Ui const& ui, app::State const& state, SkillId id);
std::string person_name(Ui const& ui, app::State const& state, PersonId id);
std::string role_name(Ui& ui, app::State const& state, people::Person const& person);
std::string team_name(Ui& ui, app::State const& state, people::Person const& person);

Word level_word(std::int64_t level);  // of courses: beginner … ; 0: not said
Word evidence_word(people::EvidenceKind kind);
Word status_word(learning::EnrolmentStatus status);
Word grade_word(assessment::Grade grade);
Word access_word(std::string_view access);  // what else is written there counts as an employee
Word dismiss_word(learning::DismissReason reason);
// "Kafka, Go and 3 more": at most `names_max` names, then how many there are besides.
std::string named(Ui& ui, std::vector<std::string> const& names, std::size_t names_max);

// "12 h · Intermediate · ¥399"
std::string course_facts(Ui& ui, catalog::Course const& course);

std::int64_t gap_sum(std::vector<app::GapRow> const& rows);

// People by name in the language, ties by login.
std::vector<PersonId> people_by_name(Ui const& ui, app::State const& state);

}  // namespace zhitu::ui
