#include "ui/enrolments_card.h"

#include <gtest/gtest.h>

#include "screen.h"

namespace zhitu::ui {
namespace {

TEST(enrolments_card, a_course_just_taken_stands_with_its_progress_and_leads_to_its_page) {
    Screen screen({.height = 3000, .language = Language::en});
    app::State const& state = screen.store().state();
    PersonId const person = person_with_login(state, "zhou.min");
    CourseId course;
    for (auto const& [id, one] : state.catalog.courses) {
        if (!learning::is_taken(state.learning, person, id)) course = id;
    }
    ASSERT_FALSE(course.is_nil());
    ASSERT_TRUE(screen.store().dispatch(app::EnrollLearner{person, course}));
    screen.go(Page::person, person.raw);
    std::string const title = state.catalog.courses.at(course).title.en;
    ASSERT_TRUE(screen.click(AriaRole::link, title));
    EXPECT_EQ(screen.view().route.page, Page::course);
    EXPECT_EQ(CourseId{screen.view().route.subject}, course);
}

TEST(enrolments_card, who_takes_nothing_is_led_to_the_catalog) {
    Screen screen({.height = 3000, .language = Language::en});
    app::State const& state = screen.store().state();
    people::Person person = state.people.people.at(person_with_login(state, "li.si"));
    person.login = "new.here";
    ASSERT_TRUE(screen.store().dispatch(app::SavePerson{person}));
    screen.go(Page::person, person_with_login(state, "new.here").raw);
    EXPECT_TRUE(screen.says(text_of(Word::no_enrolments, Language::en)));
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::to_catalog, Language::en)));
    EXPECT_EQ(screen.view().route.page, Page::catalog);
}

}  // namespace
}  // namespace zhitu::ui
