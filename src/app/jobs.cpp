#include "app/jobs.h"

#include <utility>

#include "app/import_bytes.h"
#include "base/limits.h"

namespace zhitu::app {

namespace {

using Works = std::variant<ImportJob, ExchangeJob, CheckJob>;

Works work_of(JobWork& work, exchange::Decoder const* decoder) {
    if (auto* const exchange = std::get_if<ExchangeRequest>(&work)) {
        return ExchangeJob(std::move(*exchange));
    }
    if (auto* const check = std::get_if<CheckRequest>(&work)) return CheckJob(std::move(*check));
    return ImportJob(std::move(*std::get_if<ImportRequest>(&work)), decoder);
}

Result<ImportProposal> result_of(ImportJob& job) { return job.take_proposal(); }
Result<ExchangeReading> result_of(ExchangeJob& job) { return job.take_result(); }
Result<CheckReport> result_of(CheckJob& job) { return job.take_result(); }

// The tail of a proposal: the refused rows, then its parts.
std::vector<std::string> take_tail(ImportProposal& proposal) {
    std::vector<std::string> tail = std::move(proposal.parts);
    tail.insert(tail.begin(), std::move(proposal.refused_rows));
    return tail;
}
std::vector<std::string> take_tail(ExchangeReading& reading) { return std::move(reading.parts); }
std::vector<std::string> take_tail(CheckReport&) { return {}; }

bool give_tail(ImportProposal& proposal, std::vector<std::string> tail) {
    if (tail.empty()) return false;
    proposal.refused_rows = std::move(tail.front());
    tail.erase(tail.begin());
    proposal.parts = std::move(tail);
    return true;
}
bool give_tail(ExchangeReading& reading, std::vector<std::string> tail) {
    reading.parts = std::move(tail);
    return true;
}
bool give_tail(CheckReport&, std::vector<std::string> tail) { return tail.empty(); }

// About as many bytes as it crosses with: growing would copy large files again and again.
constexpr std::size_t small_room = 4'096;  // names, plans, numbers

std::size_t room_of(std::vector<vault::StoredFile> const& files) {
    std::size_t bytes = small_room;
    for (vault::StoredFile const& file : files) bytes += file.bytes.size() + small_room;
    return bytes;
}
std::size_t room_of(ImportRequest const& request) {
    std::size_t bytes = room_of(request.journal);
    for (NamedBytes const& file : request.files) bytes += file.bytes.size() + small_room;
    return bytes;
}
std::size_t room_of(CheckRequest const& request) { return room_of(request.files); }
std::size_t room_of(ExchangeRequest const& request) { return request.bytes.size() + 32; }

// The alternative of that number, empty.
template <class Variant>
Variant empty_of(std::size_t kind) {
    if (kind == 1) return Variant(std::in_place_index<1>);
    if (kind == 2) return Variant(std::in_place_index<2>);
    return Variant(std::in_place_index<0>);
}

}  // namespace

Job::Job(JobRequest request, exchange::Decoder const* decoder)
    : id_(request.id), work_(work_of(request.work, decoder)) {}

bool Job::step(std::uint64_t rows_max) {
    return std::visit([rows_max](auto& work) { return work.step(rows_max); }, work_);
}

std::int64_t Job::progress_millionths() const {
    return std::visit([](auto const& work) { return work.progress_millionths(); }, work_);
}

JobResult Job::take_result() {
    return std::visit(
        [this](auto& work) -> JobResult {
            auto result = result_of(work);
            if (!result) return {id_, result.error()};
            return {id_, JobOutcome(std::move(result).value())};
        },
        work_);
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
    std::size_t kind = request.work.index();
    wire.choice(kind, std::variant_size_v<JobWork>);
    std::visit(
        [&](auto& work) {
            out.reserve(room_of(work));
            cross(wire, work);
        },
        request.work);
    return out;
}

Result<JobRequest> job_request_from_bytes(std::string_view bytes) {
    WireReader wire(bytes);
    std::uint64_t id = 0;
    std::size_t kind = 0;
    wire.number(id);
    wire.choice(kind, std::variant_size_v<JobWork>);
    JobRequest request{id, empty_of<JobWork>(kind)};
    std::visit([&wire](auto& work) { cross(wire, work); }, request.work);
    if (!wire.is_good() || !wire.is_at_end()) return Error{ErrorCode::e_trunc, {}};
    return request;
}

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
    JobOutcome& outcome = result.outcome.value();
    std::size_t kind = outcome.index();
    wire.choice(kind, std::variant_size_v<JobOutcome>);
    std::visit(
        [&](auto& made) {
            cross(wire, made);
            bytes.tail = take_tail(made);
        },
        outcome);
    return bytes;
}

Result<JobResult> job_result_from_bytes(JobResultBytes bytes) {
    WireReader wire(bytes.head);
    std::uint64_t id = 0;
    bool is_good = false;
    wire.number(id);
    wire.choice(is_good, 2);
    if (!is_good) {
        Error error;
        cross(wire, error);
        bool const is_whole = wire.is_good() && wire.is_at_end() && bytes.tail.empty();
        if (!is_whole) return Error{ErrorCode::e_trunc, {}};
        return JobResult{id, std::move(error)};
    }
    std::size_t kind = 0;
    wire.choice(kind, std::variant_size_v<JobOutcome>);
    JobOutcome outcome = empty_of<JobOutcome>(kind);
    bool const has_tail = std::visit(
        [&](auto& made) {
            cross(wire, made);
            return give_tail(made, std::move(bytes.tail));
        },
        outcome);
    if (!has_tail || !wire.is_good() || !wire.is_at_end()) return Error{ErrorCode::e_trunc, {}};
    return JobResult{id, std::move(outcome)};
}

}  // namespace zhitu::app
