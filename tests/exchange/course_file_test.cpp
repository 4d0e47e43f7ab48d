#include "exchange/course_file.h"

#include <gtest/gtest.h>

#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

using testing::has;
using testing::lines_of;
using testing::parse;

constexpr char const* header =
    "url,title,author,students,rating,difficulty,skills,description,price,source\n";

ImportTable courses(std::string const& rows) { return parse(header + rows); }

catalog::Course only(ImportTable const& table) {
    EXPECT_EQ(table.courses.size(), 1u);
    return table.courses.empty() ? catalog::Course{} : table.courses.begin()->second;
}

TEST(CourseFile, a_clean_row_becomes_a_course) {
    auto const table = courses(
        "https://x.org/a?b=1,Crash Course,Ann,1256131.0,4.8,Intermediate,\"['SQL', \"\"B's\"\"]\","
        "Text,2499.0,Stepik\n");
    EXPECT_EQ(lines_of(table.refusals) + lines_of(table.warnings), "");
    catalog::Course const course = only(table);
    EXPECT_EQ(course.title, (LocalText{"", "Crash Course"}));
    EXPECT_EQ(course.author.en, "Ann");
    EXPECT_EQ(course.learners_count, 1'256'131);
    EXPECT_EQ(course.rating_millionths, 4'800'000);
    EXPECT_EQ(course.level, 2);
    EXPECT_EQ(course.teaches.at(catalog::skill_id("sql")), (catalog::Lift{1, 2}));
    EXPECT_TRUE(course.teaches.contains(catalog::skill_id("B's")));
    EXPECT_EQ(course.price_minor, 249'900);
    EXPECT_EQ(course.currency, "RUB");
    EXPECT_EQ(course.source, "Stepik");
    EXPECT_EQ(course.language, "en");
    EXPECT_EQ(table.courses.begin()->first, catalog::course_id(course));
    EXPECT_EQ(table.rows_read.at("file"), 1u);
}

// In binary fractions 0.29 x 100 is less than 29.
TEST(CourseFile, every_hundredth_of_a_price_is_kept) {
    int kept_count = 0;
    for (std::int64_t minor = 1; minor < 2'000; ++minor) {
        std::string const hundredths = std::to_string(100 + minor % 100).substr(1);
        std::string const price = std::to_string(minor / 100) + "." + hundredths;
        auto const course = only(courses("https://x,T,,,,,,," + price + ",Stepik\n"));
        ASSERT_EQ(course.price_minor, minor) << price;
        ++kept_count;
    }
    EXPECT_EQ(kept_count, 1'999);
}

TEST(CourseFile, words_of_difficulty_become_levels) {
    struct {
        char const* word;
        std::int64_t level;
        catalog::Lift lift;
        std::size_t warnings_count;
    } const cases[] = {{"Beginner", 1, {0, 1}, 0},     {"Introductory", 1, {0, 1}, 0},
                       {"INTERMEDIATE", 2, {1, 2}, 0}, {"Advanced", 3, {2, 3}, 0},
                       {"", 0, {0, 1}, 0},             {"19", 0, {0, 1}, 1},
                       {"hard", 0, {0, 1}, 1}};
    for (auto const& each : cases) {
        auto const table = courses("https://x,T,,,," + std::string(each.word) + ",['a'],,,\n");
        EXPECT_EQ(only(table).level, each.level) << each.word;
        EXPECT_EQ(only(table).teaches.begin()->second, each.lift) << each.word;
        EXPECT_EQ(table.warnings.size(), each.warnings_count) << each.word;
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(CourseFile, zero_is_no_rating_and_no_price) {
    auto const course = only(courses("https://x,T,,0.0,0.0,,,,0.0,Coursera\n"));
    EXPECT_EQ(course.rating_millionths, std::nullopt);
    EXPECT_EQ(course.price_minor, std::nullopt);
    EXPECT_EQ(course.currency, "");
    EXPECT_EQ(course.learners_count, 0);
    auto const table = courses("https://x,T,,,0.0,,,,0,Coursera\nhttps://y,T,,,,,,,,edx\n"
                               ",,,,0,,,,,\n");
    EXPECT_EQ(table.readings[0].assumptions,
              (std::map<Assumption, std::uint64_t>{{Assumption::rating_zero_is_none, 2},
                                                   {Assumption::price_empty_is_unknown, 2},
                                                   {Assumption::price_zero_is_unknown, 1},
                                                   {Assumption::hours_missing, 2},
                                                   {Assumption::one_unit, 2}}));
    EXPECT_EQ(only(courses("https://x,T,,,,,,,0.0,Stepik\n")).price_minor, 0);  // free there
    EXPECT_EQ(only(courses("https://x,T,,,,,,,,edx\n")).price_minor, std::nullopt);
    EXPECT_EQ(only(courses("https://x,T,,,,,,,12.50,edX\n")).price_minor, 1'250);
    EXPECT_EQ(only(courses("https://x,T,,,,,,,12.50,edX\n")).currency, "USD");
}

TEST(CourseFile, a_row_without_a_usable_title_is_refused) {
    auto const table = courses("https://x,,,,,,,,,\nhttps://y,  ,,,,,,,,\nhttps://z," +
                               std::string(limits::course_title_max + 1, 'x') + ",,,,,,,,\n");
    EXPECT_TRUE(table.courses.empty());
    EXPECT_EQ(table.refusals.size(), 3u);
    EXPECT_TRUE(has(table.refusals, 2, ErrorCode::empty_field));
    EXPECT_TRUE(has(table.refusals, 3, ErrorCode::empty_field));
    EXPECT_TRUE(has(table.refusals, 4, ErrorCode::too_long));
    EXPECT_EQ(table.refusals[0].column, "title");
    EXPECT_EQ(table.refusals[0].value, "https://x");
}

TEST(CourseFile, one_url_is_one_course_and_the_first_stays) {
    auto const table = courses("https://x/a?q=1,First,,,,,,,,\nhttps://x/a?q=2,Second,,,,,,,,\n"
                               "https://x/a,Third,,,,,,,,\nhttps://x/b,First,,,,,,,,\n");
    EXPECT_EQ(table.courses.size(), 2u);
    EXPECT_EQ(table.warnings.size(), 2u);
    EXPECT_TRUE(has(table.warnings, 3, ErrorCode::already_exists));
    EXPECT_TRUE(has(table.warnings, 4, ErrorCode::already_exists));
    catalog::Course key;
    key.url = "https://x/a";
    EXPECT_EQ(table.courses.at(catalog::course_id(key)).title.en, "First");
}

TEST(CourseFile, a_bad_optional_cell_is_left_empty_with_a_warning) {
    struct {
        char const* row;
        char const* column;
        ErrorCode code;
    } const cases[] = {
        {"https://x,T,,many,,,,,,", "students", ErrorCode::bad_value},
        {"https://x,T,,-5,,,,,,", "students", ErrorCode::out_of_range},
        {"https://x,T,,,5.5,,,,,", "rating", ErrorCode::out_of_range},
        {"https://x,T,,,1e400,,,,,", "rating", ErrorCode::bad_value},
        {"https://x,T,,,,7,,,,", "difficulty", ErrorCode::bad_value},
        {"https://x,T,,,,,['sql',,,", "skills", ErrorCode::bad_value},
        {"https://x,T,,,,,\"['']\",,,", "skills", ErrorCode::empty_field},
        {"https://x,T,,,,,,,free,Stepik", "price", ErrorCode::bad_value},
        {"https://x,T,,,,,,,9999999999,Stepik", "price", ErrorCode::out_of_range},
        {"https://x,T,,,,,,,10,Nobody", "price", ErrorCode::empty_field},
        {"javascript:alert(1),T,,,,,,,,", "url", ErrorCode::bad_value},
        {"ftp://x,T,,,,,,,,", "url", ErrorCode::bad_value},
    };
    for (auto const& each : cases) {
        auto const table = courses(std::string(each.row) + "\n");
        ASSERT_EQ(table.warnings.size(), 1u) << each.row;
        EXPECT_EQ(table.warnings[0].column, each.column) << each.row;
        EXPECT_EQ(table.warnings[0].why.code, each.code) << each.row;
        EXPECT_EQ(table.warnings[0].row, 2u);
        EXPECT_EQ(only(table).title.en, "T");
        EXPECT_TRUE(table.refusals.empty());
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(CourseFile, long_descriptions_are_shortened) {
    std::string const text(10'000, 'd');
    auto const table = courses("https://x,T,,,,,," + text + ",,\n");
    EXPECT_EQ(count_code_points(only(table).summary.en), limits::summary_max);
    EXPECT_TRUE(has(table.warnings, 2, ErrorCode::too_long));
}

TEST(CourseFile, more_skills_than_a_course_may_teach_are_left_out) {
    std::string list = "\"[";
    for (std::size_t i = 0; i <= limits::course_skills_max; ++i) {
        list.append("'s").append(std::to_string(i)).append("',");
    }
    auto const table = courses("https://x,T,,,,," + list + "]\",,,\n");
    EXPECT_EQ(only(table).teaches.size(), limits::course_skills_max);
    EXPECT_TRUE(has(table.warnings, 2, ErrorCode::out_of_range));
}

TEST(CourseFile, letters_choose_the_side_and_the_language) {
    EXPECT_EQ(only(courses("https://x,数据入门,,,,,,,,\n")).title, (LocalText{"数据入门", ""}));
    EXPECT_EQ(only(courses("https://x,数据入门,,,,,,,,\n")).language, "zh");
    EXPECT_EQ(only(courses("https://x,Основы,,,,,,,,\n")).language, "ru");
}

TEST(CourseFile, formulas_and_markup_are_text) {
    auto const course = only(courses("https://x,\"=HYPERLINK(\"\"http://e\"\")\",<b>,,,,,,,\n"));
    EXPECT_EQ(course.title.en, "=HYPERLINK(\"http://e\")");
    EXPECT_EQ(course.author.en, "<b>");
}

TEST(CourseFile, the_currency_is_of_the_row_or_the_plan_or_what_is_known) {
    std::string const text =
        "url,title,price,currency,source\nhttps://x/1,A,1,,Stepik\nhttps://x/2,B,2,eur,Stepik\n"
        "https://x/3,C,3,,Our school\nhttps://x/4,D,4,,edX\nhttps://x/5,E,,,\n";
    auto const as_known = parse(text);
    EXPECT_EQ(as_known.readings[0].sources,
              (std::vector<SourceReading>{{"", 1, 0, ""},
                                          {"Our school", 1, 0, ""},
                                          {"Stepik", 2, 2, "RUB"},
                                          {"edX", 1, 1, "USD"}}));
    EXPECT_TRUE(has(as_known.warnings, 4, ErrorCode::empty_field));
    EXPECT_EQ(as_known.readings[0].plan.currencies,
              (std::map<std::string, std::string>{{"Stepik", "RUB"}, {"edX", "USD"}}));
    FilePlan plan;
    plan.currencies = {{"our school", "CNY"}, {"edX", ""}, {"stepik", "money"}};
    auto const planned = parse_files({{"file", text}}, {plan});
    EXPECT_TRUE(planned.warnings.empty());
    std::map<std::string, std::string> prices;
    for (auto const& [id, course] : planned.courses) {
        prices[course.title.en] = std::to_string(course.price_minor.value_or(-1)) + course.currency;
    }
    EXPECT_EQ(prices, (std::map<std::string, std::string>{{"A", "-1"},
                                                          {"B", "200EUR"},
                                                          {"C", "300CNY"},
                                                          {"D", "-1"},
                                                          {"E", "-1"}}));
}

TEST(CourseFile, hours_become_minutes_and_none_is_unknown) {
    std::string const head = "url,title,hours\n";
    EXPECT_EQ(only(parse(head + "https://x,T,1.5\n")).duration_minutes, 90);
    EXPECT_EQ(only(parse(head + "https://x,T,0.001\n")).duration_minutes, 1);
    EXPECT_EQ(only(parse(head + "https://x,T,0\n")).duration_minutes, std::nullopt);
    EXPECT_EQ(only(parse(head + "https://x,T,\n")).duration_minutes, std::nullopt);
    EXPECT_TRUE(has(parse(head + "https://x,T,10001\n").warnings, 2, ErrorCode::out_of_range));
}

TEST(CourseFile, skills_may_be_a_plain_list) {
    auto const course = only(courses("https://x,T,,,,,SQL； Python;,,,\n"));
    EXPECT_EQ(course.teaches.size(), 2u);
    EXPECT_TRUE(course.teaches.contains(catalog::skill_id("python")));
    EXPECT_EQ(only(courses("https://x,T,,,,,\"SQL，Python、Go\",,,\n")).teaches.size(), 3u);
}

TEST(CourseFile, an_array_of_objects_gives_the_same_courses_as_rows) {
    auto const from_csv = courses("https://x,T,Ann,12,4.5,Beginner,\"['a','b']\",,10,Stepik\n");
    auto const from_json = parse(
        R"([{"url":"https://x","title":"T","author":"Ann","students":12,"rating":4.5,)"
        R"("difficulty":"Beginner","skills":["a","b"],"description":null,"price":10,)"
        R"("source":"Stepik"},{"title":""},7])");
    EXPECT_EQ(only(from_json).teaches.size(), 2u);
    EXPECT_EQ(only(from_json), only(from_csv));
    EXPECT_EQ(from_json.refusals.size(), 2u);
    EXPECT_TRUE(has(from_json.refusals, 2, ErrorCode::empty_field));
    EXPECT_TRUE(has(from_json.refusals, 3, ErrorCode::empty_field));
    EXPECT_EQ(from_json.readings[0].delimiter, 0);
}

TEST(CourseFile, the_list_of_sources_has_an_end) {
    std::string rows;
    for (std::size_t i = 0; i < sources_max + 5; ++i) {
        rows += "https://x/" + std::to_string(i) + ",T,,,,,,,,s" + std::to_string(i) + "\n";
    }
    auto const table = courses(rows);
    EXPECT_EQ(table.courses.size(), sources_max + 5);
    EXPECT_EQ(table.readings[0].sources.size(), sources_max);
}

}  // namespace
}  // namespace zhitu::exchange
