#include "app/import_proposal.h"

#include <algorithm>
#include <optional>

#include "app/importer.h"
#include "app/op_writer.h"
#include "app/replica.h"
#include "base/limits.h"
#include "exchange/parser.h"

namespace zhitu::app {

namespace {

std::size_t bytes_of(std::vector<vault::StoredFile> const& files) {
    std::size_t bytes = 0;
    for (vault::StoredFile const& file : files) bytes += file.bytes.size();
    return bytes;
}

std::size_t bytes_of(std::vector<NamedBytes> const& files) {
    std::size_t bytes = 0;
    for (NamedBytes const& file : files) bytes += file.bytes.size();
    return bytes;
}

}  // namespace

// What is decided must not move: the job holds it behind a pointer.
struct ImportJob::Content {
    Content(ImportRequest request, exchange::Decoder const* decoder)
        : state_version(request.state_version),
          today(std::move(request.today)),
          nonce(request.nonce),
          journal_bytes(bytes_of(request.journal)),
          files_bytes(bytes_of(request.files)),
          replica(std::move(request.journal)),
          parser(std::move(request.files), std::move(request.plans), decoder) {}

    std::uint64_t state_version;
    std::string today;
    RawId nonce;
    std::size_t journal_bytes;
    std::size_t files_bytes;
    Replica replica;
    exchange::Parser parser;
    OpWriter writer{replica.ledger()};
    std::optional<Importer> importer{};
    bool is_replayed = false;
    bool is_read = false;

    void begin_deciding() {
        importer.emplace(ImportContext{replica.state(), replica.ledger(), today, nonce},
                         parser.take_table(),
                         [this](vault::Op const& op) { writer.write(op); });
    }
};

ImportJob::ImportJob(ImportRequest request, exchange::Decoder const* decoder)
    : content_(std::make_unique<Content>(std::move(request), decoder)) {}
ImportJob::~ImportJob() = default;
ImportJob::ImportJob(ImportJob&&) noexcept = default;

bool ImportJob::step(std::uint64_t rows_max) {
    ZT_ASSERT(rows_max >= 1);
    Content& all = *content_;
    if (!all.is_replayed) {
        all.is_replayed = !all.replica.step(rows_max);
        return true;
    }
    if (!all.is_read) {
        all.is_read = !all.parser.step(rows_max);
        if (all.is_read) all.begin_deciding();
        return true;
    }
    return all.importer->step(rows_max);
}

// Bytes replayed, read and decided of all there are.
std::int64_t ImportJob::progress_millionths() const {
    Content const& all = *content_;
    double const of_million = static_cast<double>(limits::million);
    double const files = static_cast<double>(all.files_bytes);
    double const journal = static_cast<double>(all.journal_bytes);
    double const read = all.is_read ? 1
                                    : static_cast<double>(all.parser.progress_millionths()) /
                                          of_million;
    double const decided = all.importer ? all.importer->share_done() : 0;
    double const whole = journal + 2 * files;
    if (whole == 0) return all.is_read ? limits::million : 0;
    double const done = all.replica.share_done() * journal + (read + decided) * files;
    return std::min(limits::million, static_cast<std::int64_t>(done / whole * of_million));
}

Result<ImportProposal> ImportJob::take_proposal() {
    Result<ImportProposal> proposal = content_->importer->take_proposal();
    if (!proposal) return proposal;
    proposal.value().state_version = content_->state_version;
    proposal.value().ops_count = content_->writer.ops_count();
    proposal.value().parts = content_->writer.take_parts();
    return proposal;
}

Result<ImportProposal> propose_import(ImportRequest request, exchange::Decoder const* decoder) {
    ImportJob job(std::move(request), decoder);
    while (job.step(limits::file_rows_max)) {
    }
    return job.take_proposal();
}

}  // namespace zhitu::app
