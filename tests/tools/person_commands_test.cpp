#include "tools/cli/person_commands.h"

#include <gtest/gtest.h>

#include "tools/files/disk.h"
#include "tools/scratch.h"

namespace zhitu::tools {
namespace {

using testing::Scratch;

bool contains(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// A profile of three courses, one role and one person who lacks two skills.
struct Small {
    Small() {
        EXPECT_TRUE(replace_file(scratch / "courses",
                                 "url,title,rating,difficulty,skills,source\n"
                                 "https://x/a,SQL in depth,4.8,Advanced,['sql'],Coursera\n"
                                 "https://x/b,More SQL,4.1,Intermediate,['sql'],Coursera\n"
                                 "https://x/c,Go,4.9,Beginner,['go'],Coursera\n"));
        EXPECT_TRUE(replace_file(scratch / "roles",
                                 R"({"analyst":[{"skill":"sql","priority":0.9},)"
                                 R"({"skill":"go","priority":0.3}]})"));
        EXPECT_TRUE(replace_file(scratch / "people",
                                 "login,name,job_title,skills\nann,Ann,analyst,sql:1\n"));
        std::vector<std::string> const files{"import", profile, scratch / "courses",
                                             scratch / "roles", scratch / "people"};
        EXPECT_EQ(run_cli(files, env).exit_code, 0);
    }
    Answer gap(std::vector<std::string> rest) { return run_gap(with_profile(rest), env); }
    Answer why(std::vector<std::string> rest) { return run_why(with_profile(rest), env); }
    Answer recommend(std::vector<std::string> rest) {
        return run_recommend(with_profile(rest), env);
    }
    std::vector<std::string> with_profile(std::vector<std::string> rest) const {
        rest.insert(rest.begin(), profile);
        return rest;
    }
    Scratch scratch;
    SimulatedEnv env{5};
    std::string profile = scratch / "p";
};

TEST(person_commands, a_gap_is_printed_as_a_product) {
    Small small;
    Answer const text = small.gap({"ANN"});
    EXPECT_EQ(text.exit_code, 0) << text.err;
    EXPECT_TRUE(contains(text.out, "2 × 0.9 = 1.8")) << text.out;
    EXPECT_TRUE(contains(text.out, "1 × 0.3 = 0.3")) << text.out;
    EXPECT_TRUE(contains(small.gap({"ann", "--json"}).out, "\"weight\":0.9,\"priority\":1.8"));
    EXPECT_TRUE(contains(small.gap({"--team"}).out, "1 people, 2 skills wanted"));
    EXPECT_TRUE(contains(small.gap({"--team", "--json"}).out, "\"people_count\":1"));
    EXPECT_EQ(small.gap({"bob"}).err, "cli: there is no such login: bob\n");
    EXPECT_EQ(small.gap({"bob"}).exit_code, 1);
}

TEST(person_commands, a_list_is_as_long_as_asked) {
    Small small;
    EXPECT_TRUE(contains(small.recommend({"ann"}).out, "3.  0."));
    EXPECT_FALSE(contains(small.recommend({"ann", "--count", "2"}).out, "3.  0."));
}

TEST(person_commands, why_explains_a_course_against_the_one_above_and_against_another) {
    Small small;
    Answer const last = small.why({"ann", "https://x/c"});
    EXPECT_EQ(last.exit_code, 0) << last.err;
    EXPECT_TRUE(contains(last.out, "Go: rank 3\n")) << last.out;
    EXPECT_TRUE(contains(last.out, ", rank 2:\n")) << last.out;
    EXPECT_TRUE(contains(last.out, "smallest single changes")) << last.out;
    EXPECT_TRUE(contains(small.why({"ann", "Go", "sql in depth"}).out, "against SQL in depth"));
    EXPECT_TRUE(contains(small.why({"ann", "Go", "more sql"}).out, "against More SQL"));
    Answer const json = small.why({"ann", "SQL in depth", "--json"});
    EXPECT_TRUE(contains(json.out, "\"comparison\":{")) << json.out;
    EXPECT_EQ(small.why({"ann", "Rust"}).err, "cli: there is no such course: Rust\n");
    EXPECT_EQ(small.why({"ann", "Go", "Rust"}).exit_code, 1);
    EXPECT_EQ(small.why({"bob", "Go"}).exit_code, 1);
}

}  // namespace
}  // namespace zhitu::tools
