#include "ui/import_preview.h"

#include <gtest/gtest.h>

#include "exchange/exchange_file.h"
#include "screen.h"
#include "ui/words.h"

namespace zhitu::ui {
namespace {

char const* zh(Word word) { return text_of(word, Language::zh); }

// Picks the file and answers the job as a worker would.
void open_file(Screen& screen, std::string name, std::string bytes) {
    screen.send(app::FilesPicked{{{std::move(name), std::move(bytes)}}});
    screen.settle();
    for (app::ShellRequest& request : screen.take_requests()) {
        auto* const start = std::get_if<app::StartJob>(&request);
        if (start == nullptr) continue;
        screen.send(app::JobFinished{app::run_job(std::move(start->request), nullptr)});
    }
    screen.settle();
}

constexpr char const* courses_csv =
    "url,title,author,students,rating,difficulty,skills,description,price,source\n"
    "https://example.invalid/go,Go in practice,A,10,4.5,Beginner,['go'],Text,,Example\n"
    "https://example.invalid/x,,A,10,4.5,Beginner,['go'],Text,,Example\n";

TEST(import_preview, nothing_changes_before_apply) {
    Screen screen({.height = 2000});
    std::size_t const before = screen.store().state().catalog.courses.size();
    open_file(screen, "courses.csv", courses_csv);
    ASSERT_EQ(screen.view().import.step, ImportState::Step::preview);
    EXPECT_EQ(screen.store().state().catalog.courses.size(), before);
    EXPECT_TRUE(screen.says(zh(Word::refused_heading)));
    EXPECT_TRUE(screen.says("courses.csv"));
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::apply)));
    screen.settle();
    EXPECT_EQ(screen.store().state().catalog.courses.size(), before + 1);
    EXPECT_EQ(screen.view().import.step, ImportState::Step::applied);
}

TEST(import_preview, cancel_forgets_the_files) {
    Screen screen({.height = 2000});
    open_file(screen, "courses.csv", courses_csv);
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::cancel)));
    EXPECT_EQ(screen.view().import.step, ImportState::Step::idle);
    EXPECT_FALSE(screen.view().import.proposal.has_value());
}

TEST(import_preview, a_file_with_nothing_in_it_offers_no_apply) {
    Screen screen({.height = 2000});
    int files_count = 0;
    for (std::string const& bytes :
         {std::string(), std::string("\x89PNG\r\n\x1a\n", 8), std::string("{\"a\":1}")}) {
        open_file(screen, "strange.bin", bytes);
        ASSERT_EQ(screen.view().import.step, ImportState::Step::preview);
        EXPECT_EQ(screen.find(AriaRole::button, zh(Word::apply)), nullptr);
        EXPECT_TRUE(screen.says(zh(Word::nothing_to_apply)));
        ++files_count;
    }
    EXPECT_GT(files_count, 0);
}

TEST(import_preview, an_exported_file_comes_in_with_the_same_hash) {
    Screen demo;
    std::string const bytes = exchange::write_full(demo.store().ledger(), "2026-11-20");
    Digest const digest = demo.store().state_digest();
    Screen empty({.height = 2000, .is_demo = false});
    open_file(empty, "zhitu.json", bytes);
    ASSERT_TRUE(empty.click(AriaRole::button, zh(Word::apply)));
    empty.settle();
    EXPECT_EQ(empty.store().state_digest(), digest);
    EXPECT_TRUE(empty.says(to_hex(digest)));
}

TEST(import_preview, a_broken_export_is_refused_in_words) {
    Screen demo;
    std::string bytes = exchange::write_full(demo.store().ledger(), "2026-11-20");
    bytes.resize(bytes.size() / 2);
    Screen empty({.height = 2000, .is_demo = false});
    open_file(empty, "zhitu.json", bytes);
    EXPECT_EQ(empty.find(AriaRole::button, zh(Word::apply)), nullptr);
    EXPECT_TRUE(empty.store().state().is_empty());
}

}  // namespace
}  // namespace zhitu::ui
