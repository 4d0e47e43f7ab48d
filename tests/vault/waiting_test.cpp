#include "vault/waiting.h"

#include <gtest/gtest.h>

#include "tests/vault/histories.h"

namespace zhitu::vault::tests {
namespace {

TEST(Waiting, followers_come_out_once_and_wait_no_longer) {
    Writer ann(1);
    Change const first = ann.write(1, {set_op(course(1), "a", 1)});
    Change const left = ann.write(1, {set_op(course(1), "a", 2)});
    ann.go_back_to(first);
    Change const right = ann.write(1, {set_op(course(1), "a", 3)});
    Waiting waiting;
    waiting.hold(left);
    waiting.hold(right);
    waiting.hold(left);
    EXPECT_EQ(waiting.count(), 2u);
    EXPECT_TRUE(waiting.knows(left.id()));
    EXPECT_EQ(waiting.take_followers(first.id()), (std::vector<Change>{left, right}));
    EXPECT_TRUE(waiting.take_followers(first.id()).empty());
    EXPECT_EQ(waiting.count(), 0u);
    EXPECT_FALSE(waiting.knows(left.id()));
}

TEST(Waiting, a_copy_with_its_body_takes_the_place_of_one_without) {
    Writer ann(1);
    Change const first = ann.write(1, {set_op(course(1), "a", 1)});
    Change const second = ann.write(1, {set_op(course(1), "a", 2)});
    Waiting waiting;
    waiting.hold(without_body(second));
    waiting.hold(second);
    waiting.hold(without_body(second));
    EXPECT_EQ(waiting.take_followers(first.id()), std::vector<Change>{second});
}

TEST(Waiting, below_the_limits_nothing_is_forgotten) {
    Writer ann(1);
    ann.write(1, {set_op(course(1), "a", 1)});
    Waiting waiting;
    waiting.hold(ann.write(1, {set_op(course(1), "a", 2)}));
    EXPECT_EQ(waiting.drop_longest(), 0u);
    EXPECT_EQ(waiting.count(), 1u);
}

}  // namespace
}  // namespace zhitu::vault::tests
