#include "vault/verify.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "vault/layout.h"
#include "vault/manifest.h"
#include "vault/segment.h"
#include "vault/snapshot.h"
#include "vault/waiting.h"

namespace zhitu::vault {

namespace {

bool is_change(Record const& record) {
    return record.type == static_cast<std::uint8_t>(RecordType::change);
}

ChangeName name_of(Change const& change) {
    return {change.header.writer, change.header.sequence, change.id()};
}

// The header that stands in a change's bytes, whatever the rest is: the last member "h".
std::optional<ChangeName> name_in(std::string_view bytes) {
    constexpr std::string_view mark = "\"h\":{";
    std::size_t const begin = bytes.rfind(mark);
    if (begin == std::string_view::npos) return std::nullopt;
    std::size_t const end = bytes.find('}', begin);
    if (end == std::string_view::npos) return std::nullopt;
    std::string const alone = "{" + std::string(bytes.substr(begin, end + 1 - begin)) + "}";
    Result<Change> const change = change_from_bytes(alone);
    return change ? std::optional(name_of(change.value())) : std::nullopt;
}

// The chains as they come: of each change what the next one has to fit.
class Links {
public:
    void add(Change const& change) {
        auto const [place, is_new] = links_.try_emplace(
            change.hash, Link{change.header.writer, change.header.sequence,
                              change.header.previous});
        if (is_new) order_.push_back(&*place);
        place->second.has_body = place->second.has_body || change.body.has_value();
    }

    // What is missing or does not fit, in the order of coming. `known`: what a snapshot summed.
    // What the findings name already is not said twice.
    void check(Ledger const& known, std::span<Digest const> tips, Verification& out) {
        for (Finding const& finding : out.findings) {
            if (finding.change) named_.insert(finding.change->id);
        }
        for (auto const& [writer, head] : known.heads()) firsts_[writer] = 1;
        out.changes_count = order_.size();
        out.forks_count = known.forks().size();
        for (Entry* entry : order_) check_link(*entry, known, out);
        for (Digest const& tip : tips) {
            bool const is_here = links_.contains(tip) || known.has_accepted(short_id(tip));
            if (!is_here) note_missing({{}, 0, short_id(tip)}, out);
        }
        out.writers_count = firsts_.size();
        find_rows(known, out);
    }

private:
    struct Link {
        RawId writer{};
        std::uint64_t sequence = 0;
        Digest previous{};
        bool has_body = false;
        bool is_followed = false;
        bool is_split = false;
    };
    struct DigestHash {
        std::size_t operator()(Digest const& digest) const { return IdHash{}(short_id(digest)); }
    };
    using ByHash = std::unordered_map<Digest, Link, DigestHash>;
    using Entry = ByHash::value_type;

    void note_missing(ChangeName const& name, Verification& out) {
        if (!named_.insert(name.id).second) return;
        out.findings.push_back({.fault = Fault::change_missing, .change = name});
    }

    void check_link(Entry& entry, Ledger const& known, Verification& out) {
        Link const& link = entry.second;
        out.bodies_count += link.has_body ? 1 : 0;
        bool const is_first = link.sequence == 1;
        bool const is_known = known.has_accepted(short_id(entry.first));
        std::uint64_t& firsts = firsts_[link.writer];
        if (is_first && !is_known) out.forks_count += ++firsts == 2 ? 1 : 0;
        if (is_first) return;
        auto const before = links_.find(link.previous);
        RawId const before_id = short_id(link.previous);
        if (before == links_.end()) {
            if (known.has_accepted(before_id)) return;
            return note_missing({link.writer, link.sequence - 1, before_id}, out);
        }
        count_follower(before->second, out);
        bool const fits = before->second.writer == link.writer &&
                          before->second.sequence + 1 == link.sequence;
        if (fits) return;
        ChangeName const name{link.writer, link.sequence, short_id(entry.first)};
        out.findings.push_back({.fault = Fault::link_broken, .change = name});
    }

    static void count_follower(Link& before, Verification& out) {
        bool const is_new_split = before.is_followed && !before.is_split;
        out.forks_count += is_new_split ? 1 : 0;
        before.is_split = before.is_split || is_new_split;
        before.is_followed = true;
    }

