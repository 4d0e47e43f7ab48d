#include "ui/result_card.h"

#include <gtest/gtest.h>

#include "tests/ui/company.h"
#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(result_card, a_pass_says_what_it_meant_for_the_skills) {
    SmallCompany company;
    company.screen.go(Page::course, company.course.raw);
    EXPECT_TRUE(company.screen.says("No result yet"));
    ASSERT_TRUE(company.screen.click("Record the result"));
    EXPECT_EQ(company.level_of(company.git), 2);
    EXPECT_TRUE(company.screen.says("git 0 → 2, by test"));
    EXPECT_TRUE(company.screen.says("Result recorded: Git in practice, Good"));
    EXPECT_TRUE(company.screen.says("finished"));
    ASSERT_TRUE(company.screen.click("Undo"));
    EXPECT_EQ(company.level_of(company.git), 0);
}

TEST(result_card, its_date_is_today_until_another_one_is_given) {
    SmallCompany company;
    company.screen.go(Page::course, company.course.raw);
    std::string const today = company.screen.view().today;
    EXPECT_EQ(company.screen.find(AriaRole::textbox, "Date")->value, today);
    ASSERT_TRUE(company.screen.click("The day before"));
    ASSERT_TRUE(company.screen.click("Record the result"));
    auto const results =
        assessment::results_in(company.state().assessment, company.me, company.course);
    ASSERT_EQ(results.size(), 1u);
    EXPECT_EQ(results.front().on, date_text(parse_date_days(today).value() - 1));
}

TEST(result_card, what_is_no_date_is_not_recorded) {
    SmallCompany company;
    company.screen.go(Page::course, company.course.raw);
    Digest const before = company.screen.store().state_digest();
    company.screen.view().form["result.on"] = "tomorrow";
    company.screen.settle();
    EXPECT_TRUE(company.screen.says("Write a date such as"));
    EXPECT_NE(company.screen.find("Record the result")->flags & node_disabled, 0u);
    company.screen.click("Record the result");
    EXPECT_EQ(company.screen.store().state_digest(), before);
}

TEST(result_card, a_fail_is_kept_and_changes_nothing) {
    SmallCompany company;
    company.screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(company.screen.click("Grade"));
    ASSERT_TRUE(company.screen.click(AriaRole::option, "Fail"));
    ASSERT_TRUE(company.screen.click("Record the result"));
    EXPECT_TRUE(company.screen.says("nothing changed"));
    EXPECT_EQ(company.level_of(company.git), 0);
}

TEST(result_card, an_older_result_says_that_a_newer_test_counts) {
    SmallCompany company;
    people::SkillAssessed test;
    test.skill = company.git;
    test.level = 1;
    test.kind = people::EvidenceKind::test;
    test.on = company.screen.store().today();
    company.dispatch(app::AssessSkill{company.me, test});
    company.dispatch(app::RecordResult{company.me, company.course, assessment::Grade::good,
                                       "2020-01-02"});
    EXPECT_EQ(company.level_of(company.git), 1);
    company.screen.go(Page::course, company.course.raw);
    EXPECT_TRUE(company.screen.says("git: level 1 counts today (test · "));
}

TEST(result_card, who_may_not_is_refused_and_told_so) {
    SmallCompany company;
    company.act_as(company.me);  // an employee
    app::RecordResult const wish{company.boss, company.course, assessment::Grade::good, {}};
    auto const done = company.screen.store().dispatch(wish, company.me);
    ASSERT_FALSE(done);
    EXPECT_EQ(sentence(done.error(), Language::en),
              "Only the person, their manager or a training admin may record results and levels.");
}

TEST(result_card, a_manager_records_for_those_who_report_to_them) {
    SmallCompany company;
    company.act_as(company.boss);
    company.screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(company.screen.click("Whose result"));
    ASSERT_TRUE(company.screen.click(AriaRole::option, "Li Si"));
    ASSERT_TRUE(company.screen.click("Record the result"));
    EXPECT_EQ(company.level_of(company.git), 2);
}

TEST(result_card, who_may_judge_whom_follows_the_roster) {
    SmallCompany company;
    people::Person other = company.state().people.people.at(company.me);
    other.login = "zhao.wu";
    other.manager = {};
    company.dispatch(app::SavePerson{other});
    Stage stage;
    stage.draw([&](Ui& ui) {
        app::State const& state = company.state();
        EXPECT_EQ(people_to_judge(ui, state, company.me), std::vector<PersonId>{company.me});
        EXPECT_EQ(people_to_judge(ui, state, company.boss),
                  (std::vector<PersonId>{company.boss, company.me}));
        EXPECT_EQ(people_to_judge(ui, state, PersonId{}).size(), 3u);
    });
}

}  // namespace zhitu::ui
