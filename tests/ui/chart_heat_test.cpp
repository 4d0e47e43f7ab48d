#include "ui/charts.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"
#include "ui/theme.h"

namespace zhitu::ui {
namespace {

struct Drawn {
    int rows_count = 2;
    int pressed_row = -1;
    int drawn_count = 0;

    void operator()(Ui& ui) {
        Table table = begin_table(ui, {.key = "map", .name = "Gaps", .rows_count = rows_count,
                                       .is_long = true},
                                  {{"Person", 100, 1}, {"Kafka", heat_column_width, 0}});
        drawn_count = 0;
        while (next_row(ui, table)) {
            ++drawn_count;
            std::string const name = "person " + std::to_string(table.row);
            cell(ui, table, name);
            int const row = table.row;
            if (heat_cell(ui, table, {.text = "1 −2", .says = name + ", Kafka: 1 of 3", .step = 3}))
                pressed_row = row;
        }
        end_table(ui, table);
    }
};

TEST(chart_heat, a_step_is_nothing_or_a_quarter_of_the_most) {
    EXPECT_EQ(heat_step(0, 3), 0);
    EXPECT_EQ(heat_step(-1, 3), 0);
    EXPECT_EQ(heat_step(0.001, 3), 1);
    EXPECT_EQ(heat_step(1, 4), 1);
    EXPECT_EQ(heat_step(2, 4), 2);
    EXPECT_EQ(heat_step(4, 4), 4);
    EXPECT_EQ(heat_step(9, 4), 4);
    EXPECT_EQ(heat_step(1, 0), 0);
}

TEST(chart_heat, a_cell_says_whose_and_what_and_is_pressed) {
    Stage stage;
    Drawn drawn;
    stage.draw(std::ref(drawn));
    SemanticNode const* const cell = stage.find("person 1, Kafka: 1 of 3");
    ASSERT_NE(cell, nullptr);
    EXPECT_EQ(cell->role, AriaRole::button);
    EXPECT_EQ(cell->value, "1 −2");
    EXPECT_TRUE(stage.click("person 1, Kafka: 1 of 3", std::ref(drawn)));
    EXPECT_EQ(drawn.pressed_row, 1);
}

TEST(chart_heat, of_five_thousand_rows_only_those_in_view_are_drawn) {
    Stage stage(400, 600);
    Drawn drawn;
    drawn.rows_count = 5'000;
    stage.draw(std::ref(drawn));
    stage.draw(std::ref(drawn));
    EXPECT_GT(drawn.drawn_count, 10);
    EXPECT_LT(drawn.drawn_count, 40);
}

TEST(chart_heat, as_many_columns_as_fit_and_never_none) {
    Stage stage(1'000, 600);
    std::size_t wide = 0;
    std::size_t narrow = 0;
    stage.draw([&](Ui& ui) {
        wide = heat_columns_that_fit(ui, 200);
        narrow = heat_columns_that_fit(ui, ui.width);
        EXPECT_EQ(wide, static_cast<std::size_t>((ui.width - 200) / heat_column_width));
    });
    EXPECT_GT(wide, 8u);
    EXPECT_EQ(narrow, 1u);
}

TEST(chart_heat, long_names_of_columns_leave_the_columns_as_they_are) {
    std::string const name = "Distributed systems and message queues of a large company";
    Stage stage(800, 600);
    std::size_t fit = 0;
    bool is_stacked = true;
    stage.draw([&](Ui& ui) {
        fit = heat_columns_that_fit(ui, 100 + 2 * cell_padding);
        std::vector<Column> columns{{"Person", 100, 1}};
        for (std::size_t at = 0; at < fit; ++at) columns.push_back(heat_column(name));
        Table table = begin_table(ui, {.key = "map", .name = "Gaps", .rows_count = 1}, columns);
        is_stacked = table.is_stacked;
        for (std::size_t at = 1; at <= fit; ++at) {
            EXPECT_EQ(table.widths[at], heat_column_width) << at;
        }
        while (next_row(ui, table)) {
            cell(ui, table, "Wang");
            for (std::size_t at = 0; at < fit; ++at) {
                heat_cell(ui, table, {.text = "1", .says = "cell " + std::to_string(at)});
            }
        }
        end_table(ui, table);
    });
    EXPECT_GE(fit, 8u);
    EXPECT_FALSE(is_stacked);
    EXPECT_EQ(stage.find(name)->role, AriaRole::columnheader);
    EXPECT_EQ(stage.find("cell 3")->box.width, heat_column_width - 8);
}

TEST(chart_heat, the_number_reads_on_every_step) {
    int pairs_count = 0;
    for (bool const is_dark : {false, true}) {
        Tokens const& tokens = tokens_of(is_dark);
        for (Color const heat : tokens.heat) {
            EXPECT_GE(contrast(tokens[text_on(tokens, heat)], heat), 4.5);
            ++pairs_count;
        }
        EXPECT_GE(contrast(tokens[Tint::muted], tokens.heat[0]), 4.5) << is_dark;
    }
    EXPECT_EQ(pairs_count, 10);
}

}  // namespace
}  // namespace zhitu::ui
