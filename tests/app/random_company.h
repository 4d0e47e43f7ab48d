#pragma once

#include "app/firm.h"
#include "base/env.h"

namespace zhitu::test {

// Any company within what a merge can bring, from a seed.
inline app::State random_company(std::uint64_t seed) {
    SimulatedEnv env(seed);
    auto const below = [&](std::uint64_t end) { return static_cast<std::int64_t>(env.below(end)); };
    auto const skill = [&] { return Firm::skill(static_cast<int>(below(20))); };
    app::State state;
    for (int number = 1; number <= 30; ++number) {
        catalog::Course& course = state.catalog.courses[Firm::course(number)];
        for (int lift = 0; lift < 3; ++lift) course.teaches[skill()] = {below(3), 1 + below(3)};
        if (below(3) == 0) course.prerequisites = {Firm::course(static_cast<int>(below(40)))};
        if (below(2) == 0) course.rating_millionths = below(5'000'001);
        if (below(2) == 0) course.price_minor = below(1'000);
        course.currency = below(2) == 0 ? "RUB" : "CNY";
    }
    for (int number = 1; number <= 20; ++number) {
        PersonId const person{Firm::raw(1, number)};
        people::Person& made = state.people.people[person];
        made.role = RoleId{Firm::raw(4, static_cast<int>(below(4)))};
        made.budget_minor = below(800);
        made.currency = "RUB";
        for (int i = 0; i < 6; ++i) {
            state.people.evidence[person].push_back(
                {skill(), below(4), static_cast<people::EvidenceKind>(below(3)), "2026-01-01", ""});
        }
        auto const course = Firm::course(static_cast<int>(below(30)));
        state.learning.enrolments[person][course].status = learning::EnrolmentStatus::enrolled;
    }
    for (int role = 1; role <= 3; ++role) {
        auto& needs = state.people.roles[RoleId{Firm::raw(4, role)}].needs;
        for (int i = 0; i < 8; ++i) needs[skill()] = {1 + below(3), below(1'000'001)};
    }
    return state;
}

}  // namespace zhitu::test
