#include "tools/cli/profile.h"

#include <gtest/gtest.h>

#include "tools/scratch.h"

namespace zhitu::tools {
namespace {

TEST(Profile, a_folder_that_is_missing_is_refused_or_made) {
    testing::Scratch scratch;
    SimulatedEnv env(1);
    auto const refused = open_profile(env, scratch / "p", IfMissing::refuse);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
    EXPECT_FALSE(std::filesystem::exists(scratch / "p"));
    EXPECT_TRUE(open_profile(env, scratch / "p", IfMissing::make));
    EXPECT_TRUE(open_profile(env, scratch / "p", IfMissing::refuse));
}

TEST(Profile, what_was_saved_is_there_after_opening_again) {
    testing::Scratch scratch;
    SimulatedEnv env(1);
    Digest digest{};
    {
        auto profile = open_profile(env, scratch / "p", IfMissing::make);
        ASSERT_TRUE(profile);
        app::NameCompany const name{{"知途", "Zhitu"}, false};
        ASSERT_TRUE(profile.value().store->dispatch(name));
        EXPECT_TRUE(finish_saving(profile.value()));
        digest = profile.value().store->state_digest();
    }
    auto const again = open_profile(env, scratch / "p", IfMissing::refuse);
    ASSERT_TRUE(again);
    EXPECT_EQ(again.value().report.changes_count, 1u);
    EXPECT_EQ(again.value().store->state_digest(), digest);
    EXPECT_EQ(again.value().store->state().people.company.name.en, "Zhitu");
}

TEST(Profile, a_second_program_reads_and_may_not_write) {
    testing::Scratch scratch;
    SimulatedEnv env(1);
    auto const first = open_profile(env, scratch / "p", IfMissing::make);
    auto second = open_profile(env, scratch / "p", IfMissing::refuse);
    ASSERT_TRUE(first && second);
    auto const done = second.value().store->dispatch(app::NameCompany{});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::read_only);
    EXPECT_EQ(finish_saving(second.value()).error().code, ErrorCode::read_only);
}

}  // namespace
}  // namespace zhitu::tools
