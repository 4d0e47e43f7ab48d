#include "vault/present.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"

namespace zhitu::vault {

namespace {

std::string_view register_of(Op const& op) {
    bool const is_written = op.kind == OpKind::set || op.kind == OpKind::pos;
    return is_written ? std::string_view(op.field) : std::string_view(deleted_field);
}

std::vector<OpRef> value_refs(Entity const& entity, std::string_view field) {
    std::vector<OpRef> refs;
    auto const found = entity.registers.find(field);
    if (found == entity.registers.end()) return refs;
    for (LiveValue const& live : found->second) refs.push_back(live.op);
    return refs;
}

std::vector<OpRef> add_refs(Entity const& entity, Op const& op) {
    SetElement const* element = entity.element(op.field, op.value);
    return element ? element->adds : std::vector<OpRef>{};
}

void limit(std::vector<OpRef>& refs) {
    if (refs.size() > limits::replaces_max) refs.resize(limits::replaces_max);
}

// What only the present has.
std::vector<OpRef> refs_to_go(Op const& op, Entity const& now, Entity const& wanted) {
    std::vector<OpRef> refs = live_refs(op, now);
    std::vector<OpRef> const kept = live_refs(op, wanted);
    std::erase_if(refs, [&](OpRef const& ref) {
        return std::find(kept.begin(), kept.end(), ref) != kept.end();
    });
    limit(refs);
    return refs;
}

std::optional<Op> write_back(Op const& op, std::vector<OpRef> refs, Entity const& wanted) {
    if (refs.empty()) return std::nullopt;
    Json const* value = wanted.value(register_of(op));
    Op back{.entity = op.entity, .subject = op.subject, .replaces = std::move(refs)};
    if (op.kind == OpKind::del || op.kind == OpKind::undel) {
        back.kind = wanted.is_deleted ? OpKind::del : OpKind::undel;
        return back;
    }
    back.field = op.field;
    if (value != nullptr) back.value = *value;
    bool const is_place = back.value.as_string() != nullptr;  // a pos needs a string
    back.kind = is_place ? op.kind : OpKind::set;
    return back;
}

// Adds and removals.
std::optional<Op> put_back(Op const& op, std::vector<OpRef> refs, Entity const& now,
                           Entity const& wanted) {
    bool const is_wanted = wanted.element(op.field, op.value) != nullptr;
    std::vector<OpRef> const present = add_refs(now, op);
    if (is_wanted && present.empty()) return add_op(op.entity, op.field, op.value, op.subject);
    // Nobody else's add would keep it.
    if (refs.empty() || (is_wanted && refs.size() == present.size())) return std::nullopt;
    Op back = rem_op(op.entity, op.field, op.value, op.subject);
    back.replaces = std::move(refs);
    return back;
}

}  // namespace

std::vector<OpRef> live_refs(Op const& op, Entity const& entity) {
    switch (op.kind) {
        case OpKind::set:
        case OpKind::pos:
        case OpKind::del:
        case OpKind::undel: return value_refs(entity, register_of(op));
        case OpKind::add:
        case OpKind::rem: return add_refs(entity, op);
        default: return {};
    }
}

void complete_op(Op& op, Entity const& entity) {
    switch (op.kind) {
        case OpKind::set:
        case OpKind::pos:
        case OpKind::del:
        case OpKind::undel:
        case OpKind::rem: op.replaces = live_refs(op, entity); break;
        default: return;
    }
    limit(op.replaces);
}

std::optional<Op> inverse_op(Op const& op, OpRef const& ref, Entity const& now,
                             Entity const& wanted) {
    switch (op.kind) {
        case OpKind::set:
        case OpKind::pos:
        case OpKind::del:
        case OpKind::undel: return write_back(op, refs_to_go(op, now, wanted), wanted);
        case OpKind::add:
        case OpKind::rem: return put_back(op, refs_to_go(op, now, wanted), now, wanted);
        case OpKind::evt: return evt_op(op.entity, retraction_of(ref), op.subject);
        default: return std::nullopt;
    }
}

std::string inverse_target(Op const& op) {
    std::string const entity = to_text(op.entity);
    switch (op.kind) {
        case OpKind::set:
        case OpKind::pos: return entity + " = " + op.field;
        case OpKind::del:
        case OpKind::undel: return entity + " = " + deleted_field;
        case OpKind::add:
        case OpKind::rem: return entity + " + " + op.field + " " + to_canonical(op.value);
        default: return {};
    }
}

}  // namespace zhitu::vault
