#include "ui/hooks.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(hooks, items_are_seen_with_their_rectangles) {
    Stage stage;
    stage.draw([](Ui& ui) { touch(ui, "one", {20, 30, 50, 40}); });
    int count = 0;
    for (SeenItem const& item : stage.items().items) {
        if (item.is_window) continue;
        ++count;
        EXPECT_EQ(item.box, (Box{20, 30, 50, 40}));
        EXPECT_FALSE(item.is_disabled);
    }
    EXPECT_EQ(count, 1);
}

TEST(hooks, rectangles_end_where_the_window_ends) {
    Stage stage(100, 100);
    stage.draw([](Ui& ui) { touch(ui, "one", {80, 90, 50, 40}, true); });
    bool is_seen = false;
    for (SeenItem const& item : stage.items().items) {
        if (item.is_window) continue;
        is_seen = true;
        EXPECT_EQ(item.box, (Box{80, 90, 20, 10}));
        EXPECT_TRUE(item.is_disabled);
    }
    EXPECT_TRUE(is_seen);
}

TEST(hooks, nobody_watching_nothing_kept) {
    ImGuiContext* const context = make_context(100, 100);
    ItemSink sink;
    watch_items(*context, &sink);
    watch_items(*context, nullptr);
    ImGui::NewFrame();
    ImGui::Begin("w");
    ImGui::Button("b");
    ImGui::End();
    ImGui::Render();
    accept_textures();
    EXPECT_TRUE(sink.items.empty());
    end_context(context);
}

}  // namespace zhitu::ui
