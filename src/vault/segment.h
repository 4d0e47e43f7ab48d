#pragma once

// One file of the journal: records one behind the other (storage.md 2.5).
//
//   record  0  'Z' 'T'      4  length of the payload u32     16  nonce, 24 zeros (encryption is
//           2  type u8      8  number u32: 0, 1, 2 … a file      not yet written)
//           3  flags u8    12  masked crc32c u32             40  payload, zeros to a multiple of 32
//
//   Little endian. Types: 1 change, 4 seal, 6 manifest (alone in its file); others are a newer
//   version's and passed over. Flags bit 0: encrypted. The crc covers everything but
//   itself, padding included.
//
// Worked example: an empty segment sealed at once is one record of 40 + 32 bytes, payload {"n":0}:
//   5a 54 04 00 | 07 00 00 00 | 00 00 00 00 | crc | 24 × 00 | 7b 22 6e 22 3a 30 7d 25 × 00

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "vault/storage.h"

namespace zhitu::vault {

inline constexpr std::size_t record_head_bytes = 40;
inline constexpr std::size_t record_unit_bytes = 32;  // payloads are padded: lengths tell less

enum class RecordType : std::uint8_t { change = 1, seal = 4, manifest = 6 };

struct Record {
    std::uint8_t type = 0;
    std::uint32_t number = 0;
    std::string_view payload{};  // into the bytes read
};

// Bytes that a payload takes as a record.
std::size_t record_size(std::size_t payload_size);

void append_record(Bytes& segment, RecordType type, std::uint32_t number, std::string_view payload);

// The last record: {"n":<changes before it>}.
void append_seal(Bytes& segment, std::uint32_t number, std::uint64_t changes_count);
// Of a seal's payload; -1 when it is none.
std::int64_t sealed_count(std::string_view payload);

struct SegmentContent {
    std::vector<Record> records{};  // good ones, in order; after `good_size` only with salvage
    std::size_t good_size = 0;      // bytes before the first bad record
    bool is_sealed = false;         // the bytes end with a seal, and it counts right
};

// Reads records until the first bad one: wrong magic, number, length, crc or padding. With
// `is_salvage` it looks for further good ones behind. Never fails. Cost: O(bytes).
SegmentContent read_segment(std::string_view bytes, bool is_salvage);

// A record with one wrong byte, put right.
struct MendedRecord {
    std::size_t offset = 0;  // of the byte
    Bytes bytes{};
};
// Every record that the beginning of these bytes (as its head says) or all of them would be with
// one byte put right: none, one, or (rarely) more, since a checksum of 32 bits fits many.
// Cost: O(bytes).
std::vector<MendedRecord> mended_records(std::string_view broken);
// What a whole record holds; empty when it is none.
std::optional<Record> record_in(std::string_view bytes);

}  // namespace zhitu::vault
