#include "vault/ledger.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/limits.h"
#include "base/sort.h"
#include "vault/merge.h"
#include "vault/present.h"
#include "vault/waiting.h"

namespace zhitu::vault {

namespace {

// Where an op lies among the accepted changes.
struct Place {
    std::uint32_t change = 0;
    std::uint32_t op = 0;
};

struct EntityState {
    EntityMerge merge{};
    std::vector<Place> places{};  // of all ops that ever counted, by acceptance; to fold again
};

bool is_control(OpKind kind) { return kind == OpKind::erase || kind == OpKind::redact; }

bool is_of_entity(OpKind kind) { return !is_control(kind) && kind != OpKind::unknown; }

bool is_content(OpKind kind) {
    return kind == OpKind::set || kind == OpKind::add || kind == OpKind::pos;
}

// The taking back of some changes, under way.
struct Inverse {
    std::size_t first = 0;                    // the first of the changes
    std::map<EntityKey, EntityMerge> past{};  // as before the first
    std::set<std::string> done{};             // registers and elements
    std::set<EntityKey> made{};               // entities without content before
    Ops ops{};

    void delete_made();
};

// Empty fields would leave a nameless course behind.
void Inverse::delete_made() {
    std::erase_if(ops, [&](Op const& op) {
        return op.kind != OpKind::evt && made.contains(op.entity);
    });
    for (EntityKey const& key : made) ops.push_back({.kind = OpKind::del, .entity = key});
}

void sort_unique(std::vector<EntityKey>& keys) {
    sort_list(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

struct Ledger::Content {
    std::vector<Change> changes{};
    std::unordered_map<RawId, std::uint32_t, IdHash> index_by_id{};
    Waiting waiting{};
    Chains chains{};
    std::unordered_set<RawId, IdHash> erased{};    // subjects
    std::unordered_set<RawId, IdHash> redacted{};  // changes
    std::map<EntityKey, EntityState> entities{};
    std::optional<Digest> digest{};

    bool is_void(Op const& op, RawId const& change) const;
    bool has_predecessor(Change const& change) const;
    void take(Change change, std::vector<EntityKey>& touched);
    void take_released(RawId const& id, std::vector<EntityKey>& touched);
    void count_body(std::uint32_t index, std::vector<EntityKey>& touched);
    void obey(Op const& op, std::uint32_t by, std::vector<EntityKey>& touched);
    void set_aside(std::uint32_t index, std::vector<EntityKey>& keys) const;
    EntityMerge fold(EntityState const& state, std::size_t changes_count) const;
    void fold_again(EntityKey const& key);
    void drop_one(std::vector<EntityKey>& touched);
    void shorten(EntityKey const& key);
    void apply_ops(std::uint32_t index, std::vector<EntityKey>& touched);
    void drop_void_body(Change& change) const;
    Entity const& present(EntityKey const& key) const;
    Entity const& before(EntityKey const& key, Inverse& inverse) const;
    void take_back(std::uint32_t index, Inverse& inverse) const;
};

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
    Change const& previous = changes[found->second];
    return previous.hash == header.previous && previous.header.writer == header.writer &&
           previous.header.sequence + 1 == header.sequence;
}

void Ledger::Content::take(Change change, std::vector<EntityKey>& touched) {
    auto const index = static_cast<std::uint32_t>(changes.size());
    index_by_id.emplace(change.id(), index);
    chains.add(change.header, change.hash);
    changes.push_back(std::move(change));
    count_body(index, touched);
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
    if (!changes[index].body) return;
    // First what the change says about all the others and about itself.
    for (Op const& op : changes[index].body->ops) {
        if (is_control(op.kind)) obey(op, index, touched);
    }
    apply_ops(index, touched);
    drop_void_body(changes[index]);
}

// An erase or a redact: what it hits is folded again without it. Ops of the change `by` are not in
// any entity yet; they meet the new rule when they are applied.
void Ledger::Content::obey(Op const& op, std::uint32_t by, std::vector<EntityKey>& touched) {
    std::vector<std::uint32_t> hit;
    if (op.kind == OpKind::redact) {
        for (OpRef const& ref : op.replaces) {
            auto const found = index_by_id.find(ref.change);
            if (redacted.insert(ref.change).second && found != index_by_id.end()) {
                hit.push_back(found->second);
            }
        }
    } else if (op.subject != RawId{} && erased.insert(op.subject).second) {
        auto const is_of_subject = [&](Op const& o) { return o.subject == op.subject; };
        for (std::uint32_t i = 0; i < changes.size(); ++i) {
            std::optional<ChangeBody> const& body = changes[i].body;
            if (body && std::any_of(body->ops.begin(), body->ops.end(), is_of_subject)) {
                hit.push_back(i);
            }
        }
    }
    std::vector<EntityKey> keys;
    for (std::uint32_t const index : hit) {
        if (index != by) set_aside(index, keys);
    }
    sort_unique(keys);
    for (EntityKey const& key : keys) fold_again(key);
    for (std::uint32_t const index : hit) {
        if (index != by) drop_void_body(changes[index]);
    }
    touched.insert(touched.end(), keys.begin(), keys.end());
}

void Ledger::Content::set_aside(std::uint32_t index, std::vector<EntityKey>& keys) const {
    if (!changes[index].body) return;
    for (Op const& op : changes[index].body->ops) {
        if (is_of_entity(op.kind)) keys.push_back(op.entity);
    }
}

// The entity as the first `changes_count` changes make it.
EntityMerge Ledger::Content::fold(EntityState const& state, std::size_t changes_count) const {
    EntityMerge merge;
    for (Place const& place : state.places) {
        if (place.change >= changes_count) continue;
        Change const& change = changes[place.change];
        if (!change.body) continue;  // dropped: all its ops were void
        Op const& op = change.body->ops[place.op];
        RawId const id = change.id();
        if (is_void(op, id)) continue;
        merge.apply(op, {id, place.op}, change.header.stamp, redacted.contains(id));
    }
    return merge;
}

void Ledger::Content::fold_again(EntityKey const& key) {
    auto const found = entities.find(key);
    if (found != entities.end()) found->second.merge = fold(found->second, changes.size());
}

void Ledger::Content::drop_one(std::vector<EntityKey>& touched) {
    Change const& change = changes.back();
    chains.drop_head(change.header, change.hash);
    set_aside(static_cast<std::uint32_t>(changes.size() - 1), touched);
    index_by_id.erase(change.id());
    changes.pop_back();
}

// Takes the places in changes that are no more out of the entity.
void Ledger::Content::shorten(EntityKey const& key) {
    auto const found = entities.find(key);
    if (found == entities.end()) return;
    std::erase_if(found->second.places,
                  [&](Place const& place) { return place.change >= changes.size(); });
    if (found->second.places.empty()) {
        entities.erase(found);
    } else {
        fold_again(key);
    }
}

void Ledger::Content::apply_ops(std::uint32_t index, std::vector<EntityKey>& touched) {
    Change const& change = changes[index];
    RawId const id = change.id();
    bool const is_redacted = redacted.contains(id);
    for (std::uint32_t i = 0; i < change.body->ops.size(); ++i) {
        Op const& op = change.body->ops[i];
        if (!is_of_entity(op.kind) || is_void(op, id)) continue;
        EntityState& state = entities[op.entity];
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

Entity const& Ledger::Content::before(EntityKey const& key, Inverse& inverse) const {
    auto const known = inverse.past.find(key);
    if (known != inverse.past.end()) return known->second.entity();
    auto const found = entities.find(key);
    EntityMerge merge;
    if (found != entities.end()) merge = fold(found->second, inverse.first);
    return inverse.past.emplace(key, std::move(merge)).first->second.entity();
}

void Ledger::Content::take_back(std::uint32_t index, Inverse& inverse) const {
    Change const& change = changes[index];
    if (!change.body) return;
    RawId const id = change.id();
    for (std::size_t i = change.body->ops.size(); i-- > 0;) {
        Op const& op = change.body->ops[i];
        if (!is_of_entity(op.kind) || is_void(op, id)) continue;
        Entity const& entity = before(op.entity, inverse);
        if (is_content(op.kind) && !entity.has_content()) inverse.made.insert(op.entity);
        std::string target = inverse_target(op);
        if (!target.empty() && !inverse.done.insert(std::move(target)).second) continue;
        auto back = inverse_op(op, {id, static_cast<std::uint32_t>(i)}, entity);
        if (back) inverse.ops.push_back(std::move(*back));
    }
}

Ledger::Ledger() : content_(std::make_unique<Content>()) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Accepted Ledger::accept(Change change) {
    Accepted answer;
    RawId const id = change.id();
    auto const known = content_->index_by_id.find(id);
    if (known != content_->index_by_id.end()) {
        Change& ours = content_->changes[known->second];
        if (ours.body || !change.body) return answer;
        ours.body = std::move(change.body);
        content_->count_body(known->second, answer.touched);
        answer.is_new = ours.body.has_value();
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

Ops Ledger::inverse(std::vector<RawId> const& changes) const {
    std::size_t first = content_->changes.size();
    for (RawId const& id : changes) {
        ZT_ASSERT(content_->index_by_id.contains(id));
        first = std::min<std::size_t>(first, content_->index_by_id.at(id));
    }
    Inverse inverse{.first = first};
    for (auto id = changes.rbegin(); id != changes.rend(); ++id) {
        content_->take_back(content_->index_by_id.at(*id), inverse);
    }
    inverse.delete_made();
    return std::move(inverse.ops);
}

std::vector<EntityKey> Ledger::drop_last(std::size_t count) {
    ZT_ASSERT(count <= content_->changes.size());
    std::vector<EntityKey> touched;
    for (; count > 0; --count) content_->drop_one(touched);
    sort_unique(touched);
    for (EntityKey const& key : touched) content_->shorten(key);
    content_->digest.reset();
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
