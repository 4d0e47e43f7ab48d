#include "ui/outcomes.h"

#include <gtest/gtest.h>

#include <set>

namespace zhitu::ui {

TEST(outcomes, every_command_says_what_came_of_it) {
    app::State state;
    CourseId const course{{1}};
    UnitId const unit{{2}};
    SkillId const skill{{3}};
    state.catalog.courses[course].title = {"容器", "Containers"};
    state.catalog.units[unit].title = {"第一课", "First"};
    state.catalog.skills[skill].name = {"分布式", "Distribution"};
    SkillId const other{{5}};
    state.catalog.skills[other].name = {"", "Git"};
    RoleId const role{{6}};
    state.people.roles[role].name = {"管理员", "Keeper"};
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
        {app::RejectSynonym{skill, other, true}, "“Git” no longer counts as “Distribution”"},
        {app::RejectSynonym{skill, other, false}, "“Git” counts as “Distribution” again"},
        {app::SetSynonym{skill, other, {950'000}}, "“Git” counts as “Distribution” with 0.95"},
        {app::SaveRole{state.people.roles[role]}, "Saved: Keeper"},
        {app::DeleteRole{role}, "Deleted: Keeper"},
        {app::FinishCourse{me, course}, "Finished: Containers"},
        {app::DismissCourse{me, course}, "No longer recommended: Containers"},
        {app::RestoreCourse{me, course}, "May be recommended again: Containers"},
        {app::RecordResult{me, course, assessment::Grade::good},
         "Result recorded: Containers, Good"},
    };
    for (auto const& [command, text] : cases) {
        EXPECT_EQ(outcome_text(state, command, Language::en), text);
        EXPECT_FALSE(outcome_text(state, command, Language::zh).empty());
    }
}

TEST(outcomes, every_command_says_what_its_undoing_did) {
    app::State state;
    CourseId const course{{1}};
    UnitId const unit{{2}};
    SkillId const skill{{3}};
    SkillId const other{{5}};
    RoleId const role{{6}};
    PersonId const me{{4}};
    state.catalog.courses[course].title = {"容器", "Containers"};
    state.catalog.units[unit].title = {"第一课", "First"};
    state.catalog.skills[skill].name = {"分布式", "Distribution"};
    state.catalog.skills[other].name = {"", "Git"};
    state.people.roles[role].name = {"管理员", "Keeper"};
    people::Person person;
    person.login = "li";
    people::SkillAssessed statement;
    statement.skill = skill;
    std::pair<app::Command, char const*> const cases[] = {
        {app::EnrollLearner{me, course}, "Enrolment in Containers withdrawn again"},
        {app::WithdrawLearner{me, course}, "Enrolled in Containers again"},
        {app::FinishUnit{me, course, unit}, "Not finished any more: First"},
        {app::FinishUnit{me, course, {}}, "Not finished any more: Containers"},
        {app::FinishCourse{me, course}, "Not finished any more: Containers"},
        {app::DeleteCourse{course}, "Back again: Containers"},
        {app::DeleteRole{role}, "Back again: Keeper"},
        {app::AssessSkill{me, statement}, "Level taken back: Distribution"},
        {app::RecordResult{me, course}, "Result taken back: Containers"},
        {app::NameCompany{{"甲", "A"}, false}, "As it was before: A"},
        {app::SavePerson{person}, "Removed again: li"},
        {app::SavePerson{person, me}, "As it was before: li"},
        {app::SaveSkill{state.catalog.skills[skill]}, "Removed again: Distribution"},
        {app::SaveSkill{state.catalog.skills[skill], skill}, "As it was before: Distribution"},
        {app::SaveCourse{state.catalog.courses[course]}, "Removed again: Containers"},
        {app::SaveCourse{state.catalog.courses[course], course}, "As it was before: Containers"},
        {app::SaveRole{state.people.roles[role]}, "Removed again: Keeper"},
        {app::SaveRole{state.people.roles[role], role}, "As it was before: Keeper"},
        {app::RejectSynonym{skill, other, true}, "“Git” counts as “Distribution” again"},
        {app::RejectSynonym{skill, other, false}, "“Git” no longer counts as “Distribution”"},
        {app::SetSynonym{skill, other, {950'000}}, "As it was before: Distribution"},
        {app::DismissCourse{me, course}, "May be recommended again: Containers"},
        {app::RestoreCourse{me, course}, "No longer recommended: Containers"},
    };
    std::set<std::size_t> kinds;
    for (auto const& [command, text] : cases) {
        EXPECT_EQ(undone_text(state, command, Language::en), text);
        EXPECT_FALSE(undone_text(state, command, Language::zh).empty());
        kinds.insert(command.index());
    }
    EXPECT_EQ(kinds.size(), std::variant_size_v<app::Command>);
}

}  // namespace zhitu::ui
