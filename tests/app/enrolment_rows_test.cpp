#include "app/enrolment_rows.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

using exchange::EnrolmentStatus;
using Status = learning::EnrolmentStatus;

Effect effect(EnrolmentStatus wished, std::string date, Status known) {
    exchange::EnrolmentRow row;
    row.status = wished;
    row.date = std::move(date);
    learning::Enrolment const now{known, "2026-05-10", {}};
    return effect_of(row, &now);
}

TEST(enrolment_rows, who_is_not_enrolled_yet_is_added) {
    EXPECT_EQ(effect_of({}, nullptr), Effect::added);
}

TEST(enrolment_rows, the_same_status_is_the_same_whatever_the_date) {
    for (char const* date : {"", "2025-01-01", "2026-05-10", "2027-01-01"}) {
        EXPECT_EQ(effect(EnrolmentStatus::enrolled, date, Status::enrolled), Effect::same) << date;
        EXPECT_EQ(effect(EnrolmentStatus::finished, date, Status::finished), Effect::same) << date;
    }
}

TEST(enrolment_rows, what_is_under_way_moves_on_and_what_is_over_stays) {
    EXPECT_EQ(effect(EnrolmentStatus::finished, "", Status::enrolled), Effect::changed);
    EXPECT_EQ(effect(EnrolmentStatus::finished, "2026-05-10", Status::enrolled), Effect::changed);
    EXPECT_EQ(effect(EnrolmentStatus::finished, "2026-05-09", Status::enrolled), Effect::same);
    EXPECT_EQ(effect(EnrolmentStatus::enrolled, "", Status::withdrawn), Effect::same);
    EXPECT_EQ(effect(EnrolmentStatus::enrolled, "2026-05-10", Status::withdrawn), Effect::same);
    EXPECT_EQ(effect(EnrolmentStatus::enrolled, "2026-06-01", Status::withdrawn), Effect::changed);
    EXPECT_EQ(effect(EnrolmentStatus::withdrawn, "", Status::finished), Effect::same);
}

TEST(enrolment_rows, the_event_has_the_rows_date_or_today) {
    exchange::EnrolmentRow row;
    row.status = EnrolmentStatus::finished;
    PersonId const person{{1}};
    CourseId const course{{2}};
    EXPECT_EQ(enrolment_op(person, course, row, "2026-11-20"),
              learning::event_op(person, learning::CourseFinished{course, "2026-11-20"}));
    row.date = "2026-01-02";
    row.status = EnrolmentStatus::withdrawn;
    EXPECT_EQ(enrolment_op(person, course, row, "2026-11-20"),
              learning::event_op(person, learning::LearnerWithdrawn{course, "2026-01-02"}));
}

}  // namespace
}  // namespace zhitu::app
