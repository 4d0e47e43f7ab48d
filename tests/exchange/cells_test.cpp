#include "exchange/cells.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

struct Fixture {
    ImportTable table{.readings = {FileReading{}}};
    RowReport report{table, "f", 7};
};

TEST(Cells, numbers_within_bounds_are_taken_in_millionths) {
    Fixture f;
    EXPECT_EQ(number_cell({"n", "4.6"}, {0, 5}, f.report), 4'600'000);
    EXPECT_EQ(number_cell({"n", "0"}, {0, 5}, f.report), 0);
    EXPECT_EQ(number_cell({"n", "5.0"}, {0, 5}, f.report), 5'000'000);
    EXPECT_EQ(number_cell({"n", ""}, {0, 5}, f.report), std::nullopt);
    EXPECT_EQ(number_cell({"n", "1.0000000"}, {0, 1}, f.report), 1'000'000);
    EXPECT_EQ(number_cell({"n", "-5"}, {-5, 5}, f.report), -5'000'000);
    EXPECT_TRUE(f.table.warnings.empty());
    EXPECT_FALSE(number_cell({"n", "-5.0000001"}, {-5, 5}, f.report));
}

TEST(Cells, other_numbers_are_left_out_with_a_warning) {
    char const* const cases[] = {"x", "5.1", "5.0000001", "-1", "-0.0000001", "-0", "1e400",
                                 "nan", "inf", "0x1", "0,8", "99999999999999999999", "--1",
                                 "4.6.1", "五", "5.000000000000000000000000000001"};
    Fixture f;
    for (char const* text : cases) EXPECT_FALSE(number_cell({"n", text}, {0, 5}, f.report)) << text;
    EXPECT_EQ(f.table.warnings.size(), std::size(cases));
    EXPECT_EQ(f.table.warnings[0], (Refusal{"f", 7, "n", "x",
                                            {ErrorCode::bad_value, {"n", "x", "number"}}}));
    EXPECT_EQ(f.table.warnings[1].why, (Error{ErrorCode::out_of_range, {"n", "0", "5"}}));
}

TEST(Cells, long_text_is_shortened_and_exact_text_is_left_out) {
    Fixture f;
    EXPECT_EQ(text_cell({"t", "数据工程"}, 4, f.report), "数据工程");
    EXPECT_EQ(exact_cell({"t", "数据工程"}, 4, f.report), "数据工程");
    EXPECT_TRUE(f.table.warnings.empty());
    EXPECT_EQ(text_cell({"t", "数据工程"}, 3, f.report), "数据…");
    EXPECT_EQ(exact_cell({"t", "数据工程"}, 3, f.report), "");
    EXPECT_EQ(f.table.warnings.size(), 2u);
    EXPECT_EQ(f.table.warnings[1].why, (Error{ErrorCode::too_long, {"t", "3"}}));
}

TEST(Cells, a_skill_has_one_spelling_whatever_the_order) {
    for (bool const is_small_first : {true, false}) {
        Fixture f;
        auto const first = take_skill({"s", is_small_first ? "python" : "Python"}, f.report);
        auto const second = take_skill({"s", is_small_first ? "Python" : "python"}, f.report);
        ASSERT_TRUE(first && second);
        EXPECT_EQ(*first, *second);
        EXPECT_EQ(f.table.skills.at(*first).name.en, "Python");
    }
}

TEST(Cells, a_skill_without_a_usable_name_is_left_out) {
    Fixture f;
    EXPECT_FALSE(take_skill({"s", ""}, f.report));
    EXPECT_FALSE(take_skill({"s", std::string(limits::name_max + 1, 'x')}, f.report));
    EXPECT_EQ(f.table.warnings.size(), 2u);
    EXPECT_TRUE(f.table.skills.empty());
}

TEST(Cells, reports_are_short_whatever_the_cell) {
    Fixture f;
    std::string const long_text(10'000, 'x');
    f.report.refuse(long_text, long_text, {ErrorCode::bad_value, {long_text}});
    EXPECT_EQ(count_code_points(f.table.refusals[0].value), shown_value_max);
    EXPECT_EQ(count_code_points(f.table.refusals[0].column), shown_value_max);
    EXPECT_EQ(count_code_points(f.table.refusals[0].why.arguments[0]), shown_value_max);
}

TEST(Cells, dates_of_many_forms_become_one) {
    struct {
        char const* text;
        char const* date;
    } const cases[] = {
        {"2026-11-20", "2026-11-20"},        {"2026/1/2", "2026-01-02"},
        {"2026.1.02", "2026-01-02"},         {"2026年1月2日", "2026-01-02"},
        {"2026年1月2日 10:00", "2026-01-02"}, {"20260102", "2026-01-02"},
        {"2026-01-02T10:00:00Z", "2026-01-02"}, {"2026-01-02 10:00", "2026-01-02"},
        {"881250949", "1997-12-04"},         {"1767312000", "2026-01-02"},
        {"1767312000999", "2026-01-02"},     {"2024-02-29", "2024-02-29"},
        {"", ""},
        {"2026-02-29", ""},  {"2026-13-01", ""}, {"02/03/2026", ""}, {"2026-1-2x", ""},
        {"26-01-02", ""},    {"2026-01", ""},    {"20261301", ""},   {"yesterday", ""},
        {"12345678901", ""}, {"-1", ""},         {"2026--02", ""},
    };
    for (auto const& each : cases) {
        Fixture f;
        EXPECT_EQ(date_cell({"date", each.text}, f.report), each.date) << each.text;
        bool const is_bad = *each.date == '\0' && *each.text != '\0';
        EXPECT_EQ(f.table.warnings.size(), is_bad ? 1u : 0u) << each.text;
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(Cells, lists_take_the_separators_of_both_keyboards) {
    using Parts = std::vector<std::string>;
    EXPECT_EQ(list_cell("a; b ；c\nd"), (Parts{"a", "b", "c", "d"}));
    EXPECT_EQ(list_cell("a, b，c、d"), (Parts{"a", "b", "c", "d"}));
    EXPECT_EQ(list_cell("C, C++; \u3000Go\u00A0;;"), (Parts{"C, C++", "Go"}));
    EXPECT_EQ(list_cell(" ; "), Parts{});
    EXPECT_EQ(list_cell(""), Parts{});
}

TEST(Cells, what_a_row_cannot_do_without_is_there_or_the_row_is_refused) {
    Fixture f;
    std::string text;
    EXPECT_TRUE(required_cell({"x", "abc"}, 3, text, f.report));
    EXPECT_EQ(text, "abc");
    EXPECT_FALSE(required_cell({"x", ""}, 3, text, f.report));
    EXPECT_FALSE(required_cell({"x", "abcd"}, 3, text, f.report));
    ASSERT_EQ(f.table.refusals.size(), 2u);
    EXPECT_EQ(f.table.refusals[0].why.code, ErrorCode::empty_field);
    EXPECT_EQ(f.table.refusals[1].why.code, ErrorCode::too_long);
}

}  // namespace
}  // namespace zhitu::exchange
