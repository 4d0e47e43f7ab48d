#include "ui/doctor_lines.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"
#include "tests/ui/stage.h"

namespace zhitu::ui {

namespace {

// The line of that name, as a page with this screen's store and view would draw it.
DoctorLine line_of(Screen& screen, Word name) {
    DoctorLine found;
    ImGuiContext* const own = ImGui::GetCurrentContext();
    {
        Stage stage;
        stage.draw([&](Ui& ui) {
            Wishes wishes;
            PageContext page{ui, screen.store(), screen.view(), wishes};
            for (DoctorLine& line : doctor_lines(page)) {
                if (line.name == name) found = std::move(line);
            }
        });
    }
    ImGui::SetCurrentContext(own);
    EXPECT_EQ(found.name, name);
    return found;
}

constexpr std::int64_t day_ms = 86'400'000;

}  // namespace

TEST(doctor_lines, what_is_not_fine_has_a_remedy) {
    Screen screen({.language = Language::en});
    screen.send(app::StorageTold{.is_in_memory = true, .reason = "blocked", .is_persistent = false,
                                 .used_bytes = 5, .quota_bytes = 6});
    screen.view().doctor.report = app::CheckReport{.missing_count = 1, .broken = {"a", "b"}};
    screen.view().doctor.self_tests = {3, {"SHA-256"}};
    screen.view().build_date = "2030-01-01";
    screen.storage().set_writer(false);
    Stage stage;
    std::size_t bad_count = 0;
    stage.draw([&](Ui& ui) {
        Wishes wishes;
        PageContext page{ui, screen.store(), screen.view(), wishes};
        for (DoctorLine const& line : doctor_lines(page)) {
            bool const is_bad = line.health == Health::look || line.health == Health::wrong;
            bad_count += is_bad;
            EXPECT_EQ(is_bad, !line.remedy.empty()) << line.value;
            EXPECT_TRUE(is_bad || line.act == DoctorAct::none) << line.value;
            EXPECT_FALSE(line.value.empty()) << ui.say(line.name);
        }
    });
    EXPECT_GE(bad_count, 8u);
}

TEST(doctor_lines, the_last_export_has_an_age) {
    Screen screen({.language = Language::en});
    EXPECT_EQ(line_of(screen, Word::fact_export).value, "never");
    EXPECT_EQ(line_of(screen, Word::fact_export).health, Health::look);
    screen.view().device.exported_ms = screen.view().now_ms - 3 * day_ms;
    screen.view().device.exported_changes =
        static_cast<std::int64_t>(screen.store().ledger().changes().size()) - 2;
    DoctorLine const fresh = line_of(screen, Word::fact_export);
    EXPECT_EQ(fresh.health, Health::good);
    EXPECT_NE(fresh.value.find("(3 days ago), 2 changes since"), std::string::npos);
    screen.view().device.exported_ms -= 28 * day_ms;
    EXPECT_EQ(line_of(screen, Word::fact_export).health, Health::look);
    screen.view().device.exported_changes += 2;  // nothing new since
    EXPECT_EQ(line_of(screen, Word::fact_export).health, Health::good);
}

TEST(doctor_lines, the_reserve_is_missed_only_after_it_was_asked_for) {
    Screen screen({.language = Language::en});
    screen.view().has_asked_to_keep = false;
    EXPECT_EQ(line_of(screen, Word::fact_reserve).health, Health::plain);
    screen.view().has_asked_to_keep = true;
    EXPECT_EQ(line_of(screen, Word::fact_reserve).health, Health::look);
    screen.send(app::StorageTold{.reserve_bytes = 2 << 20});
    EXPECT_EQ(line_of(screen, Word::fact_reserve).health, Health::good);
    EXPECT_EQ(line_of(screen, Word::fact_reserve).value, "2.0 MB");
}

TEST(doctor_lines, jumps_of_the_clock_are_listed) {
    Screen screen({.language = Language::en});
    EXPECT_EQ(line_of(screen, Word::fact_clock).health, Health::good);
    std::int64_t const now = screen.view().now_ms;
    std::int64_t const steady = screen.view().steady_ms;
    screen.view().clock.note(now - 120 * 60'000, steady);
    DoctorLine const line = line_of(screen, Word::fact_clock);
    EXPECT_EQ(line.health, Health::look);
    EXPECT_EQ(line.value, "set back by 120 min during this visit");
}

TEST(doctor_lines, what_the_browser_leaves_free_is_what_it_allows_less_what_is_used) {
    EXPECT_FALSE(free_bytes({}));
    EXPECT_EQ(free_bytes({.used_bytes = 3, .quota_bytes = 10}), 7u);
    EXPECT_EQ(free_bytes({.used_bytes = 30, .quota_bytes = 10}), 0u);
}

}  // namespace zhitu::ui
