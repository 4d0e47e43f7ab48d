#include "ui/labels.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(labels, the_other_language_stands_in) {
    EXPECT_EQ(name_in({"李四", "Li Si"}, Language::en), "Li Si");
    EXPECT_EQ(name_in({"李四", ""}, Language::en), "李四");
    EXPECT_EQ(name_in({"", "Li Si"}, Language::zh), "Li Si");
}

TEST(labels, what_is_gone_is_a_dash_and_a_login_is_a_name) {
    Stage stage;
    app::State state;
    PersonId id;
    id.raw[0] = 1;
    state.people.people[id].login = "li.si";
    stage.draw([&](Ui& ui) {
        EXPECT_EQ(course_title(ui, state, CourseId{}), "–");
        EXPECT_EQ(skill_name(ui, state, SkillId{}), "–");
        EXPECT_EQ(person_name(ui, state, PersonId{}), "–");
        EXPECT_EQ(person_name(ui, state, id), "li.si");
        EXPECT_EQ(role_name(ui, state, state.people.people[id]), "no role");
        EXPECT_EQ(team_name(ui, state, state.people.people[id]), "no team");
    });
}

TEST(labels, facts_of_a_course_in_one_line) {
    Stage stage;
    catalog::Course course;
    course.duration_minutes = 720;
    course.level = 2;
    course.price_minor = 39'900;
    stage.draw([&](Ui& ui) { EXPECT_EQ(course_facts(ui, course), "12 h · Intermediate · ¥399"); });
}

TEST(labels, long_lists_of_names_end_with_how_many_more) {
    Stage stage;
    stage.draw([](Ui& ui) {
        EXPECT_EQ(named(ui, {"Go", "Git"}, 2), "Go, Git");
        EXPECT_EQ(named(ui, {"Go", "Git", "SQL", "C"}, 2), "Go, Git and 2 more");
        EXPECT_EQ(named(ui, {}, 2), "");
    });
}

TEST(labels, gaps_add_up) {
    std::vector<app::GapRow> rows(2);
    rows[0].need.level = 3;
    rows[0].level = 1;
    rows[1].need.level = 1;
    rows[1].level = 2;
    EXPECT_EQ(gap_sum(rows), 2);
}

TEST(labels, every_kind_has_its_word) {
    EXPECT_EQ(level_word(1), Word::level_1);
    EXPECT_EQ(level_word(0), Word::level_none);
    EXPECT_EQ(access_word("training_admin"), Word::access_admin);
    EXPECT_EQ(access_word(""), Word::access_employee);
    EXPECT_EQ(dismiss_word(learning::DismissReason::too_expensive), Word::dismiss_too_expensive);
    EXPECT_EQ(grade_word(assessment::Grade::fail), Word::grade_fail);
    EXPECT_EQ(evidence_word(people::EvidenceKind::test), Word::evidence_test);
    EXPECT_EQ(status_word(learning::EnrolmentStatus::finished), Word::status_finished);
}

}  // namespace zhitu::ui
