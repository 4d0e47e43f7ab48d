#include "app/decide.h"

#include <gtest/gtest.h>

#include "app/company.h"
#include "app/gap_matrix.h"

namespace zhitu::app {
namespace {

people::Person person(std::string login, std::string name) {
    people::Person value;
    value.login = std::move(login);
    value.name.zh = std::move(name);
    return value;
}

std::string repeated(std::string const& text, std::size_t count) {
    std::string all;
    for (std::size_t turn = 0; turn < count; ++turn) all += text;
    return all;
}

TEST(decide_people, a_person_needs_a_login_and_a_name) {
    test::Company company;
    std::vector<std::pair<people::Person, ErrorCode>> const bad{
        {person("", "李四"), ErrorCode::empty_field},
        {person("  ", "李四"), ErrorCode::empty_field},
        {person("li.si", ""), ErrorCode::empty_field},
        {person(repeated("x", limits::login_max + 1), "李四"), ErrorCode::too_long},
        {person("li.si", repeated("李", limits::name_max + 1)), ErrorCode::too_long}};
    int refused_count = 0;
    for (auto const& [wish, code] : bad) {
        auto const answer = company.store.dispatch(SavePerson{wish});
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, code);
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
    EXPECT_TRUE(company.store.dispatch(
        SavePerson{person("li.si", repeated("李", limits::name_max))}));
}

// A department is a name that teams carry, and nobody can delete a team yet; a file of another
// device could. Its people stay, without it, and undo brings it back.
TEST(decide_people, a_team_that_is_deleted_leaves_its_people) {
    test::Company company;
    TeamId const team = people::team_id("研发中心", "订单平台");
    people::Team const made{.name = {"订单平台", ""}, .department = {"研发中心", ""}};
    ASSERT_TRUE(company.store.record(
        vault::edit_ops(people::key_of(team), {}, people::Team{}, made)));
    people::Person wish = person("li.si", "李四");
    wish.team = team;
    ASSERT_TRUE(company.store.dispatch(SavePerson{wish}));
    auto const deleted = company.store.record(
        {{.kind = vault::OpKind::del, .entity = people::key_of(team)}});
    ASSERT_TRUE(deleted);
    people::State const& people = company.store.state().people;
    EXPECT_FALSE(people.teams.contains(team));
    ASSERT_EQ(people.people.size(), 1u);
    EXPECT_EQ(gap_matrix(company.store.state(), {team, {}}).people.size(), 1u);
    ASSERT_TRUE(company.store.record(company.store.ledger().inverse(deleted.value().changes)));
    EXPECT_EQ(people.teams.at(team), made);
}

TEST(decide_people, a_login_is_taken_once) {
    test::Company company;
    PersonId const id = company.add_person("li.si");
    auto const again = company.store.dispatch(SavePerson{person("LI.SI", "李思")});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::already_exists);
    EXPECT_TRUE(company.store.dispatch(SavePerson{person("li.si", "李思"), id}));
    EXPECT_EQ(company.store.state().people.people.at(id).name.zh, "李思");
    EXPECT_EQ(company.store.state().people.people.size(), 1u);
}

TEST(decide_people, editing_nobody_is_refused) {
    test::Company company;
    auto const answer =
        company.store.dispatch(SavePerson{person("x", "X"), PersonId{natural_id("p", "nobody")}});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::not_found);
}

TEST(decide_people, a_circle_of_managers_is_refused_by_name) {
    test::Company company;
    PersonId const li = company.add_person("li.si", "李四");
    PersonId const wang = company.add_person("wang.jing", "王静");
    people::Person edited = company.store.state().people.people.at(li);
    edited.manager = wang;
    ASSERT_TRUE(company.store.dispatch(SavePerson{edited, li}));
    edited = company.store.state().people.people.at(wang);
    edited.manager = li;
    auto const refused = company.store.dispatch(SavePerson{edited, wang});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Error{ErrorCode::cycle, {"王静 → 李四 → 王静"}}));
    edited.manager = wang;
    EXPECT_FALSE(company.store.dispatch(SavePerson{edited, wang}));
}

