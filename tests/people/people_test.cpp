#include "people/people.h"

#include <gtest/gtest.h>

#include "support/scribe.h"

namespace zhitu::people {
namespace {

void tell(test::Scribe& scribe, State& state, vault::Ops ops) {
    for (auto const& key : scribe.write(std::move(ops))) {
        apply(state, key, scribe.ledger.find(key));
    }
}

PersonId person_id(char const* name) { return PersonId{natural_id("test_person", name)}; }
SkillId skill(char const* name) { return SkillId{natural_id("skill", name)}; }

SkillAssessed statement(char const* name, std::int64_t level, EvidenceKind kind, char const* on) {
    SkillAssessed event;
    event.skill = skill(name);
    event.level = level;
    event.kind = kind;
    event.on = on;
    return event;
}

TEST(people, every_field_of_a_person_survives_the_ledger) {
    test::Scribe scribe;
    State state;
    PersonId const id = person_id("li.si");
    Person person;
    person.login = "li.si";
    person.name = {"李四", "Li Si"};
    person.email = "li.si@example.invalid";
    person.team = team_id("研发中心", "订单平台");
    person.role = role_id("Backend engineer");
    person.manager = person_id("wang.jing");
    person.access = "employee";
    person.hired = "2021-03-15";
    person.weekly_minutes = 360;
    person.budget_minor = 300'000;
    person.currency = "CNY";
    tell(scribe, state, vault::edit_ops(key_of(id), id.raw, Person{}, person));
    EXPECT_EQ(state.people[id], person);
}

TEST(people, company_team_and_role_survive_the_ledger) {
    test::Scribe scribe;
    State state;
    Company const company{{"榫舟科技", "Sunzhou"}, true};
    Team const team{{"订单平台", "Orders"}, {"研发中心", "Engineering"}};
    Role role{{"后端工程师", "Backend engineer"}, {}};
    role.needs[skill("distributed")] = {3, 900'000};
    TeamId const team_key = team_id("研发中心", "订单平台");
    RoleId const role_key = role_id("Backend engineer");
    tell(scribe, state, vault::edit_ops(company_key(), {}, Company{}, company));
    tell(scribe, state, vault::edit_ops(key_of(team_key), {}, Team{}, team));
    tell(scribe, state, vault::edit_ops(key_of(role_key), {}, Role{}, role));
    EXPECT_EQ(state.company, company);
    EXPECT_EQ(state.teams[team_key], team);
    EXPECT_EQ(state.roles[role_key], role);
}

TEST(people, a_test_outweighs_an_opinion_and_newer_outweighs_older) {
    test::Scribe scribe;
    State state;
    PersonId const id = person_id("li.si");
    tell(scribe, state,
         {skill_assessed_op(id, statement("go", 2, EvidenceKind::test, "2026-03-01")),
          skill_assessed_op(id, statement("go", 3, EvidenceKind::self, "2026-09-01")),
          skill_assessed_op(id, statement("sql", 1, EvidenceKind::self, "2026-09-01")),
          skill_assessed_op(id, statement("sql", 2, EvidenceKind::self, "2026-02-01"))});
    auto const current = current_skills(state, id);
    ASSERT_EQ(current.size(), 2u);
    EXPECT_EQ(current.find(skill("go"))->second.level, 2);
    EXPECT_EQ(current.find(skill("sql"))->second.level, 1);
}

// Each pair as it stands by date; `wins` is the level that counts.
TEST(people, a_passed_course_lifts_and_never_lowers_a_test) {
    struct Pair {
        SkillAssessed earlier;
        SkillAssessed later;
        std::int64_t wins;
    };
    auto const passed = [](std::int64_t level, char const* on) {
        SkillAssessed made = statement("go", level, EvidenceKind::test, on);
        made.course = CourseId{{1}};
        return made;
    };
    auto const tested = [](std::int64_t level, char const* on) {
        return statement("go", level, EvidenceKind::test, on);
    };
    Pair const pairs[] = {
        {passed(3, "2026-01-01"), passed(1, "2026-02-01"), 3},  // a later, easier course
        {passed(1, "2026-01-01"), passed(3, "2026-02-01"), 3},
        {tested(3, "2026-01-01"), passed(1, "2026-02-01"), 3},
        {passed(3, "2026-01-01"), tested(1, "2026-02-01"), 1},  // a newer test of the level
        {tested(3, "2026-01-01"), tested(1, "2026-02-01"), 1},
        {statement("go", 3, EvidenceKind::manager, "2026-01-01"), passed(1, "2026-02-01"), 1},
    };
    PersonId const id = person_id("li.si");
    for (Pair const& pair : pairs) {
        State state;
        state.evidence[id] = {pair.earlier, pair.later};
        EXPECT_EQ(current_skills(state, id).begin()->second.level, pair.wins);
    }
    EXPECT_GT(std::size(pairs), 0u);
}

TEST(people, statements_stand_by_date) {
    test::Scribe scribe;
    State state;
    PersonId const id = person_id("li.si");
    tell(scribe, state,
         {skill_assessed_op(id, statement("go", 2, EvidenceKind::self, "2026-09-01")),
          skill_assessed_op(id, statement("go", 1, EvidenceKind::self, "2026-02-01"))});
    ASSERT_EQ(state.evidence[id].size(), 2u);
    EXPECT_EQ(state.evidence[id][0].on, "2026-02-01");
}

TEST(people, a_statement_that_cannot_be_read_is_passed_over) {
    test::Scribe scribe;
    State state;
    PersonId const id = person_id("li.si");
    vault::Op const good =
        skill_assessed_op(id, statement("go", 2, EvidenceKind::self, "2026-09-01"));
    int bad_count = 0;
    for (auto const& [key, value] : std::vector<std::pair<char const*, Json>>{
             {"level", Json(4)}, {"level", Json(-1)}, {"level", Json("2")}, {"kind", Json("boss")},
             {"skill", Json("x")}, {"k", Json("other")}, {"k", Json(1)}}) {
        vault::Op bad = good;
        bad.value.set(key, value);
        tell(scribe, state, {bad});
        EXPECT_FALSE(state.evidence.contains(id)) << key;
        ++bad_count;
    }
    EXPECT_GT(bad_count, 0);
    tell(scribe, state, {good});
    EXPECT_EQ(state.evidence[id].size(), 1u);
}

TEST(people, logins_are_found_whatever_their_capitals) {
    State state;
    state.people[person_id("a")].login = "Li.Si";
    EXPECT_EQ(find_by_login(state, " li.si "), person_id("a"));
    EXPECT_FALSE(find_by_login(state, "wang").has_value());
}

TEST(people, evidence_of_a_result_names_its_course) {
    test::Scribe scribe;
    State state;
    PersonId const id = person_id("li.si");
    SkillAssessed event = statement("go", 2, EvidenceKind::test, "2026-09-01");
    event.course = CourseId{natural_id("course", "c3")};
    tell(scribe, state, {skill_assessed_op(id, event)});
    ASSERT_EQ(state.evidence[id].size(), 1u);
    EXPECT_EQ(state.evidence[id][0], event);
}

TEST(people, what_somebody_last_said_of_themselves) {
    State state;
    PersonId const id = person_id("li.si");
    EXPECT_TRUE(self_stated(state, id).empty());
    state.evidence[id] = {statement("go", 3, EvidenceKind::self, "2026-01-01"),
                          statement("go", 1, EvidenceKind::self, "2026-02-01"),
                          statement("go", 2, EvidenceKind::test, "2026-03-01")};
    EXPECT_EQ(self_stated(state, id), (std::map<SkillId, std::int64_t>{{skill("go"), 1}}));
}

TEST(people, a_new_role_gets_an_id_that_no_other_has) {
    State state;
    EXPECT_EQ(free_role_id(state, "dev"), role_id("dev"));
    state.roles[role_id("dev")].name.en = "developer";
    RoleId const next = free_role_id(state, "dev");
    EXPECT_NE(next, role_id("dev"));
    EXPECT_EQ(free_role_id(state, "dev"), next);
    state.roles[next].name.en = "dev";
    EXPECT_NE(free_role_id(state, "dev"), next);
}

TEST(people, a_circle_of_managers_is_found_and_an_old_one_ends_the_search) {
    State state;
    PersonId const a = person_id("a");
    PersonId const b = person_id("b");
    PersonId const c = person_id("c");
    state.people[a].manager = b;
    state.people[b].manager = c;
    state.people[c] = {};
    EXPECT_EQ(find_manager_cycle(state, c, a), (std::vector<PersonId>{c, a, b, c}));
    EXPECT_EQ(find_manager_cycle(state, a, a), (std::vector<PersonId>{a, a}));
    EXPECT_TRUE(find_manager_cycle(state, a, c).empty());
    EXPECT_TRUE(find_manager_cycle(state, a, PersonId{}).empty());
    state.people[c].manager = b;  // as a merge can leave it
    EXPECT_TRUE(find_manager_cycle(state, a, b).empty());
}

TEST(people, a_need_outside_its_bounds_is_not_read) {
    SkillId read_skill;
    Need need;
    EXPECT_TRUE(pair_from_json(pair_to_json(skill("go"), {3, 900'000}), read_skill, need));
    EXPECT_EQ(need, (Need{3, 900'000}));
    int bad_count = 0;
    for (Need const& bad : {Need{0, 1}, Need{4, 1}, Need{1, -1}, Need{1, 1'000'001}}) {
        EXPECT_FALSE(pair_from_json(pair_to_json(skill("go"), bad), read_skill, need));
        ++bad_count;
    }
    EXPECT_GT(bad_count, 0);
}

}  // namespace
}  // namespace zhitu::people
