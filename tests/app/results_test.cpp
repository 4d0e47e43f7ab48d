#include "app/results.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

using people::EvidenceKind;

TEST(results, a_move_says_from_where_to_where_and_when) {
    State state;
    PersonId const person{{1}};
    CourseId const course{{2}};
    CourseId const other{{3}};
    SkillId const kafka{{4}};
    SkillId const sql{{5}};
    state.people.evidence[person] = {
        {kafka, 1, EvidenceKind::self, "2026-01-01", {}, {}},
        {sql, 3, EvidenceKind::self, "2026-01-01", {}, {}},
        {kafka, 2, EvidenceKind::test, "2026-02-01", {}, course},
        {sql, 1, EvidenceKind::test, "2026-02-01", {}, other},
        {kafka, 1, EvidenceKind::self, "2026-03-01", {}, {}},
        {kafka, 3, EvidenceKind::test, "2026-04-01", {}, course},
    };
    std::vector<SkillMove> const expected{{kafka, 1, 2, "2026-02-01"},
                                          {kafka, 2, 3, "2026-04-01"}};
    EXPECT_EQ(moves_of(state, person, course), expected);
    EXPECT_TRUE(moves_of(state, PersonId{{9}}, course).empty());
}

}  // namespace
}  // namespace zhitu::app
