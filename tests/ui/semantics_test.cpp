#include "ui/semantics.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

namespace zhitu::ui {

namespace {

SemanticNode node(std::uint32_t id, std::string name) {
    SemanticNode out;
    out.id = id;
    out.role = AriaRole::button;
    out.box = {1.25f, -2, 30, 40};
    out.name = std::move(name);
    return out;
}

}  // namespace

TEST(semantics, groups_are_the_parents_of_what_stands_in_them) {
    SemanticTree tree;
    tree.begin_frame();
    tree.push(node(1, "outer"));
    tree.push(node(2, "inner"));
    tree.add(node(3, "leaf"));
    tree.pop();
    tree.add(node(4, "beside"));
    tree.pop();
    tree.add(node(5, "alone"));
    ASSERT_EQ(tree.nodes().size(), 5u);
    EXPECT_EQ(tree.nodes()[1].parent, 1u);
    EXPECT_EQ(tree.nodes()[2].parent, 2u);
    EXPECT_EQ(tree.nodes()[3].parent, 1u);
    EXPECT_EQ(tree.nodes()[4].parent, 0u);
}

TEST(semantics, every_role_has_its_own_word) {
    std::set<std::string> words;
    for (int i = 0; i < static_cast<int>(AriaRole::count_); ++i) {
        words.insert(to_word(static_cast<AriaRole>(i)));
    }
    EXPECT_EQ(words.size(), static_cast<std::size_t>(AriaRole::count_));
    EXPECT_STREQ(to_word(AriaRole::columnheader), "columnheader");
    EXPECT_STREQ(to_word(AriaRole::image), "image");
}

TEST(semantics, the_fingerprint_moves_with_every_member) {
    auto const print = [](SemanticNode const& one) {
        SemanticTree tree;
        tree.begin_frame();
        tree.add(one);
        return tree.fingerprint();
    };
    SemanticNode const plain = node(7, "name");
    std::set<std::uint64_t> seen = {print(plain)};
    SemanticNode changed = plain;
    changed.value = "v";
    EXPECT_TRUE(seen.insert(print(changed)).second);
    changed = plain;
    changed.description = "v";
    EXPECT_TRUE(seen.insert(print(changed)).second);
    changed = plain;
    changed.box.width += 1;
    EXPECT_TRUE(seen.insert(print(changed)).second);
    changed = plain;
    changed.flags |= node_checked;
    EXPECT_TRUE(seen.insert(print(changed)).second);
    changed = plain;
    changed.row_index = 3;
    EXPECT_TRUE(seen.insert(print(changed)).second);
    EXPECT_EQ(print(plain), print(plain));
}

TEST(semantics, the_json_says_everything_and_escapes) {
    SemanticTree tree;
    tree.begin_frame();
    SemanticNode one = node(7, "say \"hi\"\n\\");
    one.row_index = 2;
    one.row_count = 9;
    one.flags = node_selected;
    tree.push(one);
    tree.add(node(8, "中"));
    tree.pop();
    tree.announce("已保存");
    auto const json = nlohmann::json::parse(tree.to_json(), nullptr, false);
    ASSERT_FALSE(json.is_discarded());
    ASSERT_EQ(json["nodes"].size(), 2u);
    EXPECT_EQ(json["nodes"][0]["name"], "say \"hi\"\n\\");
    EXPECT_EQ(json["nodes"][0]["row"], 2);
    EXPECT_EQ(json["nodes"][0]["rows"], 9);
    EXPECT_EQ(json["nodes"][0]["flags"], 4);
    EXPECT_EQ(json["nodes"][0]["box"][0], 1.3);
    EXPECT_EQ(json["nodes"][0]["box"][1], -2);
    EXPECT_EQ(json["nodes"][1]["parent"], 7);
    EXPECT_FALSE(json["nodes"][1].contains("value"));
    EXPECT_EQ(json["say"][0], "已保存");
}

TEST(semantics, a_new_frame_forgets) {
    SemanticTree tree;
    tree.add(node(1, "a"));
    tree.announce("b");
    tree.begin_frame();
    EXPECT_TRUE(tree.nodes().empty());
    EXPECT_TRUE(tree.announcements().empty());
    EXPECT_EQ(tree.to_json(), "{\"nodes\":[],\"say\":[]}");
}

}  // namespace zhitu::ui
