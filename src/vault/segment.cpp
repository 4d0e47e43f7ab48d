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

// Of a whole record with the place of the crc as zeros.
std::uint32_t record_crc(std::string_view record) {
    std::string copy(record);
    for (std::size_t i = 0; i < 4; ++i) copy[crc_offset + i] = '\0';
    auto const* data = reinterpret_cast<std::uint8_t const*>(copy.data());
    return masked_crc32c(std::span(data, copy.size()));
}

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
