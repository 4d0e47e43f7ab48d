#include <gtest/gtest.h>

#include "screen.h"
#include "ui/words.h"

namespace zhitu::ui {
namespace {

TEST(team_page, everybody_is_on_the_list_and_leads_to_their_page) {
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
