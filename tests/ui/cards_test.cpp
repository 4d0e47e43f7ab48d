#include "ui/cards.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"
#include "ui/buttons.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

void three_cards(Ui& ui) {
    CardGrid grid = begin_grid(ui, "grid", 3, 260);
    char const* const names[] = {"first", "second", "third"};
    for (int i = 0; i < 3; ++i) {
        ImGui::PushID(i);
        begin_cell(ui, grid);
        heading(ui, names[i], 2);
        for (int k = 0; k <= i; ++k) text(ui, "line");
        begin_footer(ui, grid);
        std::string const label = std::string("go ") + names[i];
        button(ui, {.key = "go", .label = label});
        end_cell(ui, grid);
        ImGui::PopID();
    }
    end_grid(ui, grid);
    text(ui, "below");
}

}  // namespace

TEST(cards, three_stand_side_by_side_where_there_is_room) {
    Stage stage(1'000);
    stage.draw(three_cards);
    stage.draw(three_cards);
    EXPECT_EQ(stage.find("first")->box.y, stage.find("third")->box.y);
    EXPECT_LT(stage.find("first")->box.x, stage.find("second")->box.x);
    // Buttons stand in one line though the bodies differ.
    EXPECT_EQ(stage.find("go first")->box.y, stage.find("go third")->box.y);
    EXPECT_GT(stage.find("below")->box.y, stage.find("go third")->box.y + 32);
}

TEST(cards, one_below_the_other_on_a_phone) {
    Stage stage(320, 900);
    stage.draw(three_cards);
    stage.draw(three_cards);
    EXPECT_EQ(stage.find("first")->box.x, stage.find("third")->box.x);
    EXPECT_GT(stage.find("second")->box.y, stage.find("go first")->box.y);
    EXPECT_GT(stage.find("below")->box.y, stage.find("go third")->box.y);
}

TEST(cards, inside_a_card_the_column_is_narrower) {
    Stage stage(400);
    stage.draw([](Ui& ui) {
        float const width = ui.width;
        Card const card = begin_card(ui, 200);
        EXPECT_EQ(ui.width, width - 2 * card_padding);
        end_card(ui, card);
        EXPECT_EQ(ui.width, width);
        EXPECT_EQ(ui.y, card.box.y + 200 + card_gap);
    });
}

TEST(cards, an_empty_state_has_a_sentence_and_a_way_on) {
    Stage stage;
    bool is_pressed = false;
    EXPECT_TRUE(stage.click("Add", [&](Ui& ui) {
        page_title(ui, "Title", "Answer");
        is_pressed |= empty_state(ui, "add", "Nobody is here.", "Add");
    }));
    EXPECT_TRUE(is_pressed);
    EXPECT_NE(stage.find("Nobody is here."), nullptr);
    EXPECT_NE(stage.find("Answer"), nullptr);
}

}  // namespace zhitu::ui
