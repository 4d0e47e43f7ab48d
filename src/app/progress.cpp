#include "app/progress.h"

namespace zhitu::app {

Progress progress_of(State const& state, PersonId person, CourseId course) {
    Progress progress;
    auto const units = state.catalog.units_of.find(course);
    bool const has_units = units != state.catalog.units_of.end();
    if (has_units) progress.count = units->second.size();
    auto const* enrolment = learning::find_enrolment(state.learning, person, course);
    if (enrolment != nullptr && enrolment->status == learning::EnrolmentStatus::finished) {
        progress.finished = progress.count;
        return progress;
    }
    if (!has_units) return progress;
    for (UnitId const unit : units->second) {
        bool const is_finished = enrolment != nullptr && enrolment->units_finished.contains(unit);
        if (is_finished) ++progress.finished;
        if (!is_finished && progress.next.is_nil()) progress.next = unit;
    }
    return progress;
}

}  // namespace zhitu::app
