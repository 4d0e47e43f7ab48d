#pragma once

// A ledger with its journal, as the store keeps them: what the tests of the disk open and save.

#include "tests/vault/journals.h"
#include "vault/snapshot.h"

namespace zhitu::vault::tests {

class Profile {
public:
    explicit Profile(Storage& storage) : storage_(storage), journal(storage) {}

    // False when the storage cannot be read.
    bool open() {
        Result<Recovered> read = journal.open();
        if (!read) return false;
        report = std::move(read).value();
        if (!report.parts.empty()) ledger = ledger_from(report.parts).value();
        if (report.is_history_needed) return open_from_history();
        for (Change const& change : report.changes) {
            if (ledger.needs_history(change)) return open_from_history();
            ledger.accept(change);
        }
        return true;
    }

    void append(Change const& change) {
        journal.append(change);
        ledger.accept(change);
    }
    void compact() { journal.compact(snapshot_of(ledger), ledger.digest()); }
    void settle() {
        journal.flush();
        for (int turn = 0; turn < 400 && (turn < 6 || journal.is_proving()); ++turn) journal.pump();
    }

    // A colleague's file. What was known of a snapshot only may be new when the history is read.
    void import(std::vector<Change> const& changes) {
        auto const needs_history = [&](Change const& change) {
            return ledger.needs_history(change);
        };
        if (std::any_of(changes.begin(), changes.end(), needs_history)) open_from_history();
        for (Change const& change : changes) {
            Accepted const accepted = ledger.accept(change);
            if (accepted.is_new || accepted.is_waiting) journal.append(change);
        }
        if (journal.is_damaged() && has_all_tips()) journal.repair();
    }
    bool has_all_tips() const {
        for (Digest const& tip : journal.tips()) {
            if (!ledger.has_accepted(short_id(tip))) return false;
        }
        return true;
    }

    Storage& storage_;
    Journal journal;
    Ledger ledger;
    Recovered report;

private:
    // An erase or redact behind the snapshot reaches what was summed: everything is read again.
    bool open_from_history() {
        ledger = Ledger();
        for (SealedEntry const& entry : journal.history()) {
            storage_.read(cold_name(entry.hash));
            std::optional<ReadAnswer> const answer = storage_.poll_read();
            if (!answer || !answer->bytes) continue;
            for (Change const& change : changes_in(*answer->bytes)) ledger.accept(change);
        }
        for (Change const& change : journal.hot_changes()) ledger.accept(change);
        if (!has_all_tips()) journal.mark_damaged();
        return true;
    }
};

}  // namespace zhitu::vault::tests
