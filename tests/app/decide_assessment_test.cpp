#include "app/decide.h"

#include <gtest/gtest.h>

#include "app/company.h"

namespace zhitu::app {
namespace {

// One course that takes Kafka from 0 to 2.
struct Exam : test::Company {
    PersonId person = add_person("li.si");
    SkillId kafka = add_skill("kafka");
    CourseId course = add_kafka_course();

    CourseId add_kafka_course() {
        catalog::Course made;
        made.title.en = "Kafka in practice";
        made.teaches[kafka] = {0, 2};
        ZT_ASSERT(store.dispatch(SaveCourse{made}).is_ok());
        return catalog::course_id(made);
    }
    void state_level(std::int64_t level, people::EvidenceKind kind) {
        people::SkillAssessed const statement{kafka, level, kind, "2026-01-01", {}, {}};
        ZT_ASSERT(store.dispatch(AssessSkill{person, statement}).is_ok());
    }
    Dispatched record(assessment::Grade grade, std::string on = {}) {
        auto const done = store.dispatch(RecordResult{person, course, grade, std::move(on)});
        ZT_ASSERT(done.is_ok());
        return done.value();
    }
    std::optional<people::SkillAssessed> current() const {
        auto const all = people::current_skills(store.state().people, person);
        auto const found = all.find(kafka);
        if (found == all.end()) return std::nullopt;
        return found->second;
    }
    std::size_t evidence_count() const {
        auto const found = store.state().people.evidence.find(person);
        return found == store.state().people.evidence.end() ? 0 : found->second.size();
    }
    std::size_t results_count() const {
        return assessment::results_in(store.state().assessment, person, course).size();
    }
};

TEST(decide_assessment, a_pass_lifts_the_skill_to_the_level_of_the_course) {
    Exam exam;
    exam.state_level(1, people::EvidenceKind::self);
    auto const done = exam.record(assessment::Grade::fair, "2026-01-02");
    EXPECT_EQ(done.changes.size(), 1u);
    people::SkillAssessed const expected{
        exam.kafka, 2, people::EvidenceKind::test, "2026-01-02", {}, exam.course};
    EXPECT_EQ(exam.current(), expected);
    auto const* enrolment =
        learning::find_enrolment(exam.store.state().learning, exam.person, exam.course);
    ASSERT_NE(enrolment, nullptr);
    EXPECT_EQ(enrolment->status, learning::EnrolmentStatus::finished);
    ASSERT_TRUE(exam.store.undo(done));
    EXPECT_EQ(exam.current()->level, 1);
    EXPECT_EQ(exam.results_count(), 0u);
    EXPECT_FALSE(learning::is_taken(exam.store.state().learning, exam.person, exam.course));
}

TEST(decide_assessment, a_fail_lifts_nothing_and_is_kept) {
    Exam exam;
    exam.record(assessment::Grade::fail);
    EXPECT_FALSE(exam.current().has_value());
    EXPECT_EQ(exam.results_count(), 1u);
    EXPECT_FALSE(learning::is_taken(exam.store.state().learning, exam.person, exam.course));
}

TEST(decide_assessment, a_pass_lowers_nothing) {
    Exam exam;
    exam.state_level(3, people::EvidenceKind::self);
    exam.record(assessment::Grade::excellent);
    EXPECT_EQ(exam.current()->level, 3);
    EXPECT_EQ(exam.evidence_count(), 1u);
}

TEST(decide_assessment, a_pass_proves_what_was_only_said) {
    Exam exam;
    exam.state_level(2, people::EvidenceKind::manager);
    exam.record(assessment::Grade::good);
    EXPECT_EQ(exam.current()->level, 2);
    EXPECT_EQ(exam.current()->kind, people::EvidenceKind::test);
}

TEST(decide_assessment, a_result_is_refused_to_who_may_not_record_it) {
    Exam exam;
    PersonId const stranger = exam.add_person("zhao.wu");
    people::Person employee = exam.store.state().people.people.at(stranger);
    employee.access = "employee";
    ASSERT_TRUE(exam.store.dispatch(SavePerson{employee, stranger}));
    RecordResult const wish{exam.person, exam.course, assessment::Grade::good, {}};
    Error const refused{ErrorCode::not_allowed, {"result"}};
    EXPECT_EQ(exam.store.dispatch(wish, stranger).error(), refused);
    EXPECT_EQ(exam.results_count(), 0u);
    EXPECT_FALSE(exam.current().has_value());
    EXPECT_TRUE(exam.store.dispatch(wish, exam.person));
    EXPECT_EQ(exam.results_count(), 1u);
}

// In whatever order results are recorded, their dates decide what counts.
TEST(decide_assessment, a_result_of_an_older_date_counts_as_if_recorded_then) {
    for (bool const is_backdated : {false, true}) {
        Exam exam;
        catalog::Course deep;
        deep.title.en = "Kafka in depth";
        deep.teaches[exam.kafka] = {1, 3};
        ASSERT_TRUE(exam.store.dispatch(SaveCourse{deep}));
        auto const pass = [&](CourseId course, char const* on) {
            RecordResult const wish{exam.person, course, assessment::Grade::good, on};
            ASSERT_TRUE(exam.store.dispatch(wish));
        };
        if (is_backdated) pass(exam.course, "2026-03-01");
        pass(catalog::course_id(deep), "2026-01-01");
        if (!is_backdated) pass(exam.course, "2026-03-01");
        ASSERT_TRUE(exam.current());
        EXPECT_EQ(exam.current()->level, 3);
        EXPECT_EQ(exam.current()->on, "2026-01-01");
    }
}

TEST(decide_assessment, a_result_of_an_older_date_does_not_overtake_a_newer_test) {
    Exam exam;
    people::SkillAssessed const test{
        exam.kafka, 1, people::EvidenceKind::test, "2026-03-01", {}, {}};
    ASSERT_TRUE(exam.store.dispatch(AssessSkill{exam.person, test}));
    exam.record(assessment::Grade::good, "2026-02-01");
    EXPECT_EQ(exam.current(), test);
    EXPECT_EQ(exam.evidence_count(), 2u);  // kept, for whoever asks
    exam.record(assessment::Grade::good, "2026-04-01");
    EXPECT_EQ(exam.current()->level, 2);
}

TEST(decide_assessment, several_results_are_kept_and_lift_once) {
    Exam exam;
    exam.record(assessment::Grade::fail, "2026-01-01");
    exam.record(assessment::Grade::fair, "2026-01-01");
    exam.record(assessment::Grade::excellent, "2026-01-01");
    EXPECT_EQ(exam.results_count(), 3u);
    EXPECT_EQ(exam.evidence_count(), 1u);
}

TEST(decide_assessment, a_result_is_of_a_known_pair_and_of_a_day_that_was) {
    Exam exam;
    std::string const today = exam.store.today();
    std::string const tomorrow = date_text(*parse_date_days(today) + 1);
    RecordResult const good{exam.person, exam.course, assessment::Grade::good, {}};
    RecordResult nobody = good;
    nobody.person = PersonId{natural_id("person", "nobody")};
    RecordResult nothing = good;
    nothing.course = CourseId{natural_id("course", "nothing")};
    EXPECT_EQ(exam.store.dispatch(nobody).error(), (Error{ErrorCode::not_found, {"person"}}));
    EXPECT_EQ(exam.store.dispatch(nothing).error(), (Error{ErrorCode::not_found, {"course"}}));
    for (std::string const& on : {tomorrow, std::string("2026-02-30"), std::string("soon")}) {
        RecordResult wish = good;
        wish.on = on;
        EXPECT_EQ(exam.store.dispatch(wish).error(),
                  (Error{ErrorCode::bad_value, {"on", on, "≤ " + today}}));
    }
    EXPECT_EQ(exam.results_count(), 0u);
    exam.record(assessment::Grade::good);
    EXPECT_EQ(assessment::results_in(exam.store.state().assessment, exam.person, exam.course)[0].on,
              today);
}

}  // namespace
}  // namespace zhitu::app
