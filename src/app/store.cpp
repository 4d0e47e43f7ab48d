#include "app/store.h"

#include <set>
#include <utility>

#include "app/change_room.h"

namespace zhitu::app {

namespace {

constexpr char const* writer_file = "p/main/writer";
constexpr std::int64_t day_ms = 86'400'000;

bool is_content(vault::OpKind kind) {
    using enum vault::OpKind;
    return kind == set || kind == add || kind == pos;
}

}  // namespace

Store::Store(Env& env, vault::Storage& storage)
    : env_(env), storage_(storage), journal_(storage) {}

Result<OpenReport> Store::open() {
    Result<vault::Recovered> recovered = journal_.open();
    if (!recovered) return recovered.error();
    OpenReport report;
    report.bytes_dropped = recovered.value().bytes_dropped;
    report.damaged = std::move(recovered.value().damaged);
    for (vault::Change& change : recovered.value().changes) {
        take(std::move(change));
        ++report.changes_count;
    }
    choose_writer();
    return report;
}

// One writer id for one storage. A profile without one, or a damaged one, begins a new writer.
void Store::choose_writer() {
    vault::Bytes const* stored = journal_.file(writer_file);
    auto const known = stored == nullptr ? std::nullopt : raw_id_from_text(*stored);
    writer_ = known ? *known : env_.random_id();
    if (!known && storage_.is_writer()) journal_.put_file(writer_file, to_text(writer_));
}

Result<Dispatched> Store::dispatch(Command const& command) {
    if (!storage_.is_writer()) return Error{ErrorCode::read_only, {}};
    Context const context{today(), &env_};
    Result<vault::Ops> ops = decide_any(state_, command, context);
    if (!ops) return ops.error();
    return commit(reviving(std::move(ops).value()));
}

Result<Dispatched> Store::record(vault::Ops ops) {
    if (!storage_.is_writer()) return Error{ErrorCode::read_only, {}};
    return commit(reviving(std::move(ops)));
}

Result<Dispatched> Store::undo(Dispatched const& what) {
    if (!storage_.is_writer()) return Error{ErrorCode::read_only, {}};
    vault::Ops ops;
    for (auto change = what.changes.rbegin(); change != what.changes.rend(); ++change) {
        auto const inverse = inverses_.find(*change);
        if (inverse == inverses_.end()) return Error{ErrorCode::nothing_to_undo, {}};
        ops.insert(ops.end(), inverse->second.begin(), inverse->second.end());
    }
    if (ops.empty()) return Error{ErrorCode::nothing_to_undo, {}};
    for (RawId const& change : what.changes) inverses_.erase(change);
    return commit(std::move(ops));
}

Result<Store::Merged> Store::merge(std::vector<vault::Change> changes) {
    if (!storage_.is_writer()) return Error{ErrorCode::read_only, {}};
    Merged merged;
    for (vault::Change& change : changes) {
        clock_.absorb(change.header.stamp, env_.now_ms());
        vault::Accepted const accepted = ledger_.accept(change);
        if (!accepted.is_new && !accepted.is_waiting) {
            ++merged.known_count;
            continue;
        }
        ++(accepted.is_new ? merged.new_count : merged.waiting_count);
        journal_.append(change);
        apply_touched(accepted.touched);
    }
    journal_.flush();
    return merged;
}

Status Store::clear() {
    if (!storage_.is_writer()) return Error{ErrorCode::read_only, {}};
    journal_.clear();
    ledger_ = vault::Ledger();
    inverses_.clear();
    std::uint64_t const version = state_.version + 1;
    state_ = State{};
    state_.version = version;
    writer_ = env_.random_id();
    journal_.put_file(writer_file, to_text(writer_));
    journal_.flush();
    return Done{};
}

void Store::pump() {
    journal_.pump();
    if (storage_.is_writer() && journal_.state() != vault::SaveState::failed) journal_.flush();
}

void Store::retry_save() {
    if (storage_.is_writer()) journal_.flush();
}

std::string Store::today() const { return today_at(env_.now_ms()); }

std::string Store::today_at(std::int64_t now_ms) const {
    std::int64_t const local_ms = now_ms + env_.utc_offset_minutes() * 60'000;
    return date_text(local_ms / day_ms);
}

// Cuts the ops into changes that each fit a segment, and saves them in one flush.
Result<Dispatched> Store::commit(vault::Ops ops) {
    Dispatched done;
    ChangeRoom room;
    vault::Ops part;
    for (vault::Op& op : ops) {
        std::size_t const bytes = to_canonical(vault::to_json(op)).size();
        bool const is_next = room.takes_next(bytes + replaces_bytes(ledger_, op));
        if (is_next && !part.empty()) done.changes.push_back(seal(std::exchange(part, {})));
        part.push_back(std::move(op));
    }
    if (!part.empty()) done.changes.push_back(seal(std::move(part)));
    journal_.flush();
    return done;
}

// Adding what was deleted before shows it again.
vault::Ops Store::reviving(vault::Ops ops) const {
    std::set<vault::EntityKey> hidden;
    for (vault::Op const& op : ops) {
        if (is_reviving(ledger_, op)) hidden.insert(op.entity);
    }
    for (vault::EntityKey const& key : hidden) {
        ops.push_back({.kind = vault::OpKind::undel, .entity = key});
    }
    return ops;
}

// What takes `ops` back. An entity that they made goes as a whole: empty fields would leave a
// nameless course behind.
vault::Ops Store::inverse_of(vault::Ops const& ops, RawId const& id) const {
    std::set<vault::EntityKey> made;
    for (vault::Op const& op : ops) {
        if (is_content(op.kind) && ledger_.find(op.entity) == nullptr) made.insert(op.entity);
    }
    vault::Ops inverse = ledger_.inverse(ops, id);
    std::erase_if(inverse, [&](vault::Op const& op) {
        return op.kind != vault::OpKind::evt && made.contains(op.entity);
    });
    for (vault::EntityKey const& key : made) {
        inverse.push_back({.kind = vault::OpKind::del, .entity = key});
    }
    return inverse;
}

RawId Store::seal(vault::Ops ops) {
    ledger_.complete(ops);
    vault::ChangeHeader header{.writer = writer_, .sequence = 1};
    auto const head = ledger_.heads().find(writer_);
    if (head != ledger_.heads().end()) {
        header.sequence = head->second.sequence + 1;
        header.previous = head->second.hash;
    }
    header.stamp = clock_.next(env_.now_ms());
    vault::Change change = vault::seal_change(header, {std::move(ops), env_.random_id()});
    RawId const id = change.id();
    inverses_[id] = inverse_of(change.body->ops, id);
    journal_.append(change);
    take(std::move(change));
    return id;
}

void Store::take(vault::Change change) {
    clock_.absorb(change.header.stamp, env_.now_ms());
    apply_touched(ledger_.accept(std::move(change)).touched);
}

void Store::apply_touched(std::vector<vault::EntityKey> const& touched) {
    for (vault::EntityKey const& key : touched) apply(state_, key, ledger_.find(key));
    ++state_.version;
}

}  // namespace zhitu::app
