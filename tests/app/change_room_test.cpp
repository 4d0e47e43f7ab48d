#include "app/change_room.h"

#include <gtest/gtest.h>

#include "app/company.h"

namespace zhitu::app {
namespace {

TEST(ChangeRoom, the_first_op_begins_a_change_and_a_thousand_fill_it) {
    ChangeRoom room;
    EXPECT_TRUE(room.takes_next(1));
    for (std::size_t i = 1; i < limits::change_ops_max; ++i) EXPECT_FALSE(room.takes_next(1));
    EXPECT_TRUE(room.takes_next(1));
    EXPECT_FALSE(room.takes_next(1));
}

TEST(ChangeRoom, an_op_that_would_be_too_much_begins_the_next_change) {
    ChangeRoom room;
    std::size_t const half = limits::change_bytes_max / 2;
    EXPECT_TRUE(room.takes_next(half));
    EXPECT_FALSE(room.takes_next(half - 2'048));
    EXPECT_TRUE(room.takes_next(1));
    EXPECT_TRUE(room.takes_next(limits::change_bytes_max));  // alone in its change
    EXPECT_TRUE(room.takes_next(1));
}

TEST(ChangeRoom, an_op_longer_than_a_change_fits_nowhere) {
    EXPECT_TRUE(ChangeRoom::fits(limits::change_bytes_max - 2'048));
    EXPECT_FALSE(ChangeRoom::fits(limits::change_bytes_max - 2'047));
}

TEST(ChangeRoom, an_op_reserves_a_ref_for_each_value_it_overwrites) {
    test::Company company;
    SkillId const skill = company.add_skill("go");
    vault::Op const name = vault::set_op(catalog::key_of(skill), "name_en", Json("Go"));
    vault::Op const other = vault::set_op(catalog::key_of(SkillId{{9}}), "name_en", Json("Go"));
    vault::Ledger const& ledger = company.store.ledger();
    EXPECT_EQ(replaces_bytes(ledger, name), 2 * replaces_bytes(ledger, other));
}

TEST(ChangeRoom, content_for_a_deleted_thing_shows_it_again) {
    test::Company company;
    CourseId const course = company.add_course("Go");
    vault::Op const title = vault::set_op(catalog::key_of(course), "title_en", Json("Go 2"));
    vault::Op const event = vault::evt_op(catalog::key_of(course), Json("seen"));
    EXPECT_FALSE(is_reviving(company.store.ledger(), title));
    ASSERT_TRUE(company.store.dispatch(DeleteCourse{course}));
    EXPECT_TRUE(is_reviving(company.store.ledger(), title));
    EXPECT_FALSE(is_reviving(company.store.ledger(), event));
}

}  // namespace
}  // namespace zhitu::app
