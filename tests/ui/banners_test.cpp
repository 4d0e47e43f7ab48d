#include "ui/banners.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"

namespace zhitu::ui {

namespace {

constexpr std::int64_t day_ms = 86'400'000;

SemanticNode const* status_with(Screen& screen, std::string_view part) {
    for (SemanticNode const& node : screen.nodes()) {
        bool const is_status = node.role == AriaRole::status;
        if (is_status && node.name.find(part) != std::string::npos) return &node;
    }
    return nullptr;
}

}  // namespace

TEST(banners, while_all_is_well_there_are_none) {
    Screen screen({.language = Language::en});
    EXPECT_EQ(screen.find("Details"), nullptr);
    EXPECT_EQ(screen.find(AriaRole::button, "Export everything"), nullptr);
}

TEST(banners, memory_alone_is_told_on_every_page_and_can_be_exported) {
    Screen screen({.language = Language::en});
    screen.send(app::StorageTold{.is_in_memory = true, .reason = "SecurityError: no"});
    for (Page const page : {Page::today, Page::catalog, Page::data, Page::doctor}) {
        screen.go(page);
        EXPECT_NE(status_with(screen, "(SecurityError: no)"), nullptr);
        EXPECT_NE(screen.find(AriaRole::status, "In memory only"), nullptr);
        EXPECT_EQ(screen.find(AriaRole::status, "✓ Saved"), nullptr);
    }
    screen.go(Page::today);
    screen.take_requests();
    ASSERT_TRUE(screen.click(AriaRole::button, "Export everything"));
    bool is_download = false;
    for (auto const& request : screen.take_requests()) {
        is_download = is_download || std::holds_alternative<app::DownloadFile>(request);
    }
    EXPECT_TRUE(is_download);
}

TEST(banners, memory_alone_is_told_at_the_doors) {
    Screen screen({.language = Language::en, .is_demo = false});
    screen.send(app::StorageTold{.is_in_memory = true, .reason = "none"});
    EXPECT_EQ(screen.view().route.page, Page::doors);
    EXPECT_NE(status_with(screen, "in memory only"), nullptr);
    ASSERT_TRUE(screen.click(AriaRole::button, "Details"));
    EXPECT_NE(screen.find(AriaRole::list, "Data check-up"), nullptr);
}

TEST(banners, closing_is_asked_about_while_only_memory_has_own_work) {
    Screen screen({.language = Language::en});
    screen.send(app::StorageTold{.is_in_memory = true});
    EXPECT_FALSE(screen.frontend().is_at_risk());  // the demo can be had again
    screen.go(Page::today);
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_TRUE(screen.frontend().is_at_risk());
    ASSERT_TRUE(screen.click(AriaRole::button, "Export everything"));
    EXPECT_FALSE(screen.frontend().is_at_risk());
}

TEST(banners, little_space_is_told_before_it_is_too_late) {
    Screen screen({.language = Language::en});
    app::StorageTold told{.used_bytes = 900, .quota_bytes = 900 + limits::free_bytes_min};
    screen.send(told);
    EXPECT_EQ(status_with(screen, "left for this page"), nullptr);
    *told.used_bytes += 1;
    screen.send(told);
    EXPECT_NE(status_with(screen, "has 20 MB left for this page"), nullptr);
}

TEST(banners, a_clock_two_years_wrong_is_told_and_nothing_is_refused) {
    Screen screen({.language = Language::en});
    screen.view().build_date = "2028-11-20";
    screen.settle();
    EXPECT_NE(status_with(screen, "days behind"), nullptr);
    screen.go(Page::today);
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_TRUE(screen.says("Enrolled: "));
}

TEST(banners, a_clock_ahead_is_asked_about_once) {
    Screen source({.language = Language::en, .is_demo = false});
    Screen screen({.language = Language::en, .is_demo = false});
    vault::Change old = vault::seal_change(
        {.writer = RawId{1},
         .sequence = 1,
         .stamp = (std::uint64_t{1'795'132'800'000 - 800 * day_ms}) << 16},
        {{vault::set_op({"company", RawId{}}, "name_en", "Old")}, RawId{2}, {}});
    ASSERT_TRUE(screen.store().merge({old}));
    ASSERT_TRUE(screen.store().dispatch(app::NameCompany{{"旧", "Old"}, false}));
    screen.settle();
    ASSERT_NE(status_with(screen, "800 days old"), nullptr);
    ASSERT_TRUE(screen.click(AriaRole::button, "The date is right"));
    EXPECT_EQ(status_with(screen, "800 days old"), nullptr);
}

}  // namespace zhitu::ui
