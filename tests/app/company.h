#pragma once

// A store over memory with a small company, for the tests of app/.

#include "app/store.h"
#include "vault/memory_storage.h"

namespace zhitu::test {

struct Company {
    SimulatedEnv env{7};
    vault::MemoryStorage storage;
    app::Store store{env, storage};

    Company() {
        auto const report = store.open();
        ZT_ASSERT(report.is_ok());
    }

    PersonId add_person(std::string login, std::string name = "李四") {
        people::Person person;
        person.login = login;
        person.name.zh = std::move(name);
        ZT_ASSERT(store.dispatch(app::SavePerson{person}).is_ok());
        return *people::find_by_login(store.state().people, login);
    }
    SkillId add_skill(std::string name) {
        catalog::Skill skill;
        skill.name.en = name;
        ZT_ASSERT(store.dispatch(app::SaveSkill{skill}).is_ok());
        return catalog::skill_id(name);
    }
    CourseId add_course(std::string title, std::set<CourseId> prerequisites = {}) {
        catalog::Course course;
        course.title.en = std::move(title);
        course.prerequisites = std::move(prerequisites);
        ZT_ASSERT(store.dispatch(app::SaveCourse{course}).is_ok());
        return catalog::course_id(course);
    }
    void finish_drop() {
        while (store.step_drop()) {
        }
    }
    void settle() {
        for (int turn = 0; turn < 8; ++turn) store.pump();
    }
};

inline Digest digest_after_reopening(vault::Storage& storage) {
    SimulatedEnv env(99);
    app::Store store(env, storage);
    ZT_ASSERT(store.open().is_ok());
    return store.state_digest();
}

}  // namespace zhitu::test
