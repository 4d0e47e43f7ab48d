#pragma once

// The ten kinds of op that the vault knows (storage.md 2.3), over (entity, field, subject).
// What a field means is the areas' business; here values are opaque canonical JSON.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/json.h"
#include "base/result.h"

namespace zhitu::vault {

// One thing of one kind: ("course", id). Kinds are [a-z_]{1,20}.
struct EntityKey {
    std::string kind;
    RawId id{};
    friend auto operator<=>(EntityKey const&, EntityKey const&) = default;
};

using zhitu::to_text;  // of ids: an array is not found through its arguments
// "course:<26 characters>", as it stands in files.
std::string to_text(EntityKey const& key);
Result<EntityKey> entity_key_from_text(std::string_view text);

// The index-th op of a change.
struct OpRef {
    RawId change{};
    std::uint32_t index = 0;
    friend auto operator<=>(OpRef const&, OpRef const&) = default;
};

enum class OpKind : std::uint8_t {
    set,      // register: entity, field, value; replaces what its writer saw
    add,      // add-wins set: entity, field, value is the element
    rem,      // takes out the adds it names in `replaces`
    evt,      // append-only event: entity, value
    pos,      // place in an order: a fractional index string in a register
    del,      // hides the entity
    undel,    // shows it again
    erase,    // irreversible, wins over everything: all bodies of `subject` go
    redact,   // takes the bodies of whole changes (in `replaces`, index unused)
    unknown,  // written by a newer version: kept, hashed, passed on, not applied
};

struct Op {
    OpKind kind = OpKind::unknown;
    EntityKey entity{};
    std::string field{};
    RawId subject{};  // learner whose personal data this is; nil: nobody's
    Json value{};     // of unknown: the whole op as it came
    std::vector<OpRef> replaces{};
    friend bool operator==(Op const&, Op const&) = default;
};

using Ops = std::vector<Op>;

// {"e":…,"f":…,"k":"set","r":[["<change>",index]…],"su":…,"x":…}; empty members are left out.
Json to_json(Op const& op);
// What it cannot read becomes OpKind::unknown: another kind ("set@2"), or a member that we do not
// know, since that may change what the op means. to_json gives back equal JSON.
// Errors: e_field with the name of a malformed or missing member of a known kind ("k" when there is
// no kind at all).
Result<Op> op_from_json(Json const& json);

// A list of at most limits::change_ops_max ops. Errors: e_field with "o", those of op_from_json.
Result<Ops> ops_from_json(Json const& json);

// The name of a member that could not be read back, or empty. Fields are [a-z0-9_]{1,40} without a
// leading '_'; add, rem and evt need a value; erase a subject; redact the changes it names.
std::string_view malformed_member(Op const& op);

// Short ways to write ops; `replaces` is filled in by the ledger (Ledger::complete).
Op set_op(EntityKey entity, std::string field, Json value, RawId subject = {});
Op add_op(EntityKey entity, std::string field, Json element, RawId subject = {});
Op rem_op(EntityKey entity, std::string field, Json element, RawId subject = {});
Op evt_op(EntityKey entity, Json event, RawId subject = {});

}  // namespace zhitu::vault
