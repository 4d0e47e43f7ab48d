#pragma once

// Failure is a value. Error carries a code and the facts of the case; the sentence for the person
// at the screen is made from both in ui/ (words) and tools/ only.

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/assert.h"

namespace zhitu {

enum class ErrorCode : std::uint16_t {
    // What a person asked for (app/decide). Arguments are named behind the code.
    not_found,       // 0: kind of thing
    already_exists,  // 0: kind of thing, 1: its natural key
    empty_field,     // 0: field
    too_long,        // 0: field, 1: maximum, in code points
    bad_value,       // 0: field, 1: value, 2: what is allowed
    out_of_range,    // 0: field, 1: least, 2: most
    cycle,           // 0: the names around the cycle, joined by " → "
    not_allowed,     // 0: what was asked for: "result", "statement"
    nothing_to_undo,
    overtaken,       // what is to be undone: others have changed it since
    past_is_fixed,   // 0: the day that is shown
    read_only,  // this tab is not the writer
    unsaved,    // 0: changes that could not be saved yet; no more are taken
    // Foreign files (exchange).
    file_too_large,  // 0: file, 1: limit in bytes
    file_unknown,    // 0: file; nothing we can read in it
    bad_header,      // 0: file, 1: the columns we looked for
    bad_row,         // 0: why, in the file's own words
    not_text,        // 0: file; not UTF-8
    // Wire codes of storage.md 2.6; the names are stable for files, pages and tests.
    e_size,
    e_utf8,
    e_json,  // 0: byte offset
    e_depth,
    e_dupkey,  // 0: key
    e_num,
    e_canon,
    e_version,  // 0: version found
    e_chain,
    e_fork,
    e_gap,
    e_body,
    e_trunc,
    e_field,  // 0: field
    e_clock,
    e_kind,
    e_quota,
    e_fenced,
    e_busy,
    storage_missing,  // no IndexedDB, or it refuses to open. 0: the browser's own words
    storage_failed,   // 0: the browser's own words
    job_failed,       // 0: what the worker said
    cancelled,
};

struct Error {
    ErrorCode code = ErrorCode::not_found;
    std::vector<std::string> arguments = {};
    friend bool operator==(Error const&, Error const&) = default;
};

// Either a value or an Error. value() of an Error is a mistake of ours.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    bool is_ok() const { return content_.index() == 0; }
    explicit operator bool() const { return is_ok(); }

    T& value() & {
        ZT_ASSERT(is_ok());
        return *std::get_if<0>(&content_);
    }
    T const& value() const& {
        ZT_ASSERT(is_ok());
        return *std::get_if<0>(&content_);
    }
    // By value: a range-for over f().value() would dangle otherwise.
    T value() && {
        ZT_ASSERT(is_ok());
        return std::move(*std::get_if<0>(&content_));
    }
    Error const& error() const {
        ZT_ASSERT(!is_ok());
        return *std::get_if<1>(&content_);
    }

private:
    std::variant<T, Error> content_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace zhitu
