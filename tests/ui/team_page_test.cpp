#include <gtest/gtest.h>

#include "screen.h"
#include "ui/team_view.h"
#include "ui/words.h"

namespace zhitu::ui {
namespace {

TEST(team_page, everybody_is_on_the_map_and_leads_to_their_page) {
    Screen screen({.height = 3000});
    screen.go(Page::team);
    int links_count = 0;
    for (auto const& [id, person] : screen.store().state().people.people) {
        EXPECT_NE(screen.find(AriaRole::link, person.name.zh), nullptr) << person.login;
        ++links_count;
    }
    EXPECT_EQ(links_count, 50);
    ASSERT_TRUE(screen.click(AriaRole::link, "李四"));
    EXPECT_EQ(screen.view().route.page, Page::person);
    EXPECT_EQ(PersonId{screen.view().route.subject},
              person_with_login(screen.store().state(), "li.si"));
}

TEST(team_page, the_sentence_answers_what_is_lacking_most) {
    Screen screen({.height = 3000, .language = Language::en});
    screen.go(Page::team);
    app::GapMatrix const& matrix = screen.view().team.matrix;
    LocalText const& skill =
        screen.store().state().catalog.skills.at(matrix.skills.front()).name;
    EXPECT_TRUE(screen.says(skill.en + " is lacking most"));
    EXPECT_TRUE(screen.says("the nearest are "));
}

TEST(team_page, another_level_names_other_people) {
    Screen screen({.height = 3000});
    screen.go(Page::team);
    ASSERT_TRUE(screen.click("1"));
    EXPECT_EQ(screen.view().team.level, 1);
    TeamFocus const focus = team_focus(screen.view().team.matrix, {}, 1);
    EXPECT_EQ(focus.level, 1);
}

TEST(team_page, a_filter_nobody_passes_leads_back) {
    Screen screen({.height = 3000});
    screen.go(Page::team);
    screen.view().team.filter.team = TeamId{RawId{{1}}};
    screen.settle();
    EXPECT_TRUE(screen.says(text_of(Word::team_filter_empty, Language::zh)));
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::team_filter_clear, Language::zh)));
    EXPECT_EQ(screen.view().team.matrix.people.size(), 50u);
}

TEST(team_page, an_empty_team_says_what_to_do) {
    Screen screen({.is_demo = false});
    ASSERT_TRUE(screen.store().dispatch(app::NameCompany{{"空", "Empty"}, false}));
    screen.go(Page::team);
    EXPECT_TRUE(screen.says(text_of(Word::team_empty, Language::zh)));
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::add_person, Language::zh)));
    EXPECT_EQ(screen.view().route.page, Page::add_person);
}

}  // namespace
}  // namespace zhitu::ui
