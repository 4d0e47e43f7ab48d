#include "ui/bars.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(bars, every_bar_has_its_number_beside_it) {
    Stage stage;
    stage.draw([](Ui& ui) {
        bar_rows(ui, {{"Gap", "+0.41", 0.7, "closes containers"}, {"Before", "−0.06", -0.1, ""}});
        progress_bar(ui, "Course", 0.444);
        level_dots(ui, 1, 3, "1 of 3");
    });
    EXPECT_EQ(stage.find("Gap")->value, "+0.41");
    EXPECT_EQ(stage.find("Gap")->description, "closes containers");
    EXPECT_EQ(stage.find("Before")->value, "−0.06");
    EXPECT_EQ(stage.find("Course")->value, "44 %");
    EXPECT_EQ(stage.find("Course")->role, AriaRole::progressbar);
    EXPECT_NE(stage.find("1 of 3"), nullptr);
}

TEST(bars, a_rounded_figure_is_whole_for_the_reader) {
    Stage stage;
    stage.draw([](Ui& ui) {
        bar_rows(ui, {{"Gap", "+0.41", 0.7, "closes containers", "0.412345678"},
                      {"Price", "−0.06", -0.1, "", "-0.0625"}});
    });
    EXPECT_EQ(stage.find("Gap")->description, "closes containers · 0.412345678");
    EXPECT_EQ(stage.find("Price")->description, "-0.0625");
}

TEST(bars, where_names_are_long_all_bars_stand_below_them) {
    std::vector<BarRow> const rows{{"Distributed systems and message queues", "8 people", 1, ""},
                                   {"Git", "2 people", 0.25, ""}};
    Stage narrow(288, 600);
    narrow.draw([&](Ui& ui) { bar_rows(ui, rows); });
    Stage wide(800, 600);
    wide.draw([&](Ui& ui) { bar_rows(ui, rows); });
    for (char const* name : {"Git", "Distributed systems and message queues"}) {
        ASSERT_NE(narrow.find(name), nullptr);
        EXPECT_GT(narrow.find(name)->box.height, wide.find(name)->box.height) << name;
    }
    Box const first = narrow.find(rows[0].label)->box;
    EXPECT_GE(narrow.find("Git")->box.y, first.y + first.height);
}

TEST(bars, shares_out_of_bounds_stay_in_the_bar) {
    Stage stage;
    stage.draw([](Ui& ui) {
        progress_bar(ui, "over", 7);
        progress_bar(ui, "under", -7);
    });
    EXPECT_EQ(stage.find("over")->value, "100 %");
    EXPECT_EQ(stage.find("under")->value, "0 %");
}

}  // namespace zhitu::ui
