#pragma once

// What the tests of the pages about roles, skills and results put into a screen: a company of two,
// whose course on git is taken for one on go by a wrong synonym.

#include "tests/ui/screen.h"

namespace zhitu::ui {

struct SmallCompany {
    Screen screen{{.height = 1'200, .language = Language::en, .is_demo = false}};
    SkillId go = add_skill("go");
    SkillId git = add_skill("git");
    SkillId sql = add_skill("sql");
    RoleId role = add_role();
    PersonId boss = add_person("wang.jing", "Wang Jing", "manager", {});
    PersonId me = add_person("li.si", "Li Si", "employee", boss);
    CourseId course = add_course();

    app::State const& state() { return screen.store().state(); }
    void dispatch(app::Command const& command) {
        auto const done = screen.store().dispatch(command);
        ZT_ASSERT(done.is_ok());
    }
    void act_as(PersonId person) {
        screen.view().device.me = person;
        screen.settle();
    }
    std::int64_t level_of(SkillId skill) {
        auto const current = people::current_skills(state().people, me);
        auto const found = current.find(skill);
        return found == current.end() ? 0 : found->second.level;
    }

private:
    SkillId add_skill(char const* name) {
        catalog::Skill skill;
        skill.name.en = name;
        dispatch(app::SaveSkill{skill});
        return catalog::skill_id(name);
    }
    RoleId add_role() {
        dispatch(app::SetSynonym{go, git, {950'000}});
        people::Role made;
        made.name.en = "Keeper";
        made.needs = {{go, {2, 900'000}}, {sql, {1, 400'000}}};
        dispatch(app::SaveRole{made});
        return people::role_id("Keeper");
    }
    PersonId add_person(char const* login, char const* name, char const* access,
                        PersonId manager) {
        people::Person person;
        person.login = login;
        person.name.en = name;
        person.access = access;
        person.manager = manager;
        person.role = role;
        dispatch(app::SavePerson{person});
        return person_with_login(state(), login);
    }
    CourseId add_course() {
        catalog::Course made;
        made.title.en = "Git in practice";
        made.teaches[git] = {0, 2};
        dispatch(app::SaveCourse{made});
        act_as(me);
        return catalog::course_id(made);
    }
};

}  // namespace zhitu::ui
