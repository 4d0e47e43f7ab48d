#pragma once

// Work longer than a frame: a value in, a value out, progress between, no shared memory. In the
// browser a worker runs the same code from bytes; where there is none, the shell steps it in
// slices.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/check_job.h"
#include "app/exchange_job.h"
#include "app/import_proposal.h"

namespace zhitu::app {

// One alternative for each kind of job, in the same place in both.
using JobWork = std::variant<ImportRequest, ExchangeRequest, CheckRequest>;
using JobOutcome = std::variant<ImportProposal, ExchangeReading, CheckReport>;

struct JobRequest {
    std::uint64_t id = 0;
    JobWork work;
};

struct JobResult {
    std::uint64_t id = 0;
    Result<JobOutcome> outcome;
};

class Job {
public:
    // As ImportJob's: `decoder` may be null and must outlive the job.
    Job(JobRequest request, exchange::Decoder const* decoder);

    // Works on about `rows_max` rows; false when done.
    bool step(std::uint64_t rows_max);
    std::int64_t progress_millionths() const;
    // Requires that step() has returned false. Once.
    JobResult take_result();

private:
    std::uint64_t id_;
    std::variant<ImportJob, ExchangeJob, CheckJob> work_;
};

JobResult run_job(JobRequest request, exchange::Decoder const* decoder);

// The bytes that cross to the worker: u64 id, kind, then the request (app/wire.h).
std::string to_bytes(JobRequest request);
// Errors: e_trunc for what to_bytes would not have written.
Result<JobRequest> job_request_from_bytes(std::string_view bytes);

// And back, in pieces, so that the page never has one long task with them: the head is what it
// looks at, the tail is passed on unread.
struct JobResultBytes {
    std::string head;
    std::vector<std::string> tail;
};
JobResultBytes to_bytes(JobResult result);
// Errors: e_trunc. Cost: O(head).
Result<JobResult> job_result_from_bytes(JobResultBytes bytes);

}  // namespace zhitu::app
