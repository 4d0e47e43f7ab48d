#include "app/manager_cycles.h"

#include <algorithm>

namespace zhitu::app {

namespace {

PersonId manager_of(Managers const& known, Managers const& wished, PersonId person) {
    auto const wish = wished.find(person);
    if (wish != wished.end()) return wish->second;
    auto const fact = known.find(person);
    return fact == known.end() ? PersonId{} : fact->second;
}

// All circles at least one of whose members has a wish.
std::vector<std::vector<PersonId>> cycles_now(Managers const& known, Managers const& wished) {
    std::vector<std::vector<PersonId>> cycles;
    std::map<PersonId, PersonId> walk_of;  // who was met, and on the walk from whom
    for (auto const& [start, wish] : wished) {
        PersonId at = start;
        while (!at.is_nil() && walk_of.emplace(at, start).second) {
            at = manager_of(known, wished, at);
        }
        bool const is_new = !at.is_nil() && walk_of.at(at) == start;
        if (!is_new) continue;
        std::vector<PersonId> cycle{at};
        for (PersonId next = manager_of(known, wished, at); next != at;
             next = manager_of(known, wished, next)) {
            cycle.push_back(next);
        }
        auto const has_wish = [&](PersonId person) { return wished.contains(person); };
        if (!std::any_of(cycle.begin(), cycle.end(), has_wish)) continue;
        std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
        cycle.push_back(cycle.front());
        cycles.push_back(std::move(cycle));
    }
    return cycles;
}

}  // namespace

std::vector<std::vector<PersonId>> take_out_cycles(Managers const& known, Managers& wished) {
    std::vector<std::vector<PersonId>> all;
    for (;;) {
        std::vector<std::vector<PersonId>> cycles = cycles_now(known, wished);
        if (cycles.empty()) return all;
        for (std::vector<PersonId>& cycle : cycles) {
            for (PersonId person : cycle) wished.erase(person);
            all.push_back(std::move(cycle));
        }
    }
}

}  // namespace zhitu::app
