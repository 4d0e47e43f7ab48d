#include "app/jobs.h"

#include <gtest/gtest.h>

#include "base/env.h"
#include "base/limits.h"

namespace zhitu::app {
namespace {

JobRequest request() {
    return {7,
            {{"a.csv", "login,name,email\na,Ann,a@b\nb,Bo,\n,nobody,\n"},
             {"数据.json", R"({"data engineer":[{"skill":"sql","priority":0.83}]})"},
             {"empty", ""}}};
}

TEST(Jobs, a_job_in_steps_gives_what_running_it_gives) {
    Job job(request());
    std::int64_t progress = 0;
    int steps_count = 1;
    while (job.step(1)) {
        EXPECT_GE(job.progress_millionths(), progress);
        progress = job.progress_millionths();
        ++steps_count;
    }
    EXPECT_EQ(job.progress_millionths(), limits::million);
    EXPECT_GE(steps_count, 4);
    JobResult const stepped = job.take_result();
    EXPECT_EQ(stepped.id, 7u);
    EXPECT_TRUE(stepped.table.value() == run_job(request()).table.value());
    EXPECT_EQ(stepped.table.value().people.size(), 2u);
    EXPECT_EQ(stepped.table.value().roles.size(), 1u);
    EXPECT_EQ(stepped.table.value().refusals.size(), 2u);
}

TEST(Jobs, a_request_crosses_as_bytes) {
    std::string const bytes = to_bytes(request());
    auto const back = job_request_from_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(to_bytes(back.value()), bytes);
    EXPECT_EQ(back.value().id, 7u);
    ASSERT_EQ(back.value().files.size(), 3u);
    EXPECT_EQ(back.value().files[1].name, "数据.json");
    EXPECT_EQ(back.value().files[0].bytes, request().files[0].bytes);
    EXPECT_EQ(bytes.substr(0, 12), std::string("\7\0\0\0\0\0\0\0\5\0\0\0", 12));
}

TEST(Jobs, a_cut_request_is_refused_unless_it_ends_behind_a_file) {
    std::string const bytes = to_bytes(request());
    std::size_t whole_count = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        whole_count += job_request_from_bytes(std::string_view(bytes).substr(0, size)).is_ok();
    }
    EXPECT_EQ(whole_count, 3u);  // no file, one, two
}

TEST(Jobs, a_result_crosses_as_bytes) {
    JobResult const result = run_job(request());
    auto const back = job_result_from_bytes(to_bytes(result));
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().id, 7u);
    EXPECT_TRUE(back.value().table.value().courses == result.table.value().courses);
    EXPECT_TRUE(back.value().table.value().refusals == result.table.value().refusals);
}

TEST(Jobs, an_error_crosses_as_bytes) {
    JobResult const result{9, Error{ErrorCode::job_failed, {"内存"}}};
    auto const back = job_result_from_bytes(to_bytes(result));
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().id, 9u);
    EXPECT_EQ(back.value().table.error(), (Error{ErrorCode::job_failed, {"内存"}}));
}

TEST(Jobs, bytes_of_somebody_else_never_crash) {
    SimulatedEnv chance(2);
    std::string const good = to_bytes(run_job(request()));
    int read_count = 0;
    for (int i = 0; i < 2'000; ++i) {
        bool const is_whole = chance.below(2) == 0;
        std::string bytes = good.substr(0, is_whole ? good.size() : 1 + chance.below(good.size()));
        bytes[chance.below(bytes.size())] = static_cast<char>(chance.next_u64());
        read_count += job_result_from_bytes(bytes).is_ok();
    }
    EXPECT_GT(read_count, 0);
    EXPECT_LT(read_count, 2'000);
}

}  // namespace
}  // namespace zhitu::app
