#include "ui/reading.h"

#include <gtest/gtest.h>

#include "app/progress.h"
#include "tests/ui/screen.h"

namespace zhitu::ui {

TEST(reading, units_are_read_and_ticked_off) {
    Screen screen({.height = 1'600, .language = Language::en});
    app::State const& state = screen.store().state();
    PersonId const me = screen.view().device.me;
    CourseId const course = app::advise(state, me, 1).items[0].course;
    screen.go(Page::course, course.raw);
    EXPECT_TRUE(screen.says("Enrol to keep track"));
    EXPECT_EQ(screen.find("Mark this unit done"), nullptr);
    ASSERT_TRUE(screen.click("Enrol"));
    screen.view().toasts.clear();
    ASSERT_TRUE(screen.click("Mark this unit done"));
    EXPECT_EQ(app::progress_of(state, me, course).finished, 1u);
    screen.view().toasts.clear();
    ASSERT_TRUE(screen.click("Next unit"));
    ASSERT_TRUE(screen.click("Mark this unit done"));
    EXPECT_EQ(app::progress_of(state, me, course).finished, 2u);
}

TEST(reading, the_open_unit_shows_its_text_in_the_language) {
    Screen screen({.height = 1'600, .language = Language::zh});
    app::State const& state = screen.store().state();
    CourseId const course = state.catalog.units_of.begin()->first;
    UnitId const second = state.catalog.units_of.begin()->second[1];
    screen.go(Page::course, course.raw);
    std::string const& title = state.catalog.units.at(second).title.zh;
    ASSERT_TRUE(screen.click("2. " + title));
    EXPECT_NE(screen.find(AriaRole::heading, title), nullptr);
    EXPECT_NE(screen.find("2. " + title)->flags & node_selected, 0u);
}

TEST(reading, a_course_without_units_is_finished_whole) {
    Screen screen({.height = 1'600, .language = Language::en});
    app::State const& state = screen.store().state();
    PersonId const me = screen.view().device.me;
    catalog::Course course;
    course.title.en = "Elsewhere";
    ASSERT_TRUE(screen.store().dispatch(app::SaveCourse{course}));
    CourseId const id = catalog::course_id(course);
    screen.go(Page::course, id.raw);
    EXPECT_EQ(screen.find("Mark the course finished"), nullptr);
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_TRUE(screen.says("Progress: 0 of 1"));
    ASSERT_TRUE(screen.click("Mark the course finished"));
    EXPECT_TRUE(screen.says("Progress: 1 of 1"));
    EXPECT_EQ(app::progress_of(state, me, id).finished, 1u);
}

TEST(reading, a_course_without_units_says_so) {
    Screen screen({.language = Language::en, .is_demo = false});
    catalog::Course course;
    course.title.en = "Elsewhere";
    ASSERT_TRUE(screen.store().dispatch(app::SaveCourse{course}));
    screen.go(Page::course, catalog::course_id(course).raw);
    EXPECT_TRUE(screen.says("The content of this course is not here."));
}

}  // namespace zhitu::ui
