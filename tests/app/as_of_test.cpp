#include "app/as_of.h"

#include <gtest/gtest.h>

#include <map>

#include "app/company.h"
#include "base/text.h"
#include "support/imports.h"
#include "tests/vault/histories.h"

namespace zhitu::app {
namespace {

using test::Company;

Past past_of(vault::Ledger const& ledger, vault::Stamp until, std::uint64_t ops_max = 1'000'000) {
    AsOf work(ledger, until);
    while (work.step(ops_max)) {
    }
    return work.take();
}

vault::Stamp last_stamp(Store const& store) {
    return store.ledger().changes().back().header.stamp;
}

void expect_same(State const& state, State const& expected) {
    EXPECT_EQ(state.catalog.courses, expected.catalog.courses);
    EXPECT_EQ(state.catalog.skills, expected.catalog.skills);
    EXPECT_EQ(state.catalog.units_of, expected.catalog.units_of);
    EXPECT_EQ(state.people.company, expected.people.company);
    EXPECT_EQ(state.people.roles, expected.people.roles);
    EXPECT_EQ(state.people.people, expected.people.people);
    EXPECT_EQ(state.people.evidence, expected.people.evidence);
    EXPECT_EQ(state.learning.enrolments, expected.learning.enrolments);
    EXPECT_EQ(state.learning.dismissals, expected.learning.dismissals);
    EXPECT_EQ(state.assessment.results, expected.assessment.results);
}

// A company that grows; its state after each change, by stamp.
struct Grown : Company {
    std::map<vault::Stamp, State> states;

