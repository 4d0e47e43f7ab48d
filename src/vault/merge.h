#pragma once

// The fold of one entity: its ops in any order, the same entity (storage.md 2.3).
//
//   register  live values: writes that no write to the same field names in its `replaces`
//   set       an element is there while one of its adds is not named by a rem of the same field
//   events    all of them, by (stamp, op)
//
// A name may come before what it names (a rem before its add, a write after the one that replaces
// it); such names are remembered. Inside one change nothing can be named, because the change has no
// id yet: there a later write replaces an earlier one of the field, and a rem takes out the earlier
// adds of its element.

#include <map>
#include <set>
#include <string>
#include <utility>

#include "vault/entity.h"

namespace zhitu::vault {

class EntityMerge {
public:
    // Counts one op of this entity. Each op once, those of one change in their order and together;
    // changes in any order. With `is_redacted` a written value becomes "[removed]" and keeps its
    // place. Requires a kind other than erase, redact and unknown. Cost: O(log refs + live values);
    // add and rem O(elements) at worst.
    void apply(Op const& op, OpRef const& ref, Stamp stamp, bool is_redacted);

    Entity const& entity() const { return entity_; }

    // What a snapshot keeps beside the entity: names that came before what they name.
    using RefsByField = std::map<std::string, std::set<OpRef>, std::less<>>;
    RefsByField const& early_writes() const { return early_writes_; }
    RefsByField const& early_adds() const { return early_adds_; }
    EntityMerge() = default;
    EntityMerge(Entity entity, RefsByField early_writes, RefsByField early_adds)
        : entity_(std::move(entity)), early_writes_(std::move(early_writes)),
          early_adds_(std::move(early_adds)) {}

private:

    void write(std::string const& field, Op const& op, LiveValue live);
    void add(Op const& op, OpRef const& ref);
    void remove(Op const& op, OpRef const& ref);
    void append(Event event);

    Entity entity_{};
    RefsByField early_writes_{};  // replaced before they came
    RefsByField early_adds_{};    // removed before they came
};

}  // namespace zhitu::vault
