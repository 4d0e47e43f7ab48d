#include "app/enrolment_rows.h"

namespace zhitu::app {

using learning::EnrolmentStatus;

learning::EnrolmentStatus status_of(exchange::EnrolmentRow const& row) {
    switch (row.status) {
        case exchange::EnrolmentStatus::enrolled: return EnrolmentStatus::enrolled;
        case exchange::EnrolmentStatus::finished: return EnrolmentStatus::finished;
        case exchange::EnrolmentStatus::withdrawn: return EnrolmentStatus::withdrawn;
    }
    return EnrolmentStatus::enrolled;
}

Effect effect_of(exchange::EnrolmentRow const& row, learning::Enrolment const* known) {
    if (known == nullptr) return Effect::added;
    EnrolmentStatus const wished = status_of(row);
    if (wished == known->status) return Effect::same;
    bool const is_under_way = known->status == EnrolmentStatus::enrolled;
    bool const is_later = !row.date.empty() && row.date > known->since;
    bool const is_next = is_under_way && (row.date.empty() || row.date == known->since);
    return is_later || is_next ? Effect::changed : Effect::same;
}

vault::Op enrolment_op(PersonId person, CourseId course, exchange::EnrolmentRow const& row,
                       std::string const& today) {
    std::string const on = row.date.empty() ? today : row.date;
    switch (row.status) {
        case exchange::EnrolmentStatus::finished:
            return learning::event_op(person, learning::CourseFinished{course, on});
        case exchange::EnrolmentStatus::withdrawn:
            return learning::event_op(person, learning::LearnerWithdrawn{course, on});
        case exchange::EnrolmentStatus::enrolled: break;
    }
    return learning::event_op(person, learning::LearnerEnrolled{course, on});
}

char const* to_word(learning::EnrolmentStatus status) {
    switch (status) {
        case EnrolmentStatus::enrolled: return "enrolled";
        case EnrolmentStatus::withdrawn: return "withdrawn";
        case EnrolmentStatus::finished: return "finished";
    }
    return "enrolled";
}

}  // namespace zhitu::app