    Grown() {
        keep([&] { add_skill("go"); });
        keep([&] { add_person("li.si"); });
        keep([&] { add_course("Go"); });
        PersonId const me = *people::find_by_login(store.state().people, "li.si");
        CourseId const course = store.state().catalog.courses.begin()->first;
        keep([&] { ZT_ASSERT(store.dispatch(EnrollLearner{me, course}).is_ok()); });
        keep([&] { ZT_ASSERT(store.undo().is_ok()); });
        keep([&] { ZT_ASSERT(store.redo().is_ok()); });
        keep([&] { ZT_ASSERT(store.dispatch(FinishCourse{me, course}).is_ok()); });
        keep([&] { ZT_ASSERT(store.dispatch(DeleteCourse{course}).is_ok()); });
    }
    template <class Act>
    void keep(Act act) {
        act();
        states[last_stamp(store)] = store.state();
    }
};

TEST(as_of, the_state_of_each_moment_comes_back) {
    Grown company;
    ASSERT_EQ(company.states.size(), 8u);
    Digest const digest = company.store.state_digest();
    std::uint64_t count = 0;
    for (auto const& [stamp, state] : company.states) {
        Past const past = past_of(company.store.ledger(), stamp);
        expect_same(past.state, state);
        EXPECT_EQ(past.changes_count, ++count);
        EXPECT_EQ(past.lost_count, 0u);
        EXPECT_EQ(past.state.version, 0u);
    }
    EXPECT_EQ(company.store.state_digest(), digest);
}

TEST(as_of, before_the_first_change_there_is_nothing) {
    Grown company;
    Past const past = past_of(company.store.ledger(), company.states.begin()->first - 1);
    EXPECT_TRUE(past.state.is_empty());
    EXPECT_EQ(past.changes_count, 0u);
    EXPECT_TRUE(past_of(vault::Ledger(), 99).state.is_empty());
}

TEST(as_of, a_change_that_comes_late_belongs_to_the_past_it_names) {
    Company there;
    there.env.advance_ms(-10 * 86'400'000LL);
    there.add_skill("rust");
    Grown here;
    vault::Stamp const before = here.states.begin()->first - 1;
    EXPECT_TRUE(past_of(here.store.ledger(), before).state.catalog.skills.empty());
    ASSERT_TRUE(here.store.merge(there.store.ledger().changes()));
    EXPECT_EQ(past_of(here.store.ledger(), before).state.catalog.skills.size(), 1u);
}

TEST(as_of, equal_clocks_belong_to_one_moment) {
    vault::tests::Writer ann(1);
    vault::tests::Writer bob(2);
    vault::Ledger ledger;
    auto const key = vault::tests::course(1);
    ledger.accept(ann.write(7, {vault::set_op(key, "title_en", Json("a"))}));
    ledger.accept(bob.write(7, {vault::set_op(key, "title_zh", Json("b"))}));
    EXPECT_TRUE(past_of(ledger, 6).state.catalog.courses.empty());
    Past const past = past_of(ledger, 7);
    EXPECT_EQ(past.changes_count, 2u);
    EXPECT_EQ(past.state.catalog.courses.begin()->second.title, (LocalText{"b", "a"}));
}

TEST(as_of, what_was_erased_later_is_no_longer_known_and_counted) {
    Grown company;
    PersonId const me = *people::find_by_login(company.store.state().people, "li.si");
    vault::Stamp const then = std::next(company.states.begin())->first;
    ASSERT_TRUE(past_of(company.store.ledger(), then).state.people.people.contains(me));
    ASSERT_TRUE(company.store.record({vault::tests::erase_op(me.raw)}));
    Past const past = past_of(company.store.ledger(), then);
    EXPECT_FALSE(past.state.people.people.contains(me));
    EXPECT_EQ(past.changes_count, 2u);
    EXPECT_EQ(past.lost_count, 1u);
}

TEST(as_of, small_steps_give_the_same_and_say_how_far_they_are) {
    Grown company;
    AsOf work(company.store.ledger(), last_stamp(company.store));
    EXPECT_EQ(work.share_done(), 0);
    double share = 0;
    int steps_count = 1;
    while (work.step(1)) {
        EXPECT_GE(work.share_done(), share);
        share = work.share_done();
        EXPECT_LE(share, 1);
        ++steps_count;
    }
    EXPECT_GT(steps_count, 8);
    EXPECT_EQ(work.share_done(), 1);
    expect_same(work.take().state, company.store.state());
}

TEST(as_of, a_day_ends_at_midnight_of_ones_own_clock) {
    std::int64_t const day = *parse_date_days("2026-11-20");
    EXPECT_EQ(end_of_day(day, 0) >> 16, 1'795'132'800'000u + 86'400'000u - 1);
    EXPECT_EQ(end_of_day(day, 480) + 1, end_of_day(day, 0) + 1 - (28'800'000ull << 16));
    for (int offset : {-720, 0, 480, 840}) {
        EXPECT_EQ(day_of(end_of_day(day, offset), offset), day);
        EXPECT_EQ(day_of(end_of_day(day, offset) + 1, offset), day + 1);
    }
}

TEST(as_of, the_moments_are_the_first_change_and_the_last_import) {
    Grown company;
    Moments moments = moments_of(company.store.ledger());
    EXPECT_EQ(moments.first, company.states.begin()->first);
    EXPECT_EQ(moments.last_import, 0u);
    exchange::ImportTable table;
    catalog::Course course;
    course.title.en = "Imported";
    table.courses[catalog::course_id(course)] = course;
    ASSERT_TRUE(test::import_table(company.store, table));
    vault::Stamp const imported = last_stamp(company.store);
    company.add_skill("sql");
    moments = moments_of(company.store.ledger());
    EXPECT_EQ(moments.last_import, imported);
    EXPECT_EQ(moments_of(vault::Ledger()).first, 0u);
}

TEST(as_of, month_ends_lie_between_the_first_day_and_today) {
    auto const day = [](char const* text) { return *parse_date_days(text); };
    EXPECT_EQ(month_ends(day("2026-01-31"), day("2026-03-31"), 9),
              (std::vector<std::int64_t>{day("2026-02-28"), day("2026-01-31")}));
    EXPECT_EQ(month_ends(day("2020-01-01"), day("2024-03-01"), 2),
              (std::vector<std::int64_t>{day("2024-02-29"), day("2024-01-31")}));
    EXPECT_TRUE(month_ends(day("2026-03-02"), day("2026-03-31"), 9).empty());
}

}  // namespace
}  // namespace zhitu::app
