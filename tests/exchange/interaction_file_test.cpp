#include "exchange/interaction_file.h"

#include <gtest/gtest.h>

#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

using testing::has;
using testing::lines_of;
using testing::parse;

TEST(InteractionFile, rows_name_user_item_and_a_time_where_there_is_one) {
    auto const table = parse("user_id\titem_id\trating\ttimestamp\n196\t242\t3\t881250949\n"
                             "196\t302\t3\t\n196\t242\t3\t881250950000\n");
    EXPECT_EQ(lines_of(table.refusals), "");
    ASSERT_EQ(table.interactions.size(), 2u);
    EXPECT_EQ(table.interactions[0].user, "196");
    EXPECT_EQ(table.interactions[0].item, "242");
    EXPECT_EQ(table.interactions[0].date, "1997-12-04");
    EXPECT_EQ(table.interactions[1].date, "");
    EXPECT_TRUE(has(table.warnings, 4, ErrorCode::already_exists));  // a second later
    EXPECT_EQ(parse("user,item\na,b\n").interactions.size(), 1u);
    EXPECT_EQ(parse("用户,课程\na,b\n").interactions.size(), 1u);
}

TEST(InteractionFile, a_row_without_user_or_item_is_refused) {
    auto const table = parse("user,item,time\n,b,\na,,\na,b,yesterday\n");
    EXPECT_EQ(table.interactions.size(), 1u);
    EXPECT_EQ(table.refusals.size(), 2u);
    EXPECT_TRUE(has(table.warnings, 4, ErrorCode::bad_value));
}

}  // namespace
}  // namespace zhitu::exchange
