#include "exchange/parser.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/env.h"
#include "exchange/refused_rows.h"
#include "exchange/tables.h"
#include "support/platform_decoder.h"
#include "vault/fields.h"

namespace zhitu::exchange {
namespace {

using testing::lines_of;
using testing::parse;

constexpr char const* courses_text =
    "url,title,author,students,rating,difficulty,skills,description,price,source\n"
    "https://x/a,One,Ann,12.0,4.5,Beginner,\"['SQL', \"\"B's\"\"]\",\"Long\ntext\",10.0,Stepik\n"
    "https://x/b,数据,,,,19,[],,,edx\n";
constexpr char const* people_text =
    "\xEF\xBB\xBFlogin;name;skills;weekly_hours;budget;currency\n"
    "a;Ann;\"sql:1; go:2\";3.5;100;CNY\n"
    "b;王伟;;x;;\n";
constexpr char const* roles_text =
    R"({"data engineer":[{"skill":"sql","priority":0.83},{"skill":"sql","priority":0.5}]})";
constexpr char const* synonyms_text = R"({"html":[["html5",0.89],["html",1.0]]})";

FileKind kind_of(std::string const& text) { return parse(text).readings.front().kind; }

TEST(Parser, the_kind_is_told_by_content) {
    EXPECT_EQ(kind_of(courses_text), FileKind::courses);
    EXPECT_EQ(kind_of(people_text), FileKind::people);
    EXPECT_EQ(kind_of(roles_text), FileKind::roles);
    EXPECT_EQ(kind_of(synonyms_text), FileKind::synonyms);
    EXPECT_EQ(kind_of("\xEF\xBB\xBF \n" + std::string(roles_text)), FileKind::roles);
    EXPECT_EQ(kind_of(R"({"empty":[],"r":[{"skill":"a","priority":1}]})"), FileKind::roles);
    EXPECT_EQ(kind_of(R"([{"title":"A","url":"https://x"}])"), FileKind::courses);
    EXPECT_EQ(kind_of("login,course,date\n"), FileKind::enrolments);
    EXPECT_EQ(kind_of("user_id\titem_id\ttimestamp\n"), FileKind::interactions);
    char const* const unknown[] = {"", "hello", "[]", "a,b,c\n1,2,3\n", "{}", "[{\"title\":\"x\"}]",
                                   "{\"a\":1}", "title\n1\n", "[1,2]",
                                   "name,email\nx,y\n", "\xEF\xBB\xBF"};
    for (char const* text : unknown) {
        EXPECT_EQ(kind_of(text), FileKind::unknown) << text;
        EXPECT_EQ(parse(text).refusals.at(0).why.code, ErrorCode::file_unknown) << text;
    }
    EXPECT_GT(std::size(unknown), 0u);
}

TEST(Parser, all_kinds_come_into_one_table_whatever_the_names) {
    auto const table = parse_files({{"1", courses_text}, {"2", people_text}, {"3", roles_text},
                                    {"4", synonyms_text}});
    EXPECT_EQ(table.courses.size(), 2u);
    EXPECT_EQ(table.people.size(), 2u);
    EXPECT_EQ(table.roles.size(), 1u);
    EXPECT_EQ(table.skills.size(), 4u);
    EXPECT_EQ(lines_of(table.refusals), "");
    EXPECT_EQ(table.warnings.size(), 3u) << lines_of(table.warnings);
    EXPECT_EQ(table.rows_read.size(), 4u);
}

TEST(Parser, small_steps_give_the_same_table_and_progress_never_falls) {
    std::vector<NamedBytes> const files = {
        {"1", courses_text}, {"2", people_text}, {"bad", "x"}, {"3", roles_text}};
    Parser parser(files);
    std::int64_t progress = 0;
    int steps_count = 0;
    while (parser.step(1)) {
        EXPECT_GE(parser.progress_millionths(), progress);
        EXPECT_LE(parser.progress_millionths(), limits::million);
        progress = parser.progress_millionths();
        ++steps_count;
    }
    EXPECT_EQ(parser.progress_millionths(), limits::million);
    EXPECT_GE(steps_count, 5);
    EXPECT_EQ(parser.take_table(), parse_files(files));
}

TEST(Parser, a_file_that_cannot_be_read_is_one_refusal_and_the_others_come_in) {
    struct {
        std::string bytes;
        ErrorCode code;
    } const cases[] = {
        {"", ErrorCode::file_unknown},
        {"\xEF\xBB\xBF", ErrorCode::file_unknown},
        {"hello", ErrorCode::file_unknown},
        {"{}", ErrorCode::file_unknown},
        {"{\"a\":1}", ErrorCode::file_unknown},
        {std::string("a\0b", 3), ErrorCode::not_text},
        {courses_text + std::string(1, '\0'), ErrorCode::not_text},
        {courses_text + std::string("\xFF"), ErrorCode::not_text},
        {"\x89PNG\r\n\x1A\n", ErrorCode::not_text},
        {"{\"a\":[", ErrorCode::e_json},
        {"{\"a\":[1e400]}", ErrorCode::e_json},
        {std::string(100'000, '['), ErrorCode::e_depth},
        {std::string(limits::file_bytes_max + 1, 'x'), ErrorCode::file_too_large},
    };
    for (auto const& each : cases) {
        auto const table = parse_files({{"bad", each.bytes}, {"good", courses_text}});
        ASSERT_EQ(table.refusals.size(), 1u) << each.bytes.substr(0, 40);
        EXPECT_EQ(table.refusals[0].why.code, each.code) << each.bytes.substr(0, 40);
        EXPECT_EQ(table.refusals[0].row, 0u);
        EXPECT_EQ(table.refusals[0].file, "bad");
        EXPECT_EQ(table.courses.size(), 2u);
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(Parser, a_header_of_ours_with_a_column_missing_names_it) {
    auto const table = parse("name,email,department,team\nAnn,a@b,d,t\n");
    ASSERT_EQ(table.refusals.size(), 1u);
    EXPECT_EQ(table.refusals[0].why, (Error{ErrorCode::bad_header, {"file", "login"}}));
    EXPECT_TRUE(parse("login,name,email\n").is_empty());
    EXPECT_TRUE(parse("login,name,email\n").refusals.empty());
}

TEST(Parser, a_cell_of_10000_characters_is_read) {
    std::string const text(10'000, 'x');
    EXPECT_EQ(parse("url,title,description\nhttps://x,T," + text + "\n").courses.size(), 1u);
}

TEST(Parser, names_of_files_are_made_safe) {
    std::string const odd("a\xFF\0b", 4);
    auto const table = parse_files({{odd, "x"}, {std::string(999, 'n'), "x"}});
    EXPECT_EQ(table.refusals[0].file, "a\uFFFD\uFFFDb");
    EXPECT_EQ(count_code_points(table.refusals[1].file), limits::name_max);
    auto const refused = refused_files(table);
    ASSERT_EQ(refused.size(), 2u);
    EXPECT_EQ(refused[0].name, "a\uFFFD\uFFFDb");
    EXPECT_EQ(refused_files_from_bytes(to_bytes(refused)).value(), refused);
}

TEST(Parser, no_files_is_an_empty_table) {
    Parser parser({});
    EXPECT_FALSE(parser.step(1));
    EXPECT_EQ(parser.progress_millionths(), limits::million);
    EXPECT_TRUE(parser.take_table().is_empty());
}

// What happens to a file on its way: bytes changed, cut, doubled, dropped.
std::string damaged(std::string text, SimulatedEnv& chance) {
    std::string_view const spice = "\"',;:\n\r\t[]{}0919.eE-\\u\xFF\x80\xE4 \xEF\xBB\xBF";
    for (auto n = 1 + chance.below(3); n > 0 && !text.empty(); --n) {
        std::size_t const at = chance.below(text.size());
        switch (chance.below(4)) {
            case 0: text[at] = spice[chance.below(spice.size())]; break;
            case 1: text.erase(at, 1 + chance.below(8)); break;
            case 2: text.insert(at, text.substr(at, 1 + chance.below(16))); break;
            default: text[at] = static_cast<char>(chance.next_u64()); break;
        }
    }
    return text;
}

template <class Map>
bool has_good_fields(Map const& map) {
    for (auto const& [id, value] : map) {
        if (vault::check_fields(value)) return false;
    }
    return true;
}

bool is_date(std::string const& text) { return text.empty() || parse_date_days(text).has_value(); }

bool is_in_range(RosterRow const& row) {
    for (auto const& [skill, level] : row.skills) {
        if (skill.empty() || level < 0 || level > limits::level_max) return false;
    }
    return !vault::check_fields(row.person) && !row.person.login.empty();
}
bool is_in_range(EnrolmentRow const& row) {
    return row.status <= EnrolmentStatus::withdrawn && is_date(row.date) && !row.login.empty() &&
           !row.course.empty() && is_utf8(row.course);
}
bool is_in_range(InteractionRow const& row) {
    return is_date(row.date) && !row.user.empty() && !row.item.empty() && is_utf8(row.item);
}

// Everything within the bounds that the areas and the reports ask for.
bool is_in_range(ImportTable const& table) {
    auto const is_good = [](auto const& row) { return is_in_range(row); };
    return has_good_fields(table.skills) && has_good_fields(table.courses) &&
           has_good_fields(table.roles) && std::ranges::all_of(table.people, is_good) &&
           std::ranges::all_of(table.enrolments, is_good) &&
           std::ranges::all_of(table.interactions, is_good) &&
           count_rows(table.refusals, table.refusals.size()) == table.refused_rows.size();
}

FilePlan any_plan(SimulatedEnv& chance) {
    FilePlan plan;
    if (chance.below(8) == 0) plan.encoding = static_cast<Encoding>(chance.below(4));
    if (chance.below(8) == 0) plan.delimiter = ",;\t"[chance.below(3)];
    if (chance.below(8) == 0) plan.kind = static_cast<FileKind>(chance.below(7));
    if (chance.below(4) == 0) plan.columns = {{"name", "login"}, {"title", "url"}, {"x", "item"}};
    if (chance.below(4) == 0) plan.currencies = {{"Stepik", "yen"}, {"edX", "CNY"}};
    plan.is_repaired = chance.below(2) == 0;
    return plan;
}

constexpr char const* enrolments_text =
    "login,course,status,date\na,https://x,done,2026-01-02\nb,B,,\nb,B,dropped,1767312000\n";
constexpr char const* interactions_text = "user\titem\ttime\na\tb\t881250949\nc\td\t\n";
constexpr char const* array_text =
    R"([{"title":"A","url":"https://x","rating":4.5,"skills":["a","b"]},{"title":"KÃ¶ln"}])";

TEST(Parser, damaged_files_never_crash_and_never_leave_the_bounds) {
    SimulatedEnv chance(20'261'120);
    char const* const files[] = {courses_text,    people_text,       roles_text, synonyms_text,
                                 enrolments_text, interactions_text, array_text};
    std::size_t parsed_count = 0;
    std::map<FileKind, std::size_t> fruitful_counts;
    for (std::size_t i = 0; i < 7'000; ++i) {
        auto const table = parse_files({{"f", damaged(files[i % std::size(files)], chance)}},
                                       {any_plan(chance)}, &zhitu::testing::platform_decoder());
        ASSERT_TRUE(is_in_range(table)) << i;
        auto const refused = refused_files(table);
        ASSERT_EQ(refused_files_from_bytes(to_bytes(refused)).value(), refused) << i;
        ASSERT_TRUE(file_plan_from_bytes(to_bytes(table.readings.at(0).plan))) << i;
        ++parsed_count;
        fruitful_counts[table.readings[0].kind] += !table.is_empty();
    }
    std::printf("damaged files: %zu parsed\n", parsed_count);
    for (auto const& [kind, count] : fruitful_counts) {
        std::printf("  of kind %d: %zu still gave something\n", static_cast<int>(kind), count);
        EXPECT_TRUE(kind == FileKind::unknown || count > 50) << static_cast<int>(kind);
    }
    EXPECT_EQ(parsed_count, 7'000u);
    EXPECT_EQ(fruitful_counts.size(), 7u);
}

}  // namespace
}  // namespace zhitu::exchange
