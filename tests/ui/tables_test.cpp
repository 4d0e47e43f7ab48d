#include <map>

#include "ui/tables.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

namespace {

struct Drawn {
    int rows_count = 3;
    bool is_long = false;
    int pressed = -1;
    int drawn_count = 0;

    void operator()(Ui& ui) {
        drawn_count = 0;
        Table table = begin_table(ui, {.key = "t", .name = "People", .rows_count = rows_count,
                                       .is_long = is_long},
                                  {{"Name", 100, 1, false}, {"Gap", 40, 0, true}});
        while (next_row(ui, table)) {
            ++drawn_count;
            std::string const name = "person " + std::to_string(table.row);
            if (cell_link(ui, table, name)) pressed = table.row;
            cell(ui, table, std::to_string(table.row * 10));
        }
        end_table(ui, table);
    }
};

int count_rows(Stage const& stage) {
    int count = 0;
    for (SemanticNode const& node : stage.tree.nodes()) count += node.row_index >= 0;
    return count;
}

}  // namespace

TEST(tables, a_rounded_figure_is_whole_for_the_reader) {
    Stage stage;
    stage.draw([](Ui& ui) {
        Table table = begin_table(ui, {.key = "t", .name = "Figures", .rows_count = 1},
                                  {{"a", 60, 1, true}, {"b", 60, 1, true}, {"c", 60, 1, true}});
        while (next_row(ui, table)) {
            cell_figure(ui, table, "0.364", 4.0 / 11);
            cell_figure(ui, table, "–", std::nullopt);
            cell(ui, table, "3");
        }
        end_table(ui, table);
    });
    std::vector<std::string> wholes;
    for (SemanticNode const& node : stage.tree.nodes()) {
        if (node.role == AriaRole::cell) wholes.push_back(node.description);
    }
    EXPECT_EQ(wholes, (std::vector<std::string>{"0.363636364", "", ""}));
}

TEST(tables, rows_know_their_place) {
    Stage stage;
    Drawn drawn;
    stage.draw(std::ref(drawn));
    EXPECT_EQ(stage.find("People")->row_count, 3);
    EXPECT_EQ(count_rows(stage), 3);
    EXPECT_EQ(stage.find("Gap")->role, AriaRole::columnheader);
    EXPECT_LT(stage.find("Gap")->box.y, stage.find("person 0")->box.y);
    SemanticNode const* const number = stage.find("20");
    ASSERT_NE(number, nullptr);
    EXPECT_EQ(number->box.y + number->box.height / 2,
              stage.find("person 2")->box.y + stage.find("person 2")->box.height / 2);
}

TEST(tables, cells_stand_in_rows_and_rows_in_the_table) {
    Stage stage;
    Drawn drawn;
    stage.draw(std::ref(drawn));
    std::map<std::uint32_t, AriaRole> roles;
    int cells_count = 0;
    for (SemanticNode const& node : stage.tree.nodes()) {
        roles[node.id] = node.role;
        bool const is_cell = node.role == AriaRole::cell || node.role == AriaRole::columnheader;
        if (is_cell) {
            EXPECT_EQ(roles[node.parent], AriaRole::row) << node.name;
        }
        if (node.role == AriaRole::row) {
            EXPECT_EQ(roles[node.parent], AriaRole::table);
        }
        cells_count += is_cell;
    }
    EXPECT_GT(cells_count, 6);
}

TEST(tables, a_row_can_be_followed) {
    Stage stage;
    Drawn drawn;
    EXPECT_TRUE(stage.click("person 1", std::ref(drawn)));
    EXPECT_EQ(drawn.pressed, 1);
}

