#include "tools/cli/cli.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.h"
#include "support/source_dir.h"
#include "tools/files/disk.h"
#include "tools/scratch.h"

namespace zhitu::tools {
namespace {

using testing::Scratch;

constexpr char const* roster = ZHITU_SOURCE_DIR "/tests/files/roster.csv";
constexpr char const* dirty_roster = ZHITU_SOURCE_DIR "/tests/files/roster_dirty.csv";
constexpr char const* courses =
    "url,title,rating,difficulty,skills,source\n"
    "https://x/a,SQL in depth,4.8,Advanced,['sql'],Coursera\n"
    "https://x/b,First SQL,4.1,Beginner,['sql'],Coursera\n"
    "https://x/c,Go,4.9,Beginner,['go'],Coursera\n";
constexpr char const* roles =
    R"({"data engineer":[{"skill":"sql","priority":0.9},{"skill":"go","priority":0.3}]})";

Answer run(std::vector<std::string> const& arguments) {
    SimulatedEnv env(5);
    return run_cli(arguments, env);
}

bool contains(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// The line that begins with "state ".
std::string state_of(Answer const& answer) {
    std::size_t const at = answer.out.rfind("state ");
    return at == std::string::npos ? "none" : answer.out.substr(at);
}

// A profile with the small catalog and the fifty people.
Answer import_all(Scratch const& scratch) {
    EXPECT_TRUE(replace_file(scratch / "courses", courses));
    EXPECT_TRUE(replace_file(scratch / "roles", roles));
    return run({"import", scratch / "p", scratch / "courses", scratch / "roles", roster});
}

TEST(Cli, help_is_printed_and_is_no_error) {
    EXPECT_EQ(run({"--help"}).exit_code, 0);
    EXPECT_TRUE(contains(run({"import", "--help"}).out, "cli import FOLDER FILE"));
}

TEST(Cli, what_is_not_understood_ends_with_2_and_a_sentence) {
    std::vector<std::string> const cases[] = {
        {},
        {"fly"},
        {"import"},
        {"import", "folder"},
        {"import", "folder", "a", "--loud"},
        {"recommend", "folder"},
        {"recommend", "folder", "a", "b"},
        {"recommend", "folder", "a", "--count"},
        {"recommend", "folder", "a", "--count", "0"},
        {"recommend", "folder", "a", "--count", "x"},
        {"recommend", "folder", "a", "--loud"},
        {"export", "folder"},
        {"evaluate"},
        {"evaluate", "a", "--k", "3"},
        {"evaluate", "a", "--own", "--k", "0"},
        {"evaluate", "a", "--own", "--k", "21"},
        {"gap", "folder"},
        {"gap", "folder", "a", "--team"},
        {"why", "folder", "a"},
        {"why", "folder", "a", "b", "c", "d"},
        {"why", "folder", "a", "b", "--count", "3"},
        {"replay", "a", "b"},
        {"demo", "a"},
    };
    for (auto const& each : cases) {
        Answer const answer = run(each);
        EXPECT_EQ(answer.exit_code, 2) << (each.empty() ? "" : each[0]);
        EXPECT_TRUE(contains(answer.err, "cli: ") && contains(answer.err, "see cli --help"));
        EXPECT_EQ(answer.out, "");
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(Cli, what_cannot_be_done_ends_with_1_and_a_sentence) {
    Scratch scratch;
    std::string const none = scratch / "none";
    ASSERT_TRUE(replace_file(scratch / "bad.json", "{\"format\":\"zhitu-exchange\"}"));
    std::vector<std::string> const cases[] = {
        {"recommend", none, "a"},
        {"gap", none, "a"},
        {"gap", none, "--team"},
        {"why", none, "a", "b"},
        {"evaluate", none, "--own"},
        {"export", none, scratch / "out"},
        {"evaluate", none},
        {"replay", none},
        {"import", scratch / "p", none},
        {"import", scratch / "p", scratch.path.string()},
        {"import", scratch / "p", scratch / "bad.json"},
        {"demo", scratch / "p", none},
        {"demo", scratch / "p", scratch / "bad.json"},
        {"import", scratch / "bad.json", roster},
    };
    for (auto const& each : cases) {
        Answer const answer = run(each);
        EXPECT_EQ(answer.exit_code, 1) << each[0] << " " << each.back();
        EXPECT_TRUE(contains(answer.err, "cli: ")) << each[0] << " " << each.back();
    }
    EXPECT_GT(std::size(cases), 0u);
    EXPECT_FALSE(std::filesystem::exists(none));
}

TEST(Cli, an_import_counts_saves_and_repeats_without_a_change) {
    Scratch scratch;
    Answer const first = import_all(scratch);
    EXPECT_EQ(first.exit_code, 0) << first.err;
    EXPECT_TRUE(contains(first.out, "courses             3        0        0\n")) << first.out;
    EXPECT_TRUE(contains(first.out, "people             50        0        0\n")) << first.out;
    Answer const second = import_all(scratch);
    EXPECT_TRUE(contains(second.out, "0 changes written")) << second.out;
    EXPECT_EQ(state_of(second), state_of(first));
}

TEST(Cli, refused_rows_are_listed_and_the_rest_comes_in) {
    Scratch scratch;
    ASSERT_TRUE(replace_file(scratch / "junk", "hello"));
    Answer const dirty = run({"import", scratch / "p", dirty_roster});
    EXPECT_EQ(dirty.exit_code, 0);
    EXPECT_TRUE(contains(dirty.out, "people              6        0        0\n")) << dirty.out;
    EXPECT_TRUE(contains(dirty.out, "refused: 8\n")) << dirty.out;
    EXPECT_TRUE(contains(dirty.out, "roster_dirty.csv, row 3, login: the field login is empty"));
    Answer const junk = run({"import", scratch / "p", scratch / "junk", roster});
    EXPECT_EQ(junk.exit_code, 1);
    EXPECT_TRUE(contains(junk.out, "people             50        0        0\n")) << junk.out;
}

TEST(Cli, recommend_prints_a_ranked_reasoned_list) {
    Scratch scratch;
    import_all(scratch);
    Answer const text = run({"recommend", scratch / "p", "Qin.Xue"});
    EXPECT_EQ(text.exit_code, 0) << text.err;
    EXPECT_TRUE(contains(text.out, "秦雪 (Qin Xue) [qin.xue], data engineer")) << text.out;
    EXPECT_TRUE(contains(text.out, "1.  0.")) << text.out;
    Answer const json = run({"recommend", scratch / "p", "qin.xue", "--json", "--count", "1"});
    EXPECT_TRUE(contains(json.out, "\"title\":\"SQL in depth\"")) << json.out;
    EXPECT_FALSE(contains(json.out, "\"title\":\"Go\"")) << json.out;
    Answer const nobody = run({"recommend", scratch / "p", "nobody"});
    EXPECT_EQ(nobody.exit_code, 1);
    EXPECT_EQ(nobody.err, "cli: there is no such login: nobody\n");
}

TEST(Cli, the_own_list_is_measured_against_enrolments_and_says_when_there_are_none) {
    Scratch scratch;
    import_all(scratch);
    Answer const nobody = run({"evaluate", scratch / "p", "--own"});
    EXPECT_EQ(nobody.exit_code, 0) << nobody.err;
    EXPECT_TRUE(contains(nobody.out, "nobody has taken a course")) << nobody.out;
    ASSERT_TRUE(replace_file(scratch / "taken",
                             "login,course,status,date\nqin.xue,SQL in depth,done,2030-01-01\n"));
    EXPECT_EQ(run({"import", scratch / "p", scratch / "taken"}).exit_code, 0);
    Answer const text = run({"evaluate", scratch / "p", "--own", "--k", "1"});
    EXPECT_TRUE(contains(text.out, "against 1 enrolment of 1 people (1 got a list)")) << text.out;
    Answer const json = run({"evaluate", scratch / "p", "--own", "--k", "1", "--json"});
    EXPECT_TRUE(contains(json.out, "{\"k\":1,\"people_count\":1,")) << json.out;
    EXPECT_TRUE(contains(json.out, "\"is_few\":true,\"relevant\":\"each course")) << json.out;
    EXPECT_EQ(run({"evaluate", scratch / "p"}).exit_code, 1);  // no record of the worked case
}

TEST(Cli, an_export_into_an_empty_profile_gives_the_same_state) {
    Scratch scratch;
    Answer const imported = import_all(scratch);
    Answer const exported = run({"export", scratch / "p", scratch / "all.json"});
    EXPECT_EQ(exported.exit_code, 0) << exported.err;
    Answer const again = run({"import", scratch / "q", scratch / "all.json"});
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_TRUE(contains(again.out, "the state is the one the file was made from")) << again.out;
    EXPECT_EQ(state_of(again), state_of(imported));
    Answer const replayed = run({"replay", scratch / "q"});
    EXPECT_EQ(replayed.exit_code, 0) << replayed.out;
    EXPECT_EQ(state_of(replayed), state_of(imported));
    EXPECT_EQ(run({"recommend", scratch / "p", "qin.xue", "--json"}).out,
              run({"recommend", scratch / "q", "qin.xue", "--json"}).out);
}

// Flips one bit behind the head of the first record.
void damage(std::string const& path) {
    auto bytes = read_file(path, limits::file_bytes_max);
    ASSERT_TRUE(bytes);
    bytes.value()[60] ^= 1;
    ASSERT_TRUE(replace_file(path, bytes.value()));
}

// The open one.
std::string last_segment(Scratch const& scratch) {
    std::string last;
    for (auto const& entry : std::filesystem::directory_iterator(scratch / "p/p/main/j")) {
        last = std::max(last, entry.path().string());
    }
    return last;
}

// The catalog and the fifty fill more than one segment; all but the last are sealed.
TEST(Cli, a_damaged_sealed_segment_is_named_and_ends_with_1) {
    Scratch scratch;
    import_all(scratch);
    ASSERT_TRUE(std::filesystem::exists(scratch / "p/p/main/j/00000002"));
    damage(scratch / "p/p/main/j/00000001");
    Answer const replayed = run({"replay", scratch / "p"});
    EXPECT_EQ(replayed.exit_code, 1);
    EXPECT_TRUE(contains(replayed.err, "damaged: p/main/j/00000001")) << replayed.err;
}

TEST(Cli, a_torn_open_segment_says_how_much_was_left_out) {
    Scratch scratch;
    import_all(scratch);
    damage(last_segment(scratch));
    Answer const replayed = run({"replay", scratch / "p"});
    EXPECT_EQ(replayed.exit_code, 0) << replayed.err;
    EXPECT_TRUE(contains(replayed.out, "bytes never confirmed")) << replayed.out;
    EXPECT_FALSE(contains(replayed.out, " 0 bytes never confirmed")) << replayed.out;
}

}  // namespace
}  // namespace zhitu::tools
