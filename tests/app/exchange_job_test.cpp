#include "app/exchange_job.h"

#include <gtest/gtest.h>

#include "app/company.h"
#include "app/jobs.h"
#include "exchange/exchange_file.h"

namespace zhitu::app {
namespace {

struct Exported : test::Company {
    Exported() {
        for (int i = 0; i < 120; ++i) add_person("p" + std::to_string(i));
        bytes = exchange::write_full(store.ledger(), "2026-11-20");
    }
    JobRequest request() const { return {3, ExchangeRequest{bytes}}; }
    std::string bytes;
};

ExchangeReading reading_of(JobResult const& result) {
    return *std::get_if<ExchangeReading>(&result.outcome.value());
}

TEST(ExchangeJob, its_parts_are_all_changes_of_the_file) {
    Exported company;
    ExchangeReading const reading = reading_of(run_job(company.request(), nullptr));
    EXPECT_EQ(reading.changes_count, company.store.ledger().changes().size());
    EXPECT_EQ(reading.state, company.store.state_digest());
    EXPECT_GT(reading.parts.size(), 1u);
    test::Company other;
    for (std::string const& part : reading.parts) {
        EXPECT_LE(part.size(), 20'000u);
        auto changes = changes_of_part(part);
        ASSERT_TRUE(changes);
        ASSERT_TRUE(other.store.merge(std::move(changes).value()));
    }
    EXPECT_EQ(other.store.state_digest(), reading.state);
}

TEST(ExchangeJob, in_steps_it_gives_the_same_and_its_progress_never_falls) {
    Exported company;
    Job job(company.request(), nullptr);
    std::int64_t progress = 0;
    int steps_count = 0;
    for (; job.step(10); ++steps_count) {
        EXPECT_GE(job.progress_millionths(), progress);
        progress = job.progress_millionths();
    }
    EXPECT_GT(steps_count, 5);
    EXPECT_EQ(job.progress_millionths(), limits::million);
    EXPECT_EQ(reading_of(job.take_result()), reading_of(run_job(company.request(), nullptr)));
}

TEST(ExchangeJob, request_and_reading_cross_as_bytes) {
    Exported company;
    auto request = job_request_from_bytes(to_bytes(company.request()));
    ASSERT_TRUE(request);
    JobResult const result = run_job(std::move(request).value(), nullptr);
    JobResultBytes const bytes = to_bytes(result);
    EXPECT_EQ(bytes.tail, reading_of(result).parts);
    auto const back = job_result_from_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().id, 3u);
    EXPECT_EQ(reading_of(back.value()), reading_of(result));
}

TEST(ExchangeJob, half_a_file_is_an_error) {
    Exported company;
    company.bytes.resize(company.bytes.size() / 2);
    JobResult const result = run_job(company.request(), nullptr);
    ASSERT_FALSE(result.outcome);
    EXPECT_EQ(result.outcome.error(), exchange::read_full(company.bytes).error());
}

TEST(ExchangeJob, a_part_that_is_no_list_of_changes_is_refused) {
    EXPECT_EQ(changes_of_part("{}").error(), (Error{ErrorCode::e_field, {"changes"}}));
    EXPECT_FALSE(changes_of_part("[{}]"));
    EXPECT_FALSE(changes_of_part("["));
    EXPECT_TRUE(changes_of_part("[]").value().empty());
}

}  // namespace
}  // namespace zhitu::app
