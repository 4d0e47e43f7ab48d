#include "app/demo.h"

#include <cstdio>

#include <gtest/gtest.h>

#include "app/company.h"
#include "app/source_case.h"

namespace zhitu::app {
namespace {

std::string read_file(std::string const& path) {
    std::string bytes;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return bytes;
    char buffer[4096];
    for (std::size_t size = 0; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
        bytes.append(buffer, size);
    }
    std::fclose(file);
    return bytes;
}

// As tools/demo_bundle.mjs puts the parts together.
std::string demo_json() {
    std::string const folder = ZHITU_SOURCE_DIR "/assets/demo/";
    std::string json = "{\"company\":" + read_file(folder + "company.json") + ",\"courses\":[";
    for (int number = 1; number <= 12; ++number) {
        if (number > 1) json += ",";
        json += read_file(folder + "courses/c" + std::to_string(number) + ".json");
    }
    return json + "]}";
}

TEST(demo, the_demo_company_is_whole) {
    test::Company company;
    auto const loaded = load_demo(company.store, demo_json());
    ASSERT_TRUE(loaded) << loaded.error().arguments.front();
    State const& state = company.store.state();
    EXPECT_EQ(state.people.people.size(), 50u);
    EXPECT_EQ(state.catalog.courses.size(), 12u);
    EXPECT_EQ(state.catalog.units.size(), 36u);
    EXPECT_EQ(state.learning.recommendations.size(), 11u);
    EXPECT_TRUE(state.people.company.is_demo);
    for (auto const& [id, units] : state.catalog.units_of) EXPECT_EQ(units.size(), 3u);
}

TEST(demo, every_unit_is_written_in_both_languages) {
    test::Company company;
    ASSERT_TRUE(load_demo(company.store, demo_json()));
    int units_count = 0;
    for (auto const& [id, unit] : company.store.state().catalog.units) {
        EXPECT_GE(std::count(unit.body.en.begin(), unit.body.en.end(), ' '), 120);
        EXPECT_GE(count_code_points(unit.body.zh), 220u);
        ++units_count;
    }
    EXPECT_EQ(units_count, 36);
}

TEST(demo, the_demo_is_the_same_company_on_every_device) {
    test::Company first;
    test::Company second;
    second.add_skill("something else first, so that ids and times differ");
    ASSERT_TRUE(load_demo(first.store, demo_json()));
    ASSERT_TRUE(load_demo(second.store, demo_json()));
    auto const& people = first.store.state().people.people;
    EXPECT_EQ(people, second.store.state().people.people);
    EXPECT_EQ(first.store.state().catalog.courses, second.store.state().catalog.courses);
}

TEST(demo, the_source_case_has_its_six_people) {
    test::Company company;
    ASSERT_TRUE(load_demo(company.store, demo_json()));
    auto const found = source_case(company.store.state(), {});
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->people.size(), 6u);
    EXPECT_NEAR(found->loss_as_printed, 0.500297, 1e-6);
    EXPECT_NEAR(found->loss_corrected, 0.499703, 1e-6);
}

TEST(demo, broken_content_changes_nothing) {
    std::string const good = demo_json();
    int refused_count = 0;
    for (char const* word :
         {"\"login\"", "\"needs\"", "\"teaches\"", "\"evaluations\"", "\"li.si\""}) {
        test::Company company;
        std::string bad = good;
        std::size_t const at = bad.find(word);
        ASSERT_NE(at, std::string::npos) << word;
        bad[at + 1] = 'x';
        EXPECT_FALSE(load_demo(company.store, bad)) << word;
        EXPECT_TRUE(company.store.state().is_empty());
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

}  // namespace
}  // namespace zhitu::app
