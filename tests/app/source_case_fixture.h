#pragma once

// S0's worked case (4.3, with the names of design/oracles.md E-2) as a State made by hand: five
// people in the skill table and a sixth who is only evaluated, six courses, eleven recommendations,
// six evaluations. All are backend engineers who should know what the courses teach.

#include <string>
#include <vector>

#include "app/state.h"

namespace zhitu::test {

struct SourceCaseFixture {
    // Numbers are those of the sources. Reversed: greater numbers get smaller ids, so that what
    // holds both ways does not hang on ids.
    explicit SourceCaseFixture(bool is_reversed = false) : is_reversed_(is_reversed) {
        add_skills();
        add_courses();
        add_people();
        add_recommendations();
        add_evaluations();
    }

    PersonId person(int number) const { return PersonId{raw(1, number)}; }
    CourseId course(int number) const { return CourseId{raw(2, number)}; }
    SkillId skill(int number) const { return SkillId{raw(3, number)}; }
    RoleId role() const { return RoleId{raw(4, 1)}; }

    std::vector<CourseId> courses(std::vector<int> const& numbers) const {
        std::vector<CourseId> ids;
        for (int const number : numbers) ids.push_back(course(number));
        return ids;
    }

    enum Skills { microservices = 1, containers, cloud_basics, message_queue, distributed, ci_cd };

    app::State state;

private:
    RawId raw(std::uint8_t kind, int number) const {
        RawId id{};
        id[0] = kind;
        id[15] = static_cast<std::uint8_t>(is_reversed_ ? 100 - number : number);
        return id;
    }

    void add_skills() {
        char const* const names[] = {"微服务架构", "容器技术",   "云计算基础",
                                     "消息队列",   "分布式架构", "持续集成"};
        int number = 0;
        for (char const* const name : names) {
            state.catalog.skills[skill(++number)].name.zh = name;
            state.people.roles[role()].needs[skill(number)] = {2, 500'000};
        }
        state.people.roles[role()].needs[skill(distributed)] = {3, 900'000};
    }

    void add_course(int number, char const* title, std::int64_t popularity, Skills taught,
                    catalog::Lift lift) {
        catalog::Course& made = state.catalog.courses[course(number)];
        made.title.zh = title;
        made.popularity_millionths = popularity;
        made.teaches[skill(taught)] = lift;
    }

    void add_courses() {
        add_course(1, "分布式架构入门", 800'000, distributed, {0, 1});
        add_course(2, "微服务架构进阶", 600'000, microservices, {1, 2});
        add_course(3, "容器技术实战", 900'000, containers, {0, 2});
        add_course(4, "云计算平台深度学习", 700'000, cloud_basics, {1, 2});
        add_course(5, "消息队列与分布式架构", 400'000, message_queue, {1, 3});
        add_course(6, "容器编排与部署", 500'000, ci_cd, {0, 2});
        state.catalog.courses[course(2)].teaches[skill(distributed)] = {1, 2};
        state.catalog.courses[course(5)].teaches[skill(distributed)] = {2, 3};
        state.catalog.courses[course(2)].prerequisites = {course(1)};
        state.catalog.courses[course(5)].prerequisites = {course(1)};
        state.catalog.courses[course(6)].prerequisites = {course(3)};
    }

    void add_people() {
        std::int64_t const levels[] = {2, 1, 2, 1, 0};  // 熟悉, 了解, 掌握, 了解, 不了解
        for (int number = 1; number <= 6; ++number) {
            people::Person& made = state.people.people[person(number)];
            made.login = "employee" + std::to_string(number);
            made.role = role();
            if (number == 6) continue;  // the sources do not say what the sixth knows
            state.people.evidence[person(number)].push_back({skill(number), levels[number - 1],
                                                             people::EvidenceKind::self,
                                                             "2026-08-31", "S0-4.3"});
        }
    }

    void recommend(int to, int number) {
        std::int64_t const score = *state.catalog.courses[course(number)].popularity_millionths;
        learning::Recommendation const record{person(to), course(number), score, "S0-4.3"};
        RawId const id = learning::recommendation_id(record.person, record.course);
        state.learning.recommendations[id] = record;
    }

    void add_recommendations() {
        for (int const to : {1, 3}) recommend(to, 3);
        for (int const to : {2, 4}) recommend(to, 1);
        recommend(5, 2);
        for (int const to : {1, 3, 5}) recommend(to, 4);
        for (int const to : {2, 3}) recommend(to, 6);
        recommend(5, 5);
    }

    void evaluate(int who, int number, assessment::Grade grade) {
        state.assessment.results[person(who)].push_back(
            {course(number), grade, "2026-10-30", "S0-4.3"});
    }

    void add_evaluations() {
        evaluate(1, 3, assessment::Grade::excellent);
        evaluate(2, 1, assessment::Grade::good);
        evaluate(3, 6, assessment::Grade::good);
        evaluate(4, 2, assessment::Grade::fair);
        evaluate(5, 5, assessment::Grade::average);
        evaluate(6, 4, assessment::Grade::good);
    }

    bool is_reversed_;
};

}  // namespace zhitu::test
