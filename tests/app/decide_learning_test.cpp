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

}  // namespace
}  // namespace zhitu::app
