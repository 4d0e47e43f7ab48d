#include "exchange/csv.h"

#include <gtest/gtest.h>

#include "base/env.h"
#include "base/limits.h"

namespace zhitu::exchange {
namespace {

struct Read {
    std::vector<CsvRecord> records;
    char delimiter = '?';
};

Read read_all(std::string_view text) {
    Read read;
    CsvReader reader(text);
    read.delimiter = reader.delimiter();
    CsvRecord record;
    while (reader.next(record)) read.records.push_back(record);
    EXPECT_EQ(reader.offset(), text.size());
    return read;
}

// Cells joined by '|', records by '/', a fault as '!'.
std::string shape_of(std::string_view text) {
    std::string shape;
    for (CsvRecord const& record : read_all(text).records) {
        if (!shape.empty()) shape += '/';
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            shape += (i == 0 ? "" : "|") + record.cells[i];
        }
        if (record.fault != CsvFault::none) shape += '!';
    }
    return shape;
}

struct Case {
    char const* text;
    char const* shape;
};

TEST(Csv, records_and_cells_as_rfc_4180_says) {
    Case const cases[] = {
        {"", ""},
        {"a", "a"},
        {"a,b\n1,2\n", "a|b/1|2"},
        {"a,b\r\n1,2\r\n", "a|b/1|2"},
        {"a,b\r1,2\r", "a|b/1|2"},
        {"a,b\n1,2", "a|b/1|2"},
        {"\xEF\xBB\xBF" "a,b\n", "a|b"},
        {"a,\n,b\n,\n", "a|/|b/|"},
        {"a,b,", "a|b|"},
        {"\"a\",\"b,c\"\n", "a|b,c"},
        {"\"a\"\"b\"", "a\"b"},
        {"\"\"\"\"", "\""},
        {"\"\",x", "|x"},
        {"\"one\ntwo\r\nthree\",x\ny,z", "one\ntwo\r\nthree|x/y|z"},
        {"a,5\" screen,c", "a|5\" screen|c"},
        {"a\n\n\r\nb\n", "a/b"},
        {"a;b\n1,5;2\n", "a|b/1,5|2"},
        {"a\tb\n1\t2\n", "a|b/1|2"},
        {"\"x,y,z\";b\n1;2\n", "x,y,z|b/1|2"},
    };
    for (Case const& each : cases) EXPECT_EQ(shape_of(each.text), each.shape) << each.text;
    EXPECT_GT(std::size(cases), 0u);
}

TEST(Csv, broken_quotes_are_reported_and_lose_no_later_row) {
    Case const cases[] = {
        {"a,b\n\"x,1\ny,2\nz,3\n", "a|b/\"x,1!/y|2/z|3"},
        {"a,b\n\"x,1\n\"y\",2\nz,3\n", "a|b/\"x,1!/y|2/z|3"},
        {"a,b\n\"x\"y,1\nz,3\n", "a|b/xy|1!/z|3"},
        {"a,b\n\"", "a|b/\"!"},
        {"a,b\r\"x\rz,3\r", "a|b/\"x!/z|3"},
    };
    for (Case const& each : cases) EXPECT_EQ(shape_of(each.text), each.shape) << each.text;
    EXPECT_GT(std::size(cases), 0u);
}

TEST(Csv, rows_are_numbered_as_a_spreadsheet_does) {
    auto const read = read_all("h,i\n\"1\n1\",x\n\n3,y\n");
    ASSERT_EQ(read.records.size(), 3u);
    EXPECT_EQ(read.records[0].number, 1u);
    EXPECT_EQ(read.records[1].number, 2u);
    EXPECT_EQ(read.records[2].number, 4u);
}

TEST(Csv, the_delimiter_is_the_most_frequent_of_the_header) {
    EXPECT_EQ(read_all("a,b;c;d\n").delimiter, ';');
    EXPECT_EQ(read_all("a\n1;2;3\n").delimiter, ',');
    EXPECT_EQ(read_all("a\tb\tc,d\n").delimiter, '\t');
    EXPECT_EQ(read_all("a,b;c\n").delimiter, ',');
}

TEST(Csv, a_cell_at_the_limit_is_whole_and_one_beyond_is_cut) {
    std::string const most(limits::cell_bytes_max, 'x');
    for (char const* const quote : {"", "\""}) {
        auto const whole = read_all(quote + most + quote + ",b\n");
        EXPECT_EQ(whole.records[0].fault, CsvFault::none);
        EXPECT_EQ(whole.records[0].cells[0].size(), limits::cell_bytes_max);
        auto const cut = read_all(quote + most + "x" + quote + ",b\n");
        EXPECT_EQ(cut.records[0].fault, CsvFault::cell_too_large);
        EXPECT_EQ(cut.records[0].cells[0].size(), limits::cell_bytes_max);
        EXPECT_EQ(cut.records[0].cells[1], "b");
    }
}

TEST(Csv, quotes_that_never_close_cost_no_more_than_the_file) {
    std::string text = "a,b\n";
    for (int i = 0; i < 200'000; ++i) text += i % 3 == 0 ? "\"x\n" : "\"\"y\"\",\n";
    std::size_t const count = read_all(text).records.size();
    EXPECT_GT(count, 100'000u);
}

std::string any_cell(SimulatedEnv& chance) {
    std::string_view const letters[] = {"a", ",", ";", "\"", "\n", "\r\n", "\t", "中", " "};
    std::string cell;
    for (auto n = chance.below(6); n > 0; --n) cell += letters[chance.below(9)];
    return cell;
}

std::string in_quotes(std::string_view cell) {
    std::string text = "\"";
    for (char const c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + "\"";
}

// One line of up to five quoted cells; puts the cells into `cells`.
std::string any_line(SimulatedEnv& chance, std::vector<std::string>& cells) {
    std::string line;
    for (auto n = 2 + chance.below(4); n > 0; --n) {
        cells.push_back(any_cell(chance));
        if (!line.empty()) line += ',';
        line += in_quotes(cells.back());
    }
    return line;
}

TEST(Csv, what_is_written_by_the_rules_is_read_back) {
    SimulatedEnv chance(7);
    std::size_t rows_count = 0;
    for (int round = 0; round < 500; ++round) {
        std::vector<std::vector<std::string>> rows(1 + chance.below(4));
        std::string text = "h,h,h,h,h,h\n";
        for (auto& row : rows) {
            text += any_line(chance, row);
            text += round % 2 == 0 ? "\n" : "\r\n";
        }
        auto const read = read_all(text);
        ASSERT_EQ(read.records.size(), rows.size() + 1) << text;
        for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(read.records[i + 1].cells, rows[i]);
        rows_count += rows.size();
    }
    EXPECT_GT(rows_count, 500u);
}

}  // namespace
}  // namespace zhitu::exchange
