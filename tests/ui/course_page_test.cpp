#include <gtest/gtest.h>

#include "tests/ui/screen.h"
#include "ui/advice_rows.h"

namespace zhitu::ui {

namespace {

CourseId course_named(app::State const& state, std::string_view title) {
    for (auto const& [id, course] : state.catalog.courses) {
        if (course.title.en == title) return id;
    }
    return {};
}

}  // namespace

TEST(course_page, answers_whether_it_is_for_me) {
    Screen screen({.language = Language::en});
    auto const list = app::advise(screen.store().state(), screen.view().device.me, 1);
    screen.go(Page::course, list.items[0].course.raw);
    EXPECT_TRUE(screen.says("For you: " + score_text(list.items[0])));
    EXPECT_TRUE(screen.says("Sum " + score_text(list.items[0])));
    EXPECT_TRUE(screen.says("What it teaches"));
    EXPECT_TRUE(screen.says("you are at "));
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_TRUE(screen.says("under way"));
    EXPECT_TRUE(screen.says("no longer recommended"));
    ASSERT_TRUE(screen.click("Withdraw"));
    EXPECT_TRUE(screen.says("withdrawn"));
}

TEST(course_page, says_which_prerequisites_are_missing) {
    Screen screen({.language = Language::en});
    app::State const& state = screen.store().state();
    for (auto const& [id, course] : state.catalog.courses) {
        if (course.prerequisites.empty()) continue;
        screen.go(Page::course, id.raw);
        EXPECT_TRUE(screen.says("missing") || screen.says("met"));
        return;
    }
    FAIL() << "the demo has a course with prerequisites";
}

TEST(course_page, an_unknown_price_is_not_free) {
    Screen screen({.language = Language::en, .is_demo = false});
    catalog::Course course;
    course.title.en = "No price";
    ASSERT_TRUE(screen.store().dispatch(app::SaveCourse{course}));
    screen.go(Page::course, catalog::course_id(course).raw);
    EXPECT_TRUE(screen.says("price unknown"));
    EXPECT_FALSE(screen.says("free"));
}

TEST(course_page, a_deleted_course_can_be_brought_back) {
    Screen screen({.language = Language::en});
    CourseId const id = course_named(screen.store().state(), "Containers in practice");
    screen.go(Page::course, id.raw);
    ASSERT_TRUE(screen.click("Delete the course"));
    ASSERT_TRUE(screen.click("Delete all the same"));
    EXPECT_FALSE(screen.store().state().catalog.courses.contains(id));
    EXPECT_TRUE(screen.says("Deleted: Containers in practice"));
    ASSERT_TRUE(screen.click("Undo"));
    EXPECT_TRUE(screen.store().state().catalog.courses.contains(id));
}

TEST(course_page, a_course_that_is_gone_leads_on) {
    Screen screen({.language = Language::en});
    screen.go(Page::course, RawId{9});
    EXPECT_TRUE(screen.says("no longer in the catalog"));
    ASSERT_TRUE(screen.click("Go to the catalog"));
    EXPECT_EQ(screen.view().route.page, Page::catalog);
}

}  // namespace zhitu::ui
