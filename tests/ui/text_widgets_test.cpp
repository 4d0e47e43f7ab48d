#include "ui/text_widgets.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(text_widgets, texts_wrap_and_stand_below_each_other) {
    Stage stage(200);
    stage.draw([](Ui& ui) {
        heading(ui, "Title", 1);
        text(ui, "a sentence that needs more than one line in a narrow column");
        muted(ui, "quiet");
        badge(ui, "badge", BadgeKind::look);
        text(ui, "");
    });
    ASSERT_EQ(stage.tree.nodes().size(), 4u);
    EXPECT_EQ(stage.tree.nodes()[0].role, AriaRole::heading);
    EXPECT_EQ(stage.tree.nodes()[0].level, 1);
    EXPECT_GT(stage.tree.nodes()[1].box.height, 30);
    for (std::size_t i = 1; i < 4; ++i) {
        Box const& above = stage.tree.nodes()[i - 1].box;
        EXPECT_GE(stage.tree.nodes()[i].box.y, above.y + above.height - 0.5f);
    }
}

TEST(text_widgets, a_rounded_figure_is_whole_for_the_reader) {
    Stage stage;
    stage.draw([](Ui& ui) { text_figure(ui, "Sum 0.83", 0.834567891); });
    ASSERT_NE(stage.find("Sum 0.83"), nullptr);
    EXPECT_EQ(stage.find("Sum 0.83")->description, "0.834567891");
}

TEST(text_widgets, what_is_cut_for_the_eye_is_whole_for_the_ear) {
    Stage stage(200);
    std::string const longer(200, 'x');
    stage.draw([&longer](Ui& ui) {
        text_in(ui, longer, {ui.left, ui.y, 60, 20}, Type::body, Tint::ink);
        text_in_right(ui, "12", {ui.left, ui.y, 60, 20}, Type::body, Tint::ink);
    });
    EXPECT_NE(stage.find(longer), nullptr);
    EXPECT_NE(stage.find("12"), nullptr);
}

TEST(text_widgets, decoration_is_silent) {
    Stage stage;
    stage.draw([](Ui& ui) { decorate_icon(ui, "x", Tint::muted); });
    EXPECT_TRUE(stage.tree.nodes().empty());
}

}  // namespace zhitu::ui
