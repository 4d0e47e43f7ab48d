#include "ui/assess_card.h"

#include <gtest/gtest.h>

#include "screen.h"

namespace zhitu::ui {
namespace {

// What is noted of somebody: level 2 of the first skill of the gap, seen by `me`.
people::SkillAssessed noted(std::string_view me, std::string_view whom) {
    Screen screen({.height = 3000, .language = Language::en});
    app::State const& state = screen.store().state();
    screen.view().device.me = person_with_login(state, me);
    PersonId const person = person_with_login(state, whom);
    SkillId const skill = app::gap_of(state, person).front().skill;
    screen.go(Page::person, person.raw);
    EXPECT_TRUE(screen.click("Level 2"));
    EXPECT_TRUE(screen.click(text_of(Word::assess_save, Language::en)));
    people::SkillAssessed const last = state.people.evidence.at(person).back();
    EXPECT_EQ(last.skill, skill);
    return last;
}

TEST(assess_card, of_oneself_it_is_a_statement_of_ones_own) {
    people::SkillAssessed const statement = noted("li.si", "li.si");
    EXPECT_EQ(statement.level, 2);
    EXPECT_EQ(statement.kind, people::EvidenceKind::self);
}

}  // namespace
}  // namespace zhitu::ui
