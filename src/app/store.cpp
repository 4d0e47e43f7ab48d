#include "app/store.h"

#include <algorithm>
#include <set>

#include "app/change_room.h"

namespace zhitu::app {

namespace {

constexpr char const* writer_file = "p/main/writer";
constexpr std::int64_t day_ms = 86'400'000;

}  // namespace

Store::Store(Env& env, vault::Storage& storage)
    : env_(env), storage_(storage), journal_(storage) {}

Result<OpenReport> Store::open() {
    Result<vault::Recovered> recovered = journal_.open();
    if (!recovered) return recovered.error();
    OpenReport report;
    report.bytes_dropped = recovered.value().bytes_dropped;
    report.damaged = std::move(recovered.value().damaged);
    report.spare = std::move(recovered.value().spare);
    is_opening_ = !load(recovered.value());
    for (vault::Change& change : recovered.value().changes) {
        note_known(change.header.stamp);
        is_opening_ = is_opening_ || ledger_.needs_history(change);
        if (is_opening_) break;
        report.dropped_count += take(std::move(change)).dropped_count;
        ++report.changes_count;
    }
    if (is_opening_) begin_again();
    choose_writer();
    report_ = report;
    return report;
}

// One writer id for one storage. A profile without one, or a damaged one, begins a new writer.
void Store::choose_writer() {
    vault::Bytes const* stored = journal_.file(writer_file);
    auto const known = stored == nullptr ? std::nullopt : raw_id_from_text(*stored);
    writer_ = known ? *known : env_.random_id();
    if (!known && storage_.is_writer()) journal_.put_file(writer_file, to_text(writer_));
}

Result<Dispatched> Store::dispatch(Command const& command, PersonId me) {
    if (auto const error = refusal()) return *error;
    Context const context{today(), &env_, me};
    Result<vault::Ops> ops = decide_any(state_, command, context);
    if (!ops) return ops.error();
    Dispatched done = commit(reviving(std::move(ops).value()));
    auto const kept = std::make_shared<Command const>(command);
    undo_stack_.note({.command = kept, .changes = done.changes});
    return done;
}

Result<Dispatched> Store::record(vault::Ops ops) {
    if (auto const error = refusal()) return *error;
    bool const needs_history = std::any_of(
        ops.begin(), ops.end(), [&](vault::Op const& op) { return ledger_.reaches_back(op); });
    if (needs_history) {
        want_history();
        return Error{is_history_broken_ ? ErrorCode::e_gap : ErrorCode::e_busy, {}};
    }
    return commit(reviving(std::move(ops)));
}

// Why nothing new can be written now, if so.
std::optional<Error> Store::refusal() const {
    if (auto error = merge_refusal()) return error;
    if (journal_.is_damaged()) return Error{ErrorCode::e_gap, {}};
    std::uint64_t const unsaved = journal_.refused_changes();
    if (unsaved < limits::unsaved_changes_max) return std::nullopt;
    return Error{ErrorCode::unsaved, {std::to_string(unsaved)}};
}

std::optional<Error> Store::merge_refusal() const {
    if (!storage_.is_writer()) return Error{ErrorCode::read_only, {}};
    if (journal_.is_newer()) return Error{ErrorCode::e_version, {journal_.newer_version()}};
    if (batch_ || is_drop_under_way() || is_opening_) return Error{ErrorCode::e_busy, {}};
    return std::nullopt;
}

bool Store::has_everything(vault::Ledger const& ledger) const {
    std::set<Digest> const& tips = journal_.tips();
    return std::all_of(tips.begin(), tips.end(), [&](Digest const& tip) {
        return ledger.has_accepted(vault::short_id(tip));
    });
}

Result<Store::Merged> Store::merge(std::vector<vault::Change> changes) {
    if (auto const error = merge_refusal()) return *error;
    if (!may_merge(changes)) {
        return Error{is_history_broken_ ? ErrorCode::e_gap : ErrorCode::e_busy, {}};
    }
    Merged merged;
    for (vault::Change& change : changes) {
        vault::Accepted const accepted = take(change);
        merged.dropped_count += accepted.dropped_count;
        if (!accepted.is_new && !accepted.is_waiting) {
            ++merged.known_count;
            continue;
        }
        ++(accepted.is_new ? merged.new_count : merged.waiting_count);
        note_known(change.header.stamp);
        merged.suspect_count += vault::is_clock_suspect(change.header.stamp, env_.now_ms());
        journal_.append(change);
    }
    if (journal_.is_damaged() && has_everything(ledger_)) journal_.repair();
    journal_.flush();
    return merged;
}

Status Store::clear() {
    if (auto const error = merge_refusal()) return *error;
    reading_.reset();
    compaction_.reset();
    is_history_broken_ = is_compaction_due_ = is_erasure_due_ = is_compaction_refused_ = false;
    journal_.clear();
    ledger_ = vault::Ledger();
    undo_stack_.wall({});
    dropped_count_ = 0;
    droppable_ = {};
    newest_known_ = 0;
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
    bool const may_flush = !compaction_ || journal_.is_flush_due();
    if (may_flush && storage_.is_writer() && !journal_.was_refused()) journal_.flush();
    step_work();
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
Dispatched Store::commit(vault::Ops ops, bool is_complete) {
    Dispatched done;
    std::size_t next = 0;
    while (next < ops.size()) {
        Result<vault::Ops> part = next_ops(ops, next, is_complete);
        ZT_ASSERT(part.is_ok());  // decide knows the limits of a value
        done.changes.push_back(seal(std::move(part).value(), {}));
    }
    journal_.flush();
    return done;
}

// The ops from `next` on that one change holds, completed; moved out of `ops`. An op that comes too
// late for this change is completed again for its own, since this one may write the same field.
Result<vault::Ops> Store::next_ops(vault::Ops& ops, std::size_t& next, bool is_complete) const {
    ChangeRoom room;
    vault::Ops part;
    for (; next < ops.size(); ++next) {
        if (!is_complete) ledger_.complete(ops[next]);
        std::size_t const bytes = to_canonical(vault::to_json(ops[next])).size();
        if (!ChangeRoom::fits(bytes)) {
            return Error{ErrorCode::e_size, {std::to_string(limits::change_bytes_max)}};
        }
        if (room.takes_next(bytes) && !part.empty()) break;
        part.push_back(std::move(ops[next]));
    }
    return part;
}

RawId Store::seal(vault::Ops ops, RawId const& batch) {
    vault::ChangeHeader header{.writer = writer_, .sequence = 1};
    auto const head = ledger_.heads().find(writer_);
    if (head != ledger_.heads().end()) {
        header.sequence = head->second.sequence + 1;
        header.previous = head->second.hash;
    }
    header.stamp = clock_.next(env_.now_ms());
    vault::ChangeBody body{std::move(ops), env_.random_id(), {}};
    if (batch != RawId{}) body.extra = vault::batch_extra(batch);
    vault::Change change = vault::seal_change(header, std::move(body));
    RawId const id = change.id();
    journal_.append(change);
    take(std::move(change));
    return id;
}

vault::Accepted Store::take(vault::Change change) {
    clock_.absorb(change.header.stamp, env_.now_ms());
    std::size_t const erasures_before = ledger_.erasures_count();
    vault::Accepted accepted = ledger_.accept(std::move(change));
    is_erasure_due_ = is_erasure_due_ || ledger_.erasures_count() != erasures_before;
    dropped_count_ += accepted.dropped_count;
    apply_touched(accepted.touched);
    return accepted;
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

void Store::apply_touched(std::vector<vault::EntityKey> const& touched) {
    if (touched.empty()) return;
    for (vault::EntityKey const& key : touched) apply(state_, key, ledger_.find(key));
    ++state_.version;
}

}  // namespace zhitu::app
