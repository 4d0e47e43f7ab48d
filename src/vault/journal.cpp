#include "vault/journal.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "vault/segment.h"

namespace zhitu::vault {

namespace {

constexpr std::string_view segment_folder = "p/main/j/";
constexpr std::string_view kept_folder = "p/main/q/";
constexpr std::size_t seal_bytes = record_head_bytes + record_unit_bytes;

std::string numbered(std::string_view folder, std::uint32_t number) {
    std::string name(folder);
    for (int shift = 28; shift >= 0; shift -= 4) {
        name.push_back("0123456789abcdef"[(number >> shift) & 15]);
    }
    return name;
}

// The number of "p/main/j/%08x"; 0, which is never given, for any other name.
std::uint32_t number_of(std::string_view name) {
    if (!name.starts_with(segment_folder)) return 0;
    std::uint32_t number = 0;
    for (char const c : name.substr(segment_folder.size())) {
        bool const is_digit = c >= '0' && c <= '9';
        number = number * 16 + static_cast<std::uint32_t>(is_digit ? c - '0' : c - 'a' + 10);
    }
    return numbered(segment_folder, number) == name ? number : 0;
}

bool is_ours(std::string_view name) {
    return name.starts_with(segment_folder) || name.starts_with(kept_folder);
}

bool is_change(Record const& record) {
    return record.type == static_cast<std::uint8_t>(RecordType::change);
}

// False when a change of a good record could not be read: a forged or a newer one.
bool take_changes(SegmentContent const& content, Recovered& out) {
    bool is_all_read = true;
    for (Record const& record : content.records) {
        if (!is_change(record)) continue;
        Result<Change> change = change_from_bytes(record.payload);
        is_all_read = is_all_read && change.is_ok();
        if (change) out.changes.push_back(std::move(change).value());
    }
    return is_all_read;
}

}  // namespace

Result<Recovered> Journal::open() {
    Result<std::vector<StoredFile>> files = storage_.read_all();
    if (!files) return files.error();
    std::map<std::uint32_t, Bytes> found;
    for (StoredFile& file : files.value()) {
        std::uint32_t const number = number_of(file.name);
        bool const is_kept = std::string_view(file.name).starts_with(kept_folder);
        if (number != 0 || is_kept) names_on_disk_.insert(file.name);
        if (number != 0) {
            found.emplace(number, std::move(file.bytes));
        } else if (!is_kept) {
            files_.insert_or_assign(std::move(file.name), std::move(file.bytes));
        }
    }
    Recovered recovered;
    read_segments(std::move(found), recovered);
    return recovered;
}

void Journal::read_segments(std::map<std::uint32_t, Bytes> found, Recovered& out) {
    if (found.empty()) return;
    last_number_ = found.rbegin()->first;
    std::uint32_t expected = found.begin()->first;
    for (auto& [number, bytes] : found) {
        if (expected != number) out.damaged.push_back(numbered(segment_folder, expected));
        expected = number + 1;
        if (number == last_number_) {
            read_open(number, std::move(bytes), out);
            continue;
        }
        SegmentContent const content = read_segment(bytes, true);
        bool const is_all_read = take_changes(content, out);
        bool const is_good = content.is_sealed && is_all_read;
        if (!is_good) out.damaged.push_back(numbered(segment_folder, number));
        segments_[number] = {.bytes = std::move(bytes), .is_sealed = true};
    }
}

void Journal::read_open(std::uint32_t number, Bytes bytes, Recovered& out) {
    SegmentContent const content = read_segment(bytes, false);
    if (content.is_sealed) {
        if (!take_changes(content, out)) out.damaged.push_back(numbered(segment_folder, number));
        segments_[number] = {.bytes = std::move(bytes), .is_sealed = true};
        return;
    }
    Segment segment;
    for (Record const& record : content.records) {
        if (is_change(record)) {
            Result<Change> change = change_from_bytes(record.payload);
            if (!change) break;
            out.changes.push_back(std::move(change).value());
            ++segment.changes_count;
        }
        segment.bytes.append(bytes, segment.bytes.size(), record_size(record.payload.size()));
        ++segment.records_count;
    }
    if (segment.bytes.size() < bytes.size()) {
        torn_number_ = number;
        out.bytes_dropped = bytes.size() - segment.bytes.size();
        kept_.insert_or_assign(numbered(kept_folder, number), std::move(bytes));
    }
    segments_.insert_or_assign(number, std::move(segment));
}

void Journal::seal(std::uint32_t number, Segment& segment) {
    append_seal(segment.bytes, segment.records_count++, segment.changes_count);
    segment.is_sealed = true;
    segment.bytes.shrink_to_fit();  // it stays in memory
    mark_dirty(number);
    if (torn_number_ != number) return;
    torn_number_ = 0;
    dirty_.insert(numbered(kept_folder, number));
}

void Journal::mark_dirty(std::uint32_t number) {
    bool const is_withheld = is_batch_under_way() && number >= batch_->first;
    (is_withheld ? batch_->withheld : dirty_).insert(numbered(segment_folder, number));
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
    return segments_[++last_number_];
}

void Journal::append(Change const& change) {
    std::string const payload = change_bytes(change);
    ZT_ASSERT(payload.size() <= limits::change_bytes_max);
    Segment& segment = segment_for(payload.size());
    append_record(segment.bytes, RecordType::change, segment.records_count++, payload);
    ++segment.changes_count;
    mark_dirty(last_number_);
    ++appended_;
}

void Journal::begin_batch() {
    ZT_ASSERT(!is_batch_under_way());
    batch_ = Batch{.first = last_number_ + 1, .appended_before = appended_};
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
        std::string const name = numbered(segment_folder, last_number_);
        segments_.erase(last_number_);
        dirty_.erase(name);
        if (names_on_disk_.contains(name)) dirty_.insert(name);  // to be deleted
    }
    appended_ = batch_->appended_before;
    appended_under_way_ = std::min(appended_under_way_, appended_);
    saved_ = std::min(saved_, appended_);
    batch_.reset();
}

