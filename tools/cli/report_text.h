#pragma once

// What the commands print for people. Figures of a list are whole (base/decimal.h), each
// contribution as weight × term = value; those of the worked case carry six digits, as on the page.

#include <string>

#include "app/advice.h"
#include "app/gap_matrix.h"
#include "app/import_proposal.h"
#include "app/own_list.h"
#include "app/source_case.h"
#include "app/why_not.h"

namespace zhitu::tools {

// How each file was read, what it adds and changes, then what was refused and warned of, with the
// rows that the proposal shows.
std::string import_text(app::ImportProposal const& proposal);

std::string advice_text(app::State const& state, PersonId person, app::AdviceList const& list);
std::string gap_text(app::State const& state, PersonId person);
std::string team_gap_text(app::State const& state, app::GapMatrix const& matrix);
std::string why_text(app::State const& state, PersonId person, CourseId course,
                     app::WhyNot const& why);

std::string case_text(app::State const& state, app::SourceCase const& source);
std::string own_list_text(app::OwnListReport const& report);

}  // namespace zhitu::tools
