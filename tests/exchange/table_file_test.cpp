#include "exchange/table_file.h"

#include <gtest/gtest.h>

#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

using testing::parse;

FileReading reading_of(std::string const& text, FilePlan plan = {}) {
    return parse_files({{"file", text}}, {std::move(plan)}).readings.at(0);
}

std::string fields_of(FileReading const& reading) {
    std::string fields;
    for (ColumnReading const& column : reading.columns) {
        fields += column.name + "=" + column.field + " ";
    }
    return fields;
}

TEST(TableFile, a_reading_says_how_the_file_was_read) {
    std::string const text =
        "\xEF\xBB\xBFlogin;Name ;extra\na;Ann;1\nb;;2\nc;Cem;\nd;Dan;4\ne;Eve;5\n";
    auto const reading = reading_of(text);
    EXPECT_EQ(reading.name, "file");
    EXPECT_EQ(reading.size_bytes, text.size());
    EXPECT_EQ(reading.encoding, Encoding::utf8);
    EXPECT_TRUE(reading.has_byte_order_mark);
    EXPECT_EQ(reading.delimiter, ';');
    EXPECT_EQ(reading.kind, FileKind::people);
    EXPECT_EQ(reading.rows_count, 5u);
    EXPECT_EQ(fields_of(reading), "login=login Name=name extra= ");
    EXPECT_EQ(reading.columns[1].samples, (std::vector<std::string>{"Ann", "Cem", "Dan"}));
    EXPECT_EQ(reading.plan.columns.at("name"), "Name");
    EXPECT_EQ(reading.plan.columns.at("team"), "");
    EXPECT_EQ(reading.plan.columns.size(), plan_fields(FileKind::people).size());
}

TEST(TableFile, a_plan_as_carried_out_gives_the_same_again) {
    char const* const texts[] = {"login;name\na;Ann\n",
                                 "url,title,price,source\nhttps://x,T,1,Stepik\n",
                                 "[{\"title\":\"T\",\"url\":\"https://x\"}]", "x,y\n1,2\n",
                                 "login,login,name\n1,2,3\n"};
    for (char const* text : texts) {
        auto const first = parse(text);
        auto const again = parse_files({{"file", text}}, {first.readings[0].plan});
        EXPECT_EQ(again, first) << text;
    }
    EXPECT_GT(std::size(texts), 0u);
}

TEST(TableFile, a_renamed_header_can_be_mapped) {
    std::string const text = "user name,full name,unit\nann,Ann,one\n";
    auto const unknown = reading_of(text);
    EXPECT_EQ(unknown.kind, FileKind::unknown);
    EXPECT_EQ(fields_of(unknown), "user name= full name= unit= ");
    EXPECT_EQ(unknown.columns[1].samples, std::vector<std::string>{"Ann"});
    FilePlan plan;
    plan.kind = FileKind::people;
    auto const guessed = parse_files({{"file", text}}, {plan});
    ASSERT_EQ(guessed.refusals.size(), 1u);
    EXPECT_EQ(guessed.refusals[0].why, (Error{ErrorCode::bad_header, {"file", "login, name"}}));
    plan.columns = {{"login", "User Name"}, {"name", "full name"}, {"team", "unit"}};
    auto const table = parse_files({{"file", text}}, {plan});
    ASSERT_EQ(table.people.size(), 1u);
    EXPECT_EQ(table.people[0].person.login, "ann");
    EXPECT_EQ(table.people[0].team.en, "one");
    EXPECT_EQ(fields_of(table.readings[0]), "user name=login full name=name unit=team ");
}

TEST(TableFile, missing_and_doubled_columns_are_told_at_once_with_the_header_kept) {
    auto const table = parse("login,登录名,email,Email,team\na,b,c,d,e\n");
    ASSERT_EQ(table.refusals.size(), 1u);
    EXPECT_EQ(table.refusals[0].row, 1u);
    EXPECT_EQ(table.refusals[0].why,
              (Error{ErrorCode::bad_header, {"file", "login ×2, name, email ×2"}}));
    EXPECT_EQ(table.refused_rows[0].origin.cells.size(), 5u);
    EXPECT_EQ(table.readings[0].columns[0].samples, std::vector<std::string>{"a"});
}

TEST(TableFile, the_delimiter_and_the_kind_can_be_chosen) {
    std::string const text = "login;a,name;b\nx;1,y;2\n";
    EXPECT_EQ(reading_of(text).delimiter, ';');
    FilePlan plan;
    plan.delimiter = ',';
    plan.kind = FileKind::enrolments;
    auto const reading = reading_of(text, plan);
    EXPECT_EQ(reading.delimiter, ',');
    EXPECT_EQ(reading.kind, FileKind::enrolments);
    EXPECT_EQ(fields_of(reading), "login;a= name;b= ");
}

TEST(TableFile, the_signature_is_of_the_header_whatever_the_plan) {
    FilePlan plan;
    plan.delimiter = '\t';
    plan.kind = FileKind::courses;
    std::string const signature = reading_of("login,name\na,A\n").signature;
    EXPECT_EQ(reading_of("login,name\nb,B\nc,C\n").signature, signature);
    EXPECT_EQ(reading_of("login,name\na,A\n", plan).signature, signature);
    EXPECT_NE(reading_of("login,name,x\n").signature, signature);
    std::string const json = reading_of("[{\"title\":\"T\",\n\"url\":\"https://x\"}]").signature;
    EXPECT_EQ(reading_of("[{\"title\":\"U\",\"url\":\"\"}]").signature, json);
    EXPECT_NE(reading_of("[{\"title\":\"U\"}]").signature, json);
}

TEST(TableFile, a_header_has_a_maximum_of_columns) {
    std::string text = "login,name";
    for (std::size_t i = 0; i < limits::columns_max; ++i) text += ",x";
    auto const table = parse(text + "\na,A\n");
    ASSERT_EQ(table.refusals.size(), 1u);
    EXPECT_EQ(table.refusals[0].why, (Error{ErrorCode::out_of_range, {"columns", "1", "256"}}));
    EXPECT_EQ(table.readings[0].columns.size(), limits::columns_max);
}

}  // namespace
}  // namespace zhitu::exchange
