#pragma once

// What the commands print. Scores carry six digits, as the page's details do.

#include <string>

#include "app/advice.h"
#include "app/import_proposal.h"
#include "app/source_case.h"

namespace zhitu::tools {

// How each file was read, what it adds and changes, then what was refused and warned of, with the
// rows that the proposal shows.
std::string import_text(app::ImportProposal const& proposal);

std::string advice_text(app::State const& state, PersonId person, app::AdviceList const& list);

// One object with the keys person, name, role, status, courses_count, items; an item has course,
// title, url, score, contributions and closes. Scores are numbers of six decimals.
std::string advice_json(app::State const& state, PersonId person, app::AdviceList const& list);

std::string case_text(app::State const& state, app::SourceCase const& source);

}  // namespace zhitu::tools
