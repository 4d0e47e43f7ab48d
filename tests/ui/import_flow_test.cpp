#include "ui/import_flow.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "exchange/exchange_file.h"
#include "tests/ui/screen.h"
#include "ui/import_plans.h"
#include "ui/words.h"

namespace zhitu::ui {

namespace {

using Step = ImportState::Step;

constexpr char const* courses_csv =
    "url,title,author,students,rating,difficulty,skills,description,price,source\n"
    "https://example.invalid/go,Go in practice,A,10,4.5,Beginner,['go'],Text,,Example\n"
    "https://example.invalid/x,,A,10,4.5,Beginner,['go'],Text,,Example\n";
// Nobody could guess the first column.
constexpr char const* renamed_csv =
    "wording,url,author,price,source\nGo in practice,https://example.invalid/go,A,,Example\n";

std::string many_courses(int courses_count) {
    std::string out = "url,title,author,description,source\n";
    std::string const text(400, 'x');
    for (int i = 0; i < courses_count; ++i) {
        std::string const number = std::to_string(i);
        out += "https://example.invalid/" + number + ",Course " + number + ",A," + text + ",S\n";
    }
    return out;
}

Screen& opened(Screen& screen, char const* bytes) {
    screen.open_files({{"courses.csv", bytes}});
    return screen;
}

void finish_applying(Screen& screen) {
    for (int i = 0; i < 400 && screen.view().import.step == Step::applying; ++i) screen.settle();
    EXPECT_EQ(screen.view().import.step, Step::applied);
}

std::size_t courses_of(Screen& screen) { return screen.store().state().catalog.courses.size(); }

template <class T>
T const* request_of(std::vector<app::ShellRequest> const& requests) {
    for (app::ShellRequest const& request : requests) {
        if (T const* const found = std::get_if<T>(&request)) return found;
    }
    return nullptr;
}

std::string column_label() {
    std::string const field = field_text("title", Language::en);
    return fill(text_of(Word::column_for, Language::en), {field});
}

}  // namespace

TEST(import_flow, nothing_changes_before_apply_and_undo_takes_all_of_it_back) {
    Screen screen({.language = Language::en});
    std::size_t const before = courses_of(screen);
    Digest const digest = screen.store().state_digest();
    opened(screen, courses_csv);
    ASSERT_EQ(screen.view().import.step, Step::preview);
    EXPECT_EQ(screen.store().state_digest(), digest);
    EXPECT_TRUE(screen.says("This adds 1 course"));
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    EXPECT_EQ(screen.view().import.step, Step::applied);
    EXPECT_EQ(courses_of(screen), before + 1);
    EXPECT_TRUE(screen.says("Added 1 course"));
    ASSERT_TRUE(screen.click(AriaRole::button, "Undo"));
    EXPECT_EQ(screen.store().state_digest(), digest);
    EXPECT_EQ(screen.view().import.step, Step::idle);
    EXPECT_EQ(screen.find(AriaRole::button, "Undo"), nullptr);
}

TEST(import_flow, the_same_file_again_offers_nothing_to_apply) {
    Screen screen({.language = Language::en});
    opened(screen, courses_csv);
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    opened(screen, courses_csv);
    EXPECT_EQ(screen.view().import.proposal->ops_count, 0u);
    EXPECT_TRUE(screen.says("All of this is here already: 0 changes."));
    EXPECT_EQ(screen.find(AriaRole::button, "Apply"), nullptr);
}

TEST(import_flow, a_column_chosen_reads_the_file_again_and_is_remembered) {
    Screen screen({.language = Language::en, .is_demo = false});
    opened(screen, renamed_csv);
    EXPECT_FALSE(screen.view().import.proposal->has_changes());
    EXPECT_TRUE(screen.says(text_of(Word::choose_column, Language::en)));
    ASSERT_TRUE(screen.choose_option(column_label(), "wording"));
    EXPECT_NE(screen.view().import.job, 0u);
    EXPECT_TRUE(screen.says(text_of(Word::import_again, Language::en)));
    EXPECT_TRUE(screen.says("courses.csv"));  // the old reading stays in view
    screen.answer_jobs();
    EXPECT_EQ(screen.view().import.job, 0u);
    EXPECT_TRUE(screen.view().import.proposal->has_changes());
    ASSERT_NE(screen.store().journal().file(plans_file), nullptr);

    ASSERT_TRUE(screen.click(AriaRole::button, "Cancel"));
    opened(screen, renamed_csv);
    EXPECT_TRUE(screen.view().import.proposal->has_changes());
    EXPECT_TRUE(screen.says(text_of(Word::read_as_last_time, Language::en)));
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::reset_reading, Language::en)));
    screen.answer_jobs();
    EXPECT_FALSE(screen.view().import.proposal->has_changes());
    EXPECT_TRUE(plans_from_bytes(*screen.store().journal().file(plans_file)).empty());
}

