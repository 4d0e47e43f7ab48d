#pragma once

// The one domain state: what every area makes of the ledger.

#include "assessment/assessment.h"
#include "catalog/catalog.h"
#include "learning/learning.h"
#include "people/people.h"

namespace zhitu::app {

struct State {
    catalog::State catalog;
    people::State people;
    learning::State learning;
    assessment::State assessment;
    std::uint64_t version = 0;  // moves with every accepted change; indexes are tagged with it

    bool is_empty() const {
        return catalog.courses.empty() && people.people.empty() && people.company.name.is_empty();
    }
};

// Routes one touched entity to its area. Total.
void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity);

}  // namespace zhitu::app
