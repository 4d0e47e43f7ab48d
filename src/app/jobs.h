#pragma once

// Work longer than a frame: a value in, a value out, progress between, no shared memory. In the
// browser a worker runs the same code from bytes; where there is none, the shell steps it in
// slices.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "exchange/import_table.h"

namespace zhitu::app {

using exchange::NamedBytes;

// Parse foreign files into one ImportTable. More kinds become a variant when they come.
struct JobRequest {
    std::uint64_t id = 0;
    std::vector<NamedBytes> files;
};

struct JobResult {
    std::uint64_t id = 0;
    Result<exchange::ImportTable> table;
};

class Job {
public:
    explicit Job(JobRequest request);
    ~Job();
    Job(Job&&) noexcept;

    // Works on about `rows_max` rows; false when done.
    bool step(std::uint64_t rows_max);
    std::int64_t progress_millionths() const;
    // Requires that step() has returned false. Once.
    JobResult take_result();

private:
    struct Content;
    std::unique_ptr<Content> content_;
};

JobResult run_job(JobRequest request);

// The bytes that cross to the worker and back. Layout: u64 id, then per file u32 name size, name,
// u32 size, bytes (little endian); result: u64 id, u8 ok, lines of canonical JSON of the table
// (exchange/import_table.h), or the error as one.
std::string to_bytes(JobRequest const& request);
Result<JobRequest> job_request_from_bytes(std::string_view bytes);
std::string to_bytes(JobResult const& result);
Result<JobResult> job_result_from_bytes(std::string_view bytes);

}  // namespace zhitu::app