people::Role role_wanting(SkillId skill, people::Need need) {
    people::Role role;
    role.name.zh = "后端工程师";
    role.needs[skill] = need;
    return role;
}

TEST(decide_people, a_role_is_saved_edited_and_deleted) {
    test::Company company;
    SkillId const skill = company.add_skill("go");
    people::Role role = role_wanting(skill, {2, 500'000});
    RoleId const id = people::role_id("后端工程师");
    ASSERT_TRUE(company.store.dispatch(SaveRole{role}));
    auto const& roles = company.store.state().people.roles;
    EXPECT_EQ(company.store.dispatch(SaveRole{role}).error().code, ErrorCode::already_exists);
    role.needs[skill] = {3, 1'000'000};
    ASSERT_TRUE(company.store.dispatch(SaveRole{role, id}));
    EXPECT_EQ(roles.at(id).needs.at(skill), (people::Need{3, 1'000'000}));
    role.needs.clear();
    EXPECT_TRUE(company.store.dispatch(SaveRole{role, id}));  // wants nothing: allowed
    auto const deleted = company.store.dispatch(DeleteRole{id});
    ASSERT_TRUE(deleted);
    EXPECT_TRUE(roles.empty());
    EXPECT_EQ(company.store.dispatch(DeleteRole{id}).error().code, ErrorCode::not_found);
    EXPECT_EQ(company.store.dispatch(SaveRole{role, id}).error().code, ErrorCode::not_found);
    ASSERT_TRUE(company.store.undo(deleted.value()));
    EXPECT_TRUE(roles.at(id).needs.empty());
}

TEST(decide_people, what_is_changed_of_a_role_is_decided_here) {
    test::Company company;
    SkillId const go = company.add_skill("go");
    SkillId const sql = company.add_skill("sql");
    vault::Ops ops = vault::edit_ops(people::key_of(people::role_id("dev")), {}, people::Role{},
                                     people::Role{{"", "dev"}, {{go, {1, 1}}, {sql, {1, 1}}}, {}});
    ASSERT_TRUE(company.store.record(std::move(ops)));  // as an import does
    RoleId const id = people::role_id("dev");
    auto const role = [&]() -> people::Role const& {  // another object after each change
        return company.store.state().people.roles.at(id);
    };
    EXPECT_TRUE(role().decided.empty());
    people::Role wish = role();
    wish.name.en = "developer";
    ASSERT_TRUE(company.store.dispatch(SaveRole{wish, id}));
    EXPECT_TRUE(role().decided.empty());
    wish.needs[go].level = 3;
    ASSERT_TRUE(company.store.dispatch(SaveRole{wish, id}));
    EXPECT_EQ(role().decided, (std::set{go}));
    wish.needs.erase(sql);
    ASSERT_TRUE(company.store.dispatch(SaveRole{wish, id}));
    EXPECT_EQ(role().decided, (std::set{go, sql}));
}

TEST(decide_people, the_old_name_of_a_renamed_role_is_free) {
    test::Company company;
    people::Role role;
    role.name.en = "tester";
    ASSERT_TRUE(company.store.dispatch(SaveRole{role}));
    role.name.en = "quality engineer";
    ASSERT_TRUE(company.store.dispatch(SaveRole{role, people::role_id("tester")}));
    role.name.en = "tester";
    RoleId const next = people::free_role_id(company.store.state().people, "tester");
    ASSERT_TRUE(company.store.dispatch(SaveRole{role}));
    EXPECT_EQ(company.store.state().people.roles.size(), 2u);
    EXPECT_EQ(company.store.state().people.roles.at(next).name.en, "tester");
    EXPECT_EQ(company.store.dispatch(SaveRole{role}).error().code, ErrorCode::already_exists);
}

TEST(decide_people, no_two_roles_share_a_name_in_either_language) {
    test::Company company;
    auto const save = [&company](LocalText const& name, std::optional<RoleId> id = {}) {
        people::Role role;
        role.name = name;
        auto const answer = company.store.dispatch(SaveRole{role, id});
        return answer ? ErrorCode::e_kind : answer.error().code;  // e_kind: none here
    };
    ErrorCode const none = ErrorCode::e_kind;
    EXPECT_EQ(save({"后端", "Backend"}), none);
    EXPECT_EQ(save({"平台", "Platform"}), none);
    EXPECT_EQ(save({"后端开发", " backend "}), ErrorCode::already_exists);
    RoleId const platform = people::role_id("平台");
    EXPECT_EQ(save({"后端", ""}, platform), ErrorCode::already_exists);
    EXPECT_EQ(save({"平台工程", "Platform"}, platform), none);
}

TEST(decide_people, a_role_with_an_impossible_need_is_refused) {
    test::Company company;
    SkillId const skill = company.add_skill("go");
    people::Role crowded;
    crowded.name.zh = "全能";
    for (std::size_t index = 0; index <= limits::role_skills_max; ++index) {
        crowded.needs[company.add_skill("skill " + std::to_string(index))] = {1, 500'000};
    }
    std::pair<people::Role, ErrorCode> const bad[] = {
        {role_wanting(skill, {0, 500'000}), ErrorCode::out_of_range},
        {role_wanting(skill, {4, 500'000}), ErrorCode::out_of_range},
        {role_wanting(skill, {1, 0}), ErrorCode::out_of_range},
        {role_wanting(skill, {1, 1'000'001}), ErrorCode::out_of_range},
        {role_wanting(SkillId{natural_id("skill", "nothing")}, {1, 1}), ErrorCode::not_found},
        {people::Role{}, ErrorCode::empty_field},
        {crowded, ErrorCode::out_of_range}};
    for (auto const& [role, code] : bad) {
        auto const answer = company.store.dispatch(SaveRole{role});
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, code);
    }
    crowded.needs.erase(crowded.needs.begin());
    EXPECT_TRUE(company.store.dispatch(SaveRole{crowded}));
}

TEST(decide_people, a_skill_is_assessed_between_0_and_3) {
    test::Company company;
    PersonId const id = company.add_person("li.si");
    SkillId const skill = company.add_skill("go");
    int refused_count = 0;
    for (std::int64_t level : {-1, 4, 300}) {
        AssessSkill wish{id, {}};
        wish.statement.skill = skill;
        wish.statement.level = level;
        auto const answer = company.store.dispatch(wish);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, ErrorCode::out_of_range);
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
    AssessSkill wish{id, {}};
    wish.statement.skill = skill;
    wish.statement.level = 3;
    ASSERT_TRUE(company.store.dispatch(wish));
    EXPECT_EQ(people::current_skills(company.store.state().people, id).at(skill).level, 3);
}

TEST(decide_people, a_level_is_noted_by_who_may_judge_and_by_nobody_else) {
    test::Company company;
    PersonId const li = company.add_person("li.si");
    PersonId const stranger = company.add_person("zhao.wu");
    people::Person employee = company.store.state().people.people.at(stranger);
    employee.access = "employee";
    ASSERT_TRUE(company.store.dispatch(SavePerson{employee, stranger}));
    AssessSkill wish{li, {}};
    wish.statement.skill = company.add_skill("go");
    wish.statement.level = 2;
    Error const refused{ErrorCode::not_allowed, {"statement"}};
    EXPECT_EQ(company.store.dispatch(wish, stranger).error(), refused);
    EXPECT_TRUE(people::current_skills(company.store.state().people, li).empty());
    EXPECT_TRUE(company.store.dispatch(wish, li));
    EXPECT_EQ(people::current_skills(company.store.state().people, li).size(), 1u);
}

}  // namespace
}  // namespace zhitu::app
