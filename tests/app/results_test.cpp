#include "app/results.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

using people::EvidenceKind;

TEST(results, a_move_says_from_where_to_where_and_when) {
    State state;
    PersonId const person{{1}};
    CourseId const course{{2}};
    CourseId const other{{3}};
    SkillId const kafka{{4}};
    SkillId const sql{{5}};
    state.people.evidence[person] = {
        {kafka, 1, EvidenceKind::self, "2026-01-01", {}, {}},
        {sql, 3, EvidenceKind::self, "2026-01-01", {}, {}},
        {kafka, 2, EvidenceKind::test, "2026-02-01", {}, course},
        {sql, 1, EvidenceKind::test, "2026-02-01", {}, other},
        {kafka, 1, EvidenceKind::self, "2026-03-01", {}, {}},
        {kafka, 3, EvidenceKind::test, "2026-04-01", {}, course},
    };
    std::vector<SkillMove> const expected{{kafka, 1, 2, "2026-02-01"},
                                          {kafka, 2, 3, "2026-04-01"}};
    EXPECT_EQ(moves_of(state, person, course), expected);
    EXPECT_TRUE(moves_of(state, PersonId{{9}}, course).empty());
}

struct OneSkill {
    PersonId person{{1}};
    CourseId basics{{2}};
    CourseId advanced{{3}};
    SkillId kafka{{4}};
    State state;

    void state_that(std::vector<people::SkillAssessed> statements) {
        state.people.evidence[person] = std::move(statements);
    }
};

TEST(results, a_pass_below_what_was_proved_before_says_what_counts) {
    OneSkill one;
    people::SkillAssessed const high{one.kafka, 3, EvidenceKind::test, "2026-01-01", {},
                                     one.advanced};
    one.state_that({high, {one.kafka, 1, EvidenceKind::test, "2026-02-01", {}, one.basics}});
    std::vector<SkillMove> const expected{{one.kafka, 3, 3, "2026-02-01", high}};
    EXPECT_EQ(moves_of(one.state, one.person, one.basics), expected);
    EXPECT_FALSE(moves_of(one.state, one.person, one.advanced).at(0).instead.has_value());
}

TEST(results, a_result_older_than_a_lower_test_says_that_the_test_counts) {
    OneSkill one;
    people::SkillAssessed const test{one.kafka, 2, EvidenceKind::test, "2026-02-01", {}, {}};
    one.state_that({{one.kafka, 3, EvidenceKind::test, "2026-01-01", {}, one.advanced}, test});
    std::vector<SkillMove> const expected{{one.kafka, 0, 3, "2026-01-01", test}};
    EXPECT_EQ(moves_of(one.state, one.person, one.advanced), expected);
}

TEST(results, a_manager_judges_those_who_report_to_them_and_an_employee_nobody_else) {
    State state;
    PersonId const boss{{1}};
    PersonId const anna{{2}};
    PersonId const ben{{3}};
    PersonId const admin{{4}};
    state.people.people[boss].access = "manager";
    state.people.people[anna] = {.access = "employee"};
    state.people.people[anna].manager = boss;
    state.people.people[ben] = {.access = "employee"};
    state.people.people[ben].manager = anna;
    state.people.people[admin].access = "training_admin";
    EXPECT_TRUE(may_judge(state, anna, anna));
    EXPECT_TRUE(may_judge(state, boss, anna));
    EXPECT_FALSE(may_judge(state, boss, ben));
    EXPECT_FALSE(may_judge(state, anna, boss));
    EXPECT_FALSE(may_judge(state, anna, ben));  // an employee, whoever reports to them
    EXPECT_TRUE(may_judge(state, admin, ben));
    EXPECT_TRUE(may_judge(state, PersonId{}, ben));
    EXPECT_TRUE(may_judge(state, PersonId{{9}}, ben));
}

}  // namespace
}  // namespace zhitu::app
