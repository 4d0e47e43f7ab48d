#include "app/advisor.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/random_company.h"

namespace zhitu::app {
namespace {

using learning::EnrolmentStatus;
using people::EvidenceKind;
using recommend::Reason;
using test::all;
using test::Firm;
using test::random_company;

// One course of 300 in `currency` for a person with a budget of 400 roubles.
struct Shop : Firm {
    explicit Shop(char const* currency) {
        need(1, 1, 500'000);
        catalog::Course& course = teaches(1, 1, {0, 1});
        course.price_minor = 300;
        course.currency = currency;
        state.people.people[anna].budget_minor = 400;
        state.people.people[anna].currency = "RUB";
    }
    recommend::Contribution price() const {
        return advise(state, anna, all).items.at(0).scored.contributions.at(
            static_cast<std::size_t>(Reason::price));
    }
};

TEST(advisor, a_price_counts_in_the_currency_of_the_budget_only) {
    EXPECT_TRUE(Shop("RUB").price().is_known);
    EXPECT_NEAR(Shop("RUB").price().term, 0.25, 1e-12);
    for (char const* const currency : {"CNY", ""}) {
        EXPECT_FALSE(Shop(currency).price().is_known);
        EXPECT_EQ(Shop(currency).price().value, 0);
    }
    Shop no_budget("RUB");
    no_budget.state.people.people[no_budget.anna].budget_minor.reset();
    EXPECT_FALSE(no_budget.price().is_known);
    Shop no_price("RUB");
    no_price.state.catalog.courses[Firm::course(1)].price_minor.reset();
    EXPECT_FALSE(no_price.price().is_known);
    Shop bare("");
    bare.state.people.people[bare.anna].currency = "";
    EXPECT_FALSE(bare.price().is_known);  // two unknown currencies are not the same
}

TEST(advisor, a_dismissed_course_stays_away_until_it_is_restored) {
    Firm firm;
    firm.need(1, 1, 500'000);
    firm.teaches(1, 1, {0, 1});
    firm.teaches(2, 1, {0, 1});
    firm.state.learning.dismissals[firm.anna][Firm::course(1)] = {};
    EXPECT_EQ(firm.advised(), std::vector<int>{2});
    EXPECT_EQ(advise(firm.state, firm.anna, all).courses_count, 1u);
    firm.takes(1, EnrolmentStatus::enrolled);  // both taken and dismissed: left out once
    EXPECT_EQ(advise(firm.state, firm.anna, all).courses_count, 1u);
    firm.state.learning = {};
    EXPECT_EQ(firm.advised(), (std::vector<int>{1, 2}));
}

TEST(advisor, a_rejected_synonym_covers_nothing) {
    Firm firm;
    firm.need(1, 1, 500'000);
    catalog::Skill& skill = firm.state.catalog.skills[Firm::skill(1)];
    skill.synonyms[Firm::skill(2)] = {400'000};
    firm.teaches(1, 2, {0, 1});
    EXPECT_EQ(firm.advised(), std::vector<int>{1});
    skill.rejected.insert(Firm::skill(2));
    EXPECT_EQ(advise(firm.state, firm.anna, all).status, AdviceStatus::nothing_fits);
}

TEST(advisor, knows_no_more_of_a_person_than_it_is_told) {
    Firm firm;
    firm.need(1, 3, 500'000);
    firm.teaches(1, 1, {0, 1});
    firm.takes(1, EnrolmentStatus::finished);
    auto& evidence = firm.state.people.evidence[firm.anna];
    evidence = {{Firm::skill(1), 1, EvidenceKind::self, "2026-01-01", ""},
                {Firm::skill(1), 2, EvidenceKind::test, "2026-02-01", ""},
                {Firm::skill(1), 3, EvidenceKind::test, "", ""}};
    Advisor const advisor(firm.state);
    auto const everything = advisor.user_of(firm.anna);
    EXPECT_EQ(everything.needs.at(0).level, 3);
    EXPECT_EQ(everything.taken.size(), 1u);
    auto const before = advisor.user_of(firm.anna, {true, "2026-02-01"});
    EXPECT_EQ(before.needs.at(0).level, 1);
    EXPECT_TRUE(before.taken.empty());
}

bool is_same(AdviceList const& a, AdviceList const& b) {
    return a.status == b.status && a.courses_count == b.courses_count &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                      [](Advice const& left, Advice const& right) {
                          return left.course == right.course &&
                                 left.scored.score == right.scored.score &&
                                 left.gaps_closed == right.gaps_closed;
                      });
}

TEST(advisor, one_for_all_says_to_the_last_bit_what_one_for_each_says) {
    int listed = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        State const state = random_company(seed);
        Advisor advisor(state);
        for (auto const& [id, person] : state.people.people) {
            AdviceList const alone = advise(state, id, 10);
            EXPECT_TRUE(is_same(advise(advisor, state, id, 10), alone));
            listed += static_cast<int>(alone.items.size());
        }
    }
    EXPECT_GT(listed, 500);
}

}  // namespace
}  // namespace zhitu::app
