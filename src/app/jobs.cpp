#include "app/jobs.h"

#include <utility>

#include "app/import_bytes.h"
#include "base/limits.h"

namespace zhitu::app {

Job::Job(JobRequest request, exchange::Decoder const* decoder)
    : id_(request.id), work_(std::move(*std::get_if<ImportRequest>(&request.work)), decoder) {}

JobResult Job::take_result() {
    Result<ImportProposal> proposal = work_.take_proposal();
    if (!proposal) return {id_, proposal.error()};
    return {id_, JobOutcome(std::move(proposal).value())};
}

JobResult run_job(JobRequest request, exchange::Decoder const* decoder) {
    Job job(std::move(request), decoder);
    while (job.step(limits::file_rows_max)) {
    }
    return job.take_result();
}

std::string to_bytes(JobRequest request) {
    std::string out;
    WireWriter wire(out);
    wire.number(request.id);
    cross(wire, *std::get_if<ImportRequest>(&request.work));
    return out;
}

Result<JobRequest> job_request_from_bytes(std::string_view bytes) {
    JobRequest request;
    WireReader wire(bytes);
    wire.number(request.id);
    cross(wire, *std::get_if<ImportRequest>(&request.work));
    if (!wire.is_good() || !wire.is_at_end()) return Error{ErrorCode::e_trunc, {}};
    return request;
}

// The tail of a proposal: the refused rows, then its parts.
JobResultBytes to_bytes(JobResult result) {
    JobResultBytes bytes;
    WireWriter wire(bytes.head);
    bool is_good = result.outcome.is_ok();
    wire.number(result.id);
    wire.choice(is_good, 2);
    if (!is_good) {
        Error error = result.outcome.error();
        cross(wire, error);
        return bytes;
    }
    ImportProposal& proposal = *std::get_if<ImportProposal>(&result.outcome.value());
    cross(wire, proposal);
    bytes.tail = std::move(proposal.parts);
    bytes.tail.insert(bytes.tail.begin(), std::move(proposal.refused_rows));
    return bytes;
}

Result<JobResult> job_result_from_bytes(JobResultBytes bytes) {
    WireReader wire(bytes.head);
    std::uint64_t id = 0;
    bool is_good = false;
    Error error;
    ImportProposal proposal;
    wire.number(id);
    wire.choice(is_good, 2);
    if (is_good) cross(wire, proposal);
    else cross(wire, error);
    bool const is_whole = wire.is_good() && wire.is_at_end() && bytes.tail.empty() != is_good;
    if (!is_whole) return Error{ErrorCode::e_trunc, {}};
    if (!is_good) return JobResult{id, std::move(error)};
    proposal.refused_rows = std::move(bytes.tail.front());
    bytes.tail.erase(bytes.tail.begin());
    proposal.parts = std::move(bytes.tail);
    return JobResult{id, JobOutcome(std::move(proposal))};
}

}  // namespace zhitu::app
