#include "app/jobs.h"

#include <gtest/gtest.h>

#include "app/company.h"
#include "base/limits.h"

namespace zhitu::app {
namespace {

JobRequest request() {
    ImportRequest import;
    import.files = {{"a.csv", "login,name,email\na,Ann,a@b\nb,Bo,\n,nobody,\n"},
                    {"数据.json", R"({"data engineer":[{"skill":"sql","priority":0.83}]})"},
                    {"empty", ""}};
    import.today = "2026-11-20";
    return {7, std::move(import)};
}

ImportProposal const& proposal_of(JobResult const& result) {
    return *std::get_if<ImportProposal>(&result.outcome.value());
}

TEST(Jobs, a_job_in_steps_gives_what_running_it_gives) {
    Job job(request(), nullptr);
    std::int64_t progress = 0;
    int steps_count = 1;
    while (job.step(1)) {
        EXPECT_GE(job.progress_millionths(), progress);
        progress = job.progress_millionths();
        ++steps_count;
    }
    EXPECT_EQ(job.progress_millionths(), limits::million);
    EXPECT_GE(steps_count, 8);
    JobResult const stepped = job.take_result();
    EXPECT_EQ(stepped.id, 7u);
    EXPECT_EQ(proposal_of(stepped), proposal_of(run_job(request(), nullptr)));
    EXPECT_EQ(proposal_of(stepped).counts[static_cast<std::size_t>(Thing::person)].added, 2u);
    EXPECT_EQ(proposal_of(stepped).counts[static_cast<std::size_t>(Thing::role)].added, 1u);
    EXPECT_EQ(proposal_of(stepped).refusals_count, 2u);
}

TEST(Jobs, a_request_crosses_as_bytes) {
    auto back = job_request_from_bytes(to_bytes(request()));
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().id, 7u);
    EXPECT_EQ(to_bytes(back.value()), to_bytes(request()));
    EXPECT_EQ(to_bytes(request()).substr(0, 8), std::string("\7\0\0\0\0\0\0\0", 8));
}

TEST(Jobs, a_cut_request_is_refused) {
    std::string const bytes = to_bytes(request());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(job_request_from_bytes(std::string_view(bytes).substr(0, size))) << size;
    }
}

TEST(Jobs, a_result_crosses_as_a_head_and_a_tail_that_is_not_looked_into) {
    JobResult const result = run_job(request(), nullptr);
    JobResultBytes const bytes = to_bytes(result);
    EXPECT_EQ(bytes.tail.size(), 1 + proposal_of(result).parts.size());
    EXPECT_EQ(bytes.head.find("\"k\":\"set\""), std::string::npos);
    auto const back = job_result_from_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().id, 7u);
    EXPECT_EQ(proposal_of(back.value()), proposal_of(result));
}

TEST(Jobs, a_result_without_its_head_or_its_tail_is_refused) {
    JobResultBytes const bytes = to_bytes(run_job(request(), nullptr));
    EXPECT_FALSE(job_result_from_bytes({bytes.head, {}}));
    EXPECT_FALSE(job_result_from_bytes({bytes.head.substr(1), bytes.tail}));
    EXPECT_FALSE(job_result_from_bytes({}));
}

TEST(Jobs, an_error_crosses_as_bytes) {
    JobResult const result{9, Error{ErrorCode::job_failed, {"内存"}}};
    auto const back = job_result_from_bytes(to_bytes(result));
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().id, 9u);
    EXPECT_EQ(back.value().outcome.error(), (Error{ErrorCode::job_failed, {"内存"}}));
}

}  // namespace
}  // namespace zhitu::app
