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
//           Erasing is not yet forgetting: records already in the journal keep their bytes.

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "vault/change.h"
#include "vault/entity.h"

namespace zhitu::vault {

struct Accepted {
    bool is_new = false;      // false: known before, or waits for its predecessor
    bool is_waiting = false;  // its predecessor is missing
    std::vector<EntityKey> touched{};  // ascending, no repeats; by it and those it released
};

// The end of a writer's chain; of a fork's branches the longest, then the greatest hash.
struct WriterHead {
    std::uint64_t sequence = 0;
    Digest hash{};
    friend bool operator==(WriterHead const&, WriterHead const&) = default;
};

class Ledger {
public:
    Ledger();
    ~Ledger();
    Ledger(Ledger&&) noexcept;
    Ledger& operator=(Ledger&&) noexcept;

    // Accepts a change once; a known id changes nothing, unless it brings the body that we did not
    // have (then it is new). One whose predecessor is missing waits and is accepted together with
    // it. Total: never fails. Cost: O(ops log entities); erase: O(ops of all changes).
    Accepted accept(Change change);

    // Fills `replaces` of set/pos/del/undel (the live values it overwrites) and rem (the adds it
    // removes) from the present state; at most limits::replaces_max, the winner first. To be called
    // just before sealing.
    void complete(Ops& ops) const;

    // Ops that take the given ones back, in reverse order, as of now: registers get their present
    // value (null if none) and elements and `_del` their present place, once each; events are
    // retracted. erase, redact and unknown cannot be taken back. To be called before `change` is
    // accepted; the refs of retracted events are those of the change `id`.
    Ops inverse(Ops const& ops, RawId const& id) const;

    // Entities with content only. The pointer lives until the ledger does; what it shows changes.
    Entity const* find(EntityKey const& key) const;
    // Ascending by key.
    void for_each(std::function<void(EntityKey const&, Entity const&)> const& visit) const;
    // All accepted changes in order of acceptance (waiting ones are not among them).
    std::vector<Change> const& changes() const;
    std::map<RawId, WriterHead> const& heads() const;
    std::size_t waiting_count() const;
    // Accepted or waiting.
    bool knows(RawId const& change_id) const;

    // SHA-256 over the canonical form of all entities with content, in the order of their keys:
    // equal sets of changes, equal digest. Cost: O(state); cached until the next change.
    Digest digest() const;

private:
    struct Content;
    std::unique_ptr<Content> content_;
};

}  // namespace zhitu::vault
