#include "app/demo.h"

#include <algorithm>
#include <cstdio>

#include <gtest/gtest.h>

#include "app/advice.h"
#include "app/company.h"
#include "app/source_case.h"
#include "support/source_dir.h"

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

CourseId course_titled(State const& state, char const* title) {
    for (auto const& [id, course] : state.catalog.courses) {
        if (course.title.zh == title) return id;
    }
    return {};
}

// Employee 5 of the sources, who does not know distributed architecture.
TEST(demo, who_knows_no_distributed_architecture_begins_at_the_beginning) {
    test::Company company;
    ASSERT_TRUE(load_demo(company.store, demo_json()));
    State const& state = company.store.state();
    auto const five = people::find_by_login(state.people, "xu.jiayi");
    ASSERT_TRUE(five);
    std::vector<CourseId> order;
    for (Advice const& each : advise(state, *five, 50).items) order.push_back(each.course);
    auto const first = std::find(order.begin(), order.end(), course_titled(state, "分布式架构入门"));
    auto const then = std::find(order.begin(), order.end(), course_titled(state, "微服务架构进阶"));
    ASSERT_NE(first, order.end());
    ASSERT_NE(then, order.end());
    EXPECT_LT(first, then);
}

TEST(demo, the_metrics_of_the_source_case_are_those_of_the_oracle) {
    test::Company company;
    ASSERT_TRUE(load_demo(company.store, demo_json()));
    auto const found = source_case(company.store.state(), {});
    ASSERT_TRUE(found.has_value());
    struct {
        Relevance relevance;
        double precision, recall, f1;
    } const oracle[] = {{Relevance::taken, 0.363636, 0.666667, 0.470588},
                        {Relevance::graded_good, 0.272727, 0.75, 0.40}};
    for (auto const& each : oracle) {
        CaseRow const& row = found->rows[static_cast<std::size_t>(each.relevance)];
        ASSERT_EQ(row.relevance, each.relevance);
        EXPECT_NEAR(row.metrics.precision.value(), each.precision, 5e-7);
        EXPECT_NEAR(row.metrics.recall.value(), each.recall, 5e-7);
        EXPECT_NEAR(row.metrics.f1.value(), each.f1, 5e-7);
    }
    EXPECT_GT(std::size(oracle), 0u);
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