TEST(import_flow, text_decoded_twice_is_repaired_when_asked) {
    Screen screen({.language = Language::en, .is_demo = false});
    std::string const broken =
        "\u00d0\u009f\u00d1\u0080\u00d0\u00b8\u00d0\u00b2\u00d0\u00b5\u00d1\u0082";
    std::string bytes = courses_csv;
    bytes.replace(bytes.find("Text"), 4, broken);
    opened(screen, bytes.c_str());
    ASSERT_EQ(screen.view().import.proposal->files.front().repairables.size(), 1u);
    EXPECT_TRUE(screen.says("\u041f\u0440\u0438\u0432\u0435\u0442"));  // what it would be
    ASSERT_TRUE(screen.click(AriaRole::checkbox, "Repair descriptions (1)"));
    screen.answer_jobs();
    ASSERT_TRUE(screen.view().import.plans.front().is_repaired);
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    auto const& course = screen.store().state().catalog.courses.begin()->second;
    EXPECT_EQ(course.summary.en + course.summary.zh, "\u041f\u0440\u0438\u0432\u0435\u0442");
}

TEST(import_flow, reading_can_be_cancelled_and_its_late_answer_is_nobodys) {
    Screen screen({.language = Language::en});
    screen.send(app::FilesPicked{{{"courses.csv", courses_csv}}});
    auto requests = screen.take_requests();
    auto const* const start = request_of<app::StartJob>(requests);
    ASSERT_NE(start, nullptr);
    screen.send(app::JobProgress{start->request.id, 400'000});
    EXPECT_EQ(screen.view().import.progress_millionths, 400'000);
    ASSERT_TRUE(screen.click(AriaRole::button, "Cancel"));
    EXPECT_NE(request_of<app::CancelJob>(screen.take_requests()), nullptr);
    screen.send(app::JobFinished{app::run_job(start->request, nullptr)});
    EXPECT_EQ(screen.view().import.step, Step::idle);
}

TEST(import_flow, applying_goes_on_between_frames_and_cancelling_leaves_no_trace) {
    Screen screen({.language = Language::en});
    Digest const digest = screen.store().state_digest();
    opened(screen, many_courses(5'000).c_str());
    ASSERT_GT(screen.view().import.proposal->parts.size(), 30u);
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    ASSERT_EQ(screen.view().import.step, Step::applying);  // some frames later, not done yet
    EXPECT_GT(screen.store().batch_progress(), 0.0);
    EXPECT_TRUE(screen.says(text_of(Word::import_applying_text, Language::en)));
    ASSERT_TRUE(screen.click(AriaRole::button, "Cancel"));
    EXPECT_EQ(screen.view().import.step, Step::idle);
    for (int i = 0; i < 100 && screen.store().is_drop_under_way(); ++i) screen.settle();
    EXPECT_EQ(screen.store().state_digest(), digest);
    EXPECT_TRUE(screen.says(text_of(Word::import_abandoned, Language::en)));
}

TEST(import_flow, undo_of_a_large_import_goes_on_between_frames) {
    Screen screen({.language = Language::en});
    Digest const digest = screen.store().state_digest();
    opened(screen, many_courses(5'000).c_str());
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    finish_applying(screen);
    SemanticNode const* const undo = screen.find(AriaRole::button, "Undo");
    ASSERT_NE(undo, nullptr);
    ASSERT_TRUE(screen.click(AriaRole::button, "Undo"));
    int frames = 0;
    for (; screen.store().is_drop_under_way(); ++frames) {
        ASSERT_LT(frames, 1'000);
        EXPECT_TRUE(screen.says(text_of(Word::import_undoing_text, Language::en)));
        EXPECT_FALSE(screen.says(text_of(Word::undone_import, Language::en)));
        screen.frame();
    }
    screen.settle();
    EXPECT_EQ(screen.store().state_digest(), digest);
    EXPECT_TRUE(screen.says(text_of(Word::undone_import, Language::en)));
}

TEST(import_flow, a_part_that_cannot_be_read_leaves_nothing_half_applied) {
    Screen screen({.language = Language::en});
    Digest const digest = screen.store().state_digest();
    opened(screen, courses_csv);
    screen.view().import.proposal->parts.push_back("[1");
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    EXPECT_EQ(screen.store().state_digest(), digest);
    EXPECT_EQ(screen.view().import.step, Step::idle);
    EXPECT_TRUE(std::ranges::any_of(screen.view().toasts, &Toast::is_problem));
    EXPECT_TRUE(screen.says(text_of(Word::import_abandoned, Language::en)));
    screen.go(Page::catalog);
    EXPECT_TRUE(screen.says("Catalog"));
}

TEST(import_flow, what_changed_meanwhile_is_counted_again_first) {
    Screen screen({.language = Language::en});
    opened(screen, courses_csv);
    Digest const before = screen.store().state_digest();
    ASSERT_TRUE(screen.store().dispatch(app::NameCompany{{"x", "x"}, false}));
    Digest const renamed = screen.store().state_digest();
    EXPECT_NE(before, renamed);
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    EXPECT_EQ(screen.store().state_digest(), renamed);
    screen.answer_jobs();
    EXPECT_TRUE(screen.says(text_of(Word::import_stale, Language::en)));
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    EXPECT_EQ(screen.view().import.step, Step::applied);
}

TEST(import_flow, a_tab_that_may_only_read_may_look) {
    Screen screen({.language = Language::en});
    screen.storage().set_writer(false);
    opened(screen, courses_csv);
    ASSERT_EQ(screen.view().import.step, Step::preview);
    SemanticNode const* const apply = screen.find(AriaRole::button, "Apply");
    ASSERT_NE(apply, nullptr);
    EXPECT_TRUE(apply->flags & node_disabled);
    EXPECT_TRUE(screen.says(text_of(Word::import_read_only, Language::en)));
    Digest const digest = screen.store().state_digest();
    EXPECT_TRUE(screen.click(AriaRole::button, "Apply"));
    EXPECT_EQ(screen.store().state_digest(), digest);
}

TEST(import_flow, going_away_and_back_keeps_everything) {
    Screen screen({.language = Language::en});
    opened(screen, courses_csv);
    screen.go(Page::catalog);
    screen.go(Page::data);
    EXPECT_TRUE(screen.says("This adds 1 course"));
    EXPECT_NE(screen.find(AriaRole::button, "Apply"), nullptr);
}

TEST(import_flow, files_over_the_limit_are_left_out_and_named) {
    Screen screen({.language = Language::en});
    std::string const large(limits::file_bytes_max + 1, 'x');
    screen.open_files({{"big.csv", large}, {"courses.csv", courses_csv}});
    EXPECT_TRUE(screen.says("“big.csv” is larger than 64 MB"));
    ASSERT_EQ(screen.view().import.files.size(), 1u);
    EXPECT_EQ(screen.view().import.step, Step::preview);
}

TEST(import_flow, an_export_comes_in_and_both_hashes_are_shown) {
    Screen demo;
    std::string const bytes = exchange::write_full(demo.store().ledger(), "2026-11-20");
    Digest const digest = demo.store().state_digest();
    Screen empty({.language = Language::en, .is_demo = false});
    empty.open_files({{"zhitu.json", bytes}});
    ASSERT_TRUE(empty.click(AriaRole::button, "Apply"));
    finish_applying(empty);
    EXPECT_EQ(empty.store().state_digest(), digest);
    EXPECT_TRUE(empty.says(to_hex(digest)));
    EXPECT_TRUE(empty.says(text_of(Word::import_hash_same, Language::en)));
    ASSERT_TRUE(empty.store().dispatch(app::NameCompany{{"x", "x"}, false}));
    empty.settle();
    EXPECT_TRUE(empty.says(text_of(Word::import_hash_differs, Language::en)));
}

TEST(import_flow, half_an_export_brings_nothing_in) {
    Screen demo;
    std::string half = exchange::write_full(demo.store().ledger(), "2026-11-20");
    half.resize(half.size() / 2);
    Screen empty({.language = Language::en, .is_demo = false});
    empty.open_files({{"zhitu.json", half}});
    EXPECT_EQ(empty.find(AriaRole::button, "Apply"), nullptr);
    EXPECT_TRUE(empty.says("zhitu.json"));
    EXPECT_TRUE(empty.store().state().is_empty());
}

TEST(import_flow, an_export_of_a_newer_version_is_refused_in_words) {
    Screen empty({.language = Language::en, .is_demo = false});
    empty.open_files({{"zhitu.json", "{\"format\":\"zhitu-exchange\",\"v\":99}"}});
    EXPECT_EQ(empty.find(AriaRole::button, "Apply"), nullptr);
    ASSERT_TRUE(empty.view().import.error);
    EXPECT_EQ(empty.view().import.error->code, ErrorCode::e_version);
    EXPECT_TRUE(empty.says(sentence(*empty.view().import.error, Language::en)));
    EXPECT_EQ(empty.view().route.page, Page::data);
    EXPECT_TRUE(empty.store().state().is_empty());
}

}  // namespace zhitu::ui
