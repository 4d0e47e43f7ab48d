#include "app/undo_stack.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace zhitu::app {
namespace {

RawId id(int number) {
    RawId raw{};
    raw[0] = static_cast<std::uint8_t>(number);
    raw[1] = static_cast<std::uint8_t>(number >> 8);
    return raw;
}

Deed deed(int number) {
    return {.command = std::make_shared<Command const>(EnrollLearner{}), .changes = {id(number)}};
}

TEST(undo_stack, the_last_is_the_next_to_undo_and_the_last_undone_the_next_to_redo) {
    UndoStack stack;
    EXPECT_EQ(stack.to_undo(), nullptr);
    EXPECT_EQ(stack.to_redo(), nullptr);
    stack.note(deed(1));
    stack.note(deed(2));
    ASSERT_EQ(stack.to_undo()->changes[0], id(2));
    stack.turn(*stack.to_undo(), {id(3)});
    EXPECT_EQ(stack.to_undo()->changes[0], id(1));
    ASSERT_EQ(stack.to_redo()->changes[0], id(2));
    EXPECT_EQ(stack.to_redo()->last[0], id(3));
    stack.turn(*stack.to_redo(), {id(4)});
    EXPECT_EQ(stack.to_undo()->changes[0], id(2));
    EXPECT_EQ(stack.to_redo(), nullptr);
}

TEST(undo_stack, a_new_deed_ends_what_could_be_redone) {
    UndoStack stack;
    stack.note(deed(1));
    stack.turn(*stack.to_undo(), {id(2)});
    stack.note(Deed{});  // it was so already: nothing was done
    EXPECT_NE(stack.to_redo(), nullptr);
    stack.note(deed(3));
    EXPECT_EQ(stack.to_redo(), nullptr);
    EXPECT_EQ(stack.to_undo()->changes[0], id(3));
}

TEST(undo_stack, a_deed_counts_as_never_made_with_everything_that_only_did_and_undid) {
    UndoStack stack;
    for (int number : {1, 2, 3}) stack.note(deed(number));
    stack.turn(*stack.to_undo(), {id(4)});  // 3 undone
    stack.turn(*stack.to_undo(), {id(5)});  // 2 undone
    stack.turn(*stack.to_redo(), {id(6)});  // 2 redone
    EXPECT_EQ(stack.without(*stack.to_undo()),
              (UndoStack::Ids{id(2), id(3), id(4), id(5), id(6)}));
    EXPECT_EQ(stack.without(*stack.to_redo()), (UndoStack::Ids{id(4), id(5), id(6)}));
    stack.note(deed(7));  // 3 stays undone for good
    EXPECT_EQ(stack.without(*stack.to_undo()),
              (UndoStack::Ids{id(3), id(4), id(5), id(6), id(7)}));
}

TEST(undo_stack, any_deed_is_found_by_what_did_or_undid_it_last) {
    UndoStack stack;
    for (int number : {1, 2}) stack.note(deed(number));
    Deed const* const first = stack.find({id(1)});
    ASSERT_NE(first, nullptr);
    EXPECT_TRUE(stack.is_done(*first));
    stack.turn(*first, {id(3)});
    EXPECT_EQ(stack.find({id(1)}), nullptr);
    ASSERT_NE(stack.find({id(3)}), nullptr);
    EXPECT_FALSE(stack.is_done(*stack.find({id(3)})));
    EXPECT_EQ(stack.to_undo()->changes[0], id(2));
    EXPECT_EQ(stack.find({}), nullptr);
}

TEST(undo_stack, a_wall_ends_both_ways_and_is_remembered) {
    UndoStack stack;
    for (int number : {1, 2}) stack.note(deed(number));
    stack.turn(*stack.to_undo(), {id(3)});
    stack.wall("2026-11-20");
    EXPECT_EQ(stack.to_undo(), nullptr);
    EXPECT_EQ(stack.to_redo(), nullptr);
    EXPECT_EQ(stack.find({id(1)}), nullptr);
    stack.note(deed(4));
    EXPECT_EQ(stack.exported_on(), "2026-11-20");
    EXPECT_EQ(stack.without(*stack.to_undo()), UndoStack::Ids{id(4)});
    stack.wall({});
    EXPECT_TRUE(stack.exported_on().empty());
}

TEST(undo_stack, a_dropped_import_is_said_until_something_new_is_done) {
    UndoStack stack;
    stack.note(deed(1));
    stack.forget(*stack.to_undo(), true);
    EXPECT_EQ(stack.to_undo(), nullptr);
    EXPECT_TRUE(stack.is_import_dropped());
    stack.note(deed(2));
    EXPECT_FALSE(stack.is_import_dropped());
}

TEST(undo_stack, the_oldest_deed_is_forgotten_first) {
    UndoStack stack;
    int const most = static_cast<int>(limits::undo_deeds_max);
    for (int number = 1; number <= most + 1; ++number) stack.note(deed(number));
    EXPECT_EQ(stack.find({id(1)}), nullptr);
    EXPECT_NE(stack.find({id(2)}), nullptr);
}

}  // namespace
}  // namespace zhitu::app
