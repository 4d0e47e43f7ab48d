#pragma once

// The smallest single change that puts one item of a list above another.

#include <cstdint>
#include <optional>
#include <vector>

#include "app/advisor.h"

namespace zhitu::app {

// The one thing that changes. What `from` and `to` count is said at each.
enum class Lever : std::uint8_t {
    rating,        // of the course, millionths of 5
    price,         // of the course, minor units in the currency of the budget
    weight,        // of a need of the role, millionths
    level,         // of the person in a skill, 0..3
    prerequisite,  // a missing one is taken: 0 -> 1
};

struct Flip {
    Lever lever = Lever::rating;
    SkillId skill;                     // weight, level
    CourseId prerequisite;             // prerequisite
    std::optional<std::int64_t> from;  // empty: unknown today
    std::int64_t to = 0;               // the nearest value that puts the course above
    double size = 0;                   // how far the terms move against each other, summed
};

struct ItemPair {
    std::uint32_t mine = 0;
    std::uint32_t other = 0;
};

// One flip for each lever that can, the smallest of its kind, smallest first; ties in the order of
// Lever. Whole lists are made again, so a flip holds in the list, not only between two scores: who
// leaves the list is no more above.
//
// A rating rises and a price falls. In between, a score moves one way only: it is linear in the
// term, and the term is monotone in the value; so halving the range finds the first value that
// flips. In the weight of a need it is (a + bw) / (c + dw) between the weights where another item
// becomes the one that closes most: there the range is cut first. Levels and prerequisites are all
// tried.
//
// Requires that `mine` stands below `other` in the list of `user`. Cost: some hundred lists.
std::vector<Flip> find_flips(Advisor const& advisor, recommend::User const& user, ItemPair pair);

}  // namespace zhitu::app
