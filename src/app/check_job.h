#pragma once

// Is every record of the journal as it was written? A job: the page sees counts and names only.

#include <cstdint>
#include <string>
#include <vector>

#include "app/wire.h"
#include "vault/storage.h"

namespace zhitu::app {

struct CheckRequest {
    std::vector<vault::StoredFile> files;  // as Journal::files() gives them
};

struct CheckReport {
    std::uint64_t changes_count = 0;  // each once; their headers give their hashes
    std::uint64_t bodies_count = 0;   // of these, with a body that gives its digest
    std::uint64_t writers_count = 0;
    std::uint64_t missing_count = 0;  // changes that others or the manifest name, and nobody has
    std::vector<std::string> broken;  // files that are missing or not as written; each once
    bool is_good() const { return missing_count == 0 && broken.empty(); }
    friend bool operator==(CheckReport const&, CheckReport const&) = default;
};

// All in one step, seconds for a million changes. Dropping it before is cancelling it.
class CheckJob {
public:
    explicit CheckJob(CheckRequest request) : request_(std::move(request)) {}

    bool step(std::uint64_t rows_max);  // false when done
    std::int64_t progress_millionths() const;
    CheckReport take_result() { return std::move(report_); }

private:
    CheckRequest request_;
    CheckReport report_;
    bool is_done_ = false;
};

void cross(WireWriter& wire, CheckRequest& request);
void cross(WireReader& wire, CheckRequest& request);
void cross(WireWriter& wire, CheckReport& report);
void cross(WireReader& wire, CheckReport& report);

}  // namespace zhitu::app
