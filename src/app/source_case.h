#pragma once

// The worked case of S0 4.3 over stored records: recommendations and results that carry its label.
// Every figure comes from evaluate/; nothing is written down here.

#include <array>
#include <string>
#include <vector>

#include "app/state.h"
#include "evaluate/retrieval.h"

namespace zhitu::app {

inline constexpr char const* source_case_label = "S0-4.3";

// What counts as relevant, and what as recommended. One row of the table.
enum class Relevance : std::uint8_t {
    taken,              // every evaluated pair, against all recommendations
    taken_score_half,   // the same after score >= 0.5
    taken_skill_table,  // taken by the people of the skill table only
    graded_good,        // graded good or better
    graded_good_skill_table,
    graded_good_score_half,
};

struct CaseRow {
    Relevance relevance = Relevance::taken;
    evaluate::SetMetrics metrics;
};

struct CasePerson {
    PersonId person;
    bool is_in_skill_table = false;
    std::vector<CourseId> recommended;  // best first, ties by id
};

struct SourceCase {
    std::vector<CasePerson> people;  // ascending by login
    std::array<CaseRow, 6> rows;
    std::vector<CourseId> catalog_view;           // of the case, popularity >= 0.5, best first
    std::array<std::uint64_t, 5> grades_count{};  // results by Grade
    double loss_as_printed = 0;                   // of the first row
    double loss_corrected = 0;
};

// Empty when no record carries the label. `weights` are S0's lambdas. Who has a labelled statement
// of skill is in the skill table; a pair that was judged twice counts once in the rows.
std::optional<SourceCase> source_case(State const& state, evaluate::LossWeights const& weights);

}  // namespace zhitu::app
