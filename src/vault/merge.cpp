#include "vault/merge.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace zhitu::vault {

namespace {

bool is_named(std::map<std::string, std::set<OpRef>, std::less<>> const& names,
              std::string const& field, OpRef const& ref) {
    auto const found = names.find(field);
    return found != names.end() && found->second.contains(ref);
}

bool is_earlier_in_change(OpRef const& a, OpRef const& b) {
    return a.change == b.change && a.index < b.index;
}

// True when `ref` was among the adds of one of the elements, and is no more.
bool take_out(std::vector<SetElement>& elements, OpRef const& ref) {
    for (SetElement& element : elements) {
        auto const place = std::lower_bound(element.adds.begin(), element.adds.end(), ref);
        if (place == element.adds.end() || *place != ref) continue;
        element.adds.erase(place);
        return true;
    }
    return false;
}

struct Place {
    std::size_t index = 0;
    bool is_there = false;
};

Place find_element(std::vector<SetElement> const& elements, Json const& value) {
    std::string const wanted = to_canonical(value);
    std::size_t first = 0;
    std::size_t last = elements.size();
    while (first < last) {
        std::size_t const middle = first + (last - first) / 2;
        int const order = to_canonical(elements[middle].value).compare(wanted);
        if (order == 0) return {middle, true};
        (order < 0 ? first : last) = order < 0 ? middle + 1 : middle;
    }
    return {first, false};
}

}  // namespace

void EntityMerge::apply(Op const& op, OpRef const& ref, Stamp stamp, bool is_redacted) {
    switch (op.kind) {
        case OpKind::set:
        case OpKind::pos:
            write(op.field, op, {stamp, ref, is_redacted ? Json("[removed]") : op.value});
            break;
        case OpKind::del:
        case OpKind::undel: {
            write(deleted_field, op, {stamp, ref, Json(op.kind == OpKind::del)});
            Json const* winner = entity_.value(deleted_field);
            bool const* is_deleted = winner ? winner->as_bool() : nullptr;
            entity_.is_deleted = is_deleted != nullptr && *is_deleted;
            break;
        }
        case OpKind::add: add(op, ref); break;
        case OpKind::rem: remove(op, ref); break;
        case OpKind::evt: append({stamp, ref, op.subject, op.value}); break;
        case OpKind::erase:
        case OpKind::redact:
        case OpKind::unknown: ZT_ASSERT(!"not an op of one entity"); break;
    }
}

void EntityMerge::write(std::string const& field, Op const& op, LiveValue live) {
    std::vector<LiveValue>& values = entity_.registers[field];
    for (OpRef const& replaced : op.replaces) {
        auto const count = std::erase_if(
            values, [&](LiveValue const& value) { return value.op == replaced; });
        if (count == 0) early_writes_[field].insert(replaced);
    }
    std::erase_if(values, [&](LiveValue const& value) {
        return is_earlier_in_change(value.op, live.op);
    });
    if (!is_named(early_writes_, field, live.op)) {
        auto const is_before = [](LiveValue const& a, LiveValue const& b) {
            return std::tie(b.stamp, b.op) < std::tie(a.stamp, a.op);
        };
        auto const place = std::lower_bound(values.begin(), values.end(), live, is_before);
        values.insert(place, std::move(live));
    }
    if (values.empty()) entity_.registers.erase(field);
}

void EntityMerge::add(Op const& op, OpRef const& ref) {
    if (is_named(early_adds_, op.field, ref)) return;
    std::vector<SetElement>& elements = entity_.sets[op.field];
    Place const place = find_element(elements, op.value);
    auto const at = elements.begin() + static_cast<std::ptrdiff_t>(place.index);
    if (!place.is_there) {
        elements.insert(at, SetElement{op.value, {ref}});
        return;
    }
    at->adds.insert(std::lower_bound(at->adds.begin(), at->adds.end(), ref), ref);
}

void EntityMerge::remove(Op const& op, OpRef const& ref) {
    std::vector<SetElement>& elements = entity_.sets[op.field];
    for (OpRef const& removed : op.replaces) {
        if (!take_out(elements, removed)) early_adds_[op.field].insert(removed);
    }
    Place const place = find_element(elements, op.value);
    if (place.is_there) {
        std::erase_if(elements[place.index].adds, [&](OpRef const& added) {
            return is_earlier_in_change(added, ref);
        });
    }
    std::erase_if(elements, [](SetElement const& element) { return element.adds.empty(); });
    if (elements.empty()) entity_.sets.erase(op.field);
}

void EntityMerge::append(Event event) {
    auto const is_before = [](Event const& a, Event const& b) {
        return std::tie(a.stamp, a.op) < std::tie(b.stamp, b.op);
    };
    std::vector<Event>& events = entity_.events;
    auto const place = std::upper_bound(events.begin(), events.end(), event, is_before);
    events.insert(place, std::move(event));
}

}  // namespace zhitu::vault
