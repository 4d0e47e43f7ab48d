#include "exchange/import_table.h"

#include <gtest/gtest.h>

#include "base/env.h"

namespace zhitu::exchange {
namespace {

std::string any_text(SimulatedEnv& chance) {
    std::string_view const letters[] = {"a",  "数",   "\"",     "\\", "\n",
                                        "\t", "\x01", "\u007F", "😀", "Ж"};
    std::string text;
    for (auto n = chance.below(8); n > 0; --n) text += letters[chance.below(10)];
    return text;
}

LocalText any_local(SimulatedEnv& chance) { return {any_text(chance), any_text(chance)}; }

std::optional<std::int64_t> maybe(SimulatedEnv& chance, std::uint64_t bound) {
    if (chance.below(2) == 0) return std::nullopt;
    return static_cast<std::int64_t>(1 + chance.below(bound));
}

SkillId any_skill(SimulatedEnv& chance) { return SkillId{chance.random_id()}; }

catalog::Course any_course(SimulatedEnv& chance) {
    catalog::Course course;
    course.title = any_local(chance);
    course.summary = any_local(chance);
    course.url = any_text(chance);
    course.level = static_cast<std::int64_t>(chance.below(4));
    course.price_minor = maybe(chance, 1'000'000);
    course.rating_millionths = maybe(chance, 4'000'000);
    course.learners_count = maybe(chance, 1'000);
    course.has_theory = chance.below(2) == 1;
    for (auto n = chance.below(4); n > 0; --n) course.teaches[any_skill(chance)] = {1, 2};
    if (chance.below(2) == 1) course.prerequisites.insert(CourseId{chance.random_id()});
    return course;
}

RosterRow any_row(SimulatedEnv& chance) {
    RosterRow row;
    row.person.login = any_text(chance);
    row.person.name = any_local(chance);
    row.person.weekly_minutes = maybe(chance, 600);
    row.team = any_local(chance);
    row.department = any_local(chance);
    row.role_name = any_text(chance);
    row.manager_login = any_text(chance);
    row.skills[any_text(chance)] = static_cast<std::int64_t>(chance.below(4));
    return row;
}

Refusal any_refusal(SimulatedEnv& chance) {
    auto const last = static_cast<std::uint64_t>(ErrorCode::cancelled);
    auto const code = static_cast<ErrorCode>(chance.below(last + 1));
    return {any_text(chance), chance.below(1'000), any_text(chance), any_text(chance),
            {code, {any_text(chance), any_text(chance)}}};
}

ImportTable any_table(SimulatedEnv& chance) {
    ImportTable table;
    for (auto n = chance.below(4); n > 0; --n) {
        catalog::Skill& skill = table.skills[any_skill(chance)];
        skill.name = any_local(chance);
        skill.synonyms[any_skill(chance)] = {500'000};
        table.courses[CourseId{chance.random_id()}] = any_course(chance);
        people::Role& role = table.roles[RoleId{chance.random_id()}];
        role.name = any_local(chance);
        role.needs[any_skill(chance)] = {3, 800'000};
        table.people.push_back(any_row(chance));
        table.refusals.push_back(any_refusal(chance));
        table.warnings.push_back(any_refusal(chance));
        table.rows_read[any_text(chance)] = chance.below(1'000);
    }
    return table;
}

TEST(ImportTable, any_table_comes_back_as_it_was) {
    SimulatedEnv chance(3);
    int full_count = 0;
    for (int i = 0; i < 300; ++i) {
        ImportTable const table = any_table(chance);
        auto const back = import_table_from_bytes(to_bytes(table));
        ASSERT_TRUE(back);
        ASSERT_TRUE(back.value() == table);
        EXPECT_EQ(to_bytes(back.value()), to_bytes(table));
        full_count += !table.is_empty();
    }
    EXPECT_GT(full_count, 100);
}

TEST(ImportTable, every_cut_is_noticed) {
    SimulatedEnv chance(4);
    ImportTable table;
    while (table.is_empty()) table = any_table(chance);
    std::string const bytes = to_bytes(table);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(import_table_from_bytes(std::string_view(bytes).substr(0, size))) << size;
    }
    EXPECT_FALSE(import_table_from_bytes(bytes + "\n"));
    EXPECT_GT(bytes.size(), 100u);
}

TEST(ImportTable, what_was_not_written_by_us_is_an_error) {
    char const* const lines[] = {
        "[]", "1", "[\"course\"]", "[\"course\",\"x\",{}]", "[\"tiger\",1]",
        "[\"course\",\"aaaaaaaaaaaaaaaaaaaaaaaaaa\",[]]",
        "[\"course\",\"aaaaaaaaaaaaaaaaaaaaaaaaaa\",{\"level\":9}]",
        "[\"course\",\"aaaaaaaaaaaaaaaaaaaaaaaaaa\",{\"level\":\"1\"}]",
        "[\"course\",\"aaaaaaaaaaaaaaaaaaaaaaaaaa\",{\"teaches\":{}}]",
        "[\"course\",\"aaaaaaaaaaaaaaaaaaaaaaaaaa\",{\"teaches\":[1]}]",
        "[\"person\",{},[],\"\",\"\",[]]",
        "[\"person\",{},[\"\",\"\",\"\",\"\"],\"\",\"\",[[\"a\",4]]]",
        "[\"refusal\",\"\",-1,\"\",\"\",[0]]", "[\"refusal\",\"\",1,\"\",\"\",[]]",
        "[\"refusal\",\"\",1,\"\",\"\",[999]]", "[\"refusal\",\"\",1,\"\",\"\",[0,0]]",
        "[\"rows\",\"f\",-1]", "[\"rows\",1,1]", "{\"a\":", "[ ]",
    };
    for (char const* line : lines) {
        std::string const bytes = "[\"zhitu-import\",1,1]\n" + std::string(line) + "\n";
        EXPECT_FALSE(import_table_from_bytes(bytes)) << line;
    }
    EXPECT_GT(std::size(lines), 0u);
    auto const newer = import_table_from_bytes("[\"zhitu-import\",2,0]\n");
    EXPECT_EQ(newer.error().code, ErrorCode::e_version);
    EXPECT_EQ(import_table_from_bytes("[\"zhitu\",1,0]\n").error().code, ErrorCode::e_field);
    EXPECT_TRUE(import_table_from_bytes("[\"zhitu-import\",1,0]\n"));
}

}  // namespace
}  // namespace zhitu::exchange
