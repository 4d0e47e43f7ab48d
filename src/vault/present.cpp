#include "vault/present.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"

namespace zhitu::vault {

namespace {

std::vector<OpRef> live_refs(Entity const& entity, std::string_view field) {
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

Op write_back(Op const& op, Entity const& entity) {
    Json const* value = entity.value(op.field);
    Op back = set_op(op.entity, op.field, value ? *value : Json(), op.subject);
    if (back.value.as_string() != nullptr) back.kind = op.kind;  // a pos needs a string
    return back;
}

Op as_kind(Op op, OpKind kind) {
    op.kind = kind;
    op.replaces.clear();
    return op;
}

}  // namespace

void complete_op(Op& op, Entity const& entity) {
    switch (op.kind) {
        case OpKind::set:
        case OpKind::pos: op.replaces = live_refs(entity, op.field); break;
        case OpKind::del:
        case OpKind::undel: op.replaces = live_refs(entity, deleted_field); break;
        case OpKind::rem: op.replaces = add_refs(entity, op); break;
        default: return;
    }
    if (op.replaces.size() > limits::replaces_max) op.replaces.resize(limits::replaces_max);
}

std::optional<Op> inverse_op(Op const& op, OpRef const& ref, Entity const& entity) {
    switch (op.kind) {
        case OpKind::set:
        case OpKind::pos: return write_back(op, entity);
        case OpKind::add:
        case OpKind::rem: {
            bool const is_there = entity.element(op.field, op.value) != nullptr;
            return as_kind(op, is_there ? OpKind::add : OpKind::rem);
        }
        case OpKind::del:
        case OpKind::undel: return as_kind(op, entity.is_deleted ? OpKind::del : OpKind::undel);
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
