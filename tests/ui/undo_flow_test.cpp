#include "ui/undo_flow.h"

#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

TEST(undo_flow, an_older_toast_undoes_its_own_deed_and_no_other) {
    SmallCompany company;
    Screen& screen = company.screen;
    auto const push = [&](app::Command command) {
        auto const done = screen.store().dispatch(command);
        ASSERT_TRUE(done);
        Toast toast;
        toast.id = screen.view().next_toast++;
        toast.text = "toast " + std::to_string(toast.id);
        toast.undo = done.value();
        screen.view().toasts.push_back(toast);
    };
    push(app::EnrollLearner{company.me, company.course});
    std::uint64_t const first = screen.view().toasts.back().id;
    people::SkillAssessed statement{.skill = company.go, .level = 1, .kind = {},
                                    .on = "2026-11-20", .case_label = {}, .course = {}};
    push(app::AssessSkill{company.me, statement});
    Wishes wishes;
    UndoFlow flow{screen.store(), screen.view(), {screen.store(), screen.view(), wishes}};
    flow.turn({first, false});
    EXPECT_FALSE(learning::is_taken(company.state().learning, company.me, company.course));
    EXPECT_EQ(company.level_of(company.go), 1);
    // Its toast is gone, the other still offers, and the new one brings it back.
    ASSERT_EQ(screen.view().toasts.size(), 2u);
    EXPECT_EQ(screen.view().toasts.back().text,
              "Enrolment in Git in practice withdrawn again");
    flow.turn({screen.view().toasts.back().id, false});
    EXPECT_TRUE(learning::is_taken(company.state().learning, company.me, company.course));
    EXPECT_EQ(screen.view().toasts.back().text, "Enrolled: Git in practice");
}

TEST(undo_flow, what_others_changed_since_is_said) {
    SmallCompany company;
    Screen& screen = company.screen;
    auto const rename = [&](app::Store& store, char const* zh, char const* en) {
        catalog::Skill skill = store.state().catalog.skills.at(company.go);
        skill.name = {zh, en};
        ASSERT_TRUE(store.dispatch(app::SaveSkill{skill, company.go}));
    };
    rename(screen.store(), "围棋", "ours");
    SimulatedEnv env(9);
    vault::MemoryStorage storage;
    app::Store there(env, storage);
    ASSERT_TRUE(there.open());
    ASSERT_TRUE(there.merge(screen.store().ledger().changes()));
    rename(there, "围棋", "theirs");
    ASSERT_TRUE(screen.store().merge(there.ledger().changes()));
    Wishes wishes;
    UndoFlow flow{screen.store(), screen.view(), {screen.store(), screen.view(), wishes}};
    flow.turn({});
    EXPECT_EQ(screen.view().toasts.back().text,
              "As it was before: ours. What others have changed since stays as they left it.");
    EXPECT_EQ(company.state().catalog.skills.at(company.go).name, (LocalText{"", "theirs"}));
}

TEST(undo_flow, an_export_takes_the_offer_and_leaves_what_was_said) {
    SmallCompany company;
    Screen& screen = company.screen;
    screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(screen.click("Enrol"));
    screen.store().note_exported();
    Wishes wishes;
    UndoFlow flow{screen.store(), screen.view(), {screen.store(), screen.view(), wishes}};
    flow.forget_stale_offers();
    screen.settle();
    EXPECT_TRUE(screen.says("Enrolled: Git in practice"));
    EXPECT_EQ(screen.find("Undo"), nullptr);
    flow.turn({});
    EXPECT_TRUE(screen.view().toasts.back().is_problem);
}

}  // namespace zhitu::ui
