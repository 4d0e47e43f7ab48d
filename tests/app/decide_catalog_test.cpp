#include "app/decide.h"

#include <gtest/gtest.h>

#include "app/company.h"

namespace zhitu::app {
namespace {

TEST(decide_catalog, a_course_title_is_counted_in_characters) {
    test::Company company;
    std::string title;
    for (std::size_t count = 0; count < limits::course_title_max; ++count) title += "课";
    catalog::Course course;
    course.title.zh = title;
    EXPECT_TRUE(company.store.dispatch(SaveCourse{course}));
    course.title.zh = title + "程";
    auto const refused = company.store.dispatch(SaveCourse{course});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::too_long);
}

TEST(decide_catalog, values_out_of_range_are_refused) {
    test::Company company;
    std::vector<catalog::Course> bad(7);
    for (auto& course : bad) course.title.en = "Go";
    bad[0].popularity_millionths = 1'000'001;
    bad[1].popularity_millionths = -1;
    bad[2].duration_minutes = 0;
    bad[3].duration_minutes = -5;
    bad[4].price_minor = -1;
    bad[4].currency = "CNY";
    bad[5].price_minor = 100;  // no currency
    bad[6].title.en = "   ";
    int refused_count = 0;
    for (auto const& course : bad) {
        EXPECT_FALSE(company.store.dispatch(SaveCourse{course}));
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
    bad[0].popularity_millionths = 1'000'000;
    EXPECT_TRUE(company.store.dispatch(SaveCourse{bad[0]}));
}

TEST(decide_catalog, a_cycle_of_prerequisites_is_named) {
    test::Company company;
    CourseId const a = company.add_course("A");
    CourseId const b = company.add_course("B", {a});
    CourseId const c = company.add_course("C", {b});
    catalog::Course edited = company.store.state().catalog.courses.at(a);
    edited.prerequisites = {c};
    auto const refused = company.store.dispatch(SaveCourse{edited, a});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Error{ErrorCode::cycle, {"A → C → B → A"}}));
}

TEST(decide_catalog, adding_what_is_there_is_refused_and_editing_nothing_too) {
    test::Company company;
    company.add_course("Go");
    company.add_skill("go");
    catalog::Course course;
    course.title.en = "Go";
    catalog::Skill skill;
    skill.name.en = "GO";
    EXPECT_EQ(company.store.dispatch(SaveCourse{course}).error().code, ErrorCode::already_exists);
    EXPECT_EQ(company.store.dispatch(SaveSkill{skill}).error().code, ErrorCode::already_exists);
    CourseId const nothing{natural_id("course", "nothing")};
    EXPECT_EQ(company.store.dispatch(SaveCourse{course, nothing}).error().code,
              ErrorCode::not_found);
}

TEST(decide_catalog, a_deleted_course_can_be_added_again) {
    test::Company company;
    CourseId const id = company.add_course("Go");
    ASSERT_TRUE(company.store.dispatch(DeleteCourse{id}));
    EXPECT_FALSE(company.store.state().catalog.courses.contains(id));
    company.add_course("Go");
    EXPECT_TRUE(company.store.state().catalog.courses.contains(id));
}

}  // namespace
}  // namespace zhitu::app
