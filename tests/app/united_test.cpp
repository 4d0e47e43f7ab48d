#include "app/united.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

TEST(united, a_field_the_file_does_not_have_keeps_its_value) {
    catalog::Course known;
    known.title = {"调度", "Scheduling"};
    known.summary.zh = "我们自己写的简介。";
    known.duration_minutes = 600;
    known.price_minor = 9'900;
    known.currency = "CNY";
    known.level = 2;
    known.has_practice = true;
    known.teaches[SkillId{{1}}] = {0, 2};
    EXPECT_EQ(united(catalog::Course{}, known), known);
    people::Person person{.login = "li.si", .name = {"李四", ""}, .team = TeamId{{1}}};
    person.budget_minor = 1;
    person.currency = "CNY";
    EXPECT_EQ(united(people::Person{.login = "li.si"}, person), person);
}

TEST(united, what_the_file_says_wins) {
    catalog::Course known;
    known.level = 1;
    known.teaches[SkillId{{1}}] = {0, 2};
    catalog::Course imported;
    imported.level = 3;
    imported.price_minor = 0;
    imported.currency = "RUB";
    imported.teaches[SkillId{{2}}] = {0, 1};
    EXPECT_EQ(united(imported, known), imported);
    people::Role role{.name = {"", "analyst"}};
    role.needs[SkillId{{1}}] = {3, 900'000};
    EXPECT_EQ(united(role, people::Role{.name = {"分析师", ""}}).needs, role.needs);
    EXPECT_EQ(united(role, people::Role{.name = {"分析师", ""}}).name.zh, "分析师");
}

TEST(united, a_skill_keeps_the_spelling_and_the_synonyms_it_has) {
    catalog::Skill const known{.name = {"", "SQL"}, .synonyms = {{SkillId{{1}}, {500'000}}}};
    catalog::Skill const imported{.name = {"结构化查询", "sql"},
                                  .synonyms = {{SkillId{{1}}, {700'000}}, {SkillId{{2}}, {1}}}};
    catalog::Skill const after = united(imported, known);
    EXPECT_EQ(after.name.en, "SQL");
    EXPECT_EQ(after.name.zh, "结构化查询");
    EXPECT_EQ(after.synonyms, imported.synonyms);
}

TEST(united, a_weight_that_somebody_set_stays) {
    catalog::Skill known{.name = {"", "SQL"}, .synonyms = {{SkillId{{1}}, {500'000}}}};
    known.weighed = {SkillId{{1}}, SkillId{{2}}};  // the second is no synonym any more
    catalog::Skill imported;
    imported.synonyms = {{SkillId{{1}}, {700'000}}, {SkillId{{2}}, {300'000}}};
    catalog::Skill const after = united(imported, known);
    EXPECT_EQ(after.synonyms.at(SkillId{{1}}).millionths, 500'000);
    EXPECT_EQ(after.synonyms.at(SkillId{{2}}).millionths, 300'000);
    EXPECT_EQ(after.weighed, known.weighed);
}

TEST(united, the_needs_that_somebody_decided_and_the_name_of_today_stay) {
    SkillId const go{{1}};
    SkillId const sql{{2}};
    SkillId const git{{3}};
    people::Role known{{"", "developer"}, {{go, {3, 900'000}}, {git, {1, 1}}}, {go, sql}};
    people::Role const file{
        {"", "dev"}, {{go, {1, 100'000}}, {sql, {2, 500'000}}, {git, {2, 500'000}}}, {}};
    people::Role const after = united(file, known);
    EXPECT_EQ(after.name.en, "developer");
    std::map<SkillId, people::Need> const needs{{go, {3, 900'000}}, {git, {2, 500'000}}};
    EXPECT_EQ(after.needs, needs);  // sql was taken out here
    EXPECT_EQ(after.decided, known.decided);
    EXPECT_EQ(united(file, after), after);
    EXPECT_EQ(united(file, undecided(known)).needs, file.needs);
}

TEST(united, decided_needs_have_room_before_those_of_the_file) {
    people::Role known;
    people::Role file;
    for (std::size_t i = 0; i < limits::role_skills_max; ++i) {
        file.needs[SkillId{{1, static_cast<std::uint8_t>(i)}}] = {1, 1};
    }
    SkillId const own{{9}};
    known.needs[own] = {2, 2};
    known.decided = {own};
    people::Role const after = united(file, known);
    EXPECT_EQ(after.needs.size(), limits::role_skills_max);
    EXPECT_TRUE(after.needs.contains(own));
}

TEST(united, synonyms_beyond_the_limit_are_left_out_each_time_the_same) {
    catalog::Skill known;
    catalog::Skill imported;
    for (std::size_t i = 0; i < limits::course_skills_max; ++i) {
        RawId id{static_cast<std::uint8_t>(i + 1)};
        imported.synonyms[SkillId{id}] = {2};
        id[1] = 1;
        if (i % 2 == 0) known.synonyms[SkillId{id}] = {1};
    }
    catalog::Skill const once = united(imported, known);
    EXPECT_EQ(once.synonyms.size(), limits::course_skills_max);
    EXPECT_EQ(united(imported, once), once);
}

}  // namespace
}  // namespace zhitu::app
