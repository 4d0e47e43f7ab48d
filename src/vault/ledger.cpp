#include "vault/ledger.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/limits.h"
#include "base/sort.h"
#include "vault/ledger_content.h"
#include "vault/present.h"

namespace zhitu::vault {

namespace {

bool is_control(OpKind kind) { return kind == OpKind::erase || kind == OpKind::redact; }

bool is_of_entity(OpKind kind) { return !is_control(kind) && kind != OpKind::unknown; }

bool is_content(OpKind kind) {
    return kind == OpKind::set || kind == OpKind::add || kind == OpKind::pos;
}

void sort_unique(std::vector<EntityKey>& keys) {
    sort_list(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

// True when the op adds nothing to any entity, now and for ever. Unknown ops of a subject go too.
bool Ledger::Content::is_void(Op const& op, RawId const& change) const {
    if (is_control(op.kind)) return false;
    if (!erased.empty() && erased.contains(op.subject)) return true;
    bool const can_vanish = op.kind == OpKind::add || op.kind == OpKind::evt;
    return can_vanish && redacted.contains(change);
}

bool Ledger::Content::has_predecessor(Change const& change) const {
    ChangeHeader const& header = change.header;
    if (header.previous == Digest{}) return header.sequence == 1;
    auto const found = index_by_id.find(short_id(header.previous));
    if (found == index_by_id.end()) return false;
    auto const is_before = [&](Digest const& hash, RawId const& writer, std::uint64_t sequence) {
        return hash == header.previous && writer == header.writer &&
               sequence + 1 == header.sequence;
    };
    if (is_summed(found->second)) {
        SummedChange const& previous = summed[found->second];
        return is_before(previous.hash, previous.writer, previous.sequence);
    }
    Change const& previous = at(found->second);
    return is_before(previous.hash, previous.header.writer, previous.header.sequence);
}

std::uint32_t Ledger::Content::push(Change change) {
    auto const index = static_cast<std::uint32_t>(end());
    index_by_id.insert_or_assign(change.id(), index);
    changes.push_back(std::move(change));
    return index;
}

void Ledger::Content::take(Change change, std::vector<EntityKey>& touched) {
    chains.add(change.header, change.hash);
    count_body(push(std::move(change)), touched);
}

// The body that a known change did not have.
void Ledger::Content::accept_body(std::uint32_t index, Change change, Accepted& answer) {
    bool const is_known = is_summed(index) ? summed[index].has_body : at(index).body.has_value();
    if (is_known || !change.body) return;
    if (is_summed(index)) {
        summed[index].has_body = true;
        late.insert(change.id());
        index = push(std::move(change));
    } else {
        at(index).body = std::move(change.body);
    }
    count_body(index, answer.touched);
    answer.is_new = at(index).body.has_value();
}

// Without recursion: a chain of any length may have waited.
void Ledger::Content::take_released(RawId const& id, std::vector<EntityKey>& touched) {
    std::vector<RawId> ready{id};
    while (!ready.empty()) {
        std::vector<Change> followers = waiting.take_followers(ready.back());
        ready.pop_back();
        for (Change& change : followers) {
            if (!has_predecessor(change)) {  // names a change of someone else: waits for ever
                waiting.hold(std::move(change));
                continue;
            }
            ready.push_back(change.id());
            take(std::move(change), touched);
        }
    }
}

void Ledger::Content::count_body(std::uint32_t index, std::vector<EntityKey>& touched) {
    digest.reset();
    if (!at(index).body) return;
    // First what the change says about all the others and about itself.
    for (Op const& op : at(index).body->ops) {
        if (is_control(op.kind)) obey(op, index, touched);
    }
    apply_ops(index, touched);
    drop_void_body(at(index));
}

// The changes at hand that an erase or a redact reaches for the first time.
std::vector<std::uint32_t> Ledger::Content::hit_by(Op const& control) {
    std::vector<std::uint32_t> hit;
    if (control.kind == OpKind::redact) {
        for (OpRef const& ref : control.replaces) {
            auto const found = index_by_id.find(ref.change);
            bool const is_here = found != index_by_id.end() && !is_summed(found->second);
            if (redacted.insert(ref.change).second && is_here) hit.push_back(found->second);
        }
        return hit;
    }
    if (control.subject == RawId{} || !erased.insert(control.subject).second) return hit;
    auto const is_of_subject = [&](Op const& op) { return op.subject == control.subject; };
    for (std::size_t i = summed.size(); i < end(); ++i) {
        std::optional<ChangeBody> const& body = at(i).body;
        if (body && std::any_of(body->ops.begin(), body->ops.end(), is_of_subject)) {
            hit.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return hit;
}

// An erase or a redact: what it hits is folded again without it. Ops of the change `by` are not in
// any entity yet; they meet the new rule when they are applied.
void Ledger::Content::obey(Op const& op, std::uint32_t by, std::vector<EntityKey>& touched) {
    std::vector<std::uint32_t> hit = hit_by(op);
    std::erase(hit, by);
    std::vector<EntityKey> keys;
    for (std::uint32_t const index : hit) set_aside(index, keys);
    sort_unique(keys);
    for (EntityKey const& key : keys) fold_again(key);
    for (std::uint32_t const index : hit) drop_void_body(at(index));
    touched.insert(touched.end(), keys.begin(), keys.end());
}

// True when it erases or redacts what only the sum has.
bool Ledger::Content::reaches_back(Op const& op) const {
    if (op.kind == OpKind::erase) {
        return !erased.contains(op.subject) && summed_subjects.contains(op.subject);
    }
    if (op.kind != OpKind::redact) return false;
    return std::any_of(op.replaces.begin(), op.replaces.end(), [&](OpRef const& ref) {
        auto const found = index_by_id.find(ref.change);
        bool const is_sum = found != index_by_id.end() && is_summed(found->second);
        return is_sum && !redacted.contains(ref.change);
    });
}

bool Ledger::Content::reaches_back(Change const& change) const {
    if (summed.empty() || !change.body) return false;
    Ops const& ops = change.body->ops;
    return std::any_of(ops.begin(), ops.end(), [&](Op const& op) { return reaches_back(op); });
}

void Ledger::Content::set_aside(std::uint32_t index, std::vector<EntityKey>& keys) const {
    if (!at(index).body) return;
    for (Op const& op : at(index).body->ops) {
        if (is_of_entity(op.kind)) keys.push_back(op.entity);
    }
}

EntityMerge Ledger::Content::fold(EntityState const& state, FoldOf const& which) const {
    EntityMerge merge = state.base ? *state.base : EntityMerge{};
    for (Place const& place : state.places) {
        if (place.change >= which.end) continue;
        Change const& change = at(place.change);
        if (!change.body || change.header.stamp > which.until) continue;  // dropped: all were void
        Op const& op = change.body->ops[place.op];
        RawId const id = change.id();
        bool const is_left_out = which.without != nullptr && which.without->contains(id);
        if (is_left_out || is_void(op, id)) continue;
        merge.apply(op, {id, place.op}, change.header.stamp, redacted.contains(id));
    }
    return merge;
}

void Ledger::Content::fold_again(EntityKey const& key) {
    auto const found = entities.find(key);
    if (found != entities.end()) found->second.merge = fold(found->second, {});
}

void Ledger::Content::drop_one(std::vector<EntityKey>& touched) {
    Change const& change = changes.back();
    chains.drop_head(change.header, change.hash);
    set_aside(static_cast<std::uint32_t>(end() - 1), touched);
    index_by_id.erase(change.id());
    changes.pop_back();
}

// Takes the places in changes that are no more out of the entity.
void Ledger::Content::shorten(EntityKey const& key) {
    auto const found = entities.find(key);
    if (found == entities.end()) return;
    std::erase_if(found->second.places,
                  [&](Place const& place) { return place.change >= end(); });
    if (found->second.places.empty() && !found->second.base) {
        entities.erase(found);
    } else {
        fold_again(key);
    }
}

// What the snapshot gave stays as it is, for folding again.
EntityState& Ledger::Content::state_to_change(EntityKey const& key) {
    bool const may_be_summed = !summed.empty();
    auto const [found, is_made] = entities.try_emplace(key);
    EntityState& state = found->second;
    bool const is_first = may_be_summed && !is_made && state.places.empty() && !state.base;
    if (is_first) state.base = std::make_shared<EntityMerge const>(state.merge);
    return state;
}

void Ledger::Content::apply_ops(std::uint32_t index, std::vector<EntityKey>& touched) {
    Change const& change = at(index);
    RawId const id = change.id();
    bool const is_redacted = redacted.contains(id);
    for (std::uint32_t i = 0; i < change.body->ops.size(); ++i) {
        Op const& op = change.body->ops[i];
        if (!is_of_entity(op.kind) || is_void(op, id)) continue;
        EntityState& state = state_to_change(op.entity);
        state.places.push_back({index, i});
        state.merge.apply(op, {id, i}, change.header.stamp, is_redacted);
        if (touched.empty() || touched.back() != op.entity) touched.push_back(op.entity);
    }
}

void Ledger::Content::drop_void_body(Change& change) const {
    if (!change.body || change.body->ops.empty()) return;
    RawId const id = change.id();
    for (Op const& op : change.body->ops) {
        if (!is_void(op, id)) return;
    }
    change.body.reset();
}

Entity const& Ledger::Content::present(EntityKey const& key) const {
    static Entity const nothing;
    auto const found = entities.find(key);
    return found == entities.end() ? nothing : found->second.merge.entity();
}

// What the entity is to be; made when first asked for.
TakingBack::Seen& Ledger::Content::look(Op const& op, TakingBack& taking) const {
    auto const [at, is_first] = taking.seen.try_emplace(op.entity);
    TakingBack::Seen& seen = at->second;
    auto const found = entities.find(op.entity);
    if (is_first && found != entities.end()) {
        seen.wanted = fold(found->second, {.without = &taking.what.without});
    }
    bool const is_undo = taking.what.without.contains(taking.what.changes.front());
    if (seen.is_made || seen.is_kept || !is_undo || !is_content(op.kind)) return seen;
    bool const is_wanted = seen.wanted.entity().has_content();
    bool const is_older =
        is_wanted && fold(found->second, {.end = taking.first}).entity().has_content();
    seen.is_made = !is_wanted;
    seen.is_kept = is_wanted && !is_older;
    return seen;
}

// Somebody else wrote at this place since, and it is seen.
bool Ledger::Content::is_overtaken(Op const& op, TakingBack const& taking) const {
    std::vector<RawId> const& ours = taking.what.changes;
    for (OpRef const& ref : live_refs(op, present(op.entity))) {
        bool const is_ours = taking.what.without.contains(ref.change) ||
                             std::find(ours.begin(), ours.end(), ref.change) != ours.end();
        if (!is_ours && index_by_id.at(ref.change) >= taking.first) return true;
    }
    return false;
}

// Registers and elements by all changes, events by the last ones only.
void Ledger::Content::take_back(std::uint32_t index, bool is_last, TakingBack& taking) const {
    Change const& change = at(index);
    if (!change.body) return;
    RawId const id = change.id();
    for (std::size_t i = change.body->ops.size(); i-- > 0;) {
        Op const& op = change.body->ops[i];
        bool const is_passed = op.kind == OpKind::evt && !is_last;
        if (is_passed || !is_of_entity(op.kind) || is_void(op, id)) continue;
        std::string target = inverse_target(op);
        bool const is_done = !target.empty() && !taking.done.insert(std::move(target)).second;
        TakingBack::Seen const& seen = look(op, taking);
        if (is_done) continue;
        taking.answer.is_overtaken |= is_overtaken(op, taking);
        auto back = inverse_op(op, {id, static_cast<std::uint32_t>(i)}, present(op.entity),
                               seen.wanted.entity());
        if (back) taking.answer.ops.push_back(std::move(*back));
    }
}

// Empty fields would leave a nameless course behind; one that others work on stays as it is.
void Ledger::Content::delete_made(TakingBack& taking) const {
    std::erase_if(taking.answer.ops, [&](Op const& op) {
        TakingBack::Seen const& seen = taking.seen.at(op.entity);
        return op.kind != OpKind::evt && (seen.is_made || seen.is_kept);
    });
    for (auto const& [key, seen] : taking.seen) {
        taking.answer.is_overtaken |= seen.is_kept;
        if (!seen.is_made || present(key).is_deleted) continue;
        Op op{.kind = OpKind::del, .entity = key};
        complete_op(op, present(key));
        taking.answer.ops.push_back(std::move(op));
    }
}

Ledger::Ledger() : content_(std::make_unique<Content>()) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Accepted Ledger::accept(Change change) {
    Accepted answer;
    ++content_->revision;
    RawId const id = change.id();
    auto const known = content_->index_by_id.find(id);
    if (known != content_->index_by_id.end()) {
        content_->accept_body(known->second, std::move(change), answer);
    } else if (content_->has_predecessor(change)) {
        answer.is_new = true;
        content_->take(std::move(change), answer.touched);
        content_->take_released(id, answer.touched);
    } else {
        answer.is_waiting = true;
        content_->waiting.hold(std::move(change));
        answer.dropped_count = content_->waiting.drop_longest();
    }
    sort_unique(answer.touched);
    return answer;
}

void Ledger::complete(Ops& ops) const {
    for (Op& op : ops) complete(op);
}

void Ledger::complete(Op& op) const { complete_op(op, content_->present(op.entity)); }

bool Ledger::needs_history(Change const& change) const {
    if (content_->summed.empty()) return false;
    bool needs = content_->reaches_back(change);
    content_->waiting.for_each([&](Change const& held) {
        needs = needs || content_->reaches_back(held);
    });
    return needs;
}

bool Ledger::reaches_back(Op const& op) const { return content_->reaches_back(op); }

std::size_t Ledger::erasures_count() const {
    return content_->erased.size() + content_->redacted.size();
}

bool Ledger::has_dropped_body(RawId const& change_id) const {
    auto const found = content_->index_by_id.find(change_id);
    return found != content_->index_by_id.end() && !content_->is_summed(found->second) &&
           !content_->at(found->second).body;
}

Ledger::Inverse Ledger::inverse(Undoing const& what) const {
    TakingBack taking{.what = what, .first = content_->end()};
    for (RawId const& id : what.changes) {
        auto const found = content_->index_by_id.find(id);
        ZT_ASSERT(found != content_->index_by_id.end() && !content_->is_summed(found->second));
        taking.first = std::min<std::size_t>(taking.first, found->second);
    }
    bool const is_first_time = what.last == what.changes;
    for (auto id = what.last.rbegin(); id != what.last.rend(); ++id) {
        content_->take_back(content_->index_by_id.at(*id), true, taking);
    }
    for (auto id = what.changes.rbegin(); !is_first_time && id != what.changes.rend(); ++id) {
        content_->take_back(content_->index_by_id.at(*id), false, taking);
    }
    content_->delete_made(taking);
    return std::move(taking.answer);
}

Ops Ledger::inverse(std::vector<RawId> const& changes) const {
    return inverse({changes, changes, {changes.begin(), changes.end()}}).ops;
}

std::optional<Ledger::PastEntity> Ledger::next_at(EntityKey const& after, Stamp until) const {
    auto const next = content_->entities.upper_bound(after);
    if (next == content_->entities.end()) return std::nullopt;
    EntityState const& state = next->second;
    return PastEntity{next->first, content_->fold(state, {.until = until}).entity(),
                      state.places.size()};
}

bool Ledger::has_lost_content(Change const& change) const {
    if (!change.body) return true;
    RawId const id = change.id();
    if (content_->redacted.contains(id)) return true;
    if (content_->erased.empty()) return false;
    return std::any_of(change.body->ops.begin(), change.body->ops.end(),
                       [&](Op const& op) { return content_->is_void(op, id); });
}

std::vector<EntityKey> Ledger::drop_last(std::size_t count) {
    ZT_ASSERT(count <= content_->changes.size());
    std::vector<EntityKey> touched;
    for (; count > 0; --count) content_->drop_one(touched);
    sort_unique(touched);
    for (EntityKey const& key : touched) content_->shorten(key);
    content_->digest.reset();
    ++content_->revision;
    return touched;
}

Entity const* Ledger::find(EntityKey const& key) const {
    Entity const& entity = content_->present(key);
    return entity.has_content() ? &entity : nullptr;
}

void Ledger::for_each(
    std::function<void(EntityKey const&, Entity const&)> const& visit) const {
    for (auto const& [key, state] : content_->entities) {
        if (state.merge.entity().has_content()) visit(key, state.merge.entity());
    }
}

std::vector<Change> const& Ledger::changes() const { return content_->changes; }

std::map<RawId, WriterHead> const& Ledger::heads() const {
    return content_->chains.heads();
}

std::vector<Fork> Ledger::forks() const { return content_->chains.forks(); }

std::size_t Ledger::waiting_count() const { return content_->waiting.count(); }

std::size_t Ledger::accepted_count() const {
    return content_->end() - content_->late.size();
}

bool Ledger::has_all_changes() const { return content_->summed.empty(); }

std::uint64_t Ledger::revision() const { return content_->revision; }

bool Ledger::knows(RawId const& change_id) const {
    return has_accepted(change_id) || content_->waiting.knows(change_id);
}

bool Ledger::has_accepted(RawId const& change_id) const {
    return content_->index_by_id.contains(change_id);
}

Digest Ledger::digest() const {
    if (content_->digest) return *content_->digest;
    Sha256 hash;
    for_each([&](EntityKey const& key, Entity const& entity) {
        hash.add(std::string_view(canonical_entity(key, entity)));
    });
    content_->digest = hash.finish();
    return *content_->digest;
}

}  // namespace zhitu::vault
