#pragma once

// What the changes to one thing add up to (storage.md 2.3).

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "vault/change.h"

namespace zhitu::vault {

struct LiveValue {
    Stamp stamp = 0;
    OpRef op{};
    Json value{};
};

struct SetElement {
    Json value{};
    std::vector<OpRef> adds{};  // ascending; all not removed
};

struct Event {
    Stamp stamp = 0;
    OpRef op{};
    RawId subject{};
    Json value{};
};

// The register that del and undel write; no other op can name it.
inline constexpr char const* deleted_field = "_del";

// What one entity's changes add up to. Requires nothing; every combination is legal.
struct Entity {
    // By field; winner first, then the kept conflicts, (stamp, op) descending. Never empty.
    std::map<std::string, std::vector<LiveValue>, std::less<>> registers{};
    // By field; elements ascending by their canonical bytes. Never empty.
    std::map<std::string, std::vector<SetElement>, std::less<>> sets{};
    std::vector<Event> events{};  // by (stamp, op)
    bool is_deleted = false;      // the winner of register "_del"

    // The winning value of a register, or nullptr.
    Json const* value(std::string_view field) const;
    // Elements of a set, possibly none.
    std::vector<SetElement> const& elements(std::string_view field) const;
    // The element that equals `value`, or nullptr.
    SetElement const* element(std::string_view field, Json const& value) const;
    // The ordinary events that stand, in order. {"k":"retracted","of":["<change>",index]} takes
    // back the event of this entity that it names, and may be taken back itself; retractions are
    // never in the answer.
    std::vector<Event const*> standing_events() const;
    bool has_content() const { return !registers.empty() || !sets.empty() || !events.empty(); }
};

// {"k":"retracted","of":["<change>",index]}
Json retraction_of(OpRef const& event);

// Everything the entity holds as one canonical line: what Ledger::digest hashes.
//   {"e":"course:<id>","r":{field:[[stamp,change,index,value]…]},
//    "s":{field:[[value,[change,index]…]…]},"v":[[stamp,change,index,subject|null,value]…]}
std::string canonical_entity(EntityKey const& key, Entity const& entity);

}  // namespace zhitu::vault
