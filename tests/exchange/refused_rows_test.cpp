#include "exchange/refused_rows.h"

#include <gtest/gtest.h>

#include "exchange/csv.h"
#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

using testing::parse;

std::string code(ErrorCode code) { return std::to_string(static_cast<int>(code)); }
std::string code_of(Refusal const& refusal) { return code(refusal.why.code); }

RefusedWords const words{.sentence = code_of};

std::string csv_of(ImportTable const& table) {
    return refused_rows_csv(refused_files(table), words);
}

constexpr char const* dirty =
    "login;name;note\n"
    "a;Ann;\n"
    ";\"No; \"\"login\"\"\";=HYPERLINK(\"http://e\")\n"
    "c;;x;one;too many\n";

TEST(RefusedRows, they_leave_with_their_cells_their_place_and_the_reason) {
    EXPECT_EQ(csv_of(parse(dirty)),
              "\xEF\xBB\xBFlogin,name,note,row,column,reason\r\n"
              ",\"No; \"\"login\"\"\",\"'=HYPERLINK(\"\"http://e\"\")\",3,login,2\r\n"
              "c,,x,4,," + code(ErrorCode::bad_row) + ",one,too many\r\n");
}

TEST(RefusedRows, a_row_with_two_reasons_leaves_once_with_both) {
    auto const table = parse("login,name,note\n,,x\n");
    EXPECT_EQ(table.refusals.size(), 2u);
    EXPECT_EQ(csv_of(table), "\xEF\xBB\xBFlogin,name,note,row,column,reason\r\n"
                             ",,x,2,login | name,2 | 2\r\n");
    auto const files = refused_files(table);
    EXPECT_EQ(refused_files_from_bytes(to_bytes(files)).value(), files);
}

TEST(RefusedRows, what_spreadsheets_would_run_is_text) {
    char const* const cells[] = {"=1", "+1", "-1", "@SUM(1)", "\tx", "\rx", "\nx"};
    for (char const* cell : cells) {
        RefusedRow const row{{0, 2, {cell}}, {{"a", {ErrorCode::bad_row, {}}}}};
        RefusedFile const file{"f", {"a"}, {row}};
        std::string const csv = refused_rows_csv({file}, words);
        EXPECT_NE(csv.find("'" + std::string(cell)), std::string::npos) << cell;
        CsvReader reader(csv);
        CsvRecord record;
        ASSERT_TRUE(reader.next(record) && reader.next(record));
        EXPECT_EQ(record.cells.front(), "'" + std::string(cell));
    }
    EXPECT_GT(std::size(cells), 0u);
}

TEST(RefusedRows, a_mended_table_comes_back_in) {
    auto const table = parse(dirty);
    std::string csv = csv_of(table);
    csv.replace(csv.find("\r\n,") + 2, 1, "b,");
    auto const again = parse(csv);
    ASSERT_EQ(again.people.size(), 1u);
    EXPECT_EQ(again.people[0].person.login, "b");
}

TEST(RefusedRows, several_files_share_their_columns) {
    auto const table = parse_files({{"1", "login,name\n,A\n"},
                                    {"2", "login,name\nb,B\n"},
                                    {"3", "name,login,team,team2,x,x\n,c,t,u,v,w\n"}});
    EXPECT_EQ(csv_of(table), "\xEF\xBB\xBFlogin,name,team,team2,x,x,row,column,reason\r\n"
                             ",A,,,,,2,login,2\r\n"
                             "c,,t,u,v,w,2,name,2\r\n");
    EXPECT_EQ(refused_files(table).size(), 2u);
}

TEST(RefusedRows, they_cross_as_bytes) {
    auto const files = refused_files(parse_files({{"1", dirty}, {"2", "x"}, {"3", dirty}}));
    EXPECT_EQ(files.size(), 3u);
    std::string const bytes = to_bytes(files);
    auto const back = refused_files_from_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value(), files);
    EXPECT_EQ(refused_files_from_bytes(to_bytes(std::vector<RefusedFile>{})).value().size(), 0u);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(refused_files_from_bytes(bytes.substr(0, size))) << size;
    }
    EXPECT_FALSE(refused_files_from_bytes(bytes + "x"));
    EXPECT_FALSE(refused_files_from_bytes(std::string(64, '\xFF')));
}

}  // namespace
}  // namespace zhitu::exchange
