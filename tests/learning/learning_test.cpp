#include "learning/learning.h"

#include <gtest/gtest.h>

#include "support/scribe.h"

namespace zhitu::learning {
namespace {

struct Room {
    test::Scribe scribe;
    State state;
    PersonId person{natural_id("test_person", "li.si")};
    CourseId course{natural_id("course", "c1")};
    UnitId unit{natural_id("unit", "c1 a1")};

    void tell(vault::Ops ops) {
        for (auto const& key : scribe.write(std::move(ops))) {
            apply(state, key, scribe.ledger.find(key));
        }
    }
    Enrolment const* enrolment() const { return find_enrolment(state, person, course); }
};

TEST(learning, an_enrolled_learner_has_taken_the_course) {
    Room room;
    EXPECT_FALSE(is_taken(room.state, room.person, room.course));
    room.tell({event_op(room.person, LearnerEnrolled{room.course, "2026-11-20"})});
    ASSERT_NE(room.enrolment(), nullptr);
    EXPECT_EQ(room.enrolment()->status, EnrolmentStatus::enrolled);
    EXPECT_EQ(room.enrolment()->since, "2026-11-20");
    EXPECT_TRUE(is_taken(room.state, room.person, room.course));
}

TEST(learning, withdrawing_frees_the_course_and_keeps_what_was_learned) {
    Room room;
    room.tell({event_op(room.person, LearnerEnrolled{room.course, "2026-11-01"}),
               event_op(room.person, UnitFinished{room.course, room.unit, "2026-11-02"}),
               event_op(room.person, LearnerWithdrawn{room.course, "2026-11-03"})});
    EXPECT_EQ(room.enrolment()->status, EnrolmentStatus::withdrawn);
    EXPECT_TRUE(room.enrolment()->units_finished.contains(room.unit));
    EXPECT_FALSE(is_taken(room.state, room.person, room.course));
}

TEST(learning, a_retracted_enrolment_never_was) {
    Room room;
    room.tell({event_op(room.person, LearnerEnrolled{room.course, "2026-11-20"})});
    room.tell(room.scribe.ledger.inverse({room.scribe.last_id}));
    EXPECT_EQ(room.enrolment(), nullptr);
}

TEST(learning, an_enrolment_keeps_its_earliest_date_whatever_came_later) {
    Room room;
    room.tell({event_op(room.person, LearnerEnrolled{room.course, ""})});
    EXPECT_EQ(room.enrolment()->first, "");
    room.tell({event_op(room.person, CourseFinished{room.course, "2026-11-09"})});
    room.tell({event_op(room.person, UnitFinished{room.course, room.unit, "2026-11-02"})});
    room.tell({event_op(room.person, LearnerWithdrawn{room.course, "2026-11-12"})});
    EXPECT_EQ(room.enrolment()->first, "2026-11-02");
    EXPECT_EQ(room.enrolment()->since, "2026-11-12");
}

TEST(learning, a_finished_course_stays_taken) {
    Room room;
    room.tell({event_op(room.person, LearnerEnrolled{room.course, "2026-11-01"}),
               event_op(room.person, CourseFinished{room.course, "2026-11-09"})});
    EXPECT_EQ(room.enrolment()->status, EnrolmentStatus::finished);
    EXPECT_TRUE(is_taken(room.state, room.person, room.course));
}

TEST(learning, a_unit_that_arrives_before_its_enrolment_is_kept) {
    Room room;
    room.tell({event_op(room.person, UnitFinished{room.course, room.unit, "2026-11-02"})});
    ASSERT_NE(room.enrolment(), nullptr);
    EXPECT_EQ(room.enrolment()->units_finished.size(), 1u);
}

TEST(learning, an_event_that_cannot_be_read_changes_nothing) {
    Room room;
    vault::Op bad = event_op(room.person, LearnerEnrolled{room.course, "2026-11-20"});
    bad.value.set("course", Json("not an id"));
    vault::Op other = event_op(room.person, LearnerEnrolled{room.course, "2026-11-20"});
    other.value.set("k", Json("learner_teleported"));
    room.tell({bad, other});
    EXPECT_EQ(room.enrolment(), nullptr);
}

TEST(learning, a_dismissed_course_stays_dismissed_until_it_is_restored) {
    Room room;
    CourseDismissed const event{room.course, DismissReason::too_long, "2026-11-20", "12 h!"};
    room.tell({event_op(room.person, event)});
    ASSERT_TRUE(is_dismissed(room.state, room.person, room.course));
    EXPECT_EQ(*find_dismissal(room.state, room.person, room.course),
              (Dismissal{DismissReason::too_long, "2026-11-20", "12 h!"}));
    EXPECT_EQ(room.enrolment(), nullptr);
    room.tell({event_op(room.person, CourseRestored{room.course, "2026-11-21"})});
    EXPECT_FALSE(is_dismissed(room.state, room.person, room.course));
    EXPECT_TRUE(room.state.dismissals.empty());
}

TEST(learning, a_reason_we_do_not_know_is_another_one) {
    Room room;
    for (DismissReason reason : dismiss_reasons) {
        EXPECT_EQ(dismiss_reason_from_word(to_word(reason)), reason);
    }
    vault::Op op = event_op(room.person, CourseDismissed{room.course, {}, "2026-11-20", {}});
    op.value.set("reason", Json("out_of_fashion"));
    room.tell({op});
    ASSERT_TRUE(is_dismissed(room.state, room.person, room.course));
    EXPECT_EQ(find_dismissal(room.state, room.person, room.course)->reason, DismissReason::other);
}

TEST(learning, interactions_stand_by_date_and_enrol_nobody) {
    Room room;
    InteractionRecorded const late{room.course, "click", "2026-11-20"};
    InteractionRecorded const early{room.course, "view", "2026-01-02"};
    InteractionRecorded const undated{room.course, "", ""};
    room.tell({event_op(room.person, late), event_op(room.person, early),
               event_op(room.person, undated)});
    EXPECT_EQ(room.state.interactions[room.person],
              (std::vector<InteractionRecorded>{undated, early, late}));
    EXPECT_TRUE(room.state.enrolments.empty());
}

TEST(learning, a_recommendation_is_unique_for_person_and_course) {
    Room room;
    RawId const id = recommendation_id(room.person, room.course);
    vault::EntityKey const key{recommendation_kind, id};
    Recommendation const first{room.person, room.course, 900'000, "S0-4.3"};
    room.tell(vault::edit_ops(key, room.person.raw, Recommendation{}, first));
    Recommendation second = first;
    second.score_millionths = 500'000;
    room.tell(vault::edit_ops(key, room.person.raw, first, second));
    ASSERT_EQ(room.state.recommendations.size(), 1u);
    EXPECT_EQ(room.state.recommendations.begin()->second, second);
}

}  // namespace
}  // namespace zhitu::learning
