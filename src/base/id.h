#pragma once

// Ids are 16 bytes. Courses, skills and roles take the hash of their natural key, so that two
// devices that import the same catalog mean the same course; people are random (base/env.h).

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhitu {

using RawId = std::array<std::uint8_t, 16>;

// 26 characters of lower-case base32 (RFC 4648 alphabet, no padding).
std::string to_text(RawId const& id);

// The inverse; nothing else than what to_text writes is accepted.
std::optional<RawId> raw_id_from_text(std::string_view text);

// First 16 bytes of SHA-256("zt/id/v1" 0x00 kind 0x00 natural_key). Cost: one hash.
RawId natural_id(std::string_view kind, std::string_view natural_key);

template <class Tag>
struct Id {
    RawId raw{};
    bool is_nil() const { return raw == RawId{}; }
    friend auto operator<=>(Id const&, Id const&) = default;
};

template <class Tag>
std::string to_text(Id<Tag> const& id) {
    return to_text(id.raw);
}

using SkillId = Id<struct SkillTag>;
using CourseId = Id<struct CourseTag>;
using UnitId = Id<struct UnitTag>;
using RoleId = Id<struct RoleTag>;
using PersonId = Id<struct PersonTag>;
using TeamId = Id<struct TeamTag>;

}  // namespace zhitu
