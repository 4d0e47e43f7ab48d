// The files of a real course catalog, which are not in the repository (support/real_data.h).

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "exchange/csv.h"
#include "exchange/refused_rows.h"
#include "exchange/repair.h"
#include "exchange/tables.h"
#include "support/real_data.h"
#include "support/source_dir.h"

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

ImportTable timed(char const* what, std::string const& bytes) {
    auto const start = std::chrono::steady_clock::now();
    auto table = parse(bytes);
    std::chrono::duration<double, std::milli> const time = std::chrono::steady_clock::now() - start;
    std::printf("%s: %.1f ms, %.1f MB/s\n", what, time.count(),
                static_cast<double>(bytes.size()) / 1e3 / time.count());
    return table;
}

void check_courses() {
    auto const table = timed("courses_final.csv", bytes_of_file(data_path("courses_final.csv")));
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

Repairable const& repairable(FileReading const& reading, std::string_view field) {
    auto const is_it = [&](Repairable const& each) { return each.field == field; };
    auto const found = std::ranges::find_if(reading.repairables, is_it);
    static Repairable const none;
    return found == reading.repairables.end() ? none : *found;
}

// Ratings and prices are counted over all 749 rows: the 16 refused ones are all of edX and have an
// empty price like the 194 that come in.
void check_rules_for_dirty_rows() {
    auto const table = parse(bytes_of_file(data_path("courses_final.csv")));
    FileReading const& reading = table.readings.at(0);
    EXPECT_EQ(reading.rows_count, 749u);
    EXPECT_EQ(reading.assumptions, (std::map<Assumption, std::uint64_t>{
                                       {Assumption::rating_zero_is_none, 64},
                                       {Assumption::price_empty_is_unknown, 210},
                                       {Assumption::price_zero_is_unknown, 284},
                                       {Assumption::hours_missing, 697},
                                       {Assumption::one_unit, 697}}));
    EXPECT_EQ(reading.sources, (std::vector<SourceReading>{{"Coursera", 281, 0, "USD"},
                                                           {"Stepik", 222, 222, "RUB"},
                                                           {"edx", 194, 0, "USD"}}));
    EXPECT_EQ(repairable(reading, "description").cells_count, 170u);
    EXPECT_EQ(repairable(reading, "title").cells_count, 14u);
    EXPECT_EQ(repairable(reading, "author").cells_count, 5u);
    EXPECT_EQ(reading.repairables.size(), 3u);
    EXPECT_EQ(table.refused_rows.size(), 16u);
    std::size_t free_count = 0;
    for (auto const& [id, course] : table.courses) free_count += course.price_minor == 0;
    EXPECT_EQ(free_count, 46u);  // of Stepik, where 0.0 is a price
}

void check_repair() {
    std::string const bytes = bytes_of_file(data_path("courses_final.csv"));
    FilePlan plan;
    plan.is_repaired = true;
    auto const before = parse(bytes);
    auto const after = parse_files({{"file", bytes}}, {plan});
    EXPECT_EQ(after.readings[0].repairables, before.readings[0].repairables);
    EXPECT_EQ(after.courses.size(), before.courses.size());
    std::size_t changed_count = 0;
    std::size_t broken_count = 0;
    for (auto const& [id, course] : before.courses) {
        catalog::Course const& now = after.courses.at(id);
        changed_count += now.summary != course.summary;
        broken_count += repaired(now.summary.en).has_value() || repaired(now.title.en).has_value();
    }
    EXPECT_EQ(changed_count, 167u);  // of 170; three stand in rows that were merged
    EXPECT_EQ(broken_count, 0u);
}

void check_json_courses() {
    struct {
        char const* name;
        std::uint64_t rows_count;
        std::size_t courses_count;
    } const files[] = {{"coursera_clear.json", 284, 281}, {"stepik_clear.json", 255, 222}};
    for (auto const& file : files) {
        auto const table = parse(bytes_of_file(data_path(file.name)));
        EXPECT_EQ(table.readings[0].kind, FileKind::courses);
        EXPECT_EQ(table.readings[0].rows_count, file.rows_count);
        EXPECT_EQ(table.courses.size(), file.courses_count);
        EXPECT_TRUE(table.refusals.empty());
    }
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
    auto const table = timed("20,000 people", large);
    EXPECT_EQ(table.people.size(), 20'000u);
}

// 5,000 courses made of the 749, each copy under addresses of its own.
void measure_large_catalog() {
    std::string const text = bytes_of_file(data_path("courses_final.csv"));
    CsvReader reader(text);
    CsvRecord record;
    ASSERT_TRUE(reader.next(record));
    RefusedFile file{"f", record.cells, {}};
    std::vector<std::vector<std::string>> rows;
    while (reader.next(record)) rows.push_back(record.cells);
    for (int copy = 0; copy < 7; ++copy) {
        for (std::vector<std::string>& cells : rows) {
            cells[0].insert(8, std::to_string(copy));
            file.rows.push_back({{0, 0, cells}, {{"", {}}}});
        }
    }
    RefusedWords const words{.sentence = [](Refusal const&) { return std::string(); }};
    auto const table = timed("5,000 courses", refused_rows_csv({file}, words));
    EXPECT_EQ(table.readings[0].rows_count, 7u * 749u);
    EXPECT_EQ(table.courses.size(), 7u * 697u);
}

constexpr zhitu::testing::RealDataCase cases[] = {
    {"the_courses_come_in_with_the_known_counts", check_courses},
    {"dirty_rows_are_counted_by_rule", check_rules_for_dirty_rows},
    {"double_decoded_text_is_put_right", check_repair},
    {"courses_as_json_come_in", check_json_courses},
    {"sixty_roles_come_in", check_roles},
    {"the_synonyms_come_in", check_synonyms},
    {"our_roster_names_only_known_roles_and_skills", check_roster_fits},
    {"twenty_thousand_people_come_in", measure_large_roster},
    {"five_thousand_courses_come_in", measure_large_catalog},
};

bool const is_registered =
    zhitu::testing::register_real_data("kizak_courses/job_skill.json", cases);

}  // namespace
}  // namespace zhitu::exchange
