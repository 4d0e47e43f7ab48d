#include "app/decide.h"

#include <algorithm>

namespace zhitu::app {

namespace {

std::optional<Error> check_pair(State const& state, PersonId person, CourseId course) {
    if (!state.people.people.contains(person)) return Error{ErrorCode::not_found, {"person"}};
    if (!state.catalog.courses.contains(course)) return Error{ErrorCode::not_found, {"course"}};
    return std::nullopt;
}

bool finishes_course(State const& state, FinishUnit const& wish) {
    auto const units = state.catalog.units_of.find(wish.course);
    auto const* enrolment = learning::find_enrolment(state.learning, wish.person, wish.course);
    if (units == state.catalog.units_of.end() || enrolment == nullptr) return false;
    return std::all_of(units->second.begin(), units->second.end(), [&](UnitId unit) {
        return unit == wish.unit || enrolment->units_finished.contains(unit);
    });
}

}  // namespace

// Already enrolled or finished: nothing to do. Errors: not_found (person, course).
Result<vault::Ops> decide(State const& state, EnrollLearner const& wish, Context const& context) {
    if (auto error = check_pair(state, wish.person, wish.course)) return *error;
    if (learning::is_taken(state.learning, wish.person, wish.course)) return vault::Ops{};
    learning::LearnerEnrolled const event{wish.course, context.today};
    return vault::Ops{learning::event_op(wish.person, event)};
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

// The last open unit finishes the course too. Errors: not_found (person, course, unit, enrolment).
Result<vault::Ops> decide(State const& state, FinishUnit const& wish, Context const& context) {
    if (auto error = check_pair(state, wish.person, wish.course)) return *error;
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

}  // namespace zhitu::app
