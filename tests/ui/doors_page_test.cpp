#include <gtest/gtest.h>

#include "tests/ui/screen.h"

namespace zhitu::ui {

TEST(doors_page, the_demo_is_asked_for_once) {
    Screen screen({.language = Language::en, .is_demo = false});
    screen.take_requests();
    ASSERT_TRUE(screen.click("Open the demo"));
    auto const requests = screen.take_requests();
    ASSERT_EQ(requests.size(), 1u);
    EXPECT_TRUE(std::holds_alternative<app::LoadDemo>(requests[0]));
    EXPECT_NE(screen.find("Opening…"), nullptr);
    EXPECT_NE(screen.find("Opening…")->flags & node_disabled, 0u);
    screen.send(app::DemoLoaded{demo_json()});
    EXPECT_EQ(screen.view().route.page, Page::today);
    EXPECT_FALSE(screen.view().device.me.is_nil());
}

TEST(doors_page, a_company_needs_a_name) {
    Screen screen({.language = Language::en, .is_demo = false});
    ASSERT_TRUE(screen.click("Create the company"));
    EXPECT_TRUE(screen.store().state().is_empty());
    EXPECT_EQ(screen.find("Company name")->description, "Please fill this in.");
    ASSERT_TRUE(screen.click("Company name"));
    screen.type("Acme");
    ASSERT_TRUE(screen.click("Create the company"));
    EXPECT_EQ(screen.store().state().people.company.name.en, "Acme");
    EXPECT_NE(screen.find("Add a person"), nullptr);
}

TEST(doors_page, files_are_asked_of_the_browser) {
    Screen screen({.language = Language::zh, .is_demo = false});
    screen.take_requests();
    ASSERT_TRUE(screen.click("选择文件"));
    auto const requests = screen.take_requests();
    ASSERT_EQ(requests.size(), 1u);
    EXPECT_EQ(std::get<app::PickFiles>(requests[0]).accept, ".csv,.tsv,.txt,.json");
}

TEST(doors_page, says_where_the_data_stays) {
    Screen screen({.language = Language::en, .is_demo = false});
    EXPECT_TRUE(screen.says("Nothing is uploaded"));
    EXPECT_EQ(screen.find("Catalog"), nullptr);
}

}  // namespace zhitu::ui
