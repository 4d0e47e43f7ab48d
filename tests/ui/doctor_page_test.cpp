#include <gtest/gtest.h>

#include "tests/ui/screen.h"

namespace zhitu::ui {

namespace {

// What stands in the line of that name, in reading order.
std::string line_text(Screen& screen, std::string_view name) {
    std::uint32_t line = 0;
    std::string out;
    for (SemanticNode const& node : screen.nodes()) {
        if (node.role == AriaRole::listitem && node.name == name) line = node.id;
        if (line != 0 && node.parent == line) out += node.name + "|";
    }
    return out;
}

template <class Request>
std::size_t count_of(std::vector<app::ShellRequest> const& requests) {
    std::size_t count = 0;
    for (auto const& request : requests) count += std::holds_alternative<Request>(request);
    return count;
}

}  // namespace

TEST(doctor_page, one_line_for_each_fact_in_both_languages) {
    for (Language const language : {Language::zh, Language::en}) {
        Screen screen({.language = language});
        screen.go(Page::doctor);
        screen.answer_jobs();
        for (Word const word :
             {Word::fact_build, Word::fact_schema, Word::fact_place, Word::fact_persistent,
              Word::fact_space, Word::fact_reserve, Word::fact_export, Word::fact_tab,
              Word::fact_saved, Word::fact_opening, Word::fact_chain, Word::fact_forks,
              Word::fact_waiting, Word::fact_clock, Word::fact_tests}) {
            EXPECT_NE(line_text(screen, text_of(word, language)), "") << name_of(word);
        }
    }
}

TEST(doctor_page, opening_it_checks_the_records_in_the_worker_and_runs_the_self_tests) {
    Screen screen({.language = Language::en});
    screen.take_requests();
    screen.go(Page::doctor);
    EXPECT_NE(line_text(screen, "Chain").find("Checking…"), std::string::npos);
    screen.answer_jobs();
    std::string const count = std::to_string(screen.store().ledger().changes().size());
    EXPECT_NE(line_text(screen, "Chain").find(count + " headers, " + count + " bodies, 1 chains"),
              std::string::npos)
        << line_text(screen, "Chain");
    EXPECT_EQ(line_text(screen, "Self-tests"), "Self-tests|Fine|9 of 9|");
    screen.take_requests();
    ASSERT_TRUE(screen.click(AriaRole::button, "Check again"));
    EXPECT_EQ(count_of<app::StartJob>(screen.take_requests()), 1u);
}

TEST(doctor_page, a_worker_that_fails_is_told) {
    Screen screen({.language = Language::en});
    screen.go(Page::doctor);
    std::uint64_t const job = screen.view().doctor.job;
    ASSERT_NE(job, 0u);
    screen.send(app::JobFinished{{job, Error{ErrorCode::job_failed, {"memory"}}}});
    EXPECT_NE(line_text(screen, "Chain").find("memory"), std::string::npos);
    EXPECT_NE(screen.find(AriaRole::button, "Check again"), nullptr);
}

TEST(doctor_page, the_browser_is_asked_to_keep_what_somebody_did_and_not_the_demo) {
    Screen screen({.language = Language::en});
    EXPECT_EQ(count_of<app::KeepStorage>(screen.take_requests()), 0u);
    screen.go(Page::today);
    ASSERT_TRUE(screen.click("Enrol"));
    screen.settle();
    EXPECT_EQ(count_of<app::KeepStorage>(screen.take_requests()), 1u);
    ASSERT_TRUE(screen.click("Undo"));
    screen.settle();
    EXPECT_EQ(count_of<app::KeepStorage>(screen.take_requests()), 0u);  // once a visit
    screen.go(Page::doctor);
    ASSERT_TRUE(screen.click(AriaRole::button, "Ask the browser"));
    EXPECT_EQ(count_of<app::KeepStorage>(screen.take_requests()), 1u);
    screen.send(app::StorageTold{.is_persistent = true});
    EXPECT_EQ(screen.find(AriaRole::button, "Ask the browser"), nullptr);
}

TEST(doctor_page, an_export_is_remembered_on_this_device) {
    Screen screen({.language = Language::en});
    screen.go(Page::doctor);
    EXPECT_NE(line_text(screen, "Last export").find("never"), std::string::npos);
    ASSERT_TRUE(screen.click(AriaRole::button, "Export everything"));
    EXPECT_NE(line_text(screen, "Last export").find("(0 days ago), 0 changes since"),
              std::string::npos);
    auto const* const bytes = screen.store().journal().file("device");
    ASSERT_NE(bytes, nullptr);
    EXPECT_NE(bytes->find("\"exported_ms\":17951328"), std::string::npos) << *bytes;
}

TEST(doctor_page, the_data_page_leads_to_it) {
    Screen screen({.language = Language::en});
    screen.go(Page::data);
    ASSERT_TRUE(screen.click(AriaRole::button, "Look"));
    EXPECT_EQ(screen.view().route.page, Page::doctor);
}

TEST(doctor_page, a_reading_tab_says_so_and_can_take_over) {
    Screen screen({.language = Language::en});
    screen.storage().set_writer(false);
    screen.go(Page::doctor);
    EXPECT_NE(line_text(screen, "This tab").find("Read only"), std::string::npos);
}

}  // namespace zhitu::ui
