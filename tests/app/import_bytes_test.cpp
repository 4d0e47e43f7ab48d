#include "app/import_bytes.h"

#include <gtest/gtest.h>

#include "base/env.h"

namespace zhitu::app {
namespace {

ImportRequest request() {
    ImportRequest value;
    value.files = {{"数据.csv", "login,name\na,甲\n"}, {"empty", ""}};
    exchange::FilePlan plan;
    plan.encoding = exchange::Encoding::gb18030;
    plan.delimiter = ';';
    plan.kind = exchange::FileKind::people;
    plan.columns = {{"login", "Account"}, {"name", ""}};
    plan.currencies = {{"Stepik", "RUB"}};
    plan.is_repaired = true;
    value.plans = {plan, {}};
    value.journal = {{"p/main/j/00000001", std::string("\0\xFF", 2)}};
    value.state_version = 77;
    value.today = "2026-11-20";
    value.nonce = RawId{1, 2, 3};
    return value;
}

ImportProposal proposal() {
    ImportProposal value;
    value.state_version = 5;
    exchange::FileReading reading;
    reading.name = "a.csv";
    reading.size_bytes = 10;
    reading.signature = "s";
    reading.encoding = exchange::Encoding::utf16_big;
    reading.has_byte_order_mark = true;
    reading.delimiter = '\t';
    reading.kind = exchange::FileKind::courses;
    reading.rows_count = 3;
    reading.columns = {{"Titel", "title", {"a", "b"}}, {"x", "", {}}};
    reading.sources = {{"Stepik", 3, 2, "RUB"}};
    reading.repairables = {{"title", 14, "Ð", "П"}};
    reading.assumptions = {{exchange::Assumption::one_unit, 3}};
    reading.plan = request().plans[0];
    value.files = {reading};
    value.counts[2] = {1, 2, 3};
    value.added = {{Thing::role, {"分析师", "analyst"}, {}}};
    value.changed = {{Thing::course, {"", "Go"}, {{"level", "1", "3"}}}};
    value.same = {{Thing::interaction, {}, {}}};
    value.refusals = {{"a.csv", 4, "title", "x", {ErrorCode::empty_field, {"title"}}}};
    value.warnings = {{"a.csv", 5, "level", "9", {ErrorCode::bad_value, {"level", "9", "1..3"}}}};
    value.refusals_count = 300;
    value.warnings_count = 1;
    value.ops_count = 12'345;
    return value;
}

template <class T>
std::string written(T value) {
    std::string bytes;
    WireWriter wire(bytes);
    cross(wire, value);
    return bytes;
}

template <class T>
bool read(std::string_view bytes, T& value) {
    WireReader wire(bytes);
    cross(wire, value);
    return wire.is_good() && wire.is_at_end();
}

TEST(import_bytes, a_request_crosses_whole) {
    ImportRequest back;
    ASSERT_TRUE(read(written(request()), back));
    EXPECT_EQ(back.plans, request().plans);
    EXPECT_EQ(back.files[0].name, "数据.csv");
    EXPECT_EQ(back.journal[0].bytes, request().journal[0].bytes);
    EXPECT_EQ(written(back), written(request()));
}

TEST(import_bytes, a_proposal_crosses_whole_without_parts) {
    ImportProposal given = proposal();
    given.parts = {"[]"};
    given.refused_rows = "x";
    ImportProposal back;
    ASSERT_TRUE(read(written(given), back));
    EXPECT_EQ(back, proposal());
}

TEST(import_bytes, cut_bytes_are_never_good) {
    std::string const bytes = written(proposal());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ImportProposal back;
        EXPECT_FALSE(read(std::string_view(bytes).substr(0, size), back)) << size;
    }
}

TEST(import_bytes, bytes_of_somebody_else_never_crash) {
    SimulatedEnv chance(2);
    std::string const good = written(proposal());
    int good_count = 0;
    for (int i = 0; i < 3'000; ++i) {
        std::string bytes = good;
        bytes[chance.below(bytes.size())] = static_cast<char>(chance.next_u64());
        ImportProposal back;
        good_count += read(bytes, back) ? 1 : 0;
    }
    EXPECT_GT(good_count, 0);
    EXPECT_LT(good_count, 3'000);
}

}  // namespace
}  // namespace zhitu::app
