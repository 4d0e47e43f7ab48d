#include "app/jobs.h"

#include "base/json.h"
#include "base/limits.h"
#include "exchange/parser.h"

namespace zhitu::app {

namespace {

// Little endian by hand: both sides may be different machines' builds.
template <class Integer>
void append_number(std::string& out, Integer value) {
    for (std::size_t i = 0; i < sizeof value; ++i) {
        out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
    }
}

template <class Integer>
bool read_number(std::string_view& bytes, Integer& out) {
    if (bytes.size() < sizeof out) return false;
    out = 0;
    for (std::size_t i = 0; i < sizeof out; ++i) {
        out |= static_cast<Integer>(static_cast<std::uint8_t>(bytes[i])) << (8 * i);
    }
    bytes.remove_prefix(sizeof out);
    return true;
}

void append_piece(std::string& out, std::string_view piece) {
    append_number(out, static_cast<std::uint32_t>(piece.size()));
    out += piece;
}

bool read_piece(std::string_view& bytes, std::string& out) {
    std::uint32_t size = 0;
    if (!read_number(bytes, size) || bytes.size() < size) return false;
    out.assign(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return true;
}

std::string error_bytes(Error const& error) {
    Json list{Json::Array{Json(static_cast<int>(error.code))}};
    for (std::string const& argument : error.arguments) list.push_back(Json(argument));
    return to_canonical(list);
}

// job_failed for what error_bytes would not have written.
Error error_from_bytes(std::string_view bytes) {
    Error const unreadable{ErrorCode::job_failed, {"error"}};
    auto const json = read_canonical(bytes);
    Json::Array const* const items = json ? json.value().as_array() : nullptr;
    if (items == nullptr || items->empty()) return unreadable;
    std::int64_t const* const code = items->front().as_integer();
    bool const is_code = code != nullptr && *code >= 0 &&
                         *code <= static_cast<std::int64_t>(ErrorCode::cancelled);
    if (!is_code) return unreadable;
    Error error{static_cast<ErrorCode>(*code), {}};
    for (std::size_t i = 1; i < items->size(); ++i) {
        std::string const* const argument = (*items)[i].as_string();
        if (argument == nullptr) return unreadable;
        error.arguments.push_back(*argument);
    }
    return error;
}

}  // namespace

struct Job::Content {
    std::uint64_t id = 0;
    exchange::Parser parser;
};

Job::Job(JobRequest request)
    : content_(std::make_unique<Content>(
          Content{request.id, exchange::Parser(std::move(request.files))})) {}
Job::~Job() = default;
Job::Job(Job&&) noexcept = default;

bool Job::step(std::uint64_t rows_max) { return content_->parser.step(rows_max); }

std::int64_t Job::progress_millionths() const { return content_->parser.progress_millionths(); }

JobResult Job::take_result() { return {content_->id, content_->parser.take_table()}; }

JobResult run_job(JobRequest request) {
    Job job(std::move(request));
    while (job.step(limits::file_rows_max)) {
    }
    return job.take_result();
}

std::string to_bytes(JobRequest const& request) {
    std::string out;
    append_number(out, request.id);
    for (NamedBytes const& file : request.files) {
        append_piece(out, file.name);
        append_piece(out, file.bytes);
    }
    return out;
}

Result<JobRequest> job_request_from_bytes(std::string_view bytes) {
    JobRequest request;
    if (!read_number(bytes, request.id)) return Error{ErrorCode::e_trunc, {}};
    while (!bytes.empty()) {
        NamedBytes& file = request.files.emplace_back();
        bool const is_read = read_piece(bytes, file.name) && read_piece(bytes, file.bytes);
        if (!is_read) return Error{ErrorCode::e_trunc, {}};
    }
    return request;
}

std::string to_bytes(JobResult const& result) {
    std::string out;
    append_number(out, result.id);
    out.push_back(result.table ? '\1' : '\0');
    out += result.table ? exchange::to_bytes(result.table.value())
                        : error_bytes(result.table.error());
    return out;
}

Result<JobResult> job_result_from_bytes(std::string_view bytes) {
    std::uint64_t id = 0;
    if (!read_number(bytes, id) || bytes.empty()) return Error{ErrorCode::e_trunc, {}};
    char const is_ok = bytes.front();
    bytes.remove_prefix(1);
    if (is_ok == '\0') return JobResult{id, error_from_bytes(bytes)};
    auto table = exchange::import_table_from_bytes(bytes);
    if (!table) return table.error();
    return JobResult{id, std::move(table).value()};
}

}  // namespace zhitu::app
