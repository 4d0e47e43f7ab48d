#include "app/check_job.h"

#include <gtest/gtest.h>

#include "app/jobs.h"
#include "tests/app/company.h"

namespace zhitu::app {
namespace {

CheckRequest request() {
    test::Company company;
    company.add_person("li");
    company.add_person("wang");
    company.settle();
    return {company.store.journal_files()};
}

CheckReport report_of(CheckRequest asked) {
    CheckJob job(std::move(asked));
    EXPECT_EQ(job.progress_millionths(), 0);
    while (job.step(1)) {
    }
    EXPECT_EQ(job.progress_millionths(), limits::million);
    return job.take_result();
}

TEST(CheckJob, what_is_whole_is_counted) {
    CheckReport const report = report_of(request());
    EXPECT_TRUE(report.is_good());
    EXPECT_EQ(report.changes_count, 2u);
    EXPECT_EQ(report.bodies_count, 2u);
    EXPECT_EQ(report.writers_count, 1u);
}

TEST(CheckJob, a_broken_file_is_named_once) {
    CheckRequest bent = request();
    std::size_t bent_count = 0;
    for (vault::StoredFile& file : bent.files) {
        if (file.name != "p/main/j/00000001") continue;
        file.bytes[40] ^= 1;
        ++bent_count;
    }
    ASSERT_EQ(bent_count, 1u);
    CheckReport const report = report_of(std::move(bent));
    EXPECT_FALSE(report.is_good());
    EXPECT_EQ(report.broken, std::vector<std::string>{"p/main/j/00000001"});
}

TEST(CheckJob, request_and_verdict_cross_as_bytes) {
    JobRequest const sent{8, CheckRequest(request())};
    std::string const bytes = to_bytes(JobRequest(sent));
    auto back = job_request_from_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(to_bytes(JobRequest(back.value())), bytes);
    JobResult const result = run_job(std::move(back).value(), nullptr);
    CheckReport bad = *std::get_if<CheckReport>(&result.outcome.value());
    EXPECT_TRUE(bad.is_good());
    bad.broken = {"p/main/j/00000001"};
    JobResultBytes const answer = to_bytes(JobResult{8, JobOutcome(bad)});
    EXPECT_TRUE(answer.tail.empty());
    auto const again = job_result_from_bytes(answer);
    ASSERT_TRUE(again);
    EXPECT_EQ(*std::get_if<CheckReport>(&again.value().outcome.value()), bad);
    EXPECT_FALSE(job_result_from_bytes({answer.head, {"tail"}}));
    for (std::size_t size = 0; size < answer.head.size(); ++size) {
        EXPECT_FALSE(job_result_from_bytes({answer.head.substr(0, size), {}})) << size;
    }
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
        EXPECT_FALSE(job_request_from_bytes(std::string_view(bytes).substr(0, size))) << size;
    }
}

}  // namespace
}  // namespace zhitu::app
