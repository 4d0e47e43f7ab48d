#include <gtest/gtest.h>

#include "screen.h"
#include "ui/team_view.h"
#include "ui/typed_fields.h"
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

TEST(team_page, what_is_missing_can_be_added_up_by_hand) {
    Screen screen({.height = 3000, .language = Language::en});
    screen.go(Page::team);
    TeamView const& team = screen.view().team;
    ASSERT_FALSE(team.parts.empty());
    int bars_count = 0;
    for (std::size_t skill = 0; skill < team.parts.size(); ++skill) {
        std::int64_t sum = 0;
        for (app::PriorityPart const& part : team.parts[skill]) {
            sum += part.levels * part.weight_millionths;
            bool const is_one = part.levels == 1;
            EXPECT_TRUE(screen.says(std::to_string(part.levels) + (is_one ? " level" : " levels") +
                                    " × " + weight_text(part.weight_millionths)));
        }
        std::string const priority = weight_text(sum);
        EXPECT_TRUE(screen.says(") × 1 = " + priority));
        SemanticNode const* const bar = screen.find(
            AriaRole::listitem, screen.store().state().catalog.skills.at(
                                    team.matrix.skills[skill]).name.en);
        ASSERT_NE(bar, nullptr);
        EXPECT_EQ(bar->value, priority);
        ++bars_count;
    }
    EXPECT_GT(bars_count, 0);
}

TEST(team_page, a_department_narrows_people_and_teams) {
    Screen screen({.height = 3000, .language = Language::en});
    screen.go(Page::team);
    people::State const& people = screen.store().state().people;
    people::Team const& first = people.teams.begin()->second;
    ASSERT_TRUE(screen.choose_option("Department", first.department.en));
    std::size_t in_count = 0;
    for (auto const& [id, person] : people.people) {
        auto const team = people.teams.find(person.team);
        in_count += team != people.teams.end() && team->second.department == first.department;
    }
    EXPECT_EQ(screen.view().team.matrix.people.size(), in_count);
    EXPECT_LT(in_count, people.people.size());
    ASSERT_TRUE(screen.click(AriaRole::combobox, "Team"));
    int others_count = 0;
    for (auto const& [id, team] : people.teams) {
        bool const is_offered = screen.find(AriaRole::option, team.name.en) != nullptr;
        EXPECT_EQ(is_offered, team.department == first.department) << team.name.en;
        others_count += !is_offered;
    }
    EXPECT_GT(others_count, 0);
}

}  // namespace
}  // namespace zhitu::ui
