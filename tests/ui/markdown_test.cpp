#include "ui/markdown.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(markdown, blocks_come_in_order) {
    auto const blocks = parse_markdown(
        "## Title\n\nA **bold** word and `code`.\n\n- one\n- two\n\n1. first\n2. second\n\n"
        "> quoted\n\n```\nline 1\nline 2\n```\n\n---\n");
    ASSERT_EQ(blocks.size(), 9u);
    EXPECT_EQ(blocks[0].kind, BlockKind::heading);
    EXPECT_EQ(blocks[0].level, 2);
    EXPECT_EQ(blocks[1].text, "A bold word and code.");
    EXPECT_EQ(blocks[2].kind, BlockKind::item);
    EXPECT_EQ(blocks[2].number, 0);
    EXPECT_EQ(blocks[5].number, 2);
    EXPECT_EQ(blocks[6].kind, BlockKind::quote);
    EXPECT_EQ(blocks[7].kind, BlockKind::code);
    EXPECT_EQ(blocks[7].text, "line 1\nline 2\n");
    EXPECT_EQ(blocks[8].kind, BlockKind::rule);
}

TEST(markdown, runs_say_what_is_strong_and_what_is_code) {
    auto const blocks = parse_markdown("A **bold** `c`");
    ASSERT_EQ(blocks.size(), 1u);
    auto const& runs = blocks[0].runs;
    ASSERT_EQ(runs.size(), 4u);
    EXPECT_EQ(runs[0].end, 2u);
    EXPECT_TRUE(runs[1].is_strong);
    EXPECT_EQ(runs[1].end, 6u);
    EXPECT_TRUE(runs[3].is_code);
    EXPECT_EQ(runs.back().end, blocks[0].text.size());
}

TEST(markdown, chinese_lines_join_without_a_blank) {
    EXPECT_EQ(parse_markdown("上一行\n下一行")[0].text, "上一行下一行");
    EXPECT_EQ(parse_markdown("one\ntwo")[0].text, "one two");
}

TEST(markdown, html_and_broken_text_stay_text) {
    for (char const* const text : {"<b>x</b>", "**open", "[a](", "| a |\n|---|\n| b |", "",
                                   "- - - a", "\xFF\xFE"}) {
        for (Block const& block : parse_markdown(text)) {
            if (block.text.empty()) continue;
            EXPECT_EQ(block.runs.back().end, block.text.size());
        }
    }
    EXPECT_EQ(parse_markdown("<b>x</b>")[0].text, "<b>x</b>");
}

TEST(markdown, what_is_drawn_is_said) {
    Stage stage(300);
    stage.draw([](Ui& ui) { markdown(ui, "### 小例子\n\n很长的一段话要换好几行才放得下，不能出界。\n\n- 一\n- 二"); });
    ASSERT_NE(stage.find("小例子"), nullptr);
    EXPECT_EQ(stage.find("小例子")->role, AriaRole::heading);
    ASSERT_NE(stage.find("二"), nullptr);
    EXPECT_GT(stage.find("二")->box.y, stage.find("一")->box.y);
    for (SemanticNode const& node : stage.tree.nodes()) EXPECT_LE(node.box.width, 300);
}

}  // namespace zhitu::ui
