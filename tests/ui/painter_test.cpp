#include "ui/painter.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(painter, a_line_wraps_when_it_is_full) {
    Stage stage(232);  // 200 in the column
    stage.draw([](Ui& ui) {
        float const top = ui.y;
        begin_line(ui, 32, 8);
        Box const a = place(ui, 90, 32);
        Box const b = place(ui, 90, 20);
        Box const c = place(ui, 90, 32);
        end_line(ui);
        EXPECT_EQ(a.x, ui.left);
        EXPECT_EQ(b.x, a.x + 98);
        EXPECT_EQ(b.y, a.y + 6);  // in the middle
        EXPECT_EQ(c.x, ui.left);
        EXPECT_EQ(c.y, top + 36);
        EXPECT_EQ(ui.y, top + 68);
    });
}

TEST(painter, right_means_the_right_edge_while_there_is_room) {
    Stage stage(232);
    stage.draw([](Ui& ui) {
        begin_line(ui, 32);
        to_right(ui, 50);
        EXPECT_EQ(place(ui, 50, 32).x + 50, ui.right());
        end_line(ui);
        begin_line(ui, 32);
        place(ui, 180, 32);
        to_right(ui, 50);
        EXPECT_EQ(place(ui, 50, 32).x, ui.left);
        end_line(ui);
    });
}

TEST(painter, fitted_text_fits) {
    Stage stage;
    stage.draw([](Ui& ui) {
        std::string const text = "容器技术实战 and more words";
        for (float width = 30; width < 300; width += 7) {
            std::string const shown = fitted(ui, text, Type::body, width);
            EXPECT_LE(text_width(ui, shown, Type::body), width + 1);
        }
        EXPECT_EQ(fitted(ui, text, Type::body, 1'000), text);
    });
}

TEST(painter, texts_get_different_ids_and_the_same_in_every_frame) {
    Stage stage;
    auto const content = [](Ui& ui) {
        record_text(ui, "same", {0, 0, 10, 10});
        record_text(ui, "same", {0, 0, 10, 10});
    };
    stage.draw(content);
    auto const first = stage.tree.nodes()[0].id;
    EXPECT_NE(first, stage.tree.nodes()[1].id);
    stage.draw(content);
    EXPECT_EQ(first, stage.tree.nodes()[0].id);
}

TEST(painter, what_is_out_of_view_has_no_size) {
    Stage stage(200, 100);
    stage.draw([](Ui& ui) {
        record_text(ui, "half", {10, 90, 50, 20});
        record_text(ui, "out", {10, 500, 50, 20});
    });
    EXPECT_EQ(stage.find("half")->box.height, 10);
    EXPECT_EQ(stage.find("out")->box.height, 0);
}

TEST(painter, words_said_are_words_used) {
    Stage stage;
    stage.draw([](Ui& ui) { EXPECT_EQ(ui.say(Word::n_of_m, {"1", "2"}), "1 of 2"); });
    EXPECT_EQ(stage.words_used.count(), 1u);
    EXPECT_TRUE(stage.words_used.test(static_cast<std::size_t>(Word::n_of_m)));
}

TEST(painter, keyboard_reaches_what_the_mouse_reaches) {
    Stage stage;
    std::set<std::string> focused;
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    auto const content = [&focused](Ui& ui) {
        for (char const* key : {"a", "b", "c"}) {
            Box const box = place(ui, 80, 32);
            Touch const press = touch(ui, key, box);
            if (press.is_focused) focused.insert(key);
            record_touch(ui, make_node(AriaRole::button, key, box), press);
        }
    };
    for (int i = 0; i < 4; ++i) {
        stage.draw(content);
        ImGui::GetIO().AddKeyEvent(ImGuiKey_Tab, true);
        stage.draw(content);
        ImGui::GetIO().AddKeyEvent(ImGuiKey_Tab, false);
        stage.draw(content);
    }
    EXPECT_EQ(focused, (std::set<std::string>{"a", "b", "c"}));
}

TEST(painter, every_colour_obeys_the_opacity_of_what_is_disabled) {
    Stage stage;
    stage.draw([](Ui& ui) {
        auto const opacity_of = [](ImU32 color) { return color >> IM_COL32_A_SHIFT; };
        EXPECT_EQ(opacity_of(ink(ui, Tint::ink)), 255u);
        ImGui::PushStyleVar(ImGuiStyleVar_Alpha, 0.5f);
        EXPECT_EQ(opacity_of(ink(ui, Tint::ink)), 127u);
        EXPECT_EQ(opacity_of(ink(Color{1, 2, 3}, 0.5f)), 63u);
        ImGui::PopStyleVar();
    });
}

}  // namespace zhitu::ui
