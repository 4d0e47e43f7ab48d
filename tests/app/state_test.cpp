#include "app/state.h"

#include <gtest/gtest.h>

#include "support/scribe.h"

namespace zhitu::app {
namespace {

TEST(state, every_area_hears_of_its_own_entities_and_of_no_other) {
    test::Scribe scribe;
    State state;
    catalog::Skill skill;
    skill.name.en = "go";
    PersonId const person{natural_id("test_person", "li.si")};
    CourseId const course{natural_id("course", "c1")};
    vault::Ops ops =
        vault::edit_ops(catalog::key_of(catalog::skill_id("go")), {}, catalog::Skill{}, skill);
    ops.push_back(learning::event_op(person, learning::LearnerEnrolled{course, "2026-11-20"}));
    ops.push_back(assessment::event_op(
        person, assessment::ResultRecorded{course, assessment::Grade::good, "2026-11-20", ""}));
    ops.push_back(vault::set_op({"company", RawId{}}, "name_en", Json("Sunzhou")));
    ops.push_back(vault::set_op({"weather", RawId{}}, "name_en", Json("rain")));
    for (auto const& key : scribe.write(ops)) apply(state, key, scribe.ledger.find(key));
    EXPECT_EQ(state.catalog.skills.size(), 1u);
    EXPECT_EQ(state.learning.enrolments.size(), 1u);
    EXPECT_EQ(state.assessment.results.size(), 1u);
    EXPECT_EQ(state.people.company.name.en, "Sunzhou");
    EXPECT_TRUE(state.catalog.courses.empty());
}

}  // namespace
}  // namespace zhitu::app
