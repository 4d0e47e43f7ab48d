#include "app/commands.h"

#include <gtest/gtest.h>

#include "app/company.h"

namespace zhitu::app {
namespace {

TEST(commands, every_command_reaches_its_decide) {
    test::Company company;
    SimulatedEnv env(1);
    Context const context{"2026-11-20", &env};
    State const& state = company.store.state();
    std::vector<Command> const empty_commands{
        NameCompany{}, SavePerson{},      SaveSkill{},  SaveCourse{},  DeleteCourse{},
        EnrollLearner{}, WithdrawLearner{}, FinishUnit{}, AssessSkill{}};
    int refused_count = 0;
    for (Command const& command : empty_commands) {
        refused_count += decide_any(state, command, context).is_ok() ? 0 : 1;
    }
    EXPECT_EQ(refused_count, static_cast<int>(empty_commands.size()));
}

TEST(commands, the_company_gets_a_name) {
    test::Company company;
    ASSERT_TRUE(company.store.dispatch(NameCompany{{"榫舟科技", "Sunzhou"}, false}));
    EXPECT_EQ(company.store.state().people.company.name.zh, "榫舟科技");
    EXPECT_FALSE(company.store.state().is_empty());
}

}  // namespace
}  // namespace zhitu::app
