#include "vault/ledger.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "vault/merge.h"
#include "vault/present.h"

namespace zhitu::vault {

namespace {

// Ids are hashes or random already.
struct IdHash {
    std::size_t operator()(RawId const& id) const {
        std::size_t hash = 0;
        std::memcpy(&hash, id.data(), sizeof hash);
        return hash;
    }
};

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

RawId id_of_hash(Digest const& hash) {
    RawId id;
    std::copy_n(hash.begin(), id.size(), id.begin());
    return id;
}

void sort_unique(std::vector<EntityKey>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

struct Ledger::Content {
    std::vector<Change> changes{};
    std::unordered_map<RawId, std::uint32_t, IdHash> index_by_id{};
    // By the id of the missing predecessor.
    std::unordered_map<RawId, std::vector<Change>, IdHash> waiting{};
    std::unordered_set<RawId, IdHash> waiting_ids{};
    std::map<RawId, WriterHead> heads{};
    std::unordered_set<RawId, IdHash> erased{};    // subjects
    std::unordered_set<RawId, IdHash> redacted{};  // changes
    std::map<EntityKey, EntityState> entities{};
    std::optional<Digest> digest{};

    bool is_void(Op const& op, RawId const& change) const;
    bool has_predecessor(Change const& change) const;
    void take(Change change, std::vector<EntityKey>& touched);
    void take_released(RawId const& id, std::vector<EntityKey>& touched);
    void hold(Change change);
    void move_head(Change const& change);
    void count_body(std::uint32_t index, std::vector<EntityKey>& touched);
    void obey(Op const& op, std::uint32_t by, std::vector<EntityKey>& touched);
    void set_aside(std::uint32_t index, std::vector<EntityKey>& keys) const;
    void fold_again(EntityKey const& key);
    void apply_ops(std::uint32_t index, std::vector<EntityKey>& touched);
    void drop_void_body(Change& change) const;
    Entity const& present(EntityKey const& key) const;
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
    auto const found = index_by_id.find(id_of_hash(header.previous));
    if (found == index_by_id.end()) return false;
    Change const& previous = changes[found->second];
    return previous.hash == header.previous && previous.header.writer == header.writer &&
           previous.header.sequence + 1 == header.sequence;
}

void Ledger::Content::hold(Change change) {
    std::vector<Change>& row = waiting[id_of_hash(change.header.previous)];
    if (waiting_ids.insert(change.id()).second) {
        row.push_back(std::move(change));
        return;
    }
    for (Change& held : row) {
        if (held.hash == change.hash && !held.body) held = std::move(change);
    }
}

void Ledger::Content::move_head(Change const& change) {
    WriterHead& head = heads[change.header.writer];
    WriterHead const candidate{change.header.sequence, change.hash};
    if (std::pair(head.sequence, head.hash) < std::pair(candidate.sequence, candidate.hash)) {
        head = candidate;
    }
}

void Ledger::Content::take(Change change, std::vector<EntityKey>& touched) {
    auto const index = static_cast<std::uint32_t>(changes.size());
    index_by_id.emplace(change.id(), index);
    move_head(change);
    changes.push_back(std::move(change));
    count_body(index, touched);
}

// Without recursion: a chain of any length may have waited.
void Ledger::Content::take_released(RawId const& id, std::vector<EntityKey>& touched) {
    std::vector<RawId> ready{id};
    while (!ready.empty()) {
        auto row = waiting.extract(ready.back());
        ready.pop_back();
        if (row.empty()) continue;
        for (Change& change : row.mapped()) {
            RawId const released = change.id();
            waiting_ids.erase(released);
            if (!has_predecessor(change)) {  // names a change of someone else: waits for ever
                hold(std::move(change));
                continue;
            }
            take(std::move(change), touched);
            ready.push_back(released);
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

void Ledger::Content::fold_again(EntityKey const& key) {
    auto const found = entities.find(key);
    if (found == entities.end()) return;
    EntityState& state = found->second;
    state.merge = EntityMerge{};
    for (Place const& place : state.places) {
        Change const& change = changes[place.change];
        if (!change.body) continue;  // dropped: all its ops were void
        Op const& op = change.body->ops[place.op];
        RawId const id = change.id();
        if (is_void(op, id)) continue;
        state.merge.apply(op, {id, place.op}, change.header.stamp, redacted.contains(id));
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
        content_->hold(std::move(change));
    }
    sort_unique(answer.touched);
    return answer;
}

void Ledger::complete(Ops& ops) const {
    for (Op& op : ops) complete_op(op, content_->present(op.entity));
}

Ops Ledger::inverse(Ops const& ops, RawId const& id) const {
    Ops back;
    std::set<std::string> done;
    for (std::size_t i = ops.size(); i-- > 0;) {
        std::string target = inverse_target(ops[i]);
        if (!target.empty() && !done.insert(std::move(target)).second) continue;
        OpRef const ref{id, static_cast<std::uint32_t>(i)};
        std::optional<Op> op = inverse_op(ops[i], ref, content_->present(ops[i].entity));
        if (op) back.push_back(std::move(*op));
    }
    return back;
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

std::map<RawId, WriterHead> const& Ledger::heads() const { return content_->heads; }

std::size_t Ledger::waiting_count() const { return content_->waiting_ids.size(); }

bool Ledger::knows(RawId const& change_id) const {
    return content_->index_by_id.contains(change_id) || content_->waiting_ids.contains(change_id);
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
