#include "exchange/manager_cycles.h"

#include <gtest/gtest.h>

#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

using testing::parse;

std::string managers_of(ImportTable const& table) {
    std::string text;
    for (RosterRow const& row : table.people) {
        text += row.person.login + "<" + row.manager_login + " ";
    }
    return text;
}

TEST(ManagerCycles, everybody_on_a_cycle_loses_the_manager_and_is_told_why) {
    auto const table = parse("login,name,manager_login\na,A,b\nb,B,A\nc,C,a\nd,D,x\ne,E,\n");
    EXPECT_EQ(managers_of(table), "a< b< c<a d<x e< ");
    ASSERT_EQ(table.warnings.size(), 2u);
    EXPECT_EQ(table.warnings[0], (Refusal{"file", 2, "manager_login", "b",
                                          {ErrorCode::cycle, {"a → b → a"}}}));
    EXPECT_EQ(table.warnings[1].why, (Error{ErrorCode::cycle, {"b → a → b"}}));
    EXPECT_TRUE(table.refusals.empty());
}

TEST(ManagerCycles, several_cycles_over_several_files_are_all_found) {
    std::string const head = "login,name,manager_login\n";
    auto const table = parse_files({{"1", head + "a,A,b\nx,X,y\nl,L,a\n"},
                                    {"2", head + "b,B,c\nc,C,a\ny,Y,x\nm,M,l\n"}});
    EXPECT_EQ(managers_of(table), "a< x< l<a b< c< y< m<l ");
    ASSERT_EQ(table.warnings.size(), 5u);
    EXPECT_EQ(table.warnings[0].why.arguments[0], "a → b → c → a");
    EXPECT_EQ(table.warnings[1].file, "2");
}

TEST(ManagerCycles, a_chain_is_no_cycle_and_a_long_cycle_stays_readable) {
    std::string chain = "login,name,manager_login\n";
    std::string ring = chain;
    for (int i = 0; i < 2'000; ++i) {
        std::string const row = "p" + std::to_string(i) + ",N,p";
        chain += row + std::to_string(i + 1) + "\n";
        ring += row + std::to_string((i + 1) % 2'000) + "\n";
    }
    EXPECT_TRUE(parse(chain).warnings.empty());
    auto const table = parse(ring);
    ASSERT_EQ(table.warnings.size(), 2'000u);
    EXPECT_EQ(count_code_points(table.warnings[7].why.arguments[0]), shown_value_max);
}

}  // namespace
}  // namespace zhitu::exchange
