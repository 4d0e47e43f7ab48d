#include "vault/journal.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "vault/layout.h"

namespace zhitu::vault {

namespace {

constexpr std::size_t seal_bytes = record_head_bytes + record_unit_bytes;

}  // namespace

void Journal::seal(std::uint32_t number, Segment& segment) {
    append_seal(segment.bytes, segment.records_count++, segment.changes_count);
    segment.is_sealed = true;
    segment.bytes.shrink_to_fit();  // it stays in memory
    segment.hash = sha256(segment.bytes);
    mark_dirty(number);
    if (torn_number_ != number) return;
    torn_number_ = 0;
    dirty_.insert(kept_name(number));
}

void Journal::mark_dirty(std::uint32_t number) {
    bool const is_withheld = is_batch_under_way() && number >= batch_->first;
    (is_withheld ? batch_->withheld : dirty_).insert(segment_name(number));
}

// The segment that takes the payload: the open one while it has room and a whole tail.
Journal::Segment& Journal::segment_for(std::size_t payload_size) {
    // What is open when a batch begins is sealed when the batch is committed.
    bool const is_batch_new = is_batch_under_way() && last_number_ < batch_->first;
    auto const last = is_batch_new ? segments_.end() : segments_.find(last_number_);
    if (last != segments_.end() && !last->second.is_sealed) {
        Segment& open = last->second;
        std::size_t const size = open.bytes.size() + record_size(payload_size) + seal_bytes;
        if (torn_number_ != last_number_ && size <= limits::segment_bytes_max) return open;
        seal(last_number_, open);
    }
    // It says which segment is open.
    is_manifest_dirty_ = is_manifest_dirty_ || !is_batch_under_way();
    return segments_[++last_number_];
}

void Journal::append(Change const& change) {
    append_bytes(change_bytes(change));
    tips_.add(change.header, change.hash);
}

void Journal::append_bytes(std::string_view payload) {
    ZT_ASSERT(payload.size() <= limits::change_bytes_max);
    Segment& segment = segment_for(payload.size());
    append_record(segment.bytes, RecordType::change, segment.records_count++, payload);
    ++segment.changes_count;
    mark_dirty(last_number_);
    ++appended_;
}

void Journal::begin_batch() {
    ZT_ASSERT(!is_batch_under_way());
    batch_ = Batch{
        .first = last_number_ + 1, .appended_before = appended_, .tips_before = tips_};
}

void Journal::commit_batch() {
    ZT_ASSERT(is_batch_under_way());
    batch_->is_under_way = false;
    batch_->appended_after = appended_;
    if (appended_ == batch_->appended_before) return;
    auto const before = segments_.find(batch_->first - 1);
    bool const is_open = before != segments_.end() && !before->second.is_sealed;
    if (is_open) seal(before->first, before->second);
    dirty_.merge(batch_->withheld);
    is_manifest_dirty_ = true;
}

void Journal::abandon_batch() {
    ZT_ASSERT(is_batch_under_way());
    forget_batch();
}

bool Journal::is_batch_last() const {
    return batch_ && !batch_->is_under_way && batch_->appended_after == appended_ &&
           batch_->appended_before < appended_;
}

void Journal::cut_batch() {
    ZT_ASSERT(is_batch_last());
    forget_batch();
}

void Journal::forget_batch() {
    for (; last_number_ >= batch_->first; --last_number_) {
        std::string const name = segment_name(last_number_);
        segments_.erase(last_number_);
        dirty_.erase(name);
        if (names_on_disk_.contains(name)) dirty_.insert(name);  // to be deleted
    }
    is_manifest_dirty_ = is_manifest_dirty_ || !batch_->is_under_way;
    tips_ = std::move(batch_->tips_before);
    appended_ = batch_->appended_before;
    appended_under_way_ = std::min(appended_under_way_, appended_);
    saved_ = std::min(saved_, appended_);
    batch_.reset();
}

std::vector<StoredFile> Journal::files() const {
    std::vector<StoredFile> files;
    for (auto const& [number, segment] : segments_) {
        if (is_batch_under_way() && number >= batch_->first) break;
        if (!segment.bytes.empty()) files.push_back({segment_name(number), segment.bytes});
    }
    Manifest manifest = manifest_now();
    if (!is_manifest_dirty_) --manifest.generation;  // as it stands on disk
    if (manifest.generation != 0) {
        files.push_back({manifest_name(manifest.generation), manifest_bytes(manifest)});
    }
    for (auto const& [name, bytes] : parts_) files.push_back({name, bytes});
    return files;
}

// What the next manifest says: all but a batch that is not committed.
Manifest Journal::manifest_now() const {
    Manifest manifest = manifest_;
    ++manifest.generation;
    manifest.sealed.clear();
    manifest.open_number = 0;
    for (auto const& [number, segment] : segments_) {
        if (is_batch_under_way() && number >= batch_->first) break;
        if (segment.is_sealed) {
            manifest.sealed.push_back({number, segment.changes_count, segment.hash});
        } else {
            manifest.open_number = number;
        }
    }
    std::set<Digest> const& tips = is_batch_under_way() ? batch_->tips_before.all() : tips_.all();
    manifest.tips.assign(tips.begin(), tips.end());
    return manifest;
}

Bytes const* Journal::bytes_of(std::string const& name) const {
    std::uint32_t const number = segment_number(name);
    auto const segment = segments_.find(number);
    if (segment != segments_.end()) return &segment->second.bytes;
    if (number != 0) return nullptr;
    for (Files const* parts : {&parts_, compaction_ ? &compaction_->parts : nullptr}) {
        if (parts == nullptr) continue;
        auto const part = parts->find(name);
        if (part != parts->end()) return &part->second;
    }
    auto const kept = kept_.find(name);
    return kept != kept_.end() ? &kept->second : file(name);
}

FlushRequest Journal::request_of_dirty() const {
    FlushRequest request;
    std::string manifest_put;
    if (is_manifest_dirty_) {
        Manifest const manifest = manifest_now();
        manifest_put = manifest_name(manifest.generation);
        request.puts.push_back({manifest_put, manifest_bytes(manifest)});
    }
    for (std::string const& name : dirty_) {
        Bytes const* bytes = bytes_of(name);
        if (bytes != nullptr) {
            request.puts.push_back({name, *bytes});
        } else if (name != manifest_put) {
            request.deletes.push_back(name);
        }
    }
    return request;
}

std::size_t Journal::unsent_bytes() const {
    std::size_t size = 0;
    for (std::string const& name : dirty_) {
        Bytes const* bytes = bytes_of(name);
        if (bytes != nullptr) size += bytes->size();
    }
    return size;
}

void Journal::flush() {
    if (dirty_.empty() && !is_manifest_dirty_) return;
    is_flush_wanted_ = true;
    if (ticket_under_way_ != 0 || !storage_.is_writer() || is_newer()) return;
    is_flush_wanted_ = false;
    FlushRequest request = request_of_dirty();
    request.ticket = next_ticket_++;
    ticket_under_way_ = request.ticket;
    appended_under_way_ = is_batch_under_way() ? batch_->appended_before : appended_;
    under_way_ = std::exchange(dirty_, {});
    is_manifest_under_way_ = std::exchange(is_manifest_dirty_, false);
    // A file that clear() deletes and a new manifest takes at once is put.
    if (is_manifest_under_way_) under_way_.erase(manifest_name(++manifest_.generation));
    for (StoredFile const& put : request.puts) {
        if (is_journal_name(put.name)) names_on_disk_.insert(put.name);
    }
    storage_.flush(std::move(request));
}

void Journal::pump() {
    while (std::optional<FlushAnswer> const answer = storage_.poll()) {
        if (ticket_under_way_ != 0 && answer->ticket == ticket_under_way_) settle(*answer);
    }
    // One at a time: each is hashed.
    if (std::optional<ReadAnswer> const answer = storage_.poll_read()) check_read_back(*answer);
    bool const may_follow = is_flush_wanted_ && ticket_under_way_ == 0 && !error_;
    if (may_follow) flush();
}

void Journal::settle(FlushAnswer const& answer) {
    ticket_under_way_ = 0;
    error_ = answer.error;
    if (error_) {
        // Nothing of it is on disk: what is in memory now is sent again, in its newest form.
        dirty_.merge(under_way_);
        under_way_.clear();
        is_flush_wanted_ = false;
        if (std::exchange(is_manifest_under_way_, false)) {
            is_manifest_dirty_ = true;
            --manifest_.generation;
        }
        return;
    }
    is_manifest_under_way_ = false;
    saved_ = appended_under_way_;
    forget_under_way();
    delete_obsolete();
}

// What the storage acknowledged: kept tails need no memory any more, what had no bytes was deleted.
// What changed meanwhile is dirty again and stays.
void Journal::forget_under_way() {
    for (std::string const& name : under_way_) {
        if (dirty_.contains(name)) continue;
        if (bytes_of(name) == nullptr) names_on_disk_.erase(name);
        kept_.erase(name);
        if (unproven_.contains(name)) storage_.read(name);
    }
    under_way_.clear();
}

SaveState Journal::state() const {
    if (!storage_.is_writer() || is_newer()) return SaveState::read_only;
    bool const is_sending = is_manifest_under_way_ || !is_quiet(under_way_);
    if (ticket_under_way_ != 0 && is_sending) return SaveState::saving;
    if (error_ && is_flush_due()) return SaveState::failed;
    return is_flush_due() || is_batch_under_way() ? SaveState::saving : SaveState::saved;
}

Error const* Journal::last_error() const {
    return state() == SaveState::failed ? &*error_ : nullptr;
}

std::uint64_t Journal::saved_changes() const { return saved_; }

void Journal::clear() {
    for (SealedEntry const& entry : history_) names_on_disk_.insert(cold_name(entry.hash));
    segments_.clear();
    kept_.clear();
    parts_.clear();
    history_.clear();
    unproven_.clear();
    obsolete_.clear();
    compaction_.reset();
    cold_read_.clear();
    batch_.reset();
    tips_ = {};
    torn_number_ = 0;
    is_damaged_ = false;
    is_snapshot_lost_ = false;
    manifest_ = {.generation = manifest_.generation};
    is_manifest_dirty_ = false;
    std::erase_if(dirty_, is_journal_name);  // what never left has nothing to delete
    dirty_.insert(names_on_disk_.begin(), names_on_disk_.end());
    appended_ = ticket_under_way_ != 0 ? appended_under_way_ : saved_;
    flush();
}

void Journal::put_file(std::string name, Bytes bytes) {
    ZT_ASSERT(is_file_name(name) && !is_journal_name(name));
    dirty_.insert(name);
    files_.insert_or_assign(std::move(name), std::move(bytes));
}

Bytes const* Journal::file(std::string_view name) const {
    auto const found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
}

}  // namespace zhitu::vault
