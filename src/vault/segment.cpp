#include "vault/segment.h"

#include <optional>
#include <span>
#include <string>

#include "base/hash.h"
#include "vault/json_readers.h"

namespace zhitu::vault {

namespace {

constexpr std::size_t crc_offset = 12;
constexpr std::size_t alignment = 8;  // of every record: 40 + 32 n

void append_u32(Bytes& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

std::uint32_t u32_at(std::string_view bytes, std::size_t offset) {
    std::uint32_t value = 0;
    for (int i = 3; i >= 0; --i) {
        value = (value << 8) | static_cast<std::uint8_t>(bytes[offset + static_cast<unsigned>(i)]);
    }
    return value;
}

std::span<std::uint8_t const> octets(std::string_view bytes) {
    return {reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()};
}

// What the checksum covers: a whole record with the place of the checksum as zeros.
std::string covered(std::string_view record) {
    std::string copy(record);
    for (std::size_t i = 0; i < 4; ++i) copy[crc_offset + i] = '\0';
    return copy;
}

std::uint32_t record_crc(std::string_view record) { return masked_crc32c(octets(covered(record))); }

std::optional<Record> record_at(std::string_view bytes, std::size_t offset) {
    if (bytes.size() - offset < record_head_bytes) return std::nullopt;
    std::string_view const rest = bytes.substr(offset);
    if (rest[0] != 'Z' || rest[1] != 'T' || rest[3] != 0) return std::nullopt;
    std::size_t const length = u32_at(rest, 4);
    if (length > rest.size() || record_size(length) > rest.size()) return std::nullopt;
    std::string_view const record = rest.substr(0, record_size(length));
    if (record_crc(record) != u32_at(record, crc_offset)) return std::nullopt;
    return Record{static_cast<std::uint8_t>(record[2]), u32_at(record, 8),
                  record.substr(record_head_bytes, length)};
}

bool is_type(Record const& record, RecordType type) {
    return record.type == static_cast<std::uint8_t>(type);
}

bool ends_with_seal(SegmentContent const& content) {
    if (content.records.empty() || !is_type(content.records.back(), RecordType::seal)) return false;
    std::int64_t changes_count = 0;
    for (Record const& record : content.records) {
        if (is_type(record, RecordType::change)) ++changes_count;
    }
    return sealed_count(content.records.back().payload) == changes_count;
}

void salvage(std::string_view bytes, SegmentContent& content) {
    std::size_t offset = content.good_size + alignment;
    while (offset < bytes.size()) {
        std::optional<Record> const record = record_at(bytes, offset);
        if (!record) {
            offset += alignment;
            continue;
        }
        content.records.push_back(*record);
        offset += record_size(record->payload.size());
    }
}

void add_mended(std::string_view broken, std::vector<MendedRecord>& mended) {
    auto const try_flip = [&](std::size_t offset, std::uint8_t mask) {
        Bytes bytes(broken);
        bytes[offset] = static_cast<char>(static_cast<std::uint8_t>(bytes[offset]) ^ mask);
        if (record_in(bytes)) mended.push_back({offset, std::move(bytes)});
    };
    std::uint32_t const stored = u32_at(broken, crc_offset);
    std::uint32_t const difference = record_crc(broken) ^ stored;
    if (difference == 0) return;
    for (unsigned i = 0; i < 4; ++i) {  // a byte of the checksum itself
        auto const mask = static_cast<std::uint8_t>(difference >> (8 * i));
        if (difference == std::uint32_t{mask} << (8 * i)) try_flip(crc_offset + i, mask);
    }
    for (ByteFlip const& flip : flips_to(octets(covered(broken)), stored)) {
        bool const is_in_checksum = flip.offset >= crc_offset && flip.offset < crc_offset + 4;
        if (!is_in_checksum) try_flip(flip.offset, flip.mask);
    }
}

}  // namespace

std::size_t record_size(std::size_t payload_size) {
    std::size_t const units = (payload_size + record_unit_bytes - 1) / record_unit_bytes;
    return record_head_bytes + units * record_unit_bytes;
}

void append_record(Bytes& segment, RecordType type, std::uint32_t number,
                   std::string_view payload) {
    Bytes record = "ZT";
    record.reserve(record_size(payload.size()));
    record.push_back(static_cast<char>(type));
    record.push_back(0);
    append_u32(record, static_cast<std::uint32_t>(payload.size()));
    append_u32(record, number);
    record.resize(record_head_bytes, '\0');
    record.append(payload);
    record.resize(record_size(payload.size()), '\0');
    Bytes crc;
    append_u32(crc, record_crc(record));
    record.replace(crc_offset, crc.size(), crc);
    segment.append(record);
}

void append_seal(Bytes& segment, std::uint32_t number, std::uint64_t changes_count) {
    Json json = Json::object();
    json.set("n", Json(static_cast<std::int64_t>(changes_count)));
    append_record(segment, RecordType::seal, number, to_canonical(json));
}

std::int64_t sealed_count(std::string_view payload) {
    Result<Json> const json = read_canonical(payload);
    std::uint64_t count = 0;
    bool const is_read = json && read_number(member_of(json.value(), "n"), count);
    return is_read ? static_cast<std::int64_t>(count) : -1;
}

std::optional<Record> record_in(std::string_view bytes) {
    std::optional<Record> record = record_at(bytes, 0);
    bool const is_whole = record && record_size(record->payload.size()) == bytes.size();
    return is_whole ? record : std::nullopt;
}

std::vector<MendedRecord> mended_records(std::string_view broken) {
    std::vector<MendedRecord> mended;
    if (broken.size() < record_head_bytes) return mended;
    std::size_t const length = u32_at(broken, 4);
    bool const is_length_fitting = length < broken.size() && record_size(length) < broken.size();
    if (is_length_fitting) add_mended(broken.substr(0, record_size(length)), mended);
    add_mended(broken, mended);
    return mended;
}

SegmentContent read_segment(std::string_view bytes, bool is_salvage) {
    SegmentContent content;
    while (content.good_size < bytes.size()) {
        std::optional<Record> const record = record_at(bytes, content.good_size);
        if (!record || record->number != content.records.size()) break;
        bool const is_behind_seal =
            !content.records.empty() && is_type(content.records.back(), RecordType::seal);
        if (is_behind_seal) break;
        content.records.push_back(*record);
        content.good_size += record_size(record->payload.size());
    }
    bool const is_whole = content.good_size == bytes.size();
    content.is_sealed = is_whole && ends_with_seal(content);
    if (!is_whole && is_salvage) salvage(bytes, content);
    return content;
}

}  // namespace zhitu::vault
