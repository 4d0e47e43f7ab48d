// What goes on between frames: see History and snapshots in store.h.

#include <algorithm>
#include <utility>

#include "app/store.h"
#include "vault/memory_storage.h"

namespace zhitu::app {

namespace {

constexpr std::size_t changes_per_step = 200;  // folded in about a millisecond
constexpr std::uint8_t scrub_below = 13;       // of 256: one open in 20
constexpr std::size_t flush_bytes = 131'072;   // of a snapshot; one more part may come on top

}  // namespace

// False: the snapshot does not serve, or not alone.
bool Store::load(vault::Recovered const& recovered) {
    if (recovered.is_history_needed) return false;
    if (recovered.parts.empty()) return true;
    Result<vault::Ledger> ledger = vault::ledger_from(recovered.parts);
    if (!ledger) return false;
    std::uint8_t dice = 0;
    env_.fill_random({&dice, 1});
    Digest const& expected = journal_.snapshot_state();
    bool const is_scrubbed = dice < scrub_below && expected != Digest{};
    if (is_scrubbed && ledger.value().digest() != expected) return false;
    ledger_ = std::move(ledger).value();
    apply_all();
    return true;
}

void Store::begin_again() {
    std::uint64_t const version = state_.version + 1;
    reading_.emplace();
    reading_->least_count = ledger_.accepted_count();
    reading_->heads = ledger_.heads();
    ledger_ = vault::Ledger();
    state_ = State{};
    state_.version = version;
    is_compaction_due_ = true;
}

void Store::apply_all() {
    ledger_.for_each([&](vault::EntityKey const& key, vault::Entity const& entity) {
        apply(state_, key, &entity);
    });
    ++state_.version;
}

void Store::want_history() {
    if (has_history() || reading_ || is_history_broken_) return;
    reading_.emplace();
}

bool Store::may_merge(std::vector<vault::Change> const& changes) {
    bool const needs_history =
        std::any_of(changes.begin(), changes.end(), [&](vault::Change const& change) {
            return ledger_.needs_history(change);
        });
    if (needs_history) want_history();
    return !needs_history;
}

bool Store::is_working() const {
    // What a refused flush did not bring is not read back until somebody asks for it again.
    bool const is_proving = journal_.is_proving() && !journal_.was_refused();
    return reading_ || compaction_ || is_proving || may_begin_compaction();
}

bool Store::step_work() {
    if (is_drop_under_way()) return false;  // the ledger still has what the journal has not
    if (compaction_) return step_compaction();
    if (reading_) return step_reading();
    if (!may_begin_compaction()) return false;
    journal_.begin_compaction();
    compaction_.emplace().is_erasing = is_erasure_due_;
    return true;
}

// --- Reading

bool Store::step_reading() {
    HistoryReading& reading = *reading_;
    if (reading.next_change < reading.changes.size()) {
        std::size_t const end =
            std::min(reading.changes.size(), reading.next_change + changes_per_step);
        for (; reading.next_change < end; ++reading.next_change) {
            vault::Change& change = reading.changes[reading.next_change];
            if (is_opening_) clock_.absorb(change.header.stamp, env_.now_ms());
            reading.ledger.accept(std::move(change));
        }
        return true;
    }
    if (reading.is_asked) return take_cold();
    if (reading.next_cold < journal_.history().size()) {
        if (journal_.is_proving()) return false;
        journal_.read_cold(reading.next_cold);
        reading.is_asked = true;
        return false;
    }
    if (batch_) return false;  // its changes are not yet the journal's
    std::uint32_t number = reading.next_hot;
    reading.changes = journal_.next_hot_changes(number);
    reading.next_change = 0;
    if (number != 0) {
        reading.last_hot = number - 1;
        reading.next_hot = number;
        reading.revision = ledger_.revision();
    } else if (reading.last_hot != 0 && reading.revision != ledger_.revision()) {
        reading.next_hot = reading.last_hot;  // it has grown meanwhile
    } else {
        finish_reading();
    }
    return true;
}

bool Store::take_cold() {
    HistoryReading& reading = *reading_;
    std::string const name = vault::cold_name(journal_.history()[reading.next_cold].hash);
    std::optional<vault::ReadAnswer> const answer = journal_.poll_cold();
    if (!answer) return false;
    if (answer->name != name) return true;  // of a reading given up
    reading.is_asked = false;
    ++reading.next_cold;
    reading.is_broken = reading.is_broken || !answer->bytes;
    if (answer->bytes) reading.changes = vault::changes_in(*answer->bytes);
    reading.next_change = 0;
    return true;
}

// As much as we had, or, at the opening, as much as there ever was.
bool Store::is_known_whole(HistoryReading const& reading) const {
    if (reading.is_broken) return false;
    if (!is_opening_) {
        return reading.ledger.accepted_count() == ledger_.accepted_count() &&
               reading.ledger.heads() == ledger_.heads();
    }
    auto const is_there = [&](auto const& head) {
        return reading.ledger.has_accepted(vault::short_id(head.second.hash));
    };
    bool const is_compared = reading.least_count != 0;
    return is_compared ? reading.ledger.accepted_count() >= reading.least_count &&
                             std::all_of(reading.heads.begin(), reading.heads.end(), is_there)
                       : has_everything(reading.ledger);
}

void Store::finish_reading() {
    HistoryReading reading = std::move(*reading_);
    reading_.reset();
    bool const is_whole = is_known_whole(reading);
    is_history_broken_ = !is_whole;
    if (!is_whole && !is_opening_) return;
    ledger_ = std::move(reading.ledger);
    if (!std::exchange(is_opening_, false)) return;
    is_erasure_due_ = ledger_.erasures_count() != 0;
    if (!is_whole) journal_.mark_damaged();
    apply_all();
}

// --- Compaction

bool Store::may_begin_compaction() const {
    bool const is_due = is_compaction_due_ || is_erasure_due_ || journal_.wants_compaction();
    return is_due && !batch_ && !is_compaction_refused_ && !is_history_broken_ &&
           !journal_.was_refused() && journal_.may_compact();
}

// Its files are sent by and by, so that no flush is long; what is typed meanwhile goes in between.
bool Store::step_compaction() {
    if (journal_.was_refused() || journal_.is_compaction_wrong()) {
        give_up_compaction(true);
        return false;
    }
    if (journal_.is_flush_under_way()) return false;
    if (journal_.is_flush_due() || journal_.unsent_bytes() >= flush_bytes) {
        journal_.flush();
        return false;
    }
    if (compaction_->is_erasing && !is_erasing_done()) return step_erasing();
    if (journal_.step_cold()) return true;
    if (!compaction_->is_summed) return step_parts();
    journal_.finish_compaction();
    is_compaction_due_ = false;
    if (compaction_->is_erasing) is_erasure_due_ = false;
    compaction_.reset();
    return true;
}

// Looks for bodies that the ledger has dropped: first in hot segments, then in cold files.
bool Store::step_erasing() {
    Compaction& under_way = *compaction_;
    auto const is_dropped = [&](RawId const& change) { return ledger_.has_dropped_body(change); };
    if (under_way.next_hot != 0) {
        if (batch_) return false;
        under_way.next_hot = journal_.drop_hot_bodies(under_way.next_hot, is_dropped);
        return true;
    }
    if (!under_way.is_asked) {
        journal_.read_cold(under_way.next_cold);
        under_way.is_asked = true;
        return false;
    }
    std::optional<vault::ReadAnswer> const answer = journal_.poll_cold();
    if (!answer) return false;
    std::size_t const index = under_way.next_cold;
    if (answer->name != vault::cold_name(journal_.history()[index].hash)) return true;
    under_way.is_asked = false;
    ++under_way.next_cold;
    if (answer->bytes) journal_.drop_cold_bodies(index, *answer->bytes, is_dropped);
    return true;
}

bool Store::is_erasing_done() const {
    return compaction_->next_hot == 0 && compaction_->next_cold == journal_.history().size();
}

bool Store::step_parts() {
    Compaction& under_way = *compaction_;
    if (batch_) return false;
    if (!under_way.maker) {
        under_way.maker.emplace(ledger_);
        under_way.revision = ledger_.revision();
        return true;
    }
    if (under_way.revision != ledger_.revision()) {
        give_up_compaction(false);
        return true;
    }
    for (auto& [label, bytes] : under_way.maker->step()) {
        journal_.add_part(label, std::move(bytes));
    }
    if (!under_way.maker->is_done()) return true;
    if (under_way.is_erasing) journal_.forget_way_back();
    journal_.end_parts(under_way.maker->digest());
    under_way.is_summed = true;
    under_way.maker.reset();
    return true;
}

// What was written for it is deleted again.
void Store::give_up_compaction(bool is_for_good) {
    is_compaction_refused_ = is_for_good;
    journal_.abandon_compaction();
    compaction_.reset();
}

std::vector<vault::StoredFile> Store::journal_files() const {
    if (!is_erasure_due_ || !has_history()) return journal_.files();
    vault::MemoryStorage nowhere;
    vault::Journal journal(nowhere);
    for (vault::Change const& change : ledger_.changes()) journal.append(change);
    return journal.files();
}

}  // namespace zhitu::app
