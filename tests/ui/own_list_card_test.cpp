#include "ui/own_list_card.h"

#include <gtest/gtest.h>

#include "screen.h"
#include "ui/format.h"

namespace zhitu::ui {
namespace {

TEST(own_list_card, the_figures_are_those_of_the_company) {
    Screen screen({.height = 3000});
    screen.go(Page::lab);
    app::OwnListReport const report = app::evaluate_own_list(screen.store().state(), 5);
    ASSERT_GT(report.people_count, 0u);
    ASSERT_TRUE(report.advice.pairs.f1.has_value());
    EXPECT_TRUE(screen.says(fixed_text(*report.advice.pairs.f1, 3)));
    EXPECT_TRUE(screen.says(text_of(Word::own_list_relevance, Language::zh)));
    EXPECT_EQ(screen.view().own_list.reports.size(), app::own_list_k_max);
}

TEST(own_list_card, another_length_gives_its_own_figures) {
    Screen screen({.height = 3000, .language = Language::en});
    screen.go(Page::lab);
    ASSERT_TRUE(screen.click("first 10"));
    EXPECT_EQ(screen.view().choices["own_list.k"], 10);
    app::OwnListReport const report = app::evaluate_own_list(screen.store().state(), 10);
    EXPECT_TRUE(screen.says(fixed_text(report.advice.pairs.precision.value_or(0), 3)));
}

TEST(own_list_card, few_people_are_said_to_be_few) {
    Screen screen({.height = 3000, .language = Language::en, .is_demo = false});
    people::Person person;
    person.login = "solo";
    person.name.en = "Solo";
    ASSERT_TRUE(screen.store().dispatch(app::SavePerson{person}));
    screen.view().device.me = person_with_login(screen.store().state(), "solo");
    screen.go(Page::lab);
    EXPECT_TRUE(screen.says(text_of(Word::own_list_nobody, Language::en)));
    catalog::Course course;
    course.title.en = "Kafka in a week";
    ASSERT_TRUE(screen.store().dispatch(app::SaveCourse{course}));
    CourseId const id = screen.store().state().catalog.courses.begin()->first;
    ASSERT_TRUE(screen.store().dispatch(app::EnrollLearner{screen.view().device.me, id}));
    screen.settle();
    EXPECT_FALSE(screen.says("their list starts from level 0"));
    people::SkillAssessed said;
    said.skill = catalog::skill_id("go");
    said.on = screen.view().today;
    catalog::Skill go;
    go.name.en = "go";
    ASSERT_TRUE(screen.store().dispatch(app::SaveSkill{go}));
    ASSERT_TRUE(screen.store().dispatch(app::AssessSkill{screen.view().device.me, said}));
    screen.settle();
    EXPECT_TRUE(screen.says("their list starts from level 0"));
    EXPECT_TRUE(screen.says("Only 1 people have enrolled, fewer than 30"));
}

}  // namespace
}  // namespace zhitu::ui
