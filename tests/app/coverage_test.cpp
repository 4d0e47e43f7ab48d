#include "app/coverage.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

// The role wants go, git and sql. Courses teach golang (a synonym of go, twice) and git.
struct Wanted {
    State state;
    RoleId role{{1}};
    SkillId go{{2}};
    SkillId golang{{3}};
    SkillId git{{4}};
    SkillId sql{{5}};
    CourseId first{{6}};
    CourseId second{{7}};

    Wanted() {
        for (SkillId const id : {go, golang, git, sql}) state.catalog.skills[id] = {};
        for (SkillId const id : {go, git, sql}) state.people.roles[role].needs[id] = {1, 500'000};
        state.catalog.skills[go].synonyms[golang] = {980'000};
        state.catalog.courses[first].teaches = {{golang, {0, 1}}, {git, {0, 2}}};
        state.catalog.courses[second].teaches = {{golang, {1, 3}}};
    }
    RoleCoverage coverage() const {
        return coverage_of(state, teaching_index(state.catalog), role);
    }
};

TEST(coverage, a_skill_is_taught_directly_or_through_a_live_synonym) {
    Wanted wanted;
    EXPECT_EQ(wanted.coverage().skills_count, 3u);
    EXPECT_EQ(wanted.coverage().taught_count, 2u);
    EXPECT_EQ(wanted.coverage().untaught, std::vector<SkillId>{wanted.sql});
    wanted.state.catalog.skills[wanted.go].rejected = {wanted.golang};
    EXPECT_EQ(wanted.coverage().taught_count, 1u);
    EXPECT_EQ(wanted.coverage().untaught, (std::vector<SkillId>{wanted.go, wanted.sql}));
}

TEST(coverage, each_course_stands_once_with_its_lift) {
    Wanted wanted;
    catalog::State& catalog = wanted.state.catalog;
    catalog.courses[wanted.second].teaches[wanted.go] = {0, 2};
    TeachingIndex const index = teaching_index(catalog);
    std::vector<Teaching> const expected{{wanted.second, {0, 2}}, {wanted.first, {0, 1}}};
    EXPECT_EQ(teaching_of(catalog, index, wanted.go), expected);
    EXPECT_TRUE(teaching_of(catalog, index, wanted.sql).empty());
}

TEST(coverage, an_unknown_role_wants_nothing) {
    Wanted wanted;
    EXPECT_EQ(coverage_of(wanted.state, {}, RoleId{{9}}).skills_count, 0u);
}

}  // namespace
}  // namespace zhitu::app
