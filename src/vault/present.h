#pragma once

// What the present says about an op: what a new one replaces, and what would take one back.

#include <optional>
#include <string>
#include <vector>

#include "vault/entity.h"

namespace zhitu::vault {

// Fills `replaces` of set, pos, del and undel (the live values) and of rem (the adds of its
// element) from the entity as it is now, at most limits::replaces_max. Leaves the other kinds
// alone:
// a redact has the changes it names there.
void complete_op(Op& op, Entity const& entity);

// The op that gives `now`, at the place that `op` wrote, what `wanted` has there; `ref` is the op's
// own. It names in `replaces` what only `now` has and nothing else: what others wrote beside it
// stays. An evt is retracted, whatever `wanted` says. Nothing where nothing is to be done, and for
// erase, redact and unknown.
std::optional<Op> inverse_op(Op const& op, OpRef const& ref, Entity const& now,
                             Entity const& wanted);

// The live values or adds at the place that `op` writes.
std::vector<OpRef> live_refs(Op const& op, Entity const& entity);

// What two ops have in common when the inverse of one serves both: the register or the element.
// Empty for an evt, which nothing else can take back.
std::string inverse_target(Op const& op);

}  // namespace zhitu::vault
