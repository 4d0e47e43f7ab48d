#pragma once

// What a row of an enrolment file changes about one learner and one course.

#include <optional>
#include <string>

#include "app/import_tally.h"
#include "exchange/import_table.h"
#include "learning/learning.h"

namespace zhitu::app {

// Nobody enrolled yet: added. The same status, or an older one than is known: same. A row without a
// date only moves on what is under way; a row with one moves on from that day, and back to enrolled
// only from a later one. So the same rows again, in any order, change nothing.
Effect effect_of(exchange::EnrolmentRow const& row, learning::Enrolment const* known);

learning::EnrolmentStatus status_of(exchange::EnrolmentRow const& row);

// The event of the row; `today` where it has no date.
vault::Op enrolment_op(PersonId person, CourseId course, exchange::EnrolmentRow const& row,
                       std::string const& today);

// "enrolled", "withdrawn", "finished"
char const* to_word(learning::EnrolmentStatus status);

}  // namespace zhitu::app
