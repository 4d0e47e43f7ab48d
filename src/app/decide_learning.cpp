#include "app/decide.h"

#include <algorithm>

namespace zhitu::app {

namespace {

bool finishes_course(State const& state, FinishUnit const& wish) {
    auto const units = state.catalog.units_of.find(wish.course);
    auto const* enrolment = learning::find_enrolment(state.learning, wish.person, wish.course);
    if (units == state.catalog.units_of.end() || enrolment == nullptr) return false;
    return std::all_of(units->second.begin(), units->second.end(), [&](UnitId unit) {
        return unit == wish.unit || enrolment->units_finished.contains(unit);
    });
}

bool is_finished(State const& state, PersonId person, CourseId course) {
    auto const* enrolment = learning::find_enrolment(state.learning, person, course);
    return enrolment != nullptr && enrolment->status == learning::EnrolmentStatus::finished;
}

}  // namespace

// Already enrolled or finished: nothing to do. Who takes a course dismisses it no more. Errors:
// not_found (person, course).
Result<vault::Ops> decide(State const& state, EnrollLearner const& wish, Context const& context) {
    if (auto error = check_pair(state, wish.person, wish.course)) return *error;
    if (learning::is_taken(state.learning, wish.person, wish.course)) return vault::Ops{};
    learning::LearnerEnrolled const event{wish.course, context.today};
    vault::Ops ops{learning::event_op(wish.person, event)};
    if (learning::is_dismissed(state.learning, wish.person, wish.course)) {
        learning::CourseRestored const restored{wish.course, context.today};
        ops.push_back(learning::event_op(wish.person, restored));
    }
    return ops;
}

// Not enrolled, or finished already: nothing to do. Errors: not_found (person, course).
Result<vault::Ops> decide(State const& state, WithdrawLearner const& wish,
                          Context const& context) {
    if (auto error = check_pair(state, wish.person, wish.course)) return *error;
    auto const* enrolment = learning::find_enrolment(state.learning, wish.person, wish.course);
    bool const is_enrolled =
        enrolment != nullptr && enrolment->status == learning::EnrolmentStatus::enrolled;
    if (!is_enrolled) return vault::Ops{};
    learning::LearnerWithdrawn const event{wish.course, context.today};
    return vault::Ops{learning::event_op(wish.person, event)};
}

// The last open unit finishes the course too; nil is the implicit unit of a course that has none.
// Errors: not_found (person, course, unit, enrolment).
Result<vault::Ops> decide(State const& state, FinishUnit const& wish, Context const& context) {
    if (auto error = check_pair(state, wish.person, wish.course)) return *error;
    if (wish.unit.is_nil() && !state.catalog.units_of.contains(wish.course)) {
        return decide(state, FinishCourse{wish.person, wish.course}, context);
    }
    auto const unit = state.catalog.units.find(wish.unit);
    if (unit == state.catalog.units.end() || unit->second.course != wish.course) {
        return Error{ErrorCode::not_found, {"unit"}};
    }
    if (!learning::is_taken(state.learning, wish.person, wish.course)) {
        return Error{ErrorCode::not_found, {"enrolment"}};
    }
    auto const* enrolment = learning::find_enrolment(state.learning, wish.person, wish.course);
    if (enrolment->units_finished.contains(wish.unit)) return vault::Ops{};
    vault::Ops ops{learning::event_op(
        wish.person, learning::UnitFinished{wish.course, wish.unit, context.today})};
    if (finishes_course(state, wish)) {
        learning::CourseFinished const finished{wish.course, context.today};
        ops.push_back(learning::event_op(wish.person, finished));
    }
    return ops;
}

// Finished already: nothing to do. Errors: not_found (person, course, enrolment).
Result<vault::Ops> decide(State const& state, FinishCourse const& wish, Context const& context) {
    if (auto error = check_pair(state, wish.person, wish.course)) return *error;
    if (!learning::is_taken(state.learning, wish.person, wish.course)) {
        return Error{ErrorCode::not_found, {"enrolment"}};
    }
    if (is_finished(state, wish.person, wish.course)) return vault::Ops{};
    learning::CourseFinished const event{wish.course, context.today};
    return vault::Ops{learning::event_op(wish.person, event)};
}

// The same reason and note again: nothing to do. Errors: not_found (person, course), too_long.
Result<vault::Ops> decide(State const& state, DismissCourse const& wish, Context const& context) {
    if (auto error = check_pair(state, wish.person, wish.course)) return *error;
    std::string const note(trimmed(wish.note));
    vault::TextBounds const bounds{limits::note_max};
    if (auto error = vault::check_value("note", note, bounds)) return *error;
    auto const* before = learning::find_dismissal(state.learning, wish.person, wish.course);
    bool const is_same =
        before != nullptr && before->reason == wish.reason && before->note == note;
    if (is_same) return vault::Ops{};
    learning::CourseDismissed const event{wish.course, wish.reason, context.today, note};
    return vault::Ops{learning::event_op(wish.person, event)};
}

// Not dismissed: nothing to do. The course may be gone. Errors: not_found (person).
Result<vault::Ops> decide(State const& state, RestoreCourse const& wish, Context const& context) {
    if (!state.people.people.contains(wish.person)) return Error{ErrorCode::not_found, {"person"}};
    if (!learning::is_dismissed(state.learning, wish.person, wish.course)) return vault::Ops{};
    learning::CourseRestored const event{wish.course, context.today};
    return vault::Ops{learning::event_op(wish.person, event)};
}

}  // namespace zhitu::app
