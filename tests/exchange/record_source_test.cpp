#include "exchange/record_source.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "exchange/python_list.h"

namespace zhitu::exchange {
namespace {

using Cells = std::vector<std::string>;

std::unique_ptr<RecordSource> json(std::string_view text) {
    return json_records(read_json_tree(text).value(), text.size());
}

std::vector<Cells> all(RecordSource& source) {
    std::vector<Cells> records;
    CsvRecord record;
    std::size_t done = 0;
    while (source.next(record)) {
        records.push_back(record.cells);
        EXPECT_GE(source.bytes_done(), done);
        done = source.bytes_done();
    }
    return records;
}

TEST(RecordSource, csv_comes_again_after_rewinding) {
    std::string const text = "a;b;c,d\n1;2;3,4\n";
    auto const source = csv_records(text, {});
    EXPECT_EQ(all(*source), (std::vector<Cells>{{"a", "b", "c,d"}, {"1", "2", "3,4"}}));
    EXPECT_EQ(source->bytes_done(), text.size());
    source->rewind();
    EXPECT_EQ(all(*source).size(), 2u);
    EXPECT_EQ(source->delimiter(), ';');
    auto const other = csv_records(text, ',');
    EXPECT_EQ(all(*other)[0], (Cells{"a;b;c", "d"}));
    EXPECT_EQ(other->delimiter(), ',');
}

TEST(RecordSource, objects_become_rows_under_all_their_keys) {
    auto const source = json(R"([{"title":"A","students":1222909},7,{"rating":4.6,"title":null,)"
                             R"("title":"B","is_new":true,"more":{"x":1}},{}])");
    EXPECT_EQ(all(*source),
              (std::vector<Cells>{{"title", "students", "rating", "is_new", "more"},
                                  {"A", "1222909", "", "", ""},
                                  {"", "", "", "", ""},
                                  {"B", "", "4.600000", "boolean", "object"},
                                  {"", "", "", "", ""}}));
    source->rewind();
    EXPECT_EQ(all(*source).size(), 5u);
    EXPECT_EQ(source->delimiter(), 0);
}

TEST(RecordSource, a_list_reads_like_one_of_python) {
    auto const records =
        all(*json(R"([{"skills":["it's","a\\b","\"q\"",3,"数据\n"]},{"skills":[]}])"));
    EXPECT_EQ(parse_python_list(records[1][0]), (Cells{"it's", "a\\b", "\"q\"", "3", "数据\n"}));
    EXPECT_EQ(parse_python_list(records[2][0]), Cells{});
}

TEST(RecordSource, numbers_that_can_be_read_have_no_exponent) {
    auto const records = all(*json(R"([{"a":9007199254740991,"b":-0.0000001,"c":1e20}])"));
    EXPECT_EQ(records[1], (Cells{"9007199254740991", "-0.000000", "1e+20"}));
}

TEST(RecordSource, columns_and_cells_have_a_maximum) {
    std::string text = "[{";
    for (std::size_t i = 0; i <= limits::columns_max; ++i) {
        text.append(i == 0 ? "" : ",").append("\"k").append(std::to_string(i)).append("\":1");
    }
    text += "},{\"k0\":\"" + std::string(limits::cell_bytes_max - 1, 'x') + "数\"}]";
    auto const source = json(text);
    CsvRecord record;
    ASSERT_TRUE(source->next(record) && source->next(record));
    EXPECT_EQ(record.cells.size(), limits::columns_max);
    ASSERT_TRUE(source->next(record));
    EXPECT_EQ(record.fault, CsvFault::cell_too_large);
    EXPECT_EQ(record.cells[0].size(), limits::cell_bytes_max - 1);
}

}  // namespace
}  // namespace zhitu::exchange
