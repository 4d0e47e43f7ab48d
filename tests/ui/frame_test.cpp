#include "ui/frame.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/ui/screen.h"

namespace zhitu::ui {

namespace {

std::string where(Screen& screen, Route const& route) {
    return "page " + std::to_string(static_cast<int>(route.page)) + " at " +
           std::to_string(static_cast<int>(ImGui::GetIO().DisplaySize.x)) +
           (screen.view().device.language == Language::zh ? " zh" : " en");
}

void expect_no_id_twice(Screen& screen, Route const& route) {
    std::map<std::uint32_t, int> seen;
    for (SeenItem const& item : screen.items().items) {
        if (item.is_window || item.id == 0) continue;
        EXPECT_EQ(++seen[item.id], 1) << where(screen, route) << " at " << item.box.x << ","
                                      << item.box.y;
    }
    std::map<std::uint32_t, int> nodes;
    for (SemanticNode const& node : screen.nodes()) {
        EXPECT_EQ(++nodes[node.id], 1) << where(screen, route) << ": " << node.name;
    }
}

void expect_named(Screen& screen, Route const& route) {
    std::map<std::uint32_t, SemanticNode const*> nodes;
    for (SemanticNode const& node : screen.nodes()) nodes[node.id] = &node;
    for (SeenItem const& item : screen.items().items) {
        if (item.is_window || item.id == 0) continue;
        auto const at = nodes.find(item.id);
        ASSERT_NE(at, nodes.end()) << where(screen, route) << ": nameless item at " << item.box.x
                                   << "," << item.box.y << " " << item.box.width << "x"
                                   << item.box.height;
        EXPECT_FALSE(at->second->name.empty()) << where(screen, route);
        Box const& box = at->second->box;
        if (item.box.width <= 0 || item.box.height <= 0) continue;
        EXPECT_NEAR(box.x, item.box.x, 1) << at->second->name;
        EXPECT_NEAR(box.y, item.box.y, 1) << at->second->name;
        EXPECT_NEAR(box.width, item.box.width, 1) << at->second->name;
        EXPECT_NEAR(box.height, item.box.height, 1) << at->second->name;
    }
}

bool is_pressable(SemanticNode const& node) {
    return node.role == AriaRole::button || node.role == AriaRole::link ||
           node.role == AriaRole::textbox || node.role == AriaRole::combobox ||
           node.role == AriaRole::checkbox || node.role == AriaRole::radio;
}

bool overlap(Box const& a, Box const& b) {
    float const width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    float const height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return width > 1 && height > 1;
}

void expect_no_overlap(Screen& screen, Route const& route) {
    std::vector<SemanticNode const*> pressable;
    for (SemanticNode const& node : screen.nodes()) {
        if (is_pressable(node) && node.box.width > 0) pressable.push_back(&node);
    }
    for (std::size_t i = 0; i < pressable.size(); ++i) {
        Box const& box = pressable[i]->box;
        EXPECT_GE(box.x, -0.5f) << where(screen, route) << ": " << pressable[i]->name;
        EXPECT_LE(box.x + box.width, ImGui::GetIO().DisplaySize.x + 0.5f)
            << where(screen, route) << ": " << pressable[i]->name;
        for (std::size_t k = i + 1; k < pressable.size(); ++k) {
            EXPECT_FALSE(overlap(box, pressable[k]->box))
                << where(screen, route) << ": " << pressable[i]->name << " and "
                << pressable[k]->name;
        }
    }
}

// Texts that stand side by side must not run into each other either.
void expect_texts_apart(Screen& screen, Route const& route) {
    std::vector<SemanticNode const*> texts;
    for (SemanticNode const& node : screen.nodes()) {
        bool const is_text = node.role == AriaRole::text || node.role == AriaRole::heading ||
                             is_pressable(node);
        if (is_text && node.box.width > 0) texts.push_back(&node);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            EXPECT_FALSE(overlap(texts[i]->box, texts[k]->box))
                << where(screen, route) << ": " << texts[i]->name << " and " << texts[k]->name;
        }
    }
}

class EveryWidth : public testing::TestWithParam<float> {};

}  // namespace

TEST_P(EveryWidth, every_page_stands_in_both_languages_and_themes) {
    for (Language const language : {Language::zh, Language::en}) {
        Theme const theme = language == Language::zh ? Theme::light : Theme::dark;
        Screen screen({.width = GetParam(), .language = language, .theme = theme});
        for (Route const& route : all_routes(screen.store().state())) {
            screen.go(route.page, route.subject);
            EXPECT_GT(screen.nodes().size(), 5u);
            expect_no_id_twice(screen, route);
            expect_named(screen, route);
            expect_no_overlap(screen, route);
            expect_texts_apart(screen, route);
        }
        EXPECT_TRUE(screen.items().log.empty());
    }
}

TEST_P(EveryWidth, an_empty_company_has_a_way_on_from_every_page) {
    Screen screen({.width = GetParam(), .is_demo = false});
    ASSERT_TRUE(screen.store().dispatch(app::NameCompany{{"测试", "Test"}, false}));
    for (Route const& route : all_routes(screen.store().state())) {
        screen.go(route.page, route.subject);
        expect_named(screen, route);
        expect_no_overlap(screen, route);
    }
}

INSTANTIATE_TEST_SUITE_P(frame, EveryWidth, testing::Values(320.f, 600.f, 899.f, 1280.f, 1920.f));

TEST(frame, touch_screens_get_targets_of_44_pixels) {
    Screen screen({.width = 600, .has_coarse_pointer = true});
    for (Route const& route : all_routes(screen.store().state())) {
        screen.go(route.page, route.subject);
        for (SemanticNode const& node : screen.nodes()) {
            bool const is_button = node.role == AriaRole::button && node.box.width > 0;
            bool const is_cut = node.box.y + node.box.height >= 799 || node.box.y < 120;
            if (!is_button || is_cut) continue;
            EXPECT_GE(node.box.height, 43.f) << node.name;
        }
        expect_no_overlap(screen, route);
    }
}

TEST(frame, doors_stand_open_only_while_there_is_nothing) {
    app::State state;
    EXPECT_EQ(page_shown(state, {Page::today, {}}), Page::doors);
    EXPECT_EQ(page_shown(state, {Page::data, {}}), Page::data);
    state.people.company.name.zh = "有";
    EXPECT_EQ(page_shown(state, {Page::doors, {}}), Page::today);
    EXPECT_EQ(page_shown(state, {Page::lab, {}}), Page::lab);
}

}  // namespace zhitu::ui