    // A row of missing changes begins behind the change of its writer that is here.
    void find_rows(Ledger const& known, Verification& out) const {
        std::map<RawId, std::set<std::uint64_t>> here;
        for (Finding const& finding : out.findings) {
            if (finding.fault == Fault::change_missing) here[finding.change->writer] = {};
        }
        if (here.empty()) return;
        for (Entry const* entry : order_) {
            auto const writer = here.find(entry->second.writer);
            if (writer != here.end()) writer->second.insert(entry->second.sequence);
        }
        for (auto const& [writer, head] : known.heads()) {
            if (here.contains(writer)) here[writer].insert(head.sequence);
        }
        for (Finding& finding : out.findings) {
            bool const is_row = finding.fault == Fault::change_missing &&
                                finding.change->sequence != 0;
            if (!is_row) continue;
            std::set<std::uint64_t> const& sequences = here[finding.change->writer];
            auto const behind = sequences.lower_bound(finding.change->sequence);
            finding.first_sequence = behind == sequences.begin() ? 1 : *std::prev(behind) + 1;
        }
    }

    ByHash links_{};
    std::vector<Entry*> order_{};
    std::map<RawId, std::uint64_t> firsts_{};  // changes that begin a chain, by writer
    std::set<RawId> named_{};
};

using Files = std::map<std::string_view, std::string_view>;

// The newest manifest that reads; generation 0: there is none.
Manifest newest_manifest(Files const& files, Verification& out) {
    Manifest newest;
    for (std::uint64_t slot : {0, 1}) {
        auto const file = files.find(manifest_name(slot));
        if (file == files.end()) continue;
        Result<Manifest> manifest = manifest_from_bytes(file->second);
        if (manifest) {
            ++out.manifests_count;
            bool const is_newer = manifest.value().generation > newest.generation;
            if (is_newer) newest = std::move(manifest).value();
            continue;
        }
        Finding finding{.fault = Fault::manifest_broken, .file = std::string(file->first),
                        .error = manifest.error()};
        std::vector<MendedRecord> const mended = mended_records(file->second);
        finding.is_byte_known = mended.size() == 1;
        if (finding.is_byte_known) finding.offset = mended[0].offset;
        out.findings.push_back(std::move(finding));
    }
    return newest;
}

std::vector<SealedEntry> history_of(SnapshotEntry const& snapshot, Files const& files) {
    std::vector<SealedEntry> history;
    for (PartEntry const& part : snapshot.parts) {
        auto const file = files.find(part.name);
        bool const is_list = is_history_label(part_label(part.name)) && file != files.end();
        auto const entries = is_list ? sealed_from_bytes(file->second) : std::nullopt;
        if (entries) history.insert(history.end(), entries->begin(), entries->end());
    }
    return history;
}

Files by_name(std::span<StoredFile const> files) {
    Files out;
    for (StoredFile const& file : files) out.emplace(file.name, file.bytes);
    return out;
}

// A profile, checked.
class Profile {
public:
    Profile(Files const& files, Cold cold) : files_(files), cold_(cold) {}

    Verification verified() {
        manifest_ = newest_manifest(files_, out_);
        check_snapshot();
        check_segments();
        check_cold();
        links_.check(known_, manifest_.tips, out_);
        return std::move(out_);
    }

private:
    void check_snapshot() {
        std::optional<Parts> const last = whole_parts(manifest_.last);
        std::optional<Parts> const previous = whole_parts(manifest_.previous);
        std::optional<Parts> const& parts = last ? last : previous;
        if (!parts || parts->empty()) return;
        Result<Ledger> ledger = ledger_from(*parts);
        if (!ledger) return note(Fault::part_altered, {}, ledger.error());
        known_ = std::move(ledger).value();
        for (auto const& [label, bytes] : *parts) {
            if (label.starts_with('k')) out_.summed_count += bytes.size() / known_bytes;
        }
    }

