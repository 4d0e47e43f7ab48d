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
        {"https://x,T,,,,,sql,,,", "skills", ErrorCode::bad_value},
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

}  // namespace
}  // namespace zhitu::exchange
