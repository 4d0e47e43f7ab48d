#include "exchange/roster_file.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "exchange/tables.h"
#include "support/source_dir.h"

namespace zhitu::exchange {
namespace {

using testing::bytes_of_file;
using testing::has;
using testing::lines_of;
using testing::parse;

constexpr char const* header =
    "login,name,name_en,email,department,team,manager_login,job_title,skills,weekly_hours,budget,"
    "currency\n";

ImportTable people(std::string const& rows) { return parse(header + rows); }

RosterRow only(ImportTable const& table) {
    EXPECT_EQ(table.people.size(), 1u);
    return table.people.empty() ? RosterRow{} : table.people.front();
}

TEST(RosterFile, a_clean_row_becomes_a_person) {
    auto const table = people(
        "wang.wei,王伟,Wang Wei,wang.wei@example.invalid,数据部,Platform,li.na,data engineer,"
        "Python:2; sql : 3 ;,3.5,4000.50,cny\n");
    EXPECT_EQ(lines_of(table.refusals) + lines_of(table.warnings), "");
    RosterRow const row = only(table);
    EXPECT_EQ(row.person.login, "wang.wei");
    EXPECT_EQ(row.person.name, (LocalText{"王伟", "Wang Wei"}));
    EXPECT_EQ(row.person.email, "wang.wei@example.invalid");
    EXPECT_EQ(row.department, (LocalText{"数据部", ""}));
    EXPECT_EQ(row.team, (LocalText{"", "Platform"}));
    EXPECT_EQ(row.manager_login, "li.na");
    EXPECT_EQ(row.role_name, "data engineer");
    EXPECT_EQ(row.skills, (std::map<std::string, std::int64_t>{{"Python", 2}, {"sql", 3}}));
    EXPECT_EQ(row.person.weekly_minutes, 210);
    EXPECT_EQ(row.person.budget_minor, 400'050);
    EXPECT_EQ(row.person.currency, "CNY");
}

TEST(RosterFile, chinese_headers_and_separators_are_taken) {
    auto const table =
        parse("登录名;姓名;英文名;邮箱;部门;小组;上级登录名;岗位;技能;每周小时;预算;币种\n"
              "a;甲;;;研发;一组;b;data analyst;\"sql：1；python：0\";2;;\n");
    EXPECT_EQ(lines_of(table.refusals) + lines_of(table.warnings), "");
    EXPECT_EQ(only(table).skills, (std::map<std::string, std::int64_t>{{"python", 0}, {"sql", 1}}));
    EXPECT_EQ(only(table).role_name, "data analyst");
    EXPECT_EQ(only(table).person.weekly_minutes, 120);
}

TEST(RosterFile, rows_that_cannot_be_read_are_refused_and_the_rest_comes_in) {
    auto const table = people("a,A\n,B\nc,\nA,again\nd d,D\n" + std::string(65, 'x') + ",X\nf," +
                              std::string(limits::name_max + 1, 'n') + "\ng,G\n");
    EXPECT_EQ(table.people.size(), 2u);
    EXPECT_EQ(table.refusals.size(), 6u);
    EXPECT_TRUE(has(table.refusals, 3, ErrorCode::empty_field));
    EXPECT_TRUE(has(table.refusals, 4, ErrorCode::empty_field));
    EXPECT_TRUE(has(table.refusals, 5, ErrorCode::already_exists));
    EXPECT_TRUE(has(table.refusals, 6, ErrorCode::bad_value));
    EXPECT_TRUE(has(table.refusals, 7, ErrorCode::too_long));
    EXPECT_TRUE(has(table.refusals, 8, ErrorCode::too_long));
}

TEST(RosterFile, a_login_is_unique_over_all_files) {
    std::string const file = header + std::string("a,A\nb,B\n");
    auto const table = parse_files({{"one", file}, {"two", file}});
    EXPECT_EQ(table.people.size(), 2u);
    ASSERT_EQ(table.refusals.size(), 2u);
    EXPECT_EQ(table.refusals[0].file, "two");
    EXPECT_EQ(table.refusals[0].why, (Error{ErrorCode::already_exists, {"person", "a"}}));
}

TEST(RosterFile, a_bad_cell_is_left_empty_with_a_warning) {
    struct {
        char const* rest;  // behind login and name
        char const* column;
        ErrorCode code;
    } const cases[] = {
        {",mail,,,,,,,,", "email", ErrorCode::bad_value},
        {",a@,,,,,,,,", "email", ErrorCode::bad_value},
        {",li.si＠example.invalid,,,,,,,,", "email", ErrorCode::bad_value},
        {",,,,A,,,,,", "manager_login", ErrorCode::bad_value},
        {",,,,,,python,,,", "skills", ErrorCode::bad_value},
        {",,,,,,python:4,,,", "skills", ErrorCode::bad_value},
        {",,,,,,python:-1,,,", "skills", ErrorCode::bad_value},
        {",,,,,,:2,,,", "skills", ErrorCode::bad_value},
        {",,,,,,python:1;Python:2,,,", "skills", ErrorCode::already_exists},
        {",,,,,,,soon,,", "weekly_hours", ErrorCode::bad_value},
        {",,,,,,,169,,", "weekly_hours", ErrorCode::out_of_range},
        {",,,,,,,-1,,", "weekly_hours", ErrorCode::out_of_range},
        {",,,,,,,,100,", "budget", ErrorCode::empty_field},
        {",,,,,,,,1e400,CNY", "budget", ErrorCode::bad_value},
        {",,,,,,,,,yuan", "currency", ErrorCode::bad_value},
    };
    for (auto const& each : cases) {
        auto const table = people("a,A," + std::string(each.rest) + "\n");
        ASSERT_EQ(table.warnings.size(), 1u) << each.rest << lines_of(table.refusals);
        EXPECT_EQ(table.warnings[0].column, each.column) << each.rest;
        EXPECT_EQ(table.warnings[0].why.code, each.code) << each.rest;
        EXPECT_EQ(only(table).person.login, "a");
        EXPECT_FALSE(only(table).person.weekly_minutes || only(table).person.budget_minor);
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(RosterFile, a_full_width_at_sign_is_named_in_an_address_and_one_login_either_way) {
    auto const table = people("a,A,,li.si＠example.invalid\n");
    ASSERT_EQ(table.warnings.size(), 1u);
    EXPECT_EQ(table.warnings[0].value, "li.si＠example.invalid");
    EXPECT_EQ(table.warnings[0].why.arguments.back(), "@");  // what to write instead
    auto const twice = people("li＠si,A\nli@si,B\n");
    EXPECT_EQ(twice.people.size(), 1u);
    EXPECT_TRUE(has(twice.refusals, 3, ErrorCode::already_exists));
}

TEST(RosterFile, every_reason_of_a_row_is_told) {
    auto const table = people(",\n\"a b\",\n");
    EXPECT_EQ(lines_of(table.refusals),
              "2 login [] 2\n2 name [] 2\n3 login [a b] 4\n3 name [] 2\n");
    EXPECT_EQ(table.refused_rows.size(), 2u);
}

TEST(RosterFile, the_higher_of_two_levels_counts) {
    EXPECT_EQ(only(people("a,A,,,,,,,python:1;PYTHON:3;Python:2\n")).skills,
              (std::map<std::string, std::int64_t>{{"python", 3}}));
}

TEST(RosterFile, names_fall_on_the_side_of_their_letters) {
    EXPECT_EQ(only(people("a,Ann\n")).person.name, (LocalText{"", "Ann"}));
    EXPECT_EQ(only(people("a,安\n")).person.name, (LocalText{"安", ""}));
    EXPECT_EQ(only(people("a,An,Ann B\n")).person.name, (LocalText{"An", "Ann B"}));
}

TEST(RosterFile, the_roster_of_the_main_job_has_fifty_clean_people) {
    auto const table = parse(bytes_of_file(ZHITU_SOURCE_DIR "/tests/files/roster.csv"));
    EXPECT_EQ(lines_of(table.refusals) + lines_of(table.warnings), "");
    EXPECT_EQ(table.people.size(), 50u);
    std::set<std::string> logins;
    for (RosterRow const& row : table.people) logins.insert(row.person.login);
    for (RosterRow const& row : table.people) {
        EXPECT_TRUE(row.manager_login.empty() || logins.contains(row.manager_login));
        EXPECT_TRUE(row.skills.size() >= 3 && row.skills.size() <= 8) << row.person.login;
        EXPECT_FALSE(row.person.name.zh.empty() || row.person.name.en.empty());
        EXPECT_TRUE(row.person.weekly_minutes && row.person.budget_minor) << row.person.login;
    }
}

TEST(RosterFile, the_dirty_roster_shows_each_kind_of_bad_row) {
    auto const table = parse(bytes_of_file(ZHITU_SOURCE_DIR "/tests/files/roster_dirty.csv"));
    EXPECT_EQ(table.people.size(), 6u) << lines_of(table.refusals);
    EXPECT_TRUE(has(table.refusals, 3, ErrorCode::empty_field));     // no login
    EXPECT_TRUE(has(table.refusals, 4, ErrorCode::empty_field));     // no name
    EXPECT_TRUE(has(table.refusals, 5, ErrorCode::already_exists));  // login of row 2
    EXPECT_TRUE(has(table.refusals, 6, ErrorCode::bad_row));         // more cells than columns
    EXPECT_TRUE(has(table.refusals, 7, ErrorCode::bad_value));       // blank in the login
    EXPECT_TRUE(has(table.refusals, 8, ErrorCode::too_long));        // login
    EXPECT_TRUE(has(table.refusals, 9, ErrorCode::bad_row));         // stray quote
    EXPECT_TRUE(has(table.refusals, 15, ErrorCode::bad_row));        // unclosed quote
    EXPECT_EQ(table.refusals.size(), 8u) << lines_of(table.refusals);
    EXPECT_TRUE(has(table.warnings, 10, ErrorCode::bad_value));       // hours
    EXPECT_TRUE(has(table.warnings, 11, ErrorCode::empty_field));     // budget without currency
    EXPECT_TRUE(has(table.warnings, 12, ErrorCode::already_exists));  // skill twice
    EXPECT_TRUE(has(table.warnings, 13, ErrorCode::bad_value));       // e-mail
    EXPECT_TRUE(has(table.warnings, 14, ErrorCode::bad_value));       // own manager
    EXPECT_TRUE(has(table.warnings, 14, ErrorCode::out_of_range));    // hours of a week
}

}  // namespace
}  // namespace zhitu::exchange
