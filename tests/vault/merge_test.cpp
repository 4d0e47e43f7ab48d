#include "vault/merge.h"

#include <gtest/gtest.h>

#include "tests/vault/histories.h"

namespace zhitu::vault::tests {
namespace {

OpRef ref(int change, std::uint32_t index = 0) { return {id_of(change), index}; }

TEST(Merge, values_stand_winner_first) {
    EntityMerge merge;
    merge.apply(set_op(course(1), "a", "low"), ref(2), 5, false);
    merge.apply(set_op(course(1), "a", "high"), ref(1), 9, false);
    merge.apply(set_op(course(1), "a", "middle"), ref(3), 5, false);
    std::vector<LiveValue> const& values = merge.entity().registers.at("a");
    ASSERT_EQ(values.size(), 3u);
    EXPECT_EQ(values[0].value, Json("high"));
    EXPECT_EQ(values[1].value, Json("middle"));
    EXPECT_EQ(values[2].value, Json("low"));
}

TEST(Merge, pos_is_a_register_like_set) {
    EntityMerge merge;
    Op pos = set_op(course(1), "place", "a5");
    pos.kind = OpKind::pos;
    merge.apply(pos, ref(1), 5, false);
    merge.apply(replacing(pos, {ref(1)}), ref(2), 1, false);
    EXPECT_EQ(merge.entity().registers.at("place").size(), 1u);
}

TEST(Merge, a_name_counts_in_its_own_field_only) {
    EntityMerge merge;
    merge.apply(set_op(course(1), "a", 1), ref(1), 5, false);
    merge.apply(replacing(set_op(course(1), "b", 2), {ref(1)}), ref(2), 6, false);
    EXPECT_NE(merge.entity().value("a"), nullptr);
    merge.apply(add_op(course(1), "s", 1), ref(3), 5, false);
    merge.apply(replacing(rem_op(course(1), "t", 1), {ref(3)}), ref(4), 6, false);
    EXPECT_EQ(merge.entity().elements("s").size(), 1u);
}

TEST(Merge, del_and_undel_write_one_register) {
    EntityMerge merge;
    merge.apply(op_of(OpKind::del, course(1)), ref(1), 5, false);
    EXPECT_TRUE(merge.entity().is_deleted);
    merge.apply(replacing(op_of(OpKind::undel, course(1)), {ref(1)}), ref(2), 1, false);
    EXPECT_FALSE(merge.entity().is_deleted);
    merge.apply(op_of(OpKind::del, course(1)), ref(3), 9, false);
    EXPECT_TRUE(merge.entity().is_deleted);
    EXPECT_EQ(merge.entity().registers.at(deleted_field).size(), 2u);
}

TEST(Merge, elements_stand_in_the_order_of_their_bytes_with_all_their_adds) {
    EntityMerge merge;
    for (int i : {5, 3, 9, 3, 1}) merge.apply(add_op(course(1), "s", i), ref(20 - i), 1, false);
    merge.apply(add_op(course(1), "s", 3), ref(2), 1, false);
    std::vector<SetElement> const& elements = merge.entity().elements("s");
    ASSERT_EQ(elements.size(), 4u);
    EXPECT_EQ(elements[0].value, Json(1));
    EXPECT_EQ(elements[1].value, Json(3));
    EXPECT_EQ(elements[1].adds.front(), ref(2));
    EXPECT_EQ(elements[3].value, Json(9));
}

TEST(Merge, a_removal_of_everything_leaves_no_trace_in_the_entity) {
    EntityMerge merge;
    merge.apply(replacing(rem_op(course(1), "s", 1), {ref(7)}), ref(1), 1, false);
    EXPECT_FALSE(merge.entity().has_content());
    merge.apply(add_op(course(1), "s", 1), ref(7), 1, false);
    EXPECT_FALSE(merge.entity().has_content());
}

TEST(Merge, a_rem_takes_out_the_adds_of_its_own_change_that_came_before) {
    EntityMerge merge;
    merge.apply(add_op(course(1), "s", 1), ref(1, 0), 1, false);
    merge.apply(add_op(course(1), "s", 2), ref(1, 1), 1, false);
    merge.apply(rem_op(course(1), "s", 1), ref(1, 2), 1, false);
    EXPECT_EQ(merge.entity().elements("s").size(), 1u);
    merge.apply(add_op(course(1), "s", 1), ref(1, 3), 1, false);
    EXPECT_EQ(merge.entity().elements("s").size(), 2u);
}

TEST(Merge, events_are_ordered_by_stamp_and_then_by_op) {
    EntityMerge merge;
    for (int number : {4, 1, 3}) {
        merge.apply(evt_op(course(1), number), ref(number), 5, false);
    }
    merge.apply(evt_op(course(1), 9), ref(9), 2, false);
    std::vector<int> order;
    for (Event const& event : merge.entity().events) order.push_back(event.op.change[0]);
    EXPECT_EQ(order, (std::vector<int>{9, 1, 3, 4}));
}

TEST(Merge, a_redacted_write_keeps_its_place_without_its_value) {
    EntityMerge merge;
    merge.apply(set_op(course(1), "a", "old"), ref(1), 1, false);
    merge.apply(replacing(set_op(course(1), "a", "rude"), {ref(1)}), ref(2), 2, true);
    ASSERT_EQ(merge.entity().registers.at("a").size(), 1u);
    EXPECT_EQ(*merge.entity().value("a"), Json("[removed]"));
}

}  // namespace
}  // namespace zhitu::vault::tests
