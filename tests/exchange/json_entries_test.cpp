#include "exchange/json_entries.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

class Notes final : public EntryTaker {
public:
    explicit Notes(std::vector<std::string>& out) : out_(out) {}
    void take(std::string_view name, JsonTree const& value, RowReport& report) override {
        out_.push_back(std::to_string(report.row) + ":" + std::string(name) + "=" + shown(value));
    }

private:
    std::vector<std::string>& out_;
};

TEST(JsonEntries, members_are_taken_one_by_one_and_counted) {
    std::vector<std::string> notes;
    ImportTable table{.readings = {FileReading{}}};
    auto const reader =
        read_json_entries("f", read_json_tree(R"({" a ":1,"":2,"b":3})").value(), 300,
                          std::make_unique<Notes>(notes));
    EXPECT_EQ(reader->bytes_done(), 0u);
    EXPECT_TRUE(reader->step(table, 1));
    EXPECT_EQ(reader->bytes_done(), 100u);
    EXPECT_TRUE(reader->step(table, 1));
    EXPECT_FALSE(reader->step(table, 1));
    EXPECT_EQ(reader->bytes_done(), 300u);
    EXPECT_EQ(notes, (std::vector<std::string>{"1:a=1", "3:b=3"}));
    EXPECT_EQ(table.rows_read.at("f"), 3u);
    ASSERT_EQ(table.refusals.size(), 1u);
    EXPECT_EQ(table.refusals[0].row, 2u);
    EXPECT_EQ(table.refusals[0].why.code, ErrorCode::empty_field);
}

TEST(JsonEntries, a_name_beyond_the_limit_is_refused) {
    std::vector<std::string> notes;
    ImportTable table{.readings = {FileReading{}}};
    std::string const name(limits::name_max + 1, 'x');
    auto const reader = read_json_entries("f", read_json_tree("{\"" + name + "\":1}").value(), 9,
                                          std::make_unique<Notes>(notes));
    EXPECT_FALSE(reader->step(table, 10));
    EXPECT_TRUE(notes.empty());
    EXPECT_EQ(table.refusals.at(0).why.code, ErrorCode::too_long);
}

TEST(JsonEntries, shares_lie_between_0_and_1) {
    auto const share = [](char const* json) {
        JsonTree const tree = read_json_tree(json).value();
        return share_millionths(&tree);
    };
    EXPECT_EQ(share("0"), 0);
    EXPECT_EQ(share("1"), 1'000'000);
    EXPECT_EQ(share("0.83"), 830'000);
    EXPECT_EQ(share("5e-1"), 500'000);
    char const* const others[] = {"-0.01", "1.01", "1e300", "\"1\"", "null", "[0.5]", "true"};
    for (char const* json : others) EXPECT_FALSE(share(json)) << json;
    EXPECT_GT(std::size(others), 0u);
    EXPECT_FALSE(share_millionths(nullptr));
}

TEST(JsonEntries, texts_are_trimmed_and_everything_else_is_empty) {
    JsonTree const tree = read_json_tree(R"([" a ",1])").value();
    EXPECT_EQ(text_of(&tree.items[0]), "a");
    EXPECT_EQ(text_of(&tree.items[1]), "");
    EXPECT_EQ(text_of(nullptr), "");
}

}  // namespace
}  // namespace zhitu::exchange
