#include "app/decide.h"

#include <gtest/gtest.h>

#include "app/company.h"

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

}  // namespace
}  // namespace zhitu::app
