#pragma once

// The ledger: the set of accepted changes and what they add up to. State is a pure function of the
// set, whatever the order of arrival (storage.md 2.3).
//
//        change ──accept──▶ headers by writer │ entities: registers, sets, events
//                                             └▶ keys of the entities it touched
//
// Accepted: a change without predecessor and with sequence 1, or one whose predecessor (same
// writer, sequence before, that very hash) is accepted. Two changes may have one predecessor (a
// fork): both count and the chain goes on from either.
//
// What does not count, and why the order of arrival does not matter:
//   erase   every op with the subject is as if never written, its `replaces` included. The erase
//           itself stays; nothing takes back an erase or a redact.
//   redact  a named change's set and pos keep their place with the value "[removed]"; its add and
//           evt vanish; rem, del and undel carry no content and stay.
//   Bodies  a body none of whose ops counts any more is dropped from changes(). A body with other
//           ops too stays whole, because its digest covers all of it: whoever wants personal data
//           to be erasable writes one subject a change. Redacted writes stay in the body as well,
//           since their place has to be found again; the state does not show them.
//           Erasing is not yet forgetting: records keep their bytes until the next compaction
//           (app::Store makes one at once).

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

#include "vault/chains.h"
#include "vault/change.h"
#include "vault/entity.h"
#include "vault/storage.h"
#include "vault/waiting.h"

namespace zhitu::vault {

struct Accepted {
    bool is_new = false;      // false: known before, or waits for its predecessor
    bool is_waiting = false;  // its predecessor is missing
    std::vector<EntityKey> touched{};  // ascending, no repeats; by it and those it released
    std::size_t dropped_count = 0;     // that waited longest and had to go, see accept
};

struct Snapshot;
class SnapshotMaker;

class Ledger {
public:
    Ledger();
    ~Ledger();
    Ledger(Ledger&&) noexcept;
    Ledger& operator=(Ledger&&) noexcept;

    // Accepts a change once; a known id changes nothing, unless it brings the body that we did not
    // have (then it is new). One whose predecessor is missing waits and is accepted together with
    // it. No more wait than limits::waiting_changes_max and waiting_bytes_max; beyond, those that
    // waited longest are forgotten. Total: never fails. Cost: O(ops log entities); erase: O(ops of
    // all changes).
    Accepted accept(Change change);

    // True when accepting it would need changes that a snapshot kept the sum of only: an erase or
    // redact of theirs, or one that it releases. The whole history has to be read first; accept
    // would not reach them.
    bool needs_history(Change const& change) const;
    bool reaches_back(Op const& op) const;  // the same of one op
    // Subjects erased and changes redacted so far.
    std::size_t erasures_count() const;
    // It is at hand without its body.
    bool has_dropped_body(RawId const& change_id) const;

    // Fills `replaces` of set/pos/del/undel (the live values it overwrites) and rem (the adds it
    // removes) from the present state; at most limits::replaces_max, the winner first. To be called
    // just before sealing.
    void complete(Ops& ops) const;
    void complete(Op& op) const;

    // Ops that take back accepted changes: their registers and elements become what they would be
    // if none of `without` had ever been made. What others wrote there, before or since, stays:
    // only what `without` wrote is replaced. The events of the last changes that did or undid it
    // are retracted; an entity that the changes made is deleted whole, unless somebody else has
    // written to it. erase, redact and unknown cannot be taken back. `replaces` is filled in.
    // Requires that all are accepted and in no snapshot. Cost: O(their ops + all ops of the
    // entities they touched).
    struct Undoing {
        std::vector<RawId> const& changes;  // that did it
        std::vector<RawId> const& last;     // that undid or redid it last; at first `changes`
        std::unordered_set<RawId, IdHash> const& without;
    };
    struct Inverse {
        Ops ops{};
        bool is_overtaken = false;  // somebody else wrote there too, and that stays
    };
    Inverse inverse(Undoing const& what) const;
    // With `without` and `last` the changes themselves.
    Ops inverse(std::vector<RawId> const& changes) const;

    // The first entity behind `after` ({}: of all) as it was: what its ops in changes with stamps
    // <= `until` add up to. Erased and redacted content stays so, whenever that was. Nothing when
    // there is none. Visiting all one by one gives the fold of the changes until then.
    // Requires that no snapshot summed any. Cost: O(log entities + its ops).
    struct PastEntity {
        EntityKey key{};
        Entity entity{};  // perhaps without content
        std::size_t ops_count = 0;  // that it has, then or later
    };
    std::optional<PastEntity> next_at(EntityKey const& after, Stamp until) const;
    // The content does not count any more, wholly or in part: erased or redacted.
    bool has_lost_content(Change const& change) const;

    // Forgets the last `count` accepted changes, as if they had never been made, and gives the
    // entities they touched, ascending. Requires that they were made here: each followed the head
    // of its writer, none erases or redacts. Cost: as inverse.
    std::vector<EntityKey> drop_last(std::size_t count);

    // Entities with content only. The pointer lives until the ledger does or drop_last takes the
    // entity away; what it shows changes.
    Entity const* find(EntityKey const& key) const;
    // Ascending by key.
    void for_each(std::function<void(EntityKey const&, Entity const&)> const& visit) const;
    // All accepted changes in order of acceptance (waiting ones are not among them, nor those of
    // which a snapshot kept the sum).
    std::vector<Change> const& changes() const;
    std::map<RawId, WriterHead> const& heads() const;
    // Where writers said two things at one place; ascending. Both count, people are told.
    std::vector<Fork> forks() const;
    std::size_t waiting_count() const;
    // Accepted changes, those of which a snapshot kept the sum included.
    std::size_t accepted_count() const;
    // All accepted ones are at hand in changes().
    bool has_all_changes() const;
    // Moves with everything that is accepted, held or dropped.
    std::uint64_t revision() const;
    // Accepted or waiting.
    bool knows(RawId const& change_id) const;
    bool has_accepted(RawId const& change_id) const;

    // SHA-256 over the canonical form of all entities with content, in the order of their keys:
    // equal sets of changes, equal digest. Cost: O(state); cached until the next change.
    Digest digest() const;

private:
    friend class SnapshotMaker;
    friend Result<Ledger> ledger_from(Parts const& parts);
    friend struct Snapshot;
class SnapshotMaker;
    struct Content;
    std::unique_ptr<Content> content_;
};

}  // namespace zhitu::vault
