// The files of a real course catalog and our roster, proposed and applied (support/real_data.h).

#include <gtest/gtest.h>

#include "app/company.h"
#include "exchange/tables.h"
#include "support/imports.h"
#include "support/real_data.h"
#include "support/source_dir.h"

namespace zhitu::app {
namespace {

using exchange::testing::bytes_of_file;

NamedBytes real(char const* name) {
    std::string const path = std::string("kizak_courses/") + name;
    return {name, bytes_of_file(zhitu::testing::real_data_path(path))};
}

std::vector<NamedBytes> all_files() {
    return {real("courses_final.csv"), real("job_skill.json"), real("skill_mapping.json"),
            {"roster.csv", bytes_of_file(ZHITU_SOURCE_DIR "/tests/files/roster.csv")}};
}

ThingCounts counts(ImportProposal const& proposal, Thing thing) {
    return proposal.counts[static_cast<std::size_t>(thing)];
}

void check_counts() {
    test::Company company;
    ImportProposal const first = test::propose(company.store, all_files());
    EXPECT_EQ(counts(first, Thing::course), (ThingCounts{697, 0, 0}));
    EXPECT_EQ(counts(first, Thing::role), (ThingCounts{60, 0, 0}));
    EXPECT_EQ(counts(first, Thing::person), (ThingCounts{50, 0, 0}));
    EXPECT_EQ(first.refusals_count, 16u);
    std::size_t merged_count = 0;
    for (exchange::Refusal const& warning : first.warnings) {
        merged_count += warning.column == "url" && warning.why.code == ErrorCode::already_exists;
    }
    EXPECT_EQ(merged_count, 36u);
    EXPECT_LE(first.added.size(), limits::rows_shown_max);
}

void check_repeat() {
    test::Company company;
    ImportProposal const first = test::propose(company.store, all_files());
    ASSERT_TRUE(company.store.apply_batch(first.parts));
    EXPECT_EQ(company.store.state().catalog.courses.size(), 697u);
    company.env.advance_ms(3LL * 86'400'000);
    ImportProposal const again = test::propose(company.store, all_files());
    EXPECT_EQ(again.ops_count, 0u);
    EXPECT_TRUE(again.changed.empty());
    EXPECT_EQ(counts(again, Thing::course), (ThingCounts{0, 0, 697}));
    EXPECT_EQ(counts(again, Thing::person), (ThingCounts{0, 0, 50}));
    EXPECT_EQ(counts(again, Thing::statement).same, counts(first, Thing::statement).added);
}

void check_every_part_is_a_change() {
    test::Company company;
    for (std::string const& part : test::propose(company.store, all_files()).parts) {
        EXPECT_LE(part.size(), limits::change_bytes_max);
        auto const ops = read_canonical(part);
        ASSERT_TRUE(ops);
        EXPECT_LE(ops.value().as_array()->size(), limits::change_ops_max);
    }
}

constexpr zhitu::testing::RealDataCase cases[] = {
    {"an_import_of_everything_counts_as_the_design_says", check_counts},
    {"the_same_import_again_has_no_changes", check_repeat},
    {"every_part_of_an_import_is_one_change", check_every_part_is_a_change},
};

bool const is_registered =
    zhitu::testing::register_real_data("kizak_courses/courses_final.csv", cases);

}  // namespace
}  // namespace zhitu::app
