#include "ui/navigation.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"

namespace zhitu::ui {

namespace {

std::vector<Page> pages_of(app::State const& state, PersonId me) {
    std::vector<Page> out;
    for (NavigationEntry const& entry : navigation_entries(state, me)) out.push_back(entry.page);
    return out;
}

app::State company_of(char const* access, PersonId& id) {
    app::State state;
    id.raw[0] = 1;
    state.people.people[id].access = access;
    return state;
}

}  // namespace

TEST(navigation, employees_see_their_own_pages) {
    PersonId me;
    app::State const state = company_of("employee", me);
    EXPECT_EQ(pages_of(state, me), (std::vector<Page>{Page::today, Page::catalog, Page::my_skills,
                                                      Page::data}));
    EXPECT_FALSE(is_manager(state, me));
}

TEST(navigation, managers_and_the_company_itself_see_the_team) {
    PersonId me;
    for (char const* const access : {"manager", "training_admin"}) {
        app::State const state = company_of(access, me);
        EXPECT_EQ(pages_of(state, me),
                  (std::vector<Page>{Page::today, Page::catalog, Page::my_skills, Page::team,
                                     Page::roles, Page::skills, Page::lab, Page::data}));
    }
    app::State const state = company_of("employee", me);
    EXPECT_EQ(pages_of(state, PersonId{}), (std::vector<Page>{Page::today, Page::catalog,
                                                              Page::team, Page::roles,
                                                              Page::skills, Page::lab,
                                                              Page::data}));
}

TEST(navigation, the_shape_follows_the_width) {
    EXPECT_EQ(navigation_shape(320), NavigationShape::bottom);
    EXPECT_EQ(navigation_shape(599), NavigationShape::bottom);
    EXPECT_EQ(navigation_shape(600), NavigationShape::rail);
    EXPECT_EQ(navigation_shape(899), NavigationShape::rail);
    EXPECT_EQ(navigation_shape(900), NavigationShape::column);
}

TEST(navigation, every_entry_leads_to_its_page_at_every_width) {
    for (float const width : {320.f, 700.f, 1280.f}) {
        Screen screen({.width = width, .language = Language::en});
        auto const entries =
            navigation_entries(screen.store().state(), screen.view().device.me);
        for (NavigationEntry const& entry : entries) {
            Word const word = width < 900 ? entry.short_word : entry.word;
            std::string const name = text_of(word, Language::en);
            if (screen.find(AriaRole::link, name) == nullptr) {
                ASSERT_TRUE(screen.click("More")) << name;
            }
            ASSERT_TRUE(screen.click(AriaRole::link, name)) << name;
            EXPECT_EQ(screen.view().route.page, entry.page) << name;
        }
    }
}

TEST(navigation, the_present_page_is_marked) {
    Screen screen({.language = Language::zh});
    ASSERT_TRUE(screen.click("实验室"));
    EXPECT_NE(screen.find(AriaRole::link, "实验室")->flags & node_selected, 0u);
    EXPECT_EQ(screen.find(AriaRole::link, "今日")->flags & node_selected, 0u);
}

}  // namespace zhitu::ui
