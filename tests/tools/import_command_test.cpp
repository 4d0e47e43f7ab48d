#include "tools/cli/import_command.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/limits.h"
#include "tools/files/disk.h"
#include "tools/scratch.h"

namespace zhitu::tools {
namespace {

using testing::Scratch;

constexpr char const* courses =
    "url,title,rating,difficulty,skills,source,price\n"
    "https://x/a,SQL in depth,0,Advanced,['sql'],Elsewhere,10.5\n"
    "https://x/b,,4.1,Beginner,['sql'],Elsewhere,2\n";

ImportWish wish(std::vector<std::string> const& arguments) { return read_import_wish(arguments); }

Answer run(std::vector<std::string> const& arguments) {
    SimulatedEnv env(5);
    return run_import(wish(arguments), env);
}

bool contains(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(import_command, options_may_stand_anywhere_and_a_plan_is_for_the_next_file) {
    ImportWish const all = wish({"--repair", "p", "a", "--plan", "x", "b", "--currency", "S=RUB",
                                 "--currency", "T=", "c", "--refused", "r", "--dry-run"});
    EXPECT_EQ(all.fault, "");
    EXPECT_EQ(all.folder, "p");
    ASSERT_EQ(all.files.size(), 3u);
    EXPECT_EQ(all.files[0].plan_path, "");
    EXPECT_EQ(all.files[1].path + all.files[1].plan_path, "bx");
    EXPECT_EQ(all.files[2].plan_path, "");
    EXPECT_EQ(all.currencies, (std::map<std::string, std::string>{{"S", "RUB"}, {"T", ""}}));
    EXPECT_TRUE(all.is_repaired && all.is_dry_run);
    EXPECT_EQ(all.refused_path, "r");
}

TEST(import_command, what_is_not_understood_is_said) {
    std::vector<std::string> const cases[] = {
        {}, {"p"}, {"p", "a", "--loud"}, {"p", "a", "--plan"}, {"p", "a", "--plan", "x"},
        {"p", "a", "--refused"}, {"p", "a", "--currency", "RUB"},
        {"p", "a", "--currency", "S=rub"}, {"p", "a", "--currency", "S=RU"},
    };
    int faults_count = 0;
    for (auto const& each : cases) faults_count += wish(each).fault.empty() ? 0 : 1;
    EXPECT_EQ(faults_count, static_cast<int>(std::size(cases)));
}

TEST(import_command, a_dry_run_says_everything_and_writes_nothing) {
    Scratch scratch;
    ASSERT_TRUE(replace_file(scratch / "courses.csv", courses));
    Answer const dry = run({scratch / "p", scratch / "courses.csv", "--dry-run"});
    EXPECT_EQ(dry.exit_code, 0) << dry.err;
    EXPECT_TRUE(contains(dry.out, "courses.csv: 2 rows, courses\n")) << dry.out;
    EXPECT_TRUE(contains(dry.out, "courses             1        0        0\n")) << dry.out;
    EXPECT_TRUE(contains(dry.out, "refused: 1\n")) << dry.out;
    EXPECT_TRUE(contains(dry.out, "nothing written")) << dry.out;
    EXPECT_FALSE(std::filesystem::exists(scratch / "p/p"));
    Answer const wet = run({scratch / "p", scratch / "courses.csv"});
    EXPECT_TRUE(contains(wet.out, "courses             1        0        0\n")) << wet.out;
    Answer const again = run({scratch / "p", scratch / "courses.csv", "--dry-run"});
    EXPECT_TRUE(contains(again.out, "courses             0        0        1\n")) << again.out;
}

TEST(import_command, refused_rows_leave_as_a_table_that_comes_in_when_mended) {
    Scratch scratch;
    ASSERT_TRUE(replace_file(scratch / "courses.csv", courses));
    ASSERT_EQ(run({scratch / "p", scratch / "courses.csv", "--refused", scratch / "no.csv"})
                  .exit_code,
              0);
    std::string rows = read_file(scratch / "no.csv", limits::file_bytes_max).value();
    EXPECT_TRUE(contains(rows, "https://x/b,,4.1")) << rows;
    EXPECT_TRUE(contains(rows, "the field title is empty")) << rows;
    rows.replace(rows.find("/b,,"), 4, "/b,First SQL,");
    ASSERT_TRUE(replace_file(scratch / "mended.csv", rows));
    Answer const mended = run({scratch / "p", scratch / "mended.csv"});
    EXPECT_TRUE(contains(mended.out, "courses             1        0        0\n")) << mended.out;
    EXPECT_TRUE(contains(mended.out, "refused: 0\n")) << mended.out;
}

TEST(import_command, a_file_that_is_no_plan_is_refused) {
    Scratch scratch;
    ASSERT_TRUE(replace_file(scratch / "courses.csv", courses));
    ASSERT_TRUE(replace_file(scratch / "plan.json", "{\"kind\":\"music\"}"));
    Answer const answer =
        run({scratch / "p", "--plan", scratch / "plan.json", scratch / "courses.csv"});
    EXPECT_EQ(answer.exit_code, 1);
    EXPECT_TRUE(contains(answer.err, "a plan of Zhitu")) << answer.err;
}

}  // namespace
}  // namespace zhitu::tools
