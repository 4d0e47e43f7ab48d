#include "app/role_names.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

using people::role_id;

// A data engineer that was made as "etl".
people::State renamed() {
    people::State state;
    state.roles[role_id("etl")].name = {"数据工程师", "data engineer"};
    return state;
}

TEST(RoleNames, a_role_is_found_by_its_name_in_either_language) {
    people::State const state = renamed();
    RoleNames const names(state, {});
    for (char const* name : {"数据工程师", "Data Engineer", " data engineer "}) {
        EXPECT_EQ(names.find(name), role_id("etl")) << name;
    }
    EXPECT_EQ(names.find("tester"), role_id("tester"));
}

TEST(RoleNames, the_name_it_was_made_with_still_means_it) {
    people::State const state = renamed();
    EXPECT_EQ(RoleNames(state, {}).find("etl"), role_id("etl"));
}

TEST(RoleNames, unless_the_files_have_a_role_of_either_name) {
    people::State const state = renamed();
    std::map<RoleId, people::Role> files;
    files[role_id("etl")].name.en = "etl";
    files[role_id("data engineer")].name.en = "data engineer";
    RoleNames const names(state, files);
    EXPECT_EQ(names.find("data engineer"), role_id("etl"));
    EXPECT_EQ(names.find("etl"), people::free_role_id(state, "etl"));
    EXPECT_NE(names.find("etl"), role_id("etl"));
}

}  // namespace
}  // namespace zhitu::app
