#include "ui/outcomes.h"

#include <gtest/gtest.h>

namespace zhitu::ui {

TEST(outcomes, every_command_says_what_came_of_it) {
    app::State state;
    CourseId const course{{1}};
    UnitId const unit{{2}};
    SkillId const skill{{3}};
    state.catalog.courses[course].title = {"容器", "Containers"};
    state.catalog.units[unit].title = {"第一课", "First"};
    state.catalog.skills[skill].name = {"分布式", "Distribution"};
    PersonId const me{{4}};
    people::Person person;
    person.login = "li";
    people::SkillAssessed statement;
    statement.skill = skill;
    statement.level = 2;
    std::pair<app::Command, char const*> const cases[] = {
        {app::EnrollLearner{me, course}, "Enrolled: Containers"},
        {app::WithdrawLearner{me, course}, "Withdrawn: Containers"},
        {app::FinishUnit{me, course, unit}, "Finished: First"},
        {app::DeleteCourse{course}, "Deleted: Containers"},
        {app::AssessSkill{me, statement}, "Noted: Distribution, level 2"},
        {app::NameCompany{{"甲", "A"}, false}, "Company created: A"},
        {app::SavePerson{person}, "Saved: li"},
        {app::SaveSkill{state.catalog.skills[skill]}, "Saved: Distribution"},
        {app::SaveCourse{state.catalog.courses[course]}, "Saved: Containers"},
        {app::ImportFiles{}, "The files are in"},
    };
    for (auto const& [command, text] : cases) {
        EXPECT_EQ(outcome_text(state, command, Language::en), text);
        EXPECT_FALSE(outcome_text(state, command, Language::zh).empty());
    }
}

}  // namespace zhitu::ui
