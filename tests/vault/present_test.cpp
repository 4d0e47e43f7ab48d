#include "vault/present.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "tests/vault/histories.h"
#include "vault/merge.h"

namespace zhitu::vault::tests {
namespace {

OpRef ref(int change, std::uint32_t index = 0) { return {id_of(change), index}; }

Entity sample() {
    EntityMerge merge;
    merge.apply(set_op(course(1), "a", "one"), ref(1), 1, false);
    merge.apply(set_op(course(1), "a", "two"), ref(2), 2, false);
    merge.apply(add_op(course(1), "s", "x"), ref(3), 3, false);
    merge.apply(add_op(course(1), "s", "x"), ref(4), 4, false);
    merge.apply(op_of(OpKind::del, course(1)), ref(5), 5, false);
    return merge.entity();
}

TEST(Present, a_write_names_the_live_values_winner_first) {
    Op op = set_op(course(1), "a", "three");
    complete_op(op, sample());
    EXPECT_EQ(op.replaces, (std::vector<OpRef>{ref(2), ref(1)}));
    op = set_op(course(1), "b", "three");
    complete_op(op, sample());
    EXPECT_TRUE(op.replaces.empty());
}

TEST(Present, a_rem_names_all_adds_of_its_element) {
    Op op = rem_op(course(1), "s", "x");
    complete_op(op, sample());
    EXPECT_EQ(op.replaces, (std::vector<OpRef>{ref(3), ref(4)}));
}

TEST(Present, del_and_undel_name_the_register_they_share) {
    Op op = op_of(OpKind::undel, course(1));
    complete_op(op, sample());
    EXPECT_EQ(op.replaces, std::vector<OpRef>{ref(5)});
}

TEST(Present, what_a_redact_names_is_left_alone) {
    Op op = redact_op(id_of(8));
    complete_op(op, sample());
    EXPECT_EQ(op, redact_op(id_of(8)));
}

TEST(Present, no_more_are_named_than_can_be_read) {
    EntityMerge merge;
    for (std::uint32_t i = 0; i < limits::replaces_max + 5; ++i) {
        RawId id = id_of(1);
        id[1] = static_cast<std::uint8_t>(i);
        id[2] = static_cast<std::uint8_t>(i >> 8);
        merge.apply(set_op(course(1), "a", 1), {id, 0}, i, false);
    }
    Op op = set_op(course(1), "a", 2);
    complete_op(op, merge.entity());
    EXPECT_EQ(op.replaces.size(), limits::replaces_max);
    EXPECT_EQ(op.replaces[0], merge.entity().registers.at("a")[0].op);
    EXPECT_EQ(malformed_member(op), "");
}

// Over the sample: Ann's write of "a", her add and her removal of the hiding.
Entity changed_by_ann() {
    EntityMerge merge;
    merge.apply(set_op(course(1), "a", "one"), ref(1), 1, false);
    merge.apply(set_op(course(1), "a", "two"), ref(2), 2, false);
    merge.apply(add_op(course(1), "s", "x"), ref(3), 3, false);
    merge.apply(add_op(course(1), "s", "x"), ref(4), 4, false);
    merge.apply(op_of(OpKind::del, course(1)), ref(5), 5, false);
    merge.apply(replacing(set_op(course(1), "a", "ann"), {ref(1)}), ref(9), 9, false);
    merge.apply(add_op(course(1), "s", "y"), ref(9, 1), 9, false);
    merge.apply(add_op(course(1), "s", "x"), ref(9, 2), 9, false);
    merge.apply(replacing(op_of(OpKind::undel, course(1)), {ref(5)}), ref(9, 3), 9, false);
    return merge.entity();
}

TEST(Present, an_inverse_gives_what_is_wanted_and_replaces_only_what_is_not) {
    Entity const now = changed_by_ann();
    std::optional<Op> back = inverse_op(set_op(course(1), "a", 5, id_of(8)), ref(9), now, sample());
    EXPECT_EQ(*back, replacing(set_op(course(1), "a", "two", id_of(8)), {ref(9)}));
    back = inverse_op(set_op(course(1), "a", 5), ref(9), now, Entity{});
    EXPECT_EQ(back->value, Json());
    EXPECT_EQ(back->replaces.size(), 2u);
    back = inverse_op(op_of(OpKind::undel, course(1)), ref(9, 3), now, sample());
    EXPECT_EQ(*back, replacing(op_of(OpKind::del, course(1)), {ref(9, 3)}));
    back = inverse_op(op_of(OpKind::del, course(1)), ref(5), sample(), Entity{});
    EXPECT_EQ(*back, replacing(op_of(OpKind::undel, course(1)), {ref(5)}));
}

TEST(Present, an_inverse_takes_out_its_own_adds_and_leaves_those_of_others) {
    Entity const now = changed_by_ann();
    std::optional<Op> back = inverse_op(add_op(course(1), "s", "y"), ref(9, 1), now, sample());
    EXPECT_EQ(*back, replacing(rem_op(course(1), "s", "y"), {ref(9, 1)}));
    back = inverse_op(add_op(course(1), "s", "x"), ref(9, 2), now, sample());
    EXPECT_EQ(*back, replacing(rem_op(course(1), "s", "x"), {ref(9, 2)}));
    back = inverse_op(rem_op(course(1), "s", "x"), ref(9), Entity{}, sample());
    EXPECT_EQ(*back, add_op(course(1), "s", "x"));
}

TEST(Present, nothing_is_written_where_all_is_as_wanted) {
    Entity const same = sample();
    EXPECT_FALSE(inverse_op(set_op(course(1), "a", 5), ref(9), same, same));
    EXPECT_FALSE(inverse_op(set_op(course(1), "b", 5), ref(9), same, same));
    EXPECT_FALSE(inverse_op(add_op(course(1), "s", "x"), ref(9), same, same));
    EXPECT_FALSE(inverse_op(rem_op(course(1), "s", "z"), ref(9), same, same));
    EXPECT_FALSE(inverse_op(op_of(OpKind::del, course(1)), ref(9), same, same));
    // There by somebody else's add: it may be the only one that keeps it.
    EntityMerge other;
    other.apply(add_op(course(1), "s", "x"), ref(7), 7, false);
    EXPECT_FALSE(inverse_op(rem_op(course(1), "s", "x"), ref(9), other.entity(), same));
}

TEST(Present, an_inverse_of_an_event_is_its_retraction) {
    std::optional<Op> const back =
        inverse_op(evt_op(course(1), 1, id_of(9)), ref(9, 4), Entity{}, Entity{});
    EXPECT_EQ(*back, evt_op(course(1), retraction_of(ref(9, 4)), id_of(9)));
    EXPECT_EQ(to_canonical(back->value),
              "{\"k\":\"retracted\",\"of\":[\"" + to_text(id_of(9)) + "\",4]}");
}

TEST(Present, a_pos_goes_back_to_a_place_or_to_none) {
    Op pos = set_op(course(1), "a", "p");
    pos.kind = OpKind::pos;
    EXPECT_EQ(inverse_op(pos, ref(9), changed_by_ann(), sample())->kind, OpKind::pos);
    EXPECT_EQ(inverse_op(pos, ref(9), sample(), Entity{})->kind, OpKind::set);
}

TEST(Present, erase_redact_and_unknown_have_no_inverse) {
    EXPECT_FALSE(inverse_op(erase_op(id_of(9)), ref(9), sample(), Entity{}));
    EXPECT_FALSE(inverse_op(redact_op(id_of(9)), ref(9), sample(), Entity{}));
    EXPECT_FALSE(inverse_op(Op{}, ref(9), sample(), Entity{}));
}

TEST(Present, targets_tell_registers_and_elements_apart) {
    EXPECT_EQ(inverse_target(set_op(course(1), "a", 1)), inverse_target(set_op(course(1), "a", 2)));
    EXPECT_NE(inverse_target(set_op(course(1), "a", 1)), inverse_target(set_op(course(2), "a", 1)));
    EXPECT_NE(inverse_target(add_op(course(1), "a", 1)), inverse_target(add_op(course(1), "a", 2)));
    EXPECT_EQ(inverse_target(add_op(course(1), "a", 1)), inverse_target(rem_op(course(1), "a", 1)));
    EXPECT_TRUE(inverse_target(evt_op(course(1), 1)).empty());
}

}  // namespace
}  // namespace zhitu::vault::tests
