#pragma once

// What an import makes of a thing that the company knows already: a field the file does not have
// keeps its value, nothing is removed, and what somebody said here of a synonym stays.

#include "catalog/catalog.h"
#include "people/people.h"

namespace zhitu::app {

catalog::Skill united(catalog::Skill imported, catalog::Skill const& known);
catalog::Course united(catalog::Course imported, catalog::Course const& known);
people::Role united(people::Role imported, people::Role const& known);
people::Team united(people::Team imported, people::Team const& known);
people::Person united(people::Person imported, people::Person const& known);

}  // namespace zhitu::app
