#pragma once

// Reading an exchange file of our own away from the screen. The page gets its changes in parts, as
// text, and takes them in one part after the other.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/wire.h"
#include "base/result.h"
#include "vault/change.h"

namespace zhitu::app {

struct ExchangeRequest {
    std::string bytes;
};

struct ExchangeReading {
    std::uint64_t changes_count = 0;
    Digest state{};                  // that it was exported from
    std::vector<std::string> parts;  // JSON lists of changes, in the order of the file
    friend bool operator==(ExchangeReading const&, ExchangeReading const&) = default;
};

// Reads all in its first step, then cuts. Dropping it is cancelling it.
class ExchangeJob {
public:
    explicit ExchangeJob(ExchangeRequest request) : request_(std::move(request)) {}

    // Cuts about `changes_max` changes; false when done. Requires changes_max >= 1.
    bool step(std::uint64_t changes_max);
    std::int64_t progress_millionths() const;  // never falls
    // Once, after step() returned false. Errors: those of exchange::read_full.
    Result<ExchangeReading> take_result();

private:
    ExchangeRequest request_;
    std::vector<vault::Change> changes_;
    std::size_t next_ = 0;
    bool is_read_ = false;
    ExchangeReading reading_;
    Error error_;
    bool is_bad_ = false;
};

// Errors: e_field, those of read_json and change_from_json.
Result<std::vector<vault::Change>> changes_of_part(std::string_view part);

void cross(WireWriter& wire, ExchangeRequest& request);
void cross(WireReader& wire, ExchangeRequest& request);
// All but the parts.
void cross(WireWriter& wire, ExchangeReading& reading);
void cross(WireReader& wire, ExchangeReading& reading);

}  // namespace zhitu::app
