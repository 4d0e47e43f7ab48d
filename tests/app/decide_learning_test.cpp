#include "app/decide.h"

#include <gtest/gtest.h>

#include "app/company.h"

namespace zhitu::app {
namespace {

struct Class : test::Company {
    PersonId person = add_person("li.si");
    CourseId course = add_course("Go");

    UnitId add_unit(char const* order) {
        catalog::Unit unit;
        unit.course = course;
        unit.order = order;
        unit.title.en = order;
        UnitId const id = catalog::unit_id(course, order);
        ZT_ASSERT(store.record(vault::edit_ops(catalog::key_of(id), {}, catalog::Unit{}, unit))
                      .is_ok());
        return id;
    }
    learning::Enrolment const* enrolment() const {
        return learning::find_enrolment(store.state().learning, person, course);
    }
};

TEST(decide_learning, enrolling_twice_changes_nothing) {
    Class room;
    ASSERT_TRUE(room.store.dispatch(EnrollLearner{room.person, room.course}));
    Digest const before = room.store.state_digest();
    auto const again = room.store.dispatch(EnrollLearner{room.person, room.course});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again.value().changes.empty());
    EXPECT_EQ(room.store.state_digest(), before);
}

TEST(decide_learning, unknown_ids_are_refused) {
    Class room;
    PersonId const nobody{natural_id("person", "nobody")};
    CourseId const nothing{natural_id("course", "nothing")};
    int refused_count = 0;
    for (auto const& [person, course] :
         {std::pair(nobody, room.course), std::pair(room.person, nothing)}) {
        for (auto const& answer : {room.store.dispatch(EnrollLearner{person, course}),
                                   room.store.dispatch(WithdrawLearner{person, course}),
                                   room.store.dispatch(FinishUnit{person, course, UnitId{}})}) {
            ASSERT_FALSE(answer);
            EXPECT_EQ(answer.error().code, ErrorCode::not_found);
            ++refused_count;
        }
    }
    EXPECT_GT(refused_count, 0);
}

TEST(decide_learning, withdrawing_what_was_never_taken_changes_nothing) {
    Class room;
    auto const answer = room.store.dispatch(WithdrawLearner{room.person, room.course});
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer.value().changes.empty());
}

TEST(decide_learning, the_last_unit_finishes_the_course) {
    Class room;
    UnitId const first = room.add_unit("a1");
    UnitId const second = room.add_unit("a2");
    ASSERT_TRUE(room.store.dispatch(EnrollLearner{room.person, room.course}));
    ASSERT_TRUE(room.store.dispatch(FinishUnit{room.person, room.course, first}));
    EXPECT_EQ(room.enrolment()->status, learning::EnrolmentStatus::enrolled);
    auto const last = room.store.dispatch(FinishUnit{room.person, room.course, second});
    ASSERT_TRUE(last);
    EXPECT_EQ(room.enrolment()->status, learning::EnrolmentStatus::finished);
    ASSERT_TRUE(room.store.undo(last.value()));
    EXPECT_EQ(room.enrolment()->status, learning::EnrolmentStatus::enrolled);
    EXPECT_EQ(room.enrolment()->units_finished.size(), 1u);
}

TEST(decide_learning, a_unit_is_finished_by_those_enrolled_only) {
    Class room;
    UnitId const unit = room.add_unit("a1");
    auto const answer = room.store.dispatch(FinishUnit{room.person, room.course, unit});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error(), (Error{ErrorCode::not_found, {"enrolment"}}));
}

TEST(decide_learning, a_course_without_units_is_one_unit) {
    Class room;
    FinishUnit const implicit{room.person, room.course, UnitId{}};
    EXPECT_EQ(room.store.dispatch(implicit).error(), (Error{ErrorCode::not_found, {"enrolment"}}));
    ASSERT_TRUE(room.store.dispatch(EnrollLearner{room.person, room.course}));
    auto const done = room.store.dispatch(implicit);
    ASSERT_TRUE(done);
    EXPECT_EQ(room.enrolment()->status, learning::EnrolmentStatus::finished);
    ASSERT_TRUE(room.store.undo(done.value()));
    EXPECT_EQ(room.enrolment()->status, learning::EnrolmentStatus::enrolled);
    room.add_unit("a1");
    EXPECT_EQ(room.store.dispatch(implicit).error(), (Error{ErrorCode::not_found, {"unit"}}));
}

TEST(decide_learning, a_course_is_finished_whole_and_once) {
    Class room;
    room.add_unit("a1");
    FinishCourse const wish{room.person, room.course};
    EXPECT_EQ(room.store.dispatch(wish).error(), (Error{ErrorCode::not_found, {"enrolment"}}));
    ASSERT_TRUE(room.store.dispatch(EnrollLearner{room.person, room.course}));
    ASSERT_TRUE(room.store.dispatch(wish));
    EXPECT_EQ(room.enrolment()->status, learning::EnrolmentStatus::finished);
    EXPECT_TRUE(room.store.dispatch(wish).value().changes.empty());
}

TEST(decide_learning, a_course_is_dismissed_with_a_reason_and_restored) {
    Class room;
    auto const& learning = room.store.state().learning;
    DismissCourse const wish{room.person, room.course, learning::DismissReason::too_long, " 1 年 "};
    ASSERT_TRUE(room.store.dispatch(wish));
    EXPECT_EQ(learning::find_dismissal(learning, room.person, room.course)->note, "1 年");
    EXPECT_TRUE(room.store.dispatch(wish).value().changes.empty());
    DismissCourse other = wish;
    other.reason = learning::DismissReason::known_already;
    EXPECT_FALSE(room.store.dispatch(other).value().changes.empty());
    ASSERT_TRUE(room.store.dispatch(RestoreCourse{room.person, room.course}));
    EXPECT_FALSE(learning::is_dismissed(learning, room.person, room.course));
    EXPECT_TRUE(
        room.store.dispatch(RestoreCourse{room.person, room.course}).value().changes.empty());
}

TEST(decide_learning, a_note_is_counted_in_characters) {
    Class room;
    DismissCourse wish{room.person, room.course};
    for (std::size_t count = 0; count < limits::note_max; ++count) wish.note += "长";
    EXPECT_TRUE(room.store.dispatch(wish));
    wish.note += "长";
    EXPECT_EQ(room.store.dispatch(wish).error().code, ErrorCode::too_long);
    wish.course = CourseId{natural_id("course", "nothing")};
    EXPECT_EQ(room.store.dispatch(wish).error().code, ErrorCode::not_found);
}

TEST(decide_learning, who_enrols_dismisses_no_more) {
    Class room;
    ASSERT_TRUE(room.store.dispatch(DismissCourse{room.person, room.course}));
    auto const enrolled = room.store.dispatch(EnrollLearner{room.person, room.course});
    ASSERT_TRUE(enrolled);
    auto const& learning = room.store.state().learning;
    EXPECT_FALSE(learning::is_dismissed(learning, room.person, room.course));
    ASSERT_TRUE(room.store.undo(enrolled.value()));
    EXPECT_TRUE(learning::is_dismissed(learning, room.person, room.course));
}

TEST(decide_learning, a_dismissal_outlives_its_course) {
    Class room;
    ASSERT_TRUE(room.store.dispatch(DismissCourse{room.person, room.course}));
    ASSERT_TRUE(room.store.dispatch(DeleteCourse{room.course}));
    room.add_course("Go");
    EXPECT_TRUE(learning::is_dismissed(room.store.state().learning, room.person, room.course));
}

}  // namespace
}  // namespace zhitu::app
