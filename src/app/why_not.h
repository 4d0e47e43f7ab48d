#pragma once

// "Why not that one": where a course stands in a person's list, how it compares with another term
// by term, and the smallest single change that would put it above.

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/advice.h"
#include "app/flip_search.h"

namespace zhitu::app {

enum class Standing : std::uint8_t {
    listed,
    taken,           // enrolled or finished
    dismissed,
    closes_nothing,  // the list is there, but the course raises no lacking skill
    no_course,       // not in the catalog
    no_list,         // nobody has a list like this: see WhyNot::status
};

struct TermPair {
    recommend::Contribution mine;
    recommend::Contribution other;
    // In whole billionths, as both are.
    double difference() const { return std::round((mine.value - other.value) * 1e9) / 1e9; }
};

struct Comparison {
    CourseId other;
    std::uint64_t other_rank = 0;
    double mine_score = 0;
    double other_score = 0;
    double difference() const { return std::round((mine_score - other_score) * 1e9) / 1e9; }
    std::vector<TermPair> terms;  // in order of Reason, with clip where either has one
    // Below `other` with no smaller score: it waits for courses that stand first.
    bool is_behind_prerequisites = false;
    std::vector<Flip> flips;  // one a lever that can, smallest first. Empty: no single
                               // change does, or it stands above already
};

struct WhyNot {
    Standing standing = Standing::no_list;
    AdviceStatus status = AdviceStatus::ok;
    std::uint64_t rank = 0;                       // 1 is the top; 0: not listed
    std::vector<SkillId> skills_lacking;          // of the person, most pressing first
    std::vector<CourseId> prerequisites_missing;  // ascending
    std::optional<Comparison> comparison;         // of two listed courses
};

// Compares with the course directly above, or with `against`. No comparison for what is not listed,
// nor for the top with nothing to compare it with, nor with itself. The levers are the facts of the
// course, of the person and of the role; other courses and other people stay as they are.
// Cost: some hundred lists of one person.
WhyNot why_not(State const& state, PersonId person, CourseId course,
               std::optional<CourseId> against = std::nullopt);

}  // namespace zhitu::app
