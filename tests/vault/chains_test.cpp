#include "vault/chains.h"

#include <gtest/gtest.h>

#include "tests/vault/histories.h"

namespace zhitu::vault::tests {
namespace {

Change written(Writer& writer) { return writer.write(1, {set_op(course(1), "a", 1)}); }

void add(Chains& chains, Change const& change) { chains.add(change.header, change.hash); }

TEST(Chains, one_writer_has_one_head_one_tip_and_no_fork) {
    Writer ann(1);
    Chains chains;
    Change last;
    for (int i = 0; i < 5; ++i) add(chains, last = written(ann));
    EXPECT_EQ(chains.heads().at(ann.id()), (WriterHead{5, last.hash}));
    EXPECT_EQ(chains.tips(), std::set<Digest>{last.hash});
    EXPECT_TRUE(chains.forks().empty());
}

TEST(Chains, a_fork_is_reported_once_where_it_begins_with_all_its_branches) {
    Writer ann(1);
    Chains chains;
    Change const first = written(ann);
    add(chains, first);
    Change second;
    std::set<Digest> tips;
    for (int branch = 1; branch <= 3; ++branch) {
        ann.go_back_to(first);
        second = ann.write(static_cast<Stamp>(branch), {set_op(course(branch), "a", 1)});
        add(chains, second);
        Change const third = written(ann);
        add(chains, third);
        tips.insert(third.hash);
    }
    EXPECT_EQ(chains.forks(), (std::vector<Fork>{{ann.id(), 2, 3}}));
    EXPECT_EQ(chains.tips(), tips);
    EXPECT_EQ(chains.heads().at(ann.id()), (WriterHead{3, *tips.rbegin()}));
}

TEST(Chains, two_first_changes_of_one_writer_are_a_fork) {
    Writer ann(1);
    Writer same(1);
    Chains chains;
    add(chains, written(ann));
    add(chains, same.write(2, {set_op(course(2), "a", 1)}));
    EXPECT_EQ(chains.forks(), (std::vector<Fork>{{ann.id(), 1, 2}}));
}

TEST(Chains, a_dropped_branch_leaves_no_fork_and_the_tip_before) {
    Writer ann(1);
    Chains chains;
    Change const first = written(ann);
    Change const second = written(ann);
    add(chains, first);
    add(chains, second);
    ann.go_back_to(first);
    Change rival = ann.write(9, {set_op(course(2), "a", 1)});
    bool const is_rival_greater = second.hash < rival.hash;
    Change const third = written(ann);  // the rival's branch is the longer one
    add(chains, rival);
    add(chains, third);
    EXPECT_EQ(chains.forks().size(), 1u);
    chains.drop_head(third.header, third.hash);
    EXPECT_EQ(chains.tips(), (std::set<Digest>{second.hash, rival.hash}));
    chains.drop_head(rival.header, rival.hash);
    EXPECT_TRUE(chains.forks().empty());
    EXPECT_EQ(chains.tips(), std::set<Digest>{second.hash});
    EXPECT_EQ(chains.heads().at(ann.id()).sequence, 1u) << is_rival_greater;
}

TEST(Chains, tips_are_the_same_in_any_order_and_never_too_few) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        std::vector<Change> history = random_history(seed, 40);
        Ledger ledger;
        for (Change const& change : history) ledger.accept(change);
        SimulatedEnv dice(seed);
        Tips in_order;
        Tips shuffled;
        for (Change const& change : history) in_order.add(change.header, change.hash);
        for (std::size_t i = history.size(); i > 1; --i) {
            std::swap(history[i - 1], history[dice.below(i)]);
        }
        for (Change const& change : history) shuffled.add(change.header, change.hash);
        EXPECT_EQ(shuffled.all(), in_order.all());
        // A change that nobody follows is a tip; there is no other.
        std::set<Digest> expected;
        for (Change const& change : history) expected.insert(change.hash);
        for (Change const& change : history) expected.erase(change.header.previous);
        EXPECT_EQ(in_order.all(), expected);
    }
}

TEST(Chains, tips_of_a_chain_that_is_read_again_are_its_end) {
    Writer ann(1);
    std::vector<Change> chain;
    for (int i = 0; i < 5; ++i) chain.push_back(written(ann));
    Tips tips;
    tips.add_tip(chain[2].hash);
    for (Change const& change : chain) tips.add(change.header, change.hash);
    EXPECT_EQ(tips.all(), std::set<Digest>{chain[4].hash});
}

}  // namespace
}  // namespace zhitu::vault::tests
