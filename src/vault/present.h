#pragma once

// What the present says about a new op: what it replaces, and what would take it back.

#include <optional>
#include <string>

#include "vault/entity.h"

namespace zhitu::vault {

// Fills `replaces` of set, pos, del and undel (the live values) and of rem (the adds of its
// element) from the entity as it is now, at most limits::replaces_max. Leaves the other kinds
// alone:
// a redact has the changes it names there.
void complete_op(Op& op, Entity const& entity);

// The op that brings back what `op` is about to change in `entity`; `ref` is the op's own. Nothing
// for erase, redact and unknown. Its `replaces` is empty: complete it when it is written.
std::optional<Op> inverse_op(Op const& op, OpRef const& ref, Entity const& entity);

// What two ops have in common when the inverse of one serves both: the register or the element.
// Empty for an evt, which nothing else can take back.
std::string inverse_target(Op const& op);

}  // namespace zhitu::vault
