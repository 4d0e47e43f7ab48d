#include "app/exchange_job.h"

#include <algorithm>

#include "base/limits.h"
#include "exchange/exchange_file.h"

namespace zhitu::app {

namespace {

// Taken in between two frames: a few milliseconds of parsing, checking and merging.
constexpr std::size_t part_bytes = 16'384;

template <class Wire>
void cross_reading(Wire& wire, ExchangeReading& reading) {
    wire.number(reading.changes_count);
    std::string hash = to_hex(reading.state);
    wire.text(hash);
    reading.state = digest_from_hex(hash).value_or(Digest{});
}

}  // namespace

bool ExchangeJob::step(std::uint64_t changes_max) {
    if (!is_read_) {
        is_read_ = true;
        auto file = exchange::read_full(request_.bytes);
        request_.bytes = {};
        is_bad_ = !file.is_ok();
        if (is_bad_) error_ = file.error();
        if (is_bad_) return false;
        changes_ = std::move(file.value().changes);
        reading_.changes_count = changes_.size();
        reading_.state = file.value().state;
        return true;
    }
    for (; next_ < changes_.size() && changes_max > 0; ++next_, --changes_max) {
        std::string const bytes = vault::change_bytes(changes_[next_]);
        bool const is_full =
            reading_.parts.empty() || reading_.parts.back().size() + bytes.size() > part_bytes;
        if (is_full && !reading_.parts.empty()) reading_.parts.back() += ']';
        if (is_full) reading_.parts.emplace_back("[");
        else reading_.parts.back() += ',';
        reading_.parts.back() += bytes;
    }
    if (next_ < changes_.size()) return true;
    if (!reading_.parts.empty()) reading_.parts.back() += ']';
    return false;
}

// Reading is the half of it.
std::int64_t ExchangeJob::progress_millionths() const {
    if (!is_read_) return 0;
    if (next_ >= changes_.size()) return limits::million;
    double const cut = static_cast<double>(next_) / static_cast<double>(changes_.size());
    return static_cast<std::int64_t>((0.5 + cut / 2) * static_cast<double>(limits::million));
}

Result<ExchangeReading> ExchangeJob::take_result() {
    if (is_bad_) return error_;
    return std::move(reading_);
}

Result<std::vector<vault::Change>> changes_of_part(std::string_view part) {
    Result<Json> const json = read_json(part);
    if (!json) return json.error();
    Json::Array const* const items = json.value().as_array();
    if (items == nullptr) return Error{ErrorCode::e_field, {"changes"}};
    std::vector<vault::Change> changes;
    for (Json const& item : *items) {
        auto change = vault::change_from_json(item);
        if (!change) return change.error();
        changes.push_back(std::move(change).value());
    }
    return changes;
}

void cross(WireWriter& wire, ExchangeRequest& request) { wire.text(request.bytes); }
void cross(WireReader& wire, ExchangeRequest& request) { wire.text(request.bytes); }
void cross(WireWriter& wire, ExchangeReading& reading) { cross_reading(wire, reading); }
void cross(WireReader& wire, ExchangeReading& reading) { cross_reading(wire, reading); }

}  // namespace zhitu::app
