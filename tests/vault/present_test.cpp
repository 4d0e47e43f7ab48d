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

TEST(Present, an_inverse_writes_what_stands_now) {
    Entity const entity = sample();
    std::optional<Op> back = inverse_op(set_op(course(1), "a", 5, id_of(9)), ref(9), entity);
    EXPECT_EQ(*back, set_op(course(1), "a", "two", id_of(9)));
    back = inverse_op(set_op(course(1), "b", 5), ref(9), entity);
    EXPECT_EQ(*back, set_op(course(1), "b", Json()));
    back = inverse_op(rem_op(course(1), "s", "x"), ref(9), entity);
    EXPECT_EQ(*back, add_op(course(1), "s", "x"));
    back = inverse_op(add_op(course(1), "s", "y"), ref(9), entity);
    EXPECT_EQ(*back, rem_op(course(1), "s", "y"));
    back = inverse_op(op_of(OpKind::undel, course(1)), ref(9), entity);
    EXPECT_EQ(back->kind, OpKind::del);
    back = inverse_op(op_of(OpKind::del, course(1)), ref(9), Entity{});
    EXPECT_EQ(back->kind, OpKind::undel);
}

TEST(Present, an_inverse_of_an_event_is_its_retraction) {
    std::optional<Op> const back =
        inverse_op(evt_op(course(1), 1, id_of(9)), ref(9, 4), Entity{});
    EXPECT_EQ(*back, evt_op(course(1), retraction_of(ref(9, 4)), id_of(9)));
    EXPECT_EQ(to_canonical(back->value),
              "{\"k\":\"retracted\",\"of\":[\"" + to_text(id_of(9)) + "\",4]}");
}

TEST(Present, a_pos_goes_back_to_a_place_or_to_none) {
    Op pos = set_op(course(1), "a", "p");
    pos.kind = OpKind::pos;
    EXPECT_EQ(inverse_op(pos, ref(9), sample())->kind, OpKind::pos);
    EXPECT_EQ(inverse_op(pos, ref(9), Entity{})->kind, OpKind::set);
}

TEST(Present, erase_redact_and_unknown_have_no_inverse) {
    EXPECT_FALSE(inverse_op(erase_op(id_of(9)), ref(9), sample()));
    EXPECT_FALSE(inverse_op(redact_op(id_of(9)), ref(9), sample()));
    EXPECT_FALSE(inverse_op(Op{}, ref(9), sample()));
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
