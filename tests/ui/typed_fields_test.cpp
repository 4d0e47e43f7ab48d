#include "ui/typed_fields.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

namespace {

struct DateStage {
    Stage stage{640};
    std::string value = "2026-11-20";
    bool is_valid = false;
    std::function<void(Ui&)> content = [this](Ui& ui) {
        is_valid = date_field(ui, {.key = "on", .label = "Date", .latest = "2026-11-21"}, value);
    };
    void show(char const* text) {
        value = text;
        stage.draw(content);
        stage.draw(content);
    }
    bool press(char const* name) {
        bool const is_there = stage.click(name, content);
        stage.draw(content);
        return is_there;
    }
};

}  // namespace

TEST(typed_fields, a_date_goes_on_and_back_by_days_across_months) {
    DateStage date;
    date.show("2026-03-01");
    ASSERT_TRUE(date.press("The day before"));
    EXPECT_EQ(date.value, "2026-02-28");
    ASSERT_TRUE(date.press("The day after"));
    ASSERT_TRUE(date.press("The day after"));
    EXPECT_EQ(date.value, "2026-03-02");
    EXPECT_TRUE(date.is_valid);
}

TEST(typed_fields, no_date_comes_after_the_latest) {
    DateStage date;
    ASSERT_TRUE(date.press("The day after"));
    EXPECT_EQ(date.value, "2026-11-21");
    EXPECT_NE(date.stage.find("The day after")->flags & node_disabled, 0u);
    date.press("The day after");
    EXPECT_EQ(date.value, "2026-11-21");
    date.show("2027-01-01");
    EXPECT_FALSE(date.is_valid);
    EXPECT_EQ(date.stage.find("Date")->description, "No later than 2026-11-21.");
    ASSERT_TRUE(date.press("The day before"));
    EXPECT_EQ(date.value, "2026-11-21");
}

TEST(typed_fields, what_is_no_date_is_said_beside_the_field) {
    int refused_count = 0;
    for (char const* text : {"", "21.11.2026", "2026-13-01", "2026-02-29", "2026-1-1", "soon"}) {
        DateStage date;
        date.show(text);
        EXPECT_FALSE(date.is_valid) << text;
        EXPECT_NE(date.stage.find("Date")->flags & node_invalid, 0u) << text;
        SemanticNode const* const fault = date.stage.find("Write a date such as 2026-11-21.");
        ASSERT_NE(fault, nullptr) << text;
        EXPECT_GT(fault->box.x, date.stage.find("Date")->box.x + 100) << text;
        ++refused_count;
    }
    EXPECT_EQ(refused_count, 6);
    DateStage date;
    date.show("");
    ASSERT_TRUE(date.press("The day before"));  // begins at the latest
    EXPECT_EQ(date.value, "2026-11-21");
}

TEST(typed_fields, a_weight_has_two_digits_between_nothing_and_one) {
    for (auto const& [text, weight] : std::vector<std::pair<char const*, std::int64_t>>{
             {"1", 1'000'000}, {"0.37", 370'000}, {" 0.5 ", 500'000}, {"0.01", 10'000},
             {"0.370", 370'000}}) {
        EXPECT_EQ(parse_weight(text), weight) << text;
    }
    int refused_count = 0;
    for (char const* text : {"", "0", "1.01", "-0.5", "0.375", "0,5", "half", "0.005"}) {
        EXPECT_FALSE(parse_weight(text)) << text;
        ++refused_count;
    }
    EXPECT_EQ(refused_count, 8);
}

TEST(typed_fields, a_weight_is_written_with_the_digits_it_has) {
    EXPECT_EQ(weight_text(900'000), "0.90");
    EXPECT_EQ(weight_text(1'000'000), "1.00");
    EXPECT_EQ(weight_text(375'000), "0.375");
    EXPECT_EQ(weight_text(333'333), "0.333333");
}

TEST(typed_fields, a_wrong_weight_is_said_below_its_field) {
    Stage stage;
    std::string typed = "1.5";
    auto const content = [&](Ui& ui) {
        weight_field(ui, {.key = "##weight", .label = "Weight"}, typed);
    };
    stage.draw(content);
    EXPECT_EQ(stage.find("Weight")->description, "0.01 to 1, at most two digits.");
    typed = "0.5";
    stage.draw(content);
    EXPECT_EQ(stage.find("Weight")->description, "");
}

}  // namespace zhitu::ui
