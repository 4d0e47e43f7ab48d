#include <gtest/gtest.h>

#include "tests/ui/screen.h"

namespace zhitu::ui {

namespace {

std::vector<std::string> titles(Screen const& screen) {
    std::vector<std::string> out;
    std::uint32_t cell = 0;
    for (SemanticNode const& node : screen.nodes()) {
        if (node.role == AriaRole::cell) cell = node.id;
        bool const is_in_cell = cell != 0 && node.parent == cell;
        if (node.role == AriaRole::link && is_in_cell) out.push_back(node.name);
    }
    return out;
}

}  // namespace

TEST(catalog_page, the_view_of_the_source_is_a_filter) {
    Screen screen({.language = Language::zh});
    screen.go(Page::catalog);
    EXPECT_EQ(titles(screen).size(), 12u);
    ASSERT_TRUE(screen.click("推荐度 ≥ 0.5，高的在前"));
    EXPECT_EQ(titles(screen), (std::vector<std::string>{"容器技术实战", "分布式架构入门",
                                                        "云计算平台深度学习", "微服务架构进阶",
                                                        "容器编排与部署"}));
    ASSERT_TRUE(screen.click("清除筛选"));
    EXPECT_EQ(titles(screen).size(), 12u);
}

TEST(catalog_page, levels_are_counted_and_filter) {
    Screen screen({.language = Language::en});
    screen.go(Page::catalog);
    ASSERT_TRUE(screen.click(AriaRole::combobox, "Level"));
    std::string option;
    for (SemanticNode const& node : screen.nodes()) {
        if (node.name.starts_with("Beginner (")) option = node.name;
    }
    ASSERT_TRUE(screen.click(option));
    EXPECT_EQ("Beginner (" + std::to_string(titles(screen).size()) + ")", option);
}

TEST(catalog_page, a_row_opens_its_course) {
    Screen screen({.language = Language::en});
    screen.go(Page::catalog);
    ASSERT_TRUE(screen.click("Containers in practice"));
    EXPECT_EQ(screen.view().route.page, Page::course);
    EXPECT_EQ(screen.find(AriaRole::heading, "Containers in practice")->level, 1);
}

TEST(catalog_page, nothing_found_is_said) {
    Screen screen({.language = Language::en});
    screen.view().catalog.query = "no such course";
    screen.go(Page::catalog);
    EXPECT_TRUE(screen.says("No course matches."));
    EXPECT_NE(screen.find("Clear filters"), nullptr);
}

TEST(catalog_page, an_empty_catalog_leads_on) {
    Screen screen({.language = Language::en, .is_demo = false});
    ASSERT_TRUE(screen.store().dispatch(app::NameCompany{{"x", "x"}, false}));
    screen.go(Page::catalog);
    ASSERT_TRUE(screen.click("Add a course"));
    EXPECT_EQ(screen.view().route.page, Page::add_course);
}

}  // namespace zhitu::ui
