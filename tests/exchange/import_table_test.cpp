#include "exchange/import_table.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

Error const gone{ErrorCode::not_found, {"person", "ann"}};

TEST(ImportTable, a_refused_row_is_told_and_keeps_its_cells) {
    ImportTable table;
    refuse(table, {0, 7, {"ann", "done"}}, {"enrolments.csv", 7, "login", "ann", gone});
    ASSERT_EQ(table.refusals.size(), 1u);
    ASSERT_EQ(table.refused_rows.size(), 1u);
    EXPECT_EQ(table.refusals[0], (Refusal{"enrolments.csv", 7, "login", "ann", gone}));
    EXPECT_EQ(table.refused_rows[0], (RefusedRow{{0, 7, {"ann", "done"}}, {{"login", gone}}}));
}

TEST(ImportTable, refusals_and_their_rows_stay_side_by_side) {
    ImportTable table;
    for (std::uint64_t row = 2; row < 5; ++row) {
        refuse(table, {1, row, {}}, {"f", row, "c", "", gone});
    }
    ASSERT_EQ(table.refusals.size(), 3u);
    ASSERT_EQ(table.refused_rows.size(), 3u);
    for (std::size_t i = 0; i < table.refusals.size(); ++i) {
        EXPECT_EQ(table.refused_rows[i].origin.row, table.refusals[i].row);
    }
    EXPECT_EQ(count_rows(table.refusals, 2), 2u);
}

TEST(ImportTable, a_row_refused_twice_is_one_row_with_two_reasons) {
    ImportTable table;
    refuse(table, {0, 7, {"", ""}}, {"f", 7, "login", "", gone});
    refuse(table, {0, 7, {"", ""}}, {"f", 7, "name", "", gone});
    refuse(table, {1, 7, {}}, {"g", 7, "name", "", gone});  // of another file
    ASSERT_EQ(table.refused_rows.size(), 2u);
    ASSERT_EQ(table.refused_rows[0].reasons.size(), 2u);
    EXPECT_EQ(table.refused_rows[0].reasons[1], (RefusedRow::Reason{"name", gone}));
    EXPECT_EQ(table.refusals.size(), 3u);
    EXPECT_EQ(count_rows(table.refusals, 3), 2u);
    EXPECT_EQ(count_rows(table.refusals, 1), 1u);
}

TEST(ImportTable, whole_files_are_refused_one_by_one) {
    ImportTable table;
    refuse(table, {0, 0, {}}, {"f", 0, "", "", gone});
    refuse(table, {0, 0, {}}, {"f", 0, "", "", gone});
    EXPECT_EQ(table.refused_rows.size(), 2u);
    EXPECT_EQ(count_rows(table.refusals, 2), 2u);
}

TEST(ImportTable, what_only_holds_refusals_is_empty) {
    ImportTable table;
    refuse(table, {}, {});
    EXPECT_TRUE(table.is_empty());
    table.people.emplace_back();
    EXPECT_FALSE(table.is_empty());
}

}  // namespace
}  // namespace zhitu::exchange
