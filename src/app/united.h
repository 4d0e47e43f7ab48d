#pragma once

// What an import makes of a thing that the company knows already: a field the file does not have
// keeps its value, nothing is removed, and what somebody decided here stays: synonyms and their
// weights, the name of a role and its needs.

#include "catalog/catalog.h"
#include "people/people.h"

namespace zhitu::app {

catalog::Skill united(catalog::Skill imported, catalog::Skill const& known);
catalog::Course united(catalog::Course imported, catalog::Course const& known);
people::Role united(people::Role imported, people::Role const& known);
people::Team united(people::Team imported, people::Team const& known);
people::Person united(people::Person imported, people::Person const& known);

// What somebody decided here of a thing, and the thing as if nobody had.
template <class T>
bool has_decisions(T const&) {
    return false;
}
inline bool has_decisions(catalog::Skill const& skill) { return !skill.weighed.empty(); }
inline bool has_decisions(people::Role const& role) { return !role.decided.empty(); }
template <class T>
T undecided(T thing) {
    return thing;
}
inline catalog::Skill undecided(catalog::Skill skill) {
    skill.weighed.clear();
    return skill;
}
inline people::Role undecided(people::Role role) {
    role.decided.clear();
    return role;
}

}  // namespace zhitu::app
