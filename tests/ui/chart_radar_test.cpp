#include "ui/charts.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {
namespace {

Radar spec_of(std::size_t axes_count) {
    Radar spec;
    spec.name = "Skills";
    spec.has_name = "has";
    spec.wanted_name = "wanted";
    for (std::size_t axis = 0; axis < axes_count; ++axis) {
        spec.axes.push_back({"a skill with a long name " + std::to_string(axis), 1, 3,
                             "level 1 of 3"});
    }
    return spec;
}

std::size_t count_axes(Stage const& stage) {
    std::size_t count = 0;
    for (SemanticNode const& node : stage.tree.nodes()) {
        count += node.role == AriaRole::listitem && node.value == "level 1 of 3";
    }
    return count;
}

TEST(chart_radar, every_axis_says_its_levels) {
    for (float const width : {288.0f, 500.0f, 1'000.0f}) {
        Stage stage(width, 600);
        stage.draw([](Ui& ui) { radar(ui, spec_of(8)); });
        EXPECT_EQ(count_axes(stage), 8u) << width;
        EXPECT_EQ(stage.find("Skills")->role, AriaRole::list);
    }
}

TEST(chart_radar, of_twenty_axes_twelve_are_drawn_and_that_is_said) {
    Stage stage(600, 600);
    stage.draw([](Ui& ui) { radar(ui, spec_of(20)); });
    EXPECT_EQ(count_axes(stage), radar_axes_max);
    EXPECT_TRUE(stage.words_used.test(static_cast<std::size_t>(Word::radar_cut)));
}

TEST(chart_radar, twelve_axes_need_no_such_line) {
    Stage stage(600, 600);
    stage.draw([](Ui& ui) { radar(ui, spec_of(12)); });
    EXPECT_EQ(count_axes(stage), 12u);
    EXPECT_FALSE(stage.words_used.test(static_cast<std::size_t>(Word::radar_cut)));
}

TEST(chart_radar, two_axes_become_bars) {
    Stage stage(600, 600);
    stage.draw([](Ui& ui) { radar(ui, spec_of(2)); });
    EXPECT_EQ(count_axes(stage), 2u);
    EXPECT_EQ(stage.find("Skills"), nullptr);
}

}  // namespace
}  // namespace zhitu::ui