TEST(tables, ten_thousand_rows_draw_what_is_in_view) {
    Stage stage(600, 800);
    Drawn drawn{10'000, true};
    stage.draw(std::ref(drawn));
    EXPECT_LT(drawn.drawn_count, 40);
    EXPECT_EQ(stage.find("People")->row_count, 10'000);
}

TEST(tables, rows_of_their_own_heights_are_measured_when_in_view) {
    Stage stage(600, 800);
    RowHeights heights;
    int drawn_count = 0;
    float end = 0;
    auto const draw = [&](Ui& ui) {
        drawn_count = 0;
        float const top = ui.y;
        Table table = begin_table(
            ui, {.key = "t", .name = "Rows", .rows_count = 200, .heights = &heights},
            {{"What", 100, 1, false}, {"Why", 200, 0, false}});
        while (next_row(ui, table)) {
            ++drawn_count;
            cell(ui, table, "row " + std::to_string(table.row));
            cell(ui, table, table.row == 1 ? std::string(400, 'w') : "short");
        }
        end_table(ui, table);
        end = ui.y - top;
    };
    stage.draw(draw);
    stage.draw(draw);
    EXPECT_LT(drawn_count, 40);
    EXPECT_GT(drawn_count, 10);
    ASSERT_EQ(heights.rows.size(), 200u);
    EXPECT_GT(heights.rows[1], 2 * heights.rows[0]);
    EXPECT_EQ(heights.rows[199], heights.rows[0]);
    float sum = 0;
    for (float const height : heights.rows) sum += height;
    EXPECT_FLOAT_EQ(end, sum + 32);
    EXPECT_EQ(stage.find("row 199"), nullptr);
}

TEST(tables, a_new_width_forgets_the_heights) {
    RowHeights heights;
    for (float const width : {600.0f, 260.0f}) {
        Stage stage(width, 800);
        stage.draw([&heights](Ui& ui) {
            Table table = begin_table(
                ui, {.key = "t", .name = "Rows", .rows_count = 2, .heights = &heights},
                {{"What", 60, 0, false}, {"Why", 60, 1, false}});
            while (next_row(ui, table)) {
                cell(ui, table, "x");
                cell(ui, table, "eight words of which not all fit here");
            }
            end_table(ui, table);
        });
        EXPECT_EQ(heights.rows[0] > 40, width < 400) << width;
    }
}

TEST(tables, narrow_tables_become_blocks) {
    Stage stage(150);
    Drawn drawn;
    stage.draw([&drawn](Ui& ui) {
        Table table = begin_table(ui, {.key = "t", .name = "T", .rows_count = 1},
                                  {{"Name", 100, 1, false}, {"Role", 100, 0, false}});
        EXPECT_TRUE(table.is_stacked);
        while (next_row(ui, table)) {
            cell_strong(ui, table, "Li Si");
            cell(ui, table, "Engineer");
        }
        end_table(ui, table);
    });
    EXPECT_GT(stage.find("Engineer")->box.y, stage.find("Li Si")->box.y);
}

TEST(tables, narrow_columns_of_a_block_stand_in_pairs_with_their_values_in_line) {
    Stage stage(320);
    stage.draw([](Ui& ui) {
        Table table = begin_table(ui, {.key = "t", .name = "T", .rows_count = 1},
                                  {{"Name", 200, 1, false}, {"A", 40, 0, true},
                                   {"Bcd", 40, 0, true}, {"Long", 300, 0, false},
                                   {"E", 40, 0, true}});
        EXPECT_TRUE(table.is_stacked);
        while (next_row(ui, table)) {
            for (char const* text : {"title", "first", "second", "whole", "third"}) {
                cell(ui, table, text);
            }
        }
        end_table(ui, table);
    });
    Box const first = stage.find("first")->box;
    Box const second = stage.find("second")->box;
    Box const whole = stage.find("whole")->box;
    EXPECT_EQ(first.y, second.y);
    EXPECT_GT(second.x, first.x + 80);
    EXPECT_GT(whole.y, first.y);
    EXPECT_EQ(whole.x, first.x);  // as far from the edge, though its label is longer
    EXPECT_GT(stage.find("third")->box.y, whole.y);
}

TEST(tables, long_blocks_are_as_high_as_their_lines) {
    Stage stage(320, 800);
    float height = 0;
    stage.draw([&height](Ui& ui) {
        Table table = begin_table(ui, {.key = "t", .name = "T", .rows_count = 10,
                                       .is_long = true},
                                  {{"Name", 250, 1, false}, {"A", 40, 0, true},
                                   {"B", 40, 0, true}, {"C", 40, 0, true}});
        while (next_row(ui, table)) {
            for (int i = 0; i < 4; ++i) cell(ui, table, "x");
        }
        end_table(ui, table);
        height = (ui.y - table.rows_top) / 10;
    });
    EXPECT_EQ(height, 16 + 3 * 20 + 1);  // title, a pair, one alone
}

// A row whose top is at 0 exactly was taken for no row once, and left its id on the stack.
TEST(tables, a_row_at_the_very_top_of_the_screen_ends_like_any_other) {
    Stage stage;
    Drawn drawn;
    int rows_count = 0;
    for (float const top : {-72.0f, -37.0f, -36.0f, -32.0f, 0.0f}) {
        stage.draw([&](Ui& ui) {
            ui.y = top;
            drawn(ui);
        });
        rows_count += drawn.drawn_count;
    }
    EXPECT_EQ(rows_count, 15);
}

TEST(tables, a_control_stands_in_the_middle_of_its_row) {
    Stage stage(800);
    stage.draw([](Ui& ui) {
        Table table = begin_table(ui, {.key = "t", .name = "T", .rows_count = 1},
                                  {{"A", 80}, {"B", 80}});
        ASSERT_TRUE(next_row(ui, table));
        cell(ui, table, "text");
        begin_control_cell(ui, table);
        Box const control = place(ui, 60, ui.control_height());
        end_control_cell(ui, table);
        EXPECT_EQ(control.y + control.height / 2, table.row_top + ui.row_height() / 2);
        EXPECT_EQ(table.row_bottom, table.row_top + ui.row_height());
        EXPECT_FALSE(next_row(ui, table));
        end_table(ui, table);
    });
}

}  // namespace zhitu::ui