    // What a ledger is read from, when all of it is whole.
    std::optional<Parts> whole_parts(SnapshotEntry const& snapshot) {
        Parts parts;
        bool is_whole = true;
        for (PartEntry const& part : snapshot.parts) {
            auto const file = files_.find(part.name);
            bool const is_good = file != files_.end() && file->second.size() == part.size &&
                                 blake2b(file->second) == part.hash;
            is_whole = is_whole && is_good;
            if (is_good && checked_parts_.insert(part.name).second) ++out_.parts_count;
            if (!is_good) note_part(part.name, file != files_.end());
            std::string_view const label = part_label(part.name);
            if (is_good && !is_history_label(label)) parts.emplace(label, file->second);
        }
        return is_whole ? std::optional(std::move(parts)) : std::nullopt;
    }

    // Two snapshots may share it.
    void note_part(std::string const& name, bool is_there) {
        if (!checked_parts_.insert(name).second) return;
        note(is_there ? Fault::part_altered : Fault::part_missing, name);
    }

    void check_segments() {
        std::map<std::uint32_t, Digest const*> wanted;  // nullptr: not by a manifest, or open
        for (auto const& [name, bytes] : files_) {
            if (std::uint32_t const number = segment_number(name)) wanted.emplace(number, nullptr);
        }
        bool const is_empty = wanted.empty() && !has_parts();
        if (manifest_.generation == 0 && !is_empty) note(Fault::manifest_missing, {});
        if (manifest_.open_number != 0) wanted.emplace(manifest_.open_number, nullptr);
        for (SealedEntry const& entry : manifest_.sealed) wanted[entry.number] = &entry.hash;
        std::uint32_t last_known = manifest_.open_number;
        if (!manifest_.sealed.empty()) {
            last_known = std::max(last_known, manifest_.sealed.back().number);
        }
        std::uint32_t expected = manifest_.last.through + 1;
        for (auto const& [number, hash] : wanted) {
            // Behind what the manifest names, numbers follow each other.
            bool const is_gap = expected > last_known && number > expected;
            if (is_gap) note(Fault::segment_missing, segment_name(expected));
            expected = std::max(expected, number + 1);
            check_segment(number, hash, number == wanted.rbegin()->first);
        }
    }

    bool has_parts() const {
        return std::any_of(files_.begin(), files_.end(),
                           [](auto const& file) { return is_part_name(file.first); });
    }

    void check_segment(std::uint32_t number, Digest const* hash, bool is_last) {
        auto const file = files_.find(segment_name(number));
        if (file == files_.end()) return note(Fault::segment_missing, segment_name(number));
        ++out_.segments_count;
        bool const is_open = hash == nullptr && is_last;
        std::size_t const findings_before = out_.findings.size();
        bool const has_seal = read_records(*file, is_open);
        bool const is_as_sealed = hash ? sha256(file->second) == *hash : has_seal;
        out_.sealed_count += is_as_sealed ? 1 : 0;
        bool const is_unexplained = findings_before == out_.findings.size();
        if (!is_as_sealed && !is_open && is_unexplained) {
            note(Fault::segment_altered, std::string(file->first));
        }
    }

    void check_cold() {
        std::vector<SealedEntry> history = history_of(manifest_.last, files_);
        if (history.empty()) history = history_of(manifest_.previous, files_);
        for (SealedEntry const& entry : history) {
            std::string const name = cold_name(entry.hash);
            auto const file = files_.find(name);
            bool const is_missing = file == files_.end() && cold_ == Cold::given;
            if (is_missing) note(Fault::segment_missing, name);
            if (file == files_.end()) continue;
            std::size_t const findings_before = out_.findings.size();
            read_records(*file, false);
            bool const is_as_sealed = sha256(file->second) == entry.hash;
            out_.cold_count += is_as_sealed ? 1 : 0;
            bool const is_unexplained = findings_before == out_.findings.size();
            if (!is_as_sealed && is_unexplained) note(Fault::segment_altered, name);
        }
    }

    // Everything between the good records is broken. True when the file ends with its seal.
    bool read_records(Files::value_type const& file, bool is_open) {
        auto const& [name, bytes] = file;
        SegmentContent const content = read_segment(bytes, true);
        std::size_t end = 0;  // of the record before
        for (Record const& record : content.records) {
            auto const begin = static_cast<std::size_t>(record.payload.data() - bytes.data()) -
                               record_head_bytes;
            note_broken(file, end, begin, false);
            ++out_.records_count;
            if (is_change(record)) take_change(name, begin, record.payload);
            end = begin + record_size(record.payload.size());
        }
        note_broken(file, end, bytes.size(), is_open);
        return content.is_sealed;
    }

