#include "app/op_writer.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace zhitu::app {
namespace {

vault::Op op(std::size_t size) {
    return vault::set_op({"course", {1}}, "summary_en", Json(std::string(size, 'x')));
}

TEST(OpWriter, the_parts_are_canonical_lists_of_the_ops_in_order) {
    vault::Ledger const ledger;
    OpWriter writer(ledger);
    vault::Ops ops;
    for (std::size_t i = 0; i < 2'500; ++i) ops.push_back(op(i % 7));
    for (vault::Op const& each : ops) writer.write(each);
    EXPECT_EQ(writer.ops_count(), ops.size());
    vault::Ops read;
    for (std::string const& part : writer.take_parts()) {
        auto const json = read_canonical(part);
        ASSERT_TRUE(json);
        for (Json const& each : *json.value().as_array()) {
            read.push_back(vault::op_from_json(each).value());
        }
    }
    EXPECT_EQ(read, ops);
}

TEST(OpWriter, every_part_leaves_room_for_the_rest_of_its_change) {
    vault::Ledger const ledger;
    OpWriter writer(ledger);
    for (int i = 0; i < 300; ++i) writer.write(op(1'000));
    auto const parts = writer.take_parts();
    EXPECT_GT(parts.size(), 6u);
    for (std::string const& part : parts) EXPECT_LT(part.size(), limits::change_bytes_max - 2'000);
}

TEST(OpWriter, nothing_written_is_no_part) {
    vault::Ledger const ledger;
    EXPECT_TRUE(OpWriter(ledger).take_parts().empty());
}

}  // namespace
}  // namespace zhitu::app
