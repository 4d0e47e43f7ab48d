#include "tools/cli/verify_command.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/limits.h"
#include "tools/cli/cli.h"
#include "tools/files/disk.h"
#include "tools/files/folder_storage.h"
#include "tools/scratch.h"
#include "vault/layout.h"
#include "vault/segment.h"
#include "vault/verify.h"

namespace zhitu::tools {
namespace {

using testing::Scratch;

constexpr char const* courses =
    "url,title,rating,difficulty,skills,source\n"
    "https://x/a,SQL in depth,4.8,Advanced,['sql'],Coursera\n"
    "https://x/b,First SQL,4.1,Beginner,['sql'],Coursera\n";
constexpr char const* segment = "p/p/main/j/00000001";

Answer run(std::vector<std::string> const& arguments) {
    SimulatedEnv env(5);
    return run_cli(arguments, env);
}

bool contains(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string state_of(Answer const& answer) {
    std::size_t const at = answer.out.rfind("state ");
    return at == std::string::npos ? "none" : answer.out.substr(at);
}

// A profile in two imports, and a colleague's file of all of it.
struct Company {
    Scratch scratch;
    std::string folder = scratch / "p";
    std::string file = scratch / "all.json";
    std::string state;

    Company() {
        EXPECT_TRUE(replace_file(scratch / "courses", courses));
        EXPECT_TRUE(replace_file(scratch / "roles",
                                 R"({"engineer":[{"skill":"sql","priority":0.9}]})"));
        EXPECT_EQ(run({"import", folder, scratch / "courses"}).exit_code, 0);
        EXPECT_EQ(run({"import", folder, scratch / "roles"}).exit_code, 0);
        EXPECT_EQ(run({"export", folder, file}).exit_code, 0);
        state = state_of(run({"replay", folder}));
    }
    std::string read(char const* name) const {
        return read_file(scratch / name, limits::file_bytes_max).value();
    }
    void flip(char const* name, std::size_t offset) {
        std::string bytes = read(name);
        bytes[offset] = static_cast<char>(bytes[offset] ^ 4);
        EXPECT_TRUE(replace_file(scratch / name, bytes));
    }
};

// "change 1 of device aaaa (bbbb)" of the first record.
std::string first_change(std::string const& bytes) {
    vault::Record const record = vault::read_segment(bytes, false).records.at(0);
    vault::Change const change = vault::change_from_bytes(record.payload).value();
    return "change " + std::to_string(change.header.sequence) + " of device " +
           to_text(change.header.writer) + " (" + to_text(change.id()) + ")";
}

TEST(VerifyCommand, a_whole_profile_and_its_file_are_whole) {
    Company company;
    Answer const folder = run({"verify", company.folder});
    EXPECT_EQ(folder.exit_code, 0);
    EXPECT_TRUE(contains(folder.out, "2 manifests, 0 snapshot parts, 2 segments (2 as sealed)") ||
                contains(folder.out, "2 segments (1 as sealed)")) << folder.out;
    EXPECT_TRUE(contains(folder.out, "of 1 device, 0 without content (erased), 0 forks\nwhole: "));
    Answer const file = run({"verify", company.file});
    EXPECT_EQ(file.exit_code, 0);
    EXPECT_TRUE(contains(file.out, "whole: ")) << file.out;
    Answer const json = run({"verify", company.folder, "--json"});
    EXPECT_TRUE(json.out.starts_with("{\"whole\":true,\"manifests_count\":2,")) << json.out;
    EXPECT_TRUE(contains(json.out, "\"findings\":[]}\n"));
}

TEST(VerifyCommand, a_flipped_byte_is_named_with_its_change_and_nothing_is_written) {
    Company company;
    std::string const name = first_change(company.read(segment));
    company.flip(segment, 100);
    std::string const before = company.read(segment);
    Answer const broken = run({"verify", company.folder});
    EXPECT_EQ(broken.exit_code, 1);
    EXPECT_TRUE(contains(broken.out, "NOT WHOLE, 1 finding:\n  p/main/j/00000001, byte 100: " +
                                         name + ": a record is not as it was written; this one "
                                                "byte is wrong\n")) << broken.out;
    Answer const json = run({"verify", company.folder, "--json"});
    EXPECT_EQ(json.exit_code, 1);
    EXPECT_TRUE(contains(json.out, "\"fault\":\"record_broken\",\"file\":\"p/main/j/00000001\","
                                   "\"offset\":100,\"byte_known\":true,\"id\":\""));
    EXPECT_EQ(company.read(segment), before);
}

TEST(VerifyCommand, every_kind_of_damage_of_an_exchange_file_is_said) {
    Company company;
    std::string const whole = company.read("all.json");
    std::string const name = first_change(company.read(segment));
    struct Case {
        std::string_view place;  // the byte behind it is flipped
        std::string said;
    };
    std::vector<Case> const cases{
        {"\"f\":\"title_en\",\"k\":\"set\",\"x\":\"", "a change was altered after it was sealed"},
        {"\"h\":{\"d\":\"", ""},
        {"\"heads\":{\"", "the file cannot be read"},
        {"\"state\":\"", "the file cannot be read"},
        {"\"counts\":{\"changes\":", "the file cannot be read"},
        {"\"format\":\"", "the file cannot be read"},
    };
    for (Case const& each : cases) {
        std::size_t const at = whole.find(each.place);
        ASSERT_NE(at, std::string::npos) << each.place;
        company.flip("all.json", at + each.place.size());
        Answer const broken = run({"verify", company.file});
        EXPECT_EQ(broken.exit_code, 1) << each.place;
        EXPECT_TRUE(contains(broken.out, each.said)) << broken.out;
        EXPECT_TRUE(replace_file(company.file, whole));
    }
    company.flip("all.json", whole.find("\"b\":{") + 40);
    Answer const body = run({"verify", company.file});
    EXPECT_TRUE(contains(body.out, name)) << body.out;
}

TEST(VerifyCommand, repair_brings_back_what_a_file_has_and_says_what_is_missing) {
    Company company;
    EXPECT_TRUE(contains(run({"repair", company.folder, company.file}).out, "nothing to repair"));
    company.flip(segment, 100);
    company.flip("p/p/main/man.a", 60);
    Answer const repaired = run({"repair", company.folder, company.file});
    EXPECT_EQ(repaired.exit_code, 0) << repaired.out << repaired.err;
    EXPECT_TRUE(contains(repaired.out, "before: NOT WHOLE, 2 findings:"));
    EXPECT_TRUE(contains(repaired.out, "1 change came back or are new")) << repaired.out;
    EXPECT_TRUE(contains(repaired.out, "whole: "));
    EXPECT_EQ(state_of(run({"replay", company.folder})), company.state);
    EXPECT_EQ(run({"verify", company.folder}).exit_code, 0);
}

TEST(VerifyCommand, a_file_that_lacks_it_too_leaves_it_missing_by_name) {
    Company company;
    std::string const name = first_change(company.read(segment));
    EXPECT_EQ(run({"import", company.scratch / "other", company.scratch / "roles"}).exit_code, 0);
    std::string const other = company.scratch / "other.json";
    EXPECT_EQ(run({"export", company.scratch / "other", other}).exit_code, 0);
    company.flip(segment, 100);
    Answer const repaired = run({"repair", company.folder, other});
    EXPECT_EQ(repaired.exit_code, 1);
    EXPECT_TRUE(contains(repaired.out.substr(repaired.out.find("now: ")), name)) << repaired.out;
    EXPECT_EQ(run({"repair", company.folder, company.file}).exit_code, 0);
}

TEST(VerifyCommand, what_is_not_there_or_not_understood_is_said) {
    Scratch scratch;
    EXPECT_EQ(run({"verify"}).exit_code, 2);
    EXPECT_EQ(run({"verify", "a", "b"}).exit_code, 2);
    EXPECT_EQ(run({"repair", "a"}).exit_code, 2);
    EXPECT_EQ(run({"verify", scratch / "nothing"}).exit_code, 1);
    EXPECT_EQ(run({"repair", scratch / "nothing", "file"}).exit_code, 1);
    EXPECT_FALSE(std::filesystem::exists(scratch / "nothing"));
    EXPECT_TRUE(replace_file(scratch / "courses", courses));
    Answer const table = run({"verify", scratch / "courses"});
    EXPECT_EQ(table.exit_code, 1);
    EXPECT_TRUE(contains(table.out, "the file cannot be read; not JSON at byte 0")) << table.out;
}

}  // namespace
}  // namespace zhitu::tools
