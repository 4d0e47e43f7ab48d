#include "ui/person_standing.h"

#include <gtest/gtest.h>

#include "screen.h"

namespace zhitu::ui {
namespace {

TEST(person_standing, the_radar_says_the_levels_of_the_weightiest_skills) {
    Screen screen({.height = 3000});
    app::State const& state = screen.store().state();
    PersonId const person = person_with_login(state, "li.si");
    screen.go(Page::person, person.raw);
    auto const rows = app::gap_of(state, person);
    ASSERT_GE(rows.size(), 3u);
    std::size_t said_count = 0;
    for (app::GapRow const& row : rows) {
        SemanticNode const* const node =
            screen.find(AriaRole::listitem, state.catalog.skills.at(row.skill).name.zh);
        if (node == nullptr) continue;
        EXPECT_EQ(node->value, std::to_string(row.level) + " / " + std::to_string(row.need.level));
        ++said_count;
    }
    EXPECT_EQ(said_count, std::min<std::size_t>(rows.size(), 12));
}

TEST(person_standing, a_new_statement_stands_first) {
    Screen screen({.height = 3000, .language = Language::en});
    app::State const& state = screen.store().state();
    PersonId const person = person_with_login(state, "li.si");
    SkillId const skill = app::gap_of(state, person).front().skill;
    people::SkillAssessed statement;
    statement.skill = skill;
    statement.level = 3;
    statement.kind = people::EvidenceKind::manager;
    statement.on = "2026-11-21";
    ASSERT_TRUE(screen.store().dispatch(app::AssessSkill{person, statement}));
    screen.go(Page::person, person.raw);
    EXPECT_TRUE(screen.says("21 Nov 2026 · " + state.catalog.skills.at(skill).name.en));
}

TEST(person_standing, who_has_no_statement_is_told_so) {
    Screen screen({.height = 3000});
    app::State const& state = screen.store().state();
    people::Person person = state.people.people.at(person_with_login(state, "li.si"));
    person.login = "nobody.yet";
    ASSERT_TRUE(screen.store().dispatch(app::SavePerson{person}));
    screen.go(Page::person, person_with_login(state, "nobody.yet").raw);
    EXPECT_TRUE(screen.says(text_of(Word::evidence_empty, Language::zh)));
}

}  // namespace
}  // namespace zhitu::ui
