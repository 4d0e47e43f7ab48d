#include "ui/charts.h"

#include <gtest/gtest.h>

#include "imgui_internal.h"
#include "tests/ui/stage.h"

namespace zhitu::ui {
namespace {

LineChart chart() {
    LineChart chart;
    chart.name = "By k";
    chart.labels = {"1", "2", "3", "4"};
    chart.series = {{"precision", {0.5, 0.25, std::nullopt, 0.125}, Tint::accent},
                    {"recall", {0.1, 0.2, 0.3, 0.4}, Tint::muted}};
    chart.x_title = "k";
    chart.chosen = 1;
    return chart;
}

TEST(chart_line, ticks_are_round_and_hold_the_values) {
    EXPECT_EQ(round_ticks(0, 1, 6), (std::vector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1}));
    EXPECT_EQ(round_ticks(0, 100, 3), (std::vector<double>{0, 50, 100}));
    EXPECT_EQ(round_ticks(0, 7, 5), (std::vector<double>{0, 2, 4, 6, 8}));
    EXPECT_EQ(round_ticks(-3, 3, 4), (std::vector<double>{-4, -2, 0, 2, 4}));
    int cases_count = 0;
    for (double most = 0.003; most < 1e6; most *= 3.7) {
        std::vector<double> const ticks = round_ticks(0, most, 5);
        EXPECT_LE(ticks.front(), 0);
        EXPECT_GE(ticks.back(), most * (1 - 1e-9));
        EXPECT_GE(ticks.size(), 3u) << most;
        EXPECT_LE(ticks.size(), 8u) << most;
        ++cases_count;
    }
    EXPECT_GT(cases_count, 10);
}

TEST(chart_line, ticks_of_one_value_are_two) {
    EXPECT_EQ(round_ticks(2, 2, 2), (std::vector<double>{2, 3}));
}

TEST(chart_line, every_series_says_its_known_values) {
    Stage stage(600, 600);
    stage.draw([](Ui& ui) { line_chart(ui, chart()); });
    SemanticNode const* const precision = stage.find("precision");
    ASSERT_NE(precision, nullptr);
    EXPECT_EQ(precision->value, "1: 0.500, 2: 0.250, 4: 0.125");
    ASSERT_NE(stage.find("By k"), nullptr);
    EXPECT_EQ(stage.find("By k")->role, AriaRole::list);
}

bool is_tooltip_shown() {
    ImGuiWindow const* const tooltip = ImGui::FindWindowByName("##Tooltip_00");
    return tooltip != nullptr && tooltip->Active;
}

TEST(chart_line, values_are_shown_while_the_pointer_is_over_them) {
    Stage stage(600, 600);
    auto const content = [](Ui& ui) { line_chart(ui, chart()); };
    stage.draw(content);
    EXPECT_FALSE(is_tooltip_shown());
    ASSERT_TRUE(stage.click("precision", content));  // of the size of the chart: its middle
    EXPECT_TRUE(is_tooltip_shown());
}

TEST(chart_line, one_place_and_no_value_are_no_trouble) {
    Stage stage(320, 600);
    LineChart lonely = chart();
    lonely.labels = {"1"};
    lonely.series = {{"nothing", {std::nullopt}, Tint::accent}};
    lonely.chosen = 0;
    stage.draw([&](Ui& ui) { line_chart(ui, lonely); });
    ASSERT_NE(stage.find("nothing"), nullptr);
    EXPECT_EQ(stage.find("nothing")->value, "");
}

}  // namespace
}  // namespace zhitu::ui
