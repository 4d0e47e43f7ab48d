#pragma once

// Canonical JSON (RFC 8785, restricted as in storage.md 2.4): what is hashed and stored.
// Integers only (|n| <= 2^53 - 1), keys [a-z0-9_]{1,40} in byte order, UTF-8 without NUL, minimal
// escapes, no white space. The reader is strict, has limits (base/limits.h) and does not recurse.
// nlohmann/json reads files that others made, where fractions, any key and any depth are normal;
// its value type could not promise one byte sequence a value, which hashes need.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace zhitu {

class Json {
public:
    struct Member;
    using Array = std::vector<Json>;
    using Object = std::vector<Member>;  // ascending by key, no key twice

    // All defined in json.cpp: the variant may be touched only where Member is complete.
    Json();  // null
    Json(bool value);
    Json(std::int64_t value);
    Json(int value);
    Json(std::string value);
    Json(std::string_view value);
    Json(char const* value);
    template <class T>
    Json(T const* pointer) = delete;  // would be a bool
    Json(Array value);
    Json(Json const& other);
    Json(Json&& other) noexcept;
    Json& operator=(Json const& other);
    Json& operator=(Json&& other) noexcept;
    ~Json();
    static Json object();

    bool is_null() const { return content_.index() == 0; }
    bool const* as_bool() const { return std::get_if<bool>(&content_); }
    std::int64_t const* as_integer() const { return std::get_if<std::int64_t>(&content_); }
    std::string const* as_string() const { return std::get_if<std::string>(&content_); }
    Array const* as_array() const { return std::get_if<Array>(&content_); }
    Object const* as_object() const { return std::get_if<Object>(&content_); }

    // Of an object: the value behind `key`, or nullptr. Also nullptr when this is no object.
    Json const* find(std::string_view key) const;
    // Of an object: puts or replaces, keeps the order, gives *this. Requires an object.
    // Cost: O(members).
    Json& set(std::string_view key, Json value);
    // Of an array: appends. Requires an array.
    void push_back(Json value);

    friend bool operator==(Json const& a, Json const& b);

private:
    friend class JsonReader;
    Json(Object value, int);
    std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> content_;
};

struct Json::Member {
    std::string key;
    Json value;
    friend bool operator==(Member const&, Member const&) = default;
};

// The one byte sequence of a value. Requires integers within 2^53 - 1, valid keys, UTF-8 without
// NUL and the sizes of base/limits.h (asserted in one place: a value that cannot be read back must
// not be written). Cost: O(bytes).
std::string to_canonical(Json const& value);
void append_canonical(std::string& out, Json const& value);

// Reads any white space, member order and valid escape; everything else strictly. Errors: e_utf8
// (also a lone surrogate in escapes), e_json, e_depth, e_num, e_size with the byte offset as
// argument 0, and e_dupkey with the key (escapes resolved). Cost: O(bytes), no recursion.
Result<Json> read_json(std::string_view bytes);

// Like read_json, but refuses (e_canon) what is not byte-equal to its canonical form.
Result<Json> read_canonical(std::string_view bytes);

}  // namespace zhitu
