#pragma once

// The rules of storage.md 2.3 as plainly as they can be written: all accepted changes sorted by
// (stamp, id), every rule asked of the whole set. Quadratic; what the ledger is measured against.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "vault/ledger.h"

namespace zhitu::vault::tests {

struct ReferenceOp {
    Op op;
    OpRef ref;
    Stamp stamp = 0;
};

class ReferenceFold {
public:
    // `until`: changes with later stamps only erase and redact.
    explicit ReferenceFold(std::vector<Change> const& received,
                           Stamp until = static_cast<Stamp>(-1)) {
        unite(received);
        for (Change const& change : changes_) learn_controls(change);
        for (Change const& change : changes_) {
            if (change.header.stamp <= until) collect(change);
        }
        for (auto const& [key, ops] : ops_) fold(key, ops);
    }

    Digest digest() const {
        Sha256 hash;
        for (auto const& [key, entity] : entities_) {
            if (entity.has_content()) hash.add(std::string_view(canonical_entity(key, entity)));
        }
        return hash.finish();
    }
    std::map<EntityKey, Entity> const& entities() const { return entities_; }

private:
    // Accepted: first ones, and whoever follows an accepted one; until nothing more comes.
    void unite(std::vector<Change> const& received) {
        std::map<RawId, Change> by_id;
        for (Change const& change : received) {
            Change& known = by_id[change.id()];
            if (!known.body) known = change;
        }
        std::set<std::tuple<Digest, RawId, std::uint64_t>> accepted;
        for (bool is_growing = true; is_growing;) {
            is_growing = false;
            for (auto const& [id, change] : by_id) {
                ChangeHeader const& header = change.header;
                bool const is_accepted =
                    header.sequence == 1 ||
                    accepted.contains({header.previous, header.writer, header.sequence - 1});
                if (!is_accepted) continue;
                bool const is_new =
                    accepted.emplace(change.hash, header.writer, header.sequence).second;
                if (is_new) changes_.push_back(change);
                is_growing = is_growing || is_new;
            }
        }
        std::sort(changes_.begin(), changes_.end(), [](Change const& a, Change const& b) {
            return std::tuple(a.header.stamp, a.id()) < std::tuple(b.header.stamp, b.id());
        });
    }

    void learn_controls(Change const& change) {
        if (!change.body) return;
        for (Op const& op : change.body->ops) {
            if (op.kind == OpKind::erase) erased_.insert(op.subject);
            if (op.kind != OpKind::redact) continue;
            for (OpRef const& ref : op.replaces) redacted_.insert(ref.change);
        }
    }

    void collect(Change const& change) {
        if (!change.body) return;
        bool const is_redacted = redacted_.contains(change.id());
        for (std::uint32_t i = 0; i < change.body->ops.size(); ++i) {
            Op op = change.body->ops[i];
            if (op.kind == OpKind::erase || op.kind == OpKind::redact) continue;
            if (op.kind == OpKind::unknown || erased_.contains(op.subject)) continue;
            if (is_redacted && (op.kind == OpKind::add || op.kind == OpKind::evt)) continue;
            bool const is_write = op.kind == OpKind::set || op.kind == OpKind::pos;
            if (is_redacted && is_write) op.value = Json("[removed]");
            if (op.kind == OpKind::del) op.value = Json(true);
            if (op.kind == OpKind::undel) op.value = Json(false);
            if (op.kind == OpKind::del || op.kind == OpKind::undel) op.field = "_del";
            ops_[op.entity].push_back({op, {change.id(), i}, change.header.stamp});
        }
    }

    static bool is_write(Op const& op) {
        return op.kind == OpKind::set || op.kind == OpKind::pos || op.kind == OpKind::del ||
               op.kind == OpKind::undel;
    }

    static bool names(Op const& op, OpRef const& ref) {
        return std::find(op.replaces.begin(), op.replaces.end(), ref) != op.replaces.end();
    }

    static bool is_later_in_change(OpRef const& a, OpRef const& b) {
        return a.change == b.change && a.index > b.index;
    }

    static bool is_live(ReferenceOp const& item, std::vector<ReferenceOp> const& ops) {
        for (ReferenceOp const& other : ops) {
            bool const is_rival = is_write(other.op) && other.op.field == item.op.field;
            if (!is_rival) continue;
            if (names(other.op, item.ref) || is_later_in_change(other.ref, item.ref)) return false;
        }
        return true;
    }

    static bool is_there(ReferenceOp const& item, std::vector<ReferenceOp> const& ops) {
        for (ReferenceOp const& other : ops) {
            bool const is_rival =
                other.op.kind == OpKind::rem && other.op.field == item.op.field;
            if (!is_rival) continue;
            bool const is_same = other.op.value == item.op.value;
            if (names(other.op, item.ref)) return false;
            if (is_same && is_later_in_change(other.ref, item.ref)) return false;
        }
        return true;
    }

    void fold(EntityKey const& key, std::vector<ReferenceOp> const& ops) {
        Entity& entity = entities_[key];
        std::map<std::string, std::map<std::string, SetElement>> sets;
        for (ReferenceOp const& item : ops) {
            if (item.op.kind == OpKind::evt) {
                entity.events.push_back({item.stamp, item.ref, item.op.subject, item.op.value});
            } else if (is_write(item.op) && is_live(item, ops)) {
                entity.registers[item.op.field].push_back({item.stamp, item.ref, item.op.value});
            } else if (item.op.kind == OpKind::add && is_there(item, ops)) {
                SetElement& element = sets[item.op.field][to_canonical(item.op.value)];
                element.value = item.op.value;
                element.adds.push_back(item.ref);
            }
        }
        finish(entity, sets);
    }

    static void finish(Entity& entity,
                       std::map<std::string, std::map<std::string, SetElement>>& sets) {
        for (auto& [field, values] : entity.registers) {
            std::sort(values.begin(), values.end(), [](LiveValue const& a, LiveValue const& b) {
                return std::tie(a.stamp, a.op) > std::tie(b.stamp, b.op);
            });
        }
        for (auto& [field, elements] : sets) {
            for (auto& [text, element] : elements) {
                std::sort(element.adds.begin(), element.adds.end());
                entity.sets[field].push_back(element);
            }
        }
        std::sort(entity.events.begin(), entity.events.end(), [](Event const& a, Event const& b) {
            return std::tie(a.stamp, a.op) < std::tie(b.stamp, b.op);
        });
    }

    std::vector<Change> changes_;
    std::set<RawId> erased_;
    std::set<RawId> redacted_;
    std::map<EntityKey, std::vector<ReferenceOp>> ops_;
    std::map<EntityKey, Entity> entities_;
};

}  // namespace zhitu::vault::tests
