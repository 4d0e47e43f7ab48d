#include "exchange/cells.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

struct Fixture {
    ImportTable table;
    RowReport report{table, "f", 7};
};

TEST(Cells, numbers_within_bounds_are_taken_in_millionths) {
    Fixture f;
    EXPECT_EQ(number_cell({"n", "4.6"}, {0, 5}, f.report), 4'600'000);
    EXPECT_EQ(number_cell({"n", "0"}, {0, 5}, f.report), 0);
    EXPECT_EQ(number_cell({"n", "5.0"}, {0, 5}, f.report), 5'000'000);
    EXPECT_EQ(number_cell({"n", ""}, {0, 5}, f.report), std::nullopt);
    EXPECT_TRUE(f.table.warnings.empty());
}

TEST(Cells, other_numbers_are_left_out_with_a_warning) {
    char const* const cases[] = {"x", "5.1", "5.000001", "-1", "-0.000001", "1e400", "nan", "inf",
                                 "0x1", "1,5", "99999999999999999999", "--1", "4.6.1", "五"};
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

}  // namespace
}  // namespace zhitu::exchange
