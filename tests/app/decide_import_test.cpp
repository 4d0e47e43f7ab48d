#include "app/decide.h"

#include <gtest/gtest.h>

#include "app/company.h"

namespace zhitu::app {
namespace {

exchange::RosterRow row(std::string login, std::string name, std::string manager = {}) {
    exchange::RosterRow value;
    value.person.login = std::move(login);
    value.person.name.zh = std::move(name);
    value.team.zh = "订单平台";
    value.department.zh = "研发中心";
    value.role_name = "Backend engineer";
    value.manager_login = std::move(manager);
    value.skills = {{"go", 2}, {"sql", 1}};
    return value;
}

exchange::ImportTable table() {
    exchange::ImportTable table;
    table.people = {row("li.si", "李四", "wang.jing"), row("wang.jing", "王静")};
    catalog::Skill skill;
    skill.name.en = "go";
    table.skills[catalog::skill_id("go")] = skill;
    catalog::Course course;
    course.title.en = "Go in practice";
    course.level = 1;
    course.teaches[catalog::skill_id("go")] = {0, 1};
    table.courses[catalog::course_id(course)] = course;
    return table;
}

TEST(decide_import, a_roster_makes_people_with_team_role_manager_and_skills) {
    test::Company company;
    ASSERT_TRUE(company.store.dispatch(ImportFiles{table()}));
    people::State const& people = company.store.state().people;
    ASSERT_EQ(people.people.size(), 2u);
    PersonId const li = *people::find_by_login(people, "li.si");
    PersonId const wang = *people::find_by_login(people, "wang.jing");
    EXPECT_EQ(people.people.at(li).manager, wang);
    EXPECT_TRUE(people.people.at(wang).manager.is_nil());
    EXPECT_EQ(people.teams.at(people.people.at(li).team).name.zh, "订单平台");
    EXPECT_EQ(people.roles.at(people.people.at(li).role).name.en, "Backend engineer");
    EXPECT_EQ(people::current_skills(people, li).at(catalog::skill_id("go")).level, 2);
    EXPECT_TRUE(company.store.state().catalog.skills.contains(catalog::skill_id("sql")));
}

TEST(decide_import, the_same_files_again_change_nothing) {
    test::Company company;
    ASSERT_TRUE(company.store.dispatch(ImportFiles{table()}));
    auto const again = company.store.dispatch(ImportFiles{table()});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again.value().changes.empty());
}

TEST(decide_import, what_the_file_does_not_say_is_kept) {
    test::Company company;
    ASSERT_TRUE(company.store.dispatch(ImportFiles{table()}));
    CourseId const id = table().courses.begin()->first;
    catalog::Course edited = company.store.state().catalog.courses.at(id);
    edited.summary.zh = "我们自己写的简介。";
    edited.duration_minutes = 600;
    ASSERT_TRUE(company.store.dispatch(SaveCourse{edited, id}));
    ASSERT_TRUE(company.store.dispatch(ImportFiles{table()}));
    EXPECT_EQ(company.store.state().catalog.courses.at(id), edited);
}

TEST(decide_import, a_changed_level_is_a_new_statement_beside_the_old) {
    test::Company company;
    ASSERT_TRUE(company.store.dispatch(ImportFiles{table()}));
    exchange::ImportTable later = table();
    later.people[0].skills["go"] = 3;
    ASSERT_TRUE(company.store.dispatch(ImportFiles{later}));
    people::State const& people = company.store.state().people;
    PersonId const li = *people::find_by_login(people, "li.si");
    EXPECT_EQ(people.evidence.at(li).size(), 3u);
    EXPECT_EQ(people::current_skills(people, li).at(catalog::skill_id("go")).level, 3);
}

TEST(decide_import, undo_takes_the_whole_import_back) {
    test::Company company;
    PersonId const person = company.add_person("old");
    auto const done = company.store.dispatch(ImportFiles{table()});
    ASSERT_TRUE(done);
    ASSERT_TRUE(company.store.undo(done.value()));
    people::State const& people = company.store.state().people;
    EXPECT_TRUE(people.people.contains(person));
    EXPECT_EQ(people.people.size(), 1u);
    EXPECT_TRUE(people.teams.empty());
    EXPECT_TRUE(company.store.state().catalog.courses.empty());
}

}  // namespace
}  // namespace zhitu::app
