#include "ui/charts.h"

#include <gtest/gtest.h>

#include <vector>

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

std::vector<Box> label_boxes(Stage const& stage) {
    std::vector<Box> boxes;
    for (SemanticNode const& node : stage.tree.nodes()) {
        if (node.role == AriaRole::listitem) boxes.push_back(node.box);
    }
    return boxes;
}

bool overlap(Box const& a, Box const& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

void expect_apart(std::vector<Box> const& boxes, std::size_t axes_count) {
    for (std::size_t one = 0; one < boxes.size(); ++one) {
        for (std::size_t other = one + 1; other < boxes.size(); ++other) {
            EXPECT_FALSE(overlap(boxes[one], boxes[other]))
                << axes_count << " axes: " << one << ", " << other;
        }
    }
}

TEST(chart_radar, labels_stand_apart_and_inside_at_every_width) {
    int charts_count = 0;
    for (float const width : {256.0f, 320.0f, 480.0f, 700.0f, 1'000.0f}) {
        for (std::size_t axes_count = 3; axes_count <= radar_axes_max; ++axes_count) {
            Stage stage(width, 600);
            Box inside;
            stage.draw([&](Ui& ui) {
                inside = {ui.left, ui.y, ui.width, 0};
                radar(ui, spec_of(axes_count));
                inside.height = ui.y - inside.y;
            });
            std::vector<Box> const boxes = label_boxes(stage);
            ASSERT_EQ(boxes.size(), axes_count);
            expect_apart(boxes, axes_count);
            for (Box const& box : boxes) {
                EXPECT_GE(box.x, inside.x) << width;
                EXPECT_LE(box.x + box.width, inside.x + inside.width + 1) << width;
                EXPECT_GE(box.y, inside.y) << width;
                EXPECT_LE(box.y + box.height, inside.y + inside.height) << width;
                EXPECT_GT(box.width, 20) << width;
            }
            ++charts_count;
        }
    }
    EXPECT_EQ(charts_count, 50);
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
