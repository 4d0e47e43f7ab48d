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

TEST(assess_card, who_may_not_judge_somebody_does_not_see_it) {
    Screen screen({.height = 3000, .language = Language::en});
    app::State const& state = screen.store().state();
    PersonId const me = person_with_login(state, "li.si");
    people::Person employee = state.people.people.at(me);
    employee.access = "employee";
    ASSERT_TRUE(screen.store().dispatch(app::SavePerson{employee, me}));
    screen.view().device.me = me;
    int hidden_count = 0;
    for (auto const& [id, person] : state.people.people) {
        if (id == me || app::gap_of(state, id).empty()) continue;
        screen.go(Page::person, id.raw);
        EXPECT_EQ(screen.find(text_of(Word::assess_save, Language::en)), nullptr);
        if (++hidden_count == 3) break;
    }
    EXPECT_EQ(hidden_count, 3);
}

}  // namespace
}  // namespace zhitu::ui