    void take_change(std::string_view file, std::uint64_t offset, std::string_view bytes) {
        Result<Change> const change = change_from_bytes(bytes);
        if (change) return links_.add(change.value());
        out_.findings.push_back({.fault = Fault::change_refused, .file = std::string(file),
                                 .offset = offset, .change = name_in(bytes),
                                 .error = change.error()});
    }

    // Records from `begin` to `end` that do not read: each named, as far as it can be.
    void note_broken(Files::value_type const& file, std::size_t begin, std::size_t end,
                     bool is_tail) {
        while (begin < end) {
            std::string_view const broken = file.second.substr(begin, end - begin);
            Finding finding{.fault = Fault::record_broken, .file = std::string(file.first),
                            .offset = begin};
            std::size_t const size = find_flip(broken, finding);
            bool const is_torn = size == 0 && is_tail;
            if (is_torn) finding.fault = Fault::tail_torn;
            if (size == 0) finding.change = name_in(broken);
            out_.findings.push_back(std::move(finding));
            begin += size == 0 ? broken.size() : size;
        }
    }

    // The size of the record that these bytes begin with when one byte of it is put right; 0: there
    // is none.
    static std::size_t find_flip(std::string_view broken, Finding& finding) {
        for (MendedRecord const& mended : mended_records(broken)) {
            Record const record = *record_in(mended.bytes);
            bool const is_ours = is_change(record);
            Result<Change> const change =
                is_ours ? change_from_bytes(record.payload) : Result<Change>(Error{});
            if (is_ours && !change) continue;  // the checksum fits by chance
            if (change) finding.change = name_of(change.value());
            finding.offset += mended.offset;
            finding.is_byte_known = true;
            return mended.bytes.size();
        }
        return 0;
    }

    void note(Fault fault, std::string file, std::optional<Error> error = {}) {
        out_.findings.push_back(
            {.fault = fault, .file = std::move(file), .error = std::move(error)});
    }

    Files const& files_;
    Cold cold_;
    Manifest manifest_{};
    std::set<std::string> checked_parts_{};
    Ledger known_{};
    Links links_{};
    Verification out_{};
};

}  // namespace

std::vector<std::string> cold_names_in(std::span<StoredFile const> files) {
    Files const found = by_name(files);
    Verification ignored;
    Manifest const manifest = newest_manifest(found, ignored);
    std::set<std::string> names;
    for (SnapshotEntry const* snapshot : {&manifest.last, &manifest.previous}) {
        for (SealedEntry const& entry : history_of(*snapshot, found)) {
            names.insert(cold_name(entry.hash));
        }
    }
    return {names.begin(), names.end()};
}

Verification verify_files(std::span<StoredFile const> files, Cold cold) {
    Files const found = by_name(files);
    return Profile(found, cold).verified();
}

Verification verify_pieces(std::string_view file, std::span<ChangePiece const> pieces) {
    Verification out;
    Links links;
    for (ChangePiece const& piece : pieces) {
        Result<Change> const change = change_from_bytes(piece.bytes);
        if (change) {
            links.add(change.value());
            continue;
        }
        out.findings.push_back({.fault = Fault::change_refused, .file = std::string(file),
                                .offset = piece.offset, .change = name_in(piece.bytes),
                                .error = change.error()});
    }
    links.check({}, {}, out);
    return out;
}

Verification verify_changes(std::span<Change const> changes) {
    Verification out;
    Links links;
    for (Change const& change : changes) {
        bool const is_header_good = header_hash(change.header) == change.hash;
        bool const is_body_good =
            !change.body || body_digest(*change.body) == change.header.body_digest;
        if (is_header_good && is_body_good) {
            links.add(change);
            continue;
        }
        out.findings.push_back(
            {.fault = is_header_good ? Fault::change_refused : Fault::header_altered,
             .change = name_of(change), .error = Error{ErrorCode::e_body}});
    }
    links.check({}, {}, out);
    return out;
}

}  // namespace zhitu::vault
