#pragma once

// What the commands print for programs: one JSON object and a line end. Every fraction is the
// shortest decimal of the very double that the page computes (tools/cli/json_text.h); the page says
// whole billionths, which scores and their parts are, and to which shares are rounded.

#include <string>

#include "app/advice.h"
#include "app/gap_matrix.h"
#include "app/own_list.h"
#include "app/source_case.h"
#include "app/why_not.h"

namespace zhitu::tools {

// person, name, role, status, courses_count, items; an item has course, title, url, score,
// contributions (reason, weight, term, value, known) and closes.
std::string advice_json(app::State const& state, PersonId person, app::AdviceList const& list);

// person, name, role, skills: skill, level, wanted, gap, weight, priority (gap x weight), evidence.
std::string gap_json(app::State const& state, PersonId person);

// people_count, skills (skill, people_lacking, levels_lacking, priority) as the matrix has them,
// and rows: person, and of each skill that is wanted of them level, wanted, gap, priority.
std::string team_gap_json(app::State const& state, app::GapMatrix const& matrix);

// person, course, title, standing, status, rank, skills_lacking, prerequisites_missing,
// contributions of a listed course, comparison or null: other, title, rank, scores, terms, flips. A
// flip has lever, what it is about, from (null: unknown), to, size. Weights and ratings are
// decimals, prices are in minor units.
std::string why_json(app::State const& state, PersonId person, CourseId course,
                     app::WhyNot const& why);

// case, rows (relevance and its set metrics), both losses.
std::string case_json(app::SourceCase const& source);

// k, counts, is_few, relevance, and of the advice and of the most popular: precision, recall, f1
// over pairs, the same as means over people, courses_listed.
std::string own_list_json(app::OwnListReport const& report);

}  // namespace zhitu::tools
