#include "ui/lifts_field.h"

#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

struct LiftsField : SmallCompany {
    LiftsField() { screen.go(Page::add_course, course.raw); }
    Lifts taught() { return state().catalog.courses.at(course).teaches; }
    bool save() { return screen.click(AriaRole::button, "Save"); }
};

TEST(lifts_field, several_skills_are_taught_each_from_level_to_level) {
    LiftsField form;
    ASSERT_TRUE(form.screen.choose_option("Skills it teaches", "go"));
    ASSERT_TRUE(form.screen.choose_option("go: to level", "Level 3"));
    ASSERT_TRUE(form.screen.choose_option("go: from level", "Level 1"));
    ASSERT_TRUE(form.save());
    EXPECT_EQ(form.taught(), (Lifts{{form.go, {1, 3}}, {form.git, {0, 2}}}));
    form.screen.go(Page::add_course, form.course.raw);
    ASSERT_TRUE(form.screen.click(AriaRole::button, "Not taught: git"));
    ASSERT_TRUE(form.save());
    EXPECT_EQ(form.taught(), (Lifts{{form.go, {1, 3}}}));
}

TEST(lifts_field, saving_without_touching_it_changes_nothing) {
    LiftsField form;
    Digest const digest = form.screen.store().state_digest();
    ASSERT_TRUE(form.save());
    EXPECT_EQ(form.screen.store().state_digest(), digest);
}

TEST(lifts_field, levels_always_rise) {
    LiftsField form;
    ASSERT_TRUE(form.screen.choose_option("git: from level", "Level 2"));
    EXPECT_TRUE(form.screen.says("Level 3"));  // moved along
    ASSERT_TRUE(form.screen.choose_option("git: to level", "Level 1"));
    ASSERT_TRUE(form.save());
    EXPECT_EQ(form.taught(), (Lifts{{form.git, {0, 1}}}));
}

TEST(lifts_field, what_is_chosen_is_not_offered_again) {
    LiftsField form;
    ASSERT_TRUE(form.screen.click(AriaRole::combobox, "Skills it teaches"));
    form.screen.settle();
    EXPECT_EQ(form.screen.find(AriaRole::option, "git"), nullptr);
    EXPECT_NE(form.screen.find(AriaRole::option, "go"), nullptr);
}

}  // namespace zhitu::ui
