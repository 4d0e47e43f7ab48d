#include <gtest/gtest.h>

#include "app/results.h"
#include "tests/ui/screen.h"
#include "ui/format.h"
#include "ui/labels.h"

namespace zhitu::ui {

TEST(person_page, shows_priority_as_the_product_it_is) {
    Screen screen({.language = Language::en});
    screen.go(Page::my_skills);
    auto const rows = app::gap_of(screen.store().state(), screen.view().device.me);
    ASSERT_FALSE(rows.empty());
    std::string const product =
        count_text(rows[0].gap()) + " × " + millionths_text(rows[0].need.weight_millionths, 2) +
        " × 1 = " + millionths_text(rows[0].priority_millionths(), 2);
    EXPECT_TRUE(screen.says(product)) << product;
    EXPECT_TRUE(screen.says("Priority = gap × weight × urgency"));
}

TEST(person_page, a_statement_of_ones_own_is_noted) {
    Screen screen({.height = 1'200, .language = Language::en});
    PersonId const me = screen.view().device.me;
    screen.go(Page::my_skills);
    auto const skill = app::gap_of(screen.store().state(), me)[0].skill;
    ASSERT_TRUE(screen.click("Level 3"));
    ASSERT_TRUE(screen.click("Note it"));
    auto const& evidence = screen.store().state().people.evidence.at(me);
    EXPECT_EQ(evidence.back().skill, skill);
    EXPECT_EQ(evidence.back().level, 3);
    EXPECT_EQ(evidence.back().kind, people::EvidenceKind::self);
    EXPECT_TRUE(screen.says("Noted: "));
}

TEST(person_page, of_somebody_else_the_manager_speaks) {
    Screen screen({.height = 1'200, .language = Language::en});
    app::State const& state = screen.store().state();
    PersonId other;
    for (auto const& [id, person] : state.people.people) {
        PersonId const me = screen.view().device.me;
        bool const is_judged = id != me && app::may_judge(state, me, id);
        if (is_judged && !app::gap_of(state, id).empty()) other = id;
    }
    screen.go(Page::person, other.raw);
    ASSERT_TRUE(screen.click("Note it"));
    EXPECT_EQ(state.people.evidence.at(other).back().kind, people::EvidenceKind::manager);
    screen.view().toasts.clear();
    ASSERT_TRUE(screen.click("Act as this person"));
    EXPECT_EQ(screen.view().device.me, other);
    EXPECT_EQ(screen.view().route.page, Page::today);
}

TEST(person_page, an_employee_sees_nobody_else) {
    Screen screen({.language = Language::en});
    app::State const& state = screen.store().state();
    PersonId employee;
    PersonId other;
    for (auto const& [id, person] : state.people.people) {
        if (person.access == "employee") (employee.is_nil() ? employee : other) = id;
    }
    screen.view().device.me = employee;
    screen.go(Page::person, other.raw);
    EXPECT_TRUE(screen.says("no longer on the list"));
    EXPECT_FALSE(screen.says(state.people.people.at(other).name.en));
}

}  // namespace zhitu::ui
