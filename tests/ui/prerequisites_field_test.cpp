#include "ui/prerequisites_field.h"

#include <gtest/gtest.h>

#include "screen.h"
#include "ui/words.h"

namespace zhitu::ui {
namespace {

constexpr char const* basics = "分布式架构入门";
constexpr char const* advanced = "微服务架构进阶";  // after the basics, in the demo

char const* zh(Word word) { return text_of(word, Language::zh); }

CourseId course_named(Screen& screen, std::string_view title) {
    for (auto const& [id, course] : screen.store().state().catalog.courses) {
        if (course.title.zh == title) return id;
    }
    return {};
}

std::set<CourseId> const& before(Screen& screen, CourseId course) {
    return screen.store().state().catalog.courses.at(course).prerequisites;
}

void save(Screen& screen) {
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::save)));
    screen.settle();
}

TEST(prerequisites_field, a_course_is_chosen_saved_and_dropped_again) {
    Screen screen({.height = 2000});
    CourseId const first = course_named(screen, basics);
    CourseId const course = course_named(screen, "容器技术实战");
    ASSERT_FALSE(first.is_nil() || course.is_nil());
    ASSERT_FALSE(before(screen, course).contains(first));
    screen.go(Page::add_course, course.raw);
    ASSERT_TRUE(screen.choose_option(zh(Word::field_prerequisites), basics));
    save(screen);
    EXPECT_TRUE(before(screen, course).contains(first));

    screen.go(Page::add_course, course.raw);
    std::string const drop = fill(zh(Word::drop_prerequisite), {basics});
    ASSERT_TRUE(screen.click(AriaRole::button, drop));
    save(screen);
    EXPECT_FALSE(before(screen, course).contains(first));
}

TEST(prerequisites_field, a_circle_is_named_beside_the_field_and_nothing_is_saved) {
    Screen screen({.height = 2000});
    CourseId const first = course_named(screen, basics);
    ASSERT_TRUE(before(screen, course_named(screen, advanced)).contains(first));
    Digest const digest = screen.store().state_digest();
    screen.go(Page::add_course, first.raw);
    ASSERT_TRUE(screen.choose_option(zh(Word::field_prerequisites), advanced));
    save(screen);
    EXPECT_EQ(screen.store().state_digest(), digest);
    auto const error = screen.view().form_errors.find(prerequisites_key);
    ASSERT_NE(error, screen.view().form_errors.end());
    EXPECT_NE(error->second.find(basics), std::string::npos) << error->second;
    EXPECT_NE(error->second.find(advanced), std::string::npos) << error->second;
    EXPECT_TRUE(screen.says(error->second));
}

TEST(prerequisites_field, neither_itself_nor_what_is_chosen_is_offered) {
    Screen screen({.height = 2000});
    CourseId const course = course_named(screen, advanced);
    screen.go(Page::add_course, course.raw);
    ASSERT_TRUE(screen.click(AriaRole::combobox, zh(Word::field_prerequisites)));
    screen.settle();
    EXPECT_EQ(screen.find(AriaRole::option, advanced), nullptr);
    EXPECT_EQ(screen.find(AriaRole::option, basics), nullptr);
    EXPECT_NE(screen.find(AriaRole::option, "容器技术实战"), nullptr);
}

}  // namespace
}  // namespace zhitu::ui
