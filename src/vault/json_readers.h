#pragma once

// Canonical JSON read into what the vault's records hold. Each is false, and `out` as it was, where
// the value is not of this form.

#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "vault/op.h"

namespace zhitu::vault {

// Of an object: the value behind `key`; null where there is none, or no object.
Json const& member_of(Json const& json, std::string_view key);
// The items of a list of exactly so many, or nullptr.
Json::Array const* items_of(Json const& json, std::size_t count);

bool read_number(Json const& json, std::uint64_t& out);  // not negative
bool read_number(Json const& json, std::uint32_t& out);
bool read_digest(Json const& json, Digest& out);  // 64 hexadecimal digits
bool read_id(Json const& json, RawId& out);       // 26 characters
// "<change>" and a number below limits::change_ops_max.
bool read_ref(Json const& change, Json const& index, OpRef& out);
bool read_ref(Json const& pair, OpRef& out);  // ["<change>",number]

}  // namespace zhitu::vault
