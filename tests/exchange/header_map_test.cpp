#include "exchange/header_map.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

using Places = std::vector<std::size_t>;

constexpr Column columns[] = {
    {"login", "登录名|account", true}, {"name", "姓名", true}, {"team", "", false}};

TEST(HeaderMap, a_column_has_several_names) {
    for (char const* name : {"login", " LOGIN ", "登录名", "Account", "ｌｏｇｉｎ", "\u00A0login\u3000"}) {
        EXPECT_TRUE(is_named(columns[0], name)) << name;
    }
    for (char const* name : {"", "log", "登录名|account", "|", "login|"}) {
        EXPECT_FALSE(is_named(columns[0], name)) << name;
    }
}

TEST(HeaderMap, columns_may_stand_anywhere) {
    auto const map = map_header({"?", "Team", "姓名", "login"}, columns, {});
    EXPECT_EQ(map.places, (Places{3, 2, 1}));
    EXPECT_EQ(map.faults, "");
    EXPECT_EQ(map_header({"name", "login"}, columns, {}).places, (Places{1, 0, absent}));
}

TEST(HeaderMap, all_faults_are_told_at_once) {
    EXPECT_EQ(map_header({"team", "x"}, columns, {}).faults, "login, name");
    EXPECT_EQ(map_header({}, columns, {}).faults, "login, name");
    auto const map = map_header({"login", "登录名", "team", "TEAM", "account"}, columns, {});
    EXPECT_EQ(map.faults, "login ×3, name, team ×2");
    EXPECT_EQ(map.places, (Places{0, absent, 2}));
}

TEST(HeaderMap, what_somebody_chose_counts_more_than_names) {
    std::vector<std::string> const header = {"login", "account", "who", "team"};
    auto const map = map_header(header, columns,
                                {{"login", "Account"}, {"name", "who"}, {"team", ""}, {"x", "y"}});
    EXPECT_EQ(map.places, (Places{1, 2, absent}));
    EXPECT_EQ(map.faults, "");
    EXPECT_EQ(map_header(header, columns, {{"name", "gone"}, {"login", ""}}).faults, "login, name");
    EXPECT_EQ(map_header({"a", "a"}, columns, {{"login", "a"}, {"name", "a"}}).faults,
              "login ×2, name ×2");
}

}  // namespace
}  // namespace zhitu::exchange
