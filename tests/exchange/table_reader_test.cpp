#include "exchange/table_reader.h"

#include <gtest/gtest.h>

#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

constexpr Column columns[] = {{"login", "登录名", true}, {"name", "姓名", true}, {"team", "", false}};

// Notes the cells of the rows it gets.
class Notes final : public RowTaker {
public:
    explicit Notes(std::vector<std::string>& out) : out_(out) {}
    void take(TableRow const& row, RowReport& report) override {
        out_.push_back(std::to_string(report.row) + ":" + std::string(row.cell(0)) + "|" +
                       std::string(row.cell(1)) + "|" + std::string(row.cell(2)));
    }

private:
    std::vector<std::string>& out_;
};

struct Taken {
    std::vector<std::string> rows;
    ImportTable table;
};

Taken take(std::string_view text, std::uint64_t rows_a_step = 1, bool is_repaired = false) {
    Taken taken;
    taken.table.readings.push_back({.name = "f"});
    auto source = csv_records(text, {});
    CsvRecord header;
    source->next(header);
    auto map = map_header(header.cells, columns, {});
    auto const reader = read_table("f", std::move(source),
                                   {columns, header.cells, map.places, is_repaired},
                                   std::make_unique<Notes>(taken.rows));
    std::size_t done = 0;
    while (reader->step(taken.table, rows_a_step)) {
        EXPECT_GE(reader->bytes_done(), done);
        done = reader->bytes_done();
    }
    return taken;
}

using Rows = std::vector<std::string>;

TEST(TableReader, columns_may_stand_in_any_order_and_either_language) {
    EXPECT_EQ(take("name,login\nA,a\n").rows, Rows{"2:a|A|"});
    EXPECT_EQ(take(" Team ;NAME;x;Login\nt;A;?;a\n").rows, Rows{"2:a|A|t"});
    EXPECT_EQ(take("登录名,姓名\na, 甲 \n").rows, Rows{"2:a|甲|"});
}

TEST(TableReader, a_bad_record_is_refused_with_its_number_and_the_rest_comes_in) {
    std::string const large(limits::cell_bytes_max + 1, 'x');
    std::string const text = "login,name\na,A\n\"b\"x,B\nc,C,more\nd,D,,\ne\n" + large +
                             ",F\n\"g,G\nh,H\n";
    auto const taken = take(text);
    EXPECT_EQ(taken.rows, (Rows{"2:a|A|", "5:d|D|", "6:e||", "9:h|H|"}));
    auto const& refusals = taken.table.refusals;
    ASSERT_EQ(refusals.size(), 4u);
    EXPECT_EQ(refusals[0].why, (Error{ErrorCode::bad_row, {"stray_quote"}}));
    EXPECT_EQ(refusals[0].row, 3u);
    EXPECT_EQ(refusals[1].why, (Error{ErrorCode::bad_row, {"more_cells_than_columns"}}));
    EXPECT_EQ(refusals[2].why, (Error{ErrorCode::too_long, {"login", "65536"}}));
    EXPECT_EQ(count_code_points(refusals[2].value), shown_value_max);
    EXPECT_EQ(refusals[3].why, (Error{ErrorCode::bad_row, {"unclosed_quote"}}));
    EXPECT_EQ(refusals[3].row, 8u);
    EXPECT_EQ(taken.table.rows_read.at("f"), 8u);
}

TEST(TableReader, beyond_the_limit_of_rows_the_file_is_cut_and_says_so) {
    std::string text = "login,name\n";
    for (std::size_t i = 0; i < limits::file_rows_max + 5; ++i) text += "a,b\n";
    auto const taken = take(text, 50'000);
    EXPECT_EQ(taken.rows.size(), limits::file_rows_max);
    ASSERT_EQ(taken.table.refusals.size(), 1u);
    EXPECT_EQ(taken.table.refusals[0].row, limits::file_rows_max + 2);
    EXPECT_EQ(taken.table.refusals[0].why.code, ErrorCode::out_of_range);
}

TEST(TableReader, double_decoded_cells_of_known_columns_are_counted_and_put_right_on_demand) {
    std::string const text = "login,name,x\na,KÃ¶ln,Ã¶\nb,Ã–l,\nc,plain,\n";
    auto const as_is = take(text);
    EXPECT_EQ(as_is.rows, (Rows{"2:a|KÃ¶ln|", "3:b|Ã–l|", "4:c|plain|"}));
    auto const& found = as_is.table.readings[0].repairables;
    EXPECT_EQ(found, (std::vector<Repairable>{{"name", 2, "KÃ¶ln", "Köln"}}));
    auto const repaired = take(text, 1, true);
    EXPECT_EQ(repaired.rows, (Rows{"2:a|Köln|", "3:b|Öl|", "4:c|plain|"}));
    EXPECT_EQ(repaired.table.readings[0].repairables, found);
}

TEST(TableReader, refused_rows_keep_their_cells) {
    auto const taken = take("login,name\na,A\nc,\"C;\",more\n");
    ASSERT_EQ(taken.table.refused_rows.size(), 1u);
    EXPECT_EQ(taken.table.refused_rows[0].origin,
              (RowOrigin{0, 3, {"c", "C;", "more"}}));
    EXPECT_EQ(taken.table.readings[0].rows_count, 2u);
}

}  // namespace
}  // namespace zhitu::exchange
