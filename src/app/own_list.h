#pragma once

// The company's own list against its enrolments so far: would the advice have named what people
// then took? Nothing here makes an enrolment up.
//
//   evidence ──▶ advice of k courses ┐
//        before │ first enrolment    ├─▶ precision, recall, F1
//               └──▶ what was taken ─┘
//
// People     with at least one relevant course, also those who get no advice (their list is empty).
// Relevant   each course of the catalog that a person is enrolled in or has finished. Withdrawn
//            ones do not count, nor does an enrolment of the source case: a pair of person and
//            course that has a recommendation or result with its label.
// List       what advise() gives when courses taken count as not taken, and of the statements of
//            skill only those dated before the person's first enrolment. An enrolment without a
//            date leaves no statement; a statement without a date counts as later. Roles, ratings
//            and dismissals are today's.
// Baseline   everybody gets the k most popular courses of the catalog: by its own popularity, then
//            by learners, then by id; never by these enrolments.

#include <cstdint>
#include <vector>

#include "app/state.h"
#include "evaluate/retrieval.h"

namespace zhitu::app {

inline constexpr std::size_t own_list_k_max = 20;
inline constexpr std::uint64_t own_list_people_min = 30;  // fewer say little: shown in grey

struct OwnListRow {
    evaluate::SetMetrics pairs;        // over all pairs of person and course (micro)
    evaluate::MeanMetrics people;      // mean over people (macro)
    std::uint64_t courses_listed = 0;  // different courses in the lists: coverage of the catalog
};

struct OwnListReport {
    std::size_t k = 0;
    std::uint64_t people_count = 0;
    std::uint64_t listed_people_count = 0;  // of them, those who got a list
    // Of them, those with statements of skill, none of them from before: what a roster says counts
    // from the day of its import, and an enrolment can be older.
    std::uint64_t late_people_count = 0;
    std::uint64_t enrolments_count = 0;     // relevant pairs
    std::uint64_t courses_count = 0;        // of the catalog
    OwnListRow advice;
    OwnListRow popular;
    bool is_few() const { return people_count < own_list_people_min; }
};

// Reports for k = 1, 2, … k_max, in this order. Requires 1 <= k_max <= own_list_k_max.
// Cost: one list for each person, O(catalog) once, O(people x k_max^2 log) for the figures.
std::vector<OwnListReport> own_list_by_k(State const& state, std::size_t k_max);

// The last of them.
OwnListReport evaluate_own_list(State const& state, std::size_t k);

}  // namespace zhitu::app