std::vector<StoredFile> Journal::files() const {
    std::vector<StoredFile> files;
    for (auto const& [number, segment] : segments_) {
        if (is_batch_under_way() && number >= batch_->first) break;
        files.push_back({numbered(segment_folder, number), segment.bytes});
    }
    return files;
}

Bytes const* Journal::bytes_of(std::string const& name) const {
    std::uint32_t const number = number_of(name);
    auto const segment = segments_.find(number);
    if (segment != segments_.end()) return &segment->second.bytes;
    if (number != 0) return nullptr;
    auto const kept = kept_.find(name);
    return kept != kept_.end() ? &kept->second : file(name);
}

FlushRequest Journal::request_of_dirty() const {
    FlushRequest request;
    for (std::string const& name : dirty_) {
        Bytes const* bytes = bytes_of(name);
        if (bytes != nullptr) {
            request.puts.push_back({name, *bytes});
        } else {
            request.deletes.push_back(name);
        }
    }
    return request;
}

void Journal::flush() {
    if (dirty_.empty()) return;
    is_flush_wanted_ = true;
    if (ticket_under_way_ != 0 || !storage_.is_writer()) return;
    is_flush_wanted_ = false;
    FlushRequest request = request_of_dirty();
    request.ticket = next_ticket_++;
    ticket_under_way_ = request.ticket;
    appended_under_way_ = is_batch_under_way() ? batch_->appended_before : appended_;
    under_way_ = std::exchange(dirty_, {});
    for (StoredFile const& put : request.puts) {
        if (is_ours(put.name)) names_on_disk_.insert(put.name);
    }
    storage_.flush(std::move(request));
}

void Journal::pump() {
    while (std::optional<FlushAnswer> const answer = storage_.poll()) {
        if (ticket_under_way_ != 0 && answer->ticket == ticket_under_way_) settle(*answer);
    }
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
        return;
    }
    saved_ = appended_under_way_;
    forget_under_way();
}

// What the storage acknowledged: kept tails need no memory any more, what had no bytes was deleted.
// What changed meanwhile is dirty again and stays.
void Journal::forget_under_way() {
    for (std::string const& name : under_way_) {
        if (dirty_.contains(name)) continue;
        if (bytes_of(name) == nullptr) names_on_disk_.erase(name);
        kept_.erase(name);
    }
    under_way_.clear();
}

SaveState Journal::state() const {
    if (!storage_.is_writer()) return SaveState::read_only;
    if (ticket_under_way_ != 0) return SaveState::saving;
    if (error_) return SaveState::failed;
    return dirty_.empty() && !is_batch_under_way() ? SaveState::saved : SaveState::saving;
}

Error const* Journal::last_error() const {
    return state() == SaveState::failed ? &*error_ : nullptr;
}

std::uint64_t Journal::saved_changes() const { return saved_; }

void Journal::clear() {
    segments_.clear();
    kept_.clear();
    batch_.reset();
    torn_number_ = 0;
    std::erase_if(dirty_, is_ours);  // what never left has nothing to delete
    dirty_.insert(names_on_disk_.begin(), names_on_disk_.end());
    appended_ = ticket_under_way_ != 0 ? appended_under_way_ : saved_;
    flush();
}

void Journal::put_file(std::string name, Bytes bytes) {
    ZT_ASSERT(is_file_name(name) && !is_ours(name));
    dirty_.insert(name);
    files_.insert_or_assign(std::move(name), std::move(bytes));
}

Bytes const* Journal::file(std::string_view name) const {
    auto const found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
}

}  // namespace zhitu::vault
