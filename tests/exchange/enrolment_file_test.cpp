#include "exchange/enrolment_file.h"

#include <gtest/gtest.h>

#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

using testing::has;
using testing::lines_of;
using testing::parse;

TEST(EnrolmentFile, rows_name_person_course_status_and_date) {
    auto const table = parse("login,course,status,date\n"
                             "a,https://x/1,Completed,2026-03-01\n"
                             "b,数据入门,,\n"
                             "b,数据入门,退课,2026/4/9\n");
    EXPECT_EQ(lines_of(table.refusals) + lines_of(table.warnings), "");
    ASSERT_EQ(table.enrolments.size(), 3u);
    EnrolmentRow const& first = table.enrolments[0];
    EXPECT_EQ(first.login, "a");
    EXPECT_EQ(first.course, "https://x/1");
    EXPECT_EQ(first.status, EnrolmentStatus::finished);
    EXPECT_EQ(first.date, "2026-03-01");
    EXPECT_EQ(first.origin, (RowOrigin{0, 2, {"a", "https://x/1", "Completed", "2026-03-01"}}));
    EXPECT_EQ(table.enrolments[1].status, EnrolmentStatus::enrolled);
    EXPECT_EQ(table.enrolments[1].date, "");
    EXPECT_EQ(table.enrolments[2].status, EnrolmentStatus::withdrawn);
    EXPECT_EQ(table.enrolments[2].date, "2026-04-09");
}

TEST(EnrolmentFile, chinese_headers_and_words_are_taken) {
    auto const table = parse("登录名；课程；状态；日期\na；甲；已完成；2026年3月1日\nb；甲；学习中；\n");
    EXPECT_EQ(lines_of(table.refusals) + lines_of(table.warnings), "");
    ASSERT_EQ(table.enrolments.size(), 2u);
    EXPECT_EQ(table.enrolments[0].status, EnrolmentStatus::finished);
    EXPECT_EQ(table.enrolments[0].date, "2026-03-01");
    EXPECT_EQ(table.enrolments[1].status, EnrolmentStatus::enrolled);
}

TEST(EnrolmentFile, a_row_that_would_have_to_be_guessed_is_refused) {
    auto const table = parse("login,course,status,date\n,c,,\na,,,\na,c,maybe,\n"
                             "a,c,enrolled|done,\n" +
                             std::string(65, 'x') + ",c,,\na,c,,\n");
    EXPECT_EQ(table.enrolments.size(), 1u);
    EXPECT_TRUE(has(table.refusals, 2, ErrorCode::empty_field));
    EXPECT_TRUE(has(table.refusals, 3, ErrorCode::empty_field));
    EXPECT_TRUE(has(table.refusals, 4, ErrorCode::bad_value));
    EXPECT_TRUE(has(table.refusals, 5, ErrorCode::bad_value));
    EXPECT_TRUE(has(table.refusals, 6, ErrorCode::too_long));
    EXPECT_EQ(table.refused_rows.size(), 5u);
}

TEST(EnrolmentFile, every_reason_of_a_row_is_told) {
    auto const table = parse("login,course,status,date\n,,maybe,\n");
    EXPECT_EQ(testing::lines_of(table.refusals),
              "2 login [] 2\n2 course [] 2\n2 status [maybe] 4\n");
    EXPECT_EQ(table.refused_rows.size(), 1u);
}

TEST(EnrolmentFile, the_same_again_is_merged_and_a_bad_date_is_left_empty) {
    auto const table = parse("login,course,status,date\na,c,,03/04/2026\nA,C,active,\na,c,done,\n");
    EXPECT_EQ(table.enrolments.size(), 2u);
    EXPECT_EQ(table.enrolments[0].date, "");
    EXPECT_TRUE(has(table.warnings, 2, ErrorCode::bad_value));
    EXPECT_TRUE(has(table.warnings, 3, ErrorCode::already_exists));
    EXPECT_EQ(table.warnings.size(), 2u);
}

}  // namespace
}  // namespace zhitu::exchange
