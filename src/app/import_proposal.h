#pragma once

// What an import would do, worked out away from the screen, before anything is done: counts, rows
// to look at, refusals, and the ops ready to be applied.
//
//   files, plans, the journal as it is ─▶ import job (worker) ─▶ ImportProposal ─▶ the dialog
//                                                              └─▶ parts ─Apply─▶ Store, one batch
//
// The job replays the journal, reads the files and decides with the same code as the store; a
// proposal holds for the state it was made from and for no other.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "exchange/decoder.h"
#include "exchange/file_plan.h"
#include "exchange/import_table.h"
#include "vault/storage.h"

namespace zhitu::app {

using exchange::NamedBytes;

struct ImportRequest {
    std::vector<NamedBytes> files;
    std::vector<exchange::FilePlan> plans;   // [files], or empty: everything is detected
    std::vector<vault::StoredFile> journal;  // as Store::journal_files()
    std::uint64_t state_version = 0;         // comes back in the proposal
    std::string today;                       // date
    RawId nonce{};                           // new people's ids are made from it and their login
};

// What an import writes.
enum class Thing : std::uint8_t {
    course,
    skill,
    role,
    team,
    person,
    statement,  // of skill
    enrolment,
    interaction,
    count_,
};
inline constexpr std::size_t things_count = static_cast<std::size_t>(Thing::count_);

struct ThingCounts {
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t same = 0;
    friend bool operator==(ThingCounts const&, ThingCounts const&) = default;
};

// One field of a thing that changes, as text.
struct FieldChange {
    std::string field;  // as in visit_fields
    std::string before;
    std::string after;
    friend bool operator==(FieldChange const&, FieldChange const&) = default;
};

// "go" of a skill, "王静 · go" of a statement.
struct ProposedRow {
    Thing thing = Thing::course;
    LocalText name;
    std::vector<FieldChange> fields;  // of changed rows; shortened
    friend bool operator==(ProposedRow const&, ProposedRow const&) = default;
};

struct ImportProposal {
    std::uint64_t state_version = 0;
    std::vector<exchange::FileReading> files;
    std::array<ThingCounts, things_count> counts{};
    std::vector<ProposedRow> added;             // at most limits::rows_shown_max each
    std::vector<ProposedRow> changed;
    std::vector<ProposedRow> same;
    // Where the file says something else (before) than what somebody decided here (after): stays.
    std::vector<ProposedRow> kept;
    std::uint64_t kept_count = 0;
    std::vector<exchange::Refusal> refusals;    // at most limits::rows_shown_max each
    std::vector<exchange::Refusal> warnings;
    std::uint64_t refusals_count = 0;  // rows; one can have several refusals
    std::uint64_t warnings_count = 0;
    std::string refused_rows;         // all of them, as refused_rows_csv (exchange) wants them
    std::uint64_t ops_count = 0;
    std::vector<std::string> parts;   // canonical JSON lists of ops, one change each

    bool has_changes() const { return ops_count > 0; }
    friend bool operator==(ImportProposal const&, ImportProposal const&) = default;
};

// Replays, reads, decides and cuts, some rows a step. Dropping it is cancelling it.
class ImportJob {
public:
    // `decoder` may be null (then GB18030 is not read) and must outlive the job.
    ImportJob(ImportRequest request, exchange::Decoder const* decoder);
    ~ImportJob();
    ImportJob(ImportJob&&) noexcept;

    // Works on about `rows_max` rows; false when done. Requires rows_max >= 1.
    bool step(std::uint64_t rows_max);
    std::int64_t progress_millionths() const;  // never falls
    // Once, after step() returned false. Errors: out_of_range when the company would grow beyond
    // the limits.
    Result<ImportProposal> take_proposal();

private:
    struct Content;
    std::unique_ptr<Content> content_;
};

// All steps at once.
Result<ImportProposal> propose_import(ImportRequest request, exchange::Decoder const* decoder);

}  // namespace zhitu::app
