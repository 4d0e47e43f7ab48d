#include "app/flip_search.h"

#include <gtest/gtest.h>

#include <array>

#include "app/random_company.h"
#include "app/why_not.h"

namespace zhitu::app {
namespace {

using test::all;
using test::random_company;

void set_level(State& state, PersonId person, SkillId skill, std::int64_t level) {
    state.people.evidence[person].push_back(
        {skill, level, people::EvidenceKind::test, "2026-12-31", ""});
}

// The state with the lever at `to`.
State changed(State state, PersonId person, CourseId mine, Flip const& flip, std::int64_t to) {
    people::Person const& who = state.people.people[person];
    switch (flip.lever) {
        case Lever::rating: state.catalog.courses[mine].rating_millionths = to; break;
        case Lever::price:
            state.catalog.courses[mine].price_minor = to;
            state.catalog.courses[mine].currency = who.currency;
            break;
        case Lever::weight:
            state.people.roles[who.role].needs[flip.skill].weight_millionths = to;
            break;
        case Lever::level: set_level(state, person, flip.skill, to); break;
        case Lever::prerequisite:
            state.learning.enrolments[person][flip.prerequisite].status =
                learning::EnrolmentStatus::finished;
            break;
    }
    return state;
}

// Both in the list and mine first, or mine alone.
bool is_above(State const& state, PersonId person, CourseId mine, CourseId other) {
    for (Advice const& advice : advise(state, person, all).items) {
        if (advice.course == mine) return true;
        if (advice.course == other) return false;
    }
    return false;
}

struct Counts {
    std::array<int, 5> flips{};  // by Lever
    int unreachable = 0;
};

void expect_flips_hold(State const& state, PersonId person, CourseId mine, Counts& counts) {
    WhyNot const why = why_not(state, person, mine);
    if (!why.comparison) return;
    CourseId const other = why.comparison->other;
    double size = 0;
    for (Flip const& flip : why.comparison->flips) {
        EXPECT_TRUE(is_above(changed(state, person, mine, flip, flip.to), person, mine, other));
        EXPECT_GE(flip.size, size);
        size = flip.size;
        ++counts.flips[static_cast<std::size_t>(flip.lever)];
        bool const has_steps = flip.lever == Lever::rating || flip.lever == Lever::price ||
                               flip.lever == Lever::weight;
        if (!has_steps) continue;
        bool const is_rising = flip.lever == Lever::rating ||
                               (flip.lever == Lever::weight && flip.to > flip.from.value_or(0));
        std::int64_t const less = flip.to + (is_rising ? -1 : 1);
        if (less < 0) continue;  // the first rating there is
        EXPECT_FALSE(is_above(changed(state, person, mine, flip, less), person, mine, other));
    }
    counts.unreachable += why.comparison->flips.empty() ? 1 : 0;
}

TEST(flip_search, a_flip_turns_the_order_and_one_step_less_does_not) {
    Counts counts;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        State const state = random_company(seed);
        for (int number = 1; number <= 6; ++number) {
            PersonId const person{test::Firm::raw(1, number)};
            AdviceList const list = advise(state, person, 6);
            for (Advice const& advice : list.items) {
                expect_flips_hold(state, person, advice.course, counts);
            }
        }
    }
    for (int const count : counts.flips) EXPECT_GT(count, 3);
}

// Where halving says that a weight cannot do it, no weight on a fine comb can.
TEST(flip_search, what_no_weight_is_said_to_do_no_weight_does) {
    int tried = 0;
    State state = random_company(5);
    for (auto const& [person, facts] : state.people.people) {
        AdviceList const list = advise(state, person, 2);
        if (list.items.size() < 2) continue;
        CourseId const mine = list.items[1].course;
        WhyNot const why = why_not(state, person, mine);
        bool has_weight = false;
        for (Flip const& flip : why.comparison->flips) has_weight |= flip.lever == Lever::weight;
        if (has_weight) continue;
        auto const needs = state.people.roles[facts.role].needs;
        for (auto const& [skill, need] : needs) {
            Flip const flip{Lever::weight, skill, {}, {}, 0, 0};
            for (std::int64_t weight = 0; weight <= limits::million; weight += 50'000) {
                EXPECT_FALSE(is_above(changed(state, person, mine, flip, weight), person, mine,
                                      list.items[0].course));
                ++tried;
            }
        }
    }
    EXPECT_GT(tried, 100);
}

}  // namespace
}  // namespace zhitu::app
