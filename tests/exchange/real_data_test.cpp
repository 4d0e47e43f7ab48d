// The files of a real course catalog, which are not in the repository (support/real_data.h).

#include <gtest/gtest.h>

#include <chrono>

#include "exchange/tables.h"
#include "support/real_data.h"

namespace zhitu::exchange {
namespace {

using testing::bytes_of_file;
using testing::parse;

std::string data_path(char const* name) {
    return zhitu::testing::real_data_path(std::string("kizak_courses/") + name);
}

std::size_t count(std::vector<Refusal> const& reports, std::string_view column, ErrorCode code) {
    std::size_t n = 0;
    for (Refusal const& report : reports) n += report.column == column && report.why.code == code;
    return n;
}

void check_courses() {
    std::string const bytes = bytes_of_file(data_path("courses_final.csv"));
    auto const start = std::chrono::steady_clock::now();
    auto const table = parse(bytes);
    std::chrono::duration<double, std::milli> const time = std::chrono::steady_clock::now() - start;
    std::printf("courses_final.csv: %.1f ms, %.0f MB/s\n", time.count(),
                static_cast<double>(bytes.size()) / 1e3 / time.count());
    EXPECT_EQ(table.rows_read.at("file"), 749u);
    EXPECT_EQ(table.courses.size(), 697u);
    EXPECT_EQ(table.refusals.size(), 16u);
    EXPECT_EQ(count(table.refusals, "title", ErrorCode::empty_field), 16u);
    EXPECT_EQ(count(table.warnings, "url", ErrorCode::already_exists), 36u);
    EXPECT_EQ(count(table.warnings, "difficulty", ErrorCode::bad_value), 18u);
    EXPECT_EQ(table.skills.size(), 1'047u);  // of 1,052 spellings
    std::size_t rated_count = 0;
    std::size_t priced_count = 0;
    std::size_t russian_count = 0;
    for (auto const& [id, course] : table.courses) {
        rated_count += course.rating_millionths.has_value();
        priced_count += course.price_minor.has_value();
        russian_count += course.language == "ru";
        EXPECT_TRUE(!course.price_minor || course.currency == "RUB");
    }
    std::printf("courses: %zu rated, %zu with a price, %zu Russian\n", rated_count, priced_count,
                russian_count);
}

void check_roles() {
    auto const table = parse(bytes_of_file(data_path("job_skill.json")));
    EXPECT_EQ(table.roles.size(), 60u);
    EXPECT_TRUE(table.refusals.empty());
    EXPECT_EQ(table.warnings.size(), 3u);  // html twice, and in another role html and css
    std::size_t needs_count = 0;
    for (auto const& [id, role] : table.roles) needs_count += role.needs.size();
    EXPECT_EQ(needs_count, 1'331u - 3u);
    people::Role const& role = table.roles.at(people::role_id(".net developer"));
    EXPECT_EQ(role.needs.at(catalog::skill_id("html")), (people::Need{2, 500'000}));
    EXPECT_EQ(role.needs.at(catalog::skill_id(".net")), (people::Need{3, 950'000}));
}

void check_synonyms() {
    auto const table = parse(bytes_of_file(data_path("skill_mapping.json")));
    EXPECT_EQ(table.rows_read.at("file"), 111u);
    EXPECT_TRUE(table.refusals.empty());
    EXPECT_EQ(table.warnings.size(), 3u);  // a synonym twice: ms sql, rest api, jest
    auto const& skill = table.skills.at(catalog::skill_id("data pipelines"));
    EXPECT_EQ(skill.synonyms.at(catalog::skill_id("data pipeline")).millionths, 990'000);
}

void check_roster_fits() {
    auto const roster = parse(bytes_of_file(ZHITU_SOURCE_DIR "/tests/files/roster.csv"));
    auto const table = parse_files({{"1", bytes_of_file(data_path("courses_final.csv"))},
                                    {"2", bytes_of_file(data_path("job_skill.json"))}});
    for (RosterRow const& row : roster.people) {
        EXPECT_TRUE(table.roles.contains(people::role_id(row.role_name))) << row.role_name;
        for (auto const& [name, level] : row.skills) {
            EXPECT_TRUE(table.skills.contains(catalog::skill_id(name))) << name;
        }
    }
    auto const all = parse_files({{"1", bytes_of_file(data_path("courses_final.csv"))}});
    EXPECT_TRUE(import_table_from_bytes(to_bytes(all)).value().courses == all.courses);
}

// 20,000 people made of the fifty, for the speed of a large roster.
void measure_large_roster() {
    std::string const text = bytes_of_file(ZHITU_SOURCE_DIR "/tests/files/roster.csv");
    std::size_t const head = text.find('\n') + 1;
    std::string large = text.substr(0, head);
    for (int copy = 0; copy < 400; ++copy) {
        for (std::size_t at = head; at < text.size(); at = text.find('\n', at) + 1) {
            std::string_view const rest = std::string_view(text).substr(at);
            large.append("c").append(std::to_string(copy)).append(".");
            large.append(rest.substr(0, rest.find('\n') + 1));
        }
    }
    auto const start = std::chrono::steady_clock::now();
    auto const table = parse(large);
    std::chrono::duration<double, std::milli> const parsed =
        std::chrono::steady_clock::now() - start;
    auto const bytes = to_bytes(table);
    auto const back = import_table_from_bytes(bytes);
    std::chrono::duration<double, std::milli> const all = std::chrono::steady_clock::now() - start;
    std::printf("20,000 people: parse %.0f ms, to bytes and back %.0f ms\n", parsed.count(),
                all.count() - parsed.count());
    EXPECT_EQ(table.people.size(), 20'000u);
    EXPECT_TRUE(back);
}

constexpr zhitu::testing::RealDataCase cases[] = {
    {"the_courses_come_in_with_the_known_counts", check_courses},
    {"sixty_roles_come_in", check_roles},
    {"the_synonyms_come_in", check_synonyms},
    {"our_roster_names_only_known_roles_and_skills", check_roster_fits},
    {"twenty_thousand_people_come_in", measure_large_roster},
};

bool const is_registered =
    zhitu::testing::register_real_data("kizak_courses/job_skill.json", cases);

}  // namespace
}  // namespace zhitu::exchange
