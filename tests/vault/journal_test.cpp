#include "vault/journal.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "tests/vault/journals.h"
#include "vault/segment.h"

namespace zhitu::vault::tests {
namespace {

TEST(Journal, an_empty_storage_opens_empty_and_saved) {
    MemoryStorage storage;
    Journal journal(storage);
    Recovered const recovered = journal.open().value();
    EXPECT_TRUE(recovered.changes.empty());
    EXPECT_TRUE(recovered.damaged.empty());
    EXPECT_EQ(journal.state(), SaveState::saved);
    journal.flush();
    journal.pump();
    EXPECT_TRUE(storage.files.empty());
}

TEST(Journal, what_was_saved_is_there_in_order) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    std::vector<Change> const changes = random_history(3, 60);
    save(journal, changes);
    EXPECT_EQ(journal.saved_changes(), 60u);
    Recovered const recovered = recovered_from(storage);
    EXPECT_EQ(recovered.changes, changes);
    EXPECT_EQ(recovered.bytes_dropped, 0u);
    EXPECT_TRUE(recovered.damaged.empty());
}

TEST(Journal, the_mark_goes_from_saved_over_saving_to_saved) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    journal.append(changes_of(1)[0]);
    EXPECT_EQ(journal.state(), SaveState::saving);
    EXPECT_TRUE(storage.files.empty());
    journal.flush();
    EXPECT_EQ(journal.state(), SaveState::saving);
    EXPECT_EQ(journal.saved_changes(), 0u);
    journal.pump();
    EXPECT_EQ(journal.state(), SaveState::saved);
    EXPECT_EQ(journal.saved_changes(), 1u);
    EXPECT_EQ(journal.last_error(), nullptr);
}

TEST(Journal, segments_are_sealed_before_they_grow_too_large) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    std::vector<Change> const changes = changes_of(300, 1'000);
    save(journal, changes);
    EXPECT_GT(storage.files.size(), 4u);
    std::size_t number = 0;
    auto const segments = segments_in(storage.files);
    for (auto const& [name, bytes] : segments) {
        EXPECT_LE(bytes.size(), limits::segment_bytes_max);
        bool const is_last = ++number == segments.size();
        EXPECT_EQ(read_segment(bytes, false).is_sealed, !is_last) << name;
    }
    EXPECT_EQ(ids_of(recovered_from(storage).changes), ids_of(changes));
}

// storage.md seals at 256 changes as well; the smallest ones fill 64 KiB before.
TEST(Journal, a_segment_holds_fewer_than_256_changes_however_small) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    Writer ann(1);
    std::vector<Change> changes;
    for (int i = 0; i < 600; ++i) changes.push_back(without_body(ann.write(1, {})));
    save(journal, changes);
    ASSERT_GT(segments_in(storage.files).size(), 2u);
    for (auto const& [name, bytes] : segments_in(storage.files)) {
        EXPECT_LT(read_segment(bytes, false).records.size(), 256u);
    }
    EXPECT_EQ(recovered_from(storage).changes.size(), 600u);
}

// Four records that fill 64 KiB to the last byte leave no room for the seal.
TEST(Journal, the_seal_has_room_in_every_segment) {
    Writer ann(1);
    std::vector<Change> changes;
    for (std::size_t const units : {511, 511, 511, 510, 511}) {
        Ops ops{set_op(course(1), "a", "x")};
        Writer probe = ann;
        std::size_t const rest = change_bytes(probe.write(1, ops)).size() - 1;
        ops[0].value = Json(std::string(units * record_unit_bytes - rest, 'x'));
        changes.push_back(ann.write(1, ops));
    }
    std::size_t size = 0;
    for (int i = 0; i < 4; ++i) size += record_size(change_bytes(changes[i]).size());
    ASSERT_EQ(size, limits::segment_bytes_max);
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    save(journal, changes);
    EXPECT_TRUE(read_segment(storage.files[first_segment], false).is_sealed);
    EXPECT_LE(storage.files[first_segment].size(), limits::segment_bytes_max);
}

TEST(Journal, the_largest_change_fits) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    ChangeBody body{{set_op(course(1), "a", std::string(48'000, 'x'))}, {}, {}};
    std::size_t const size = change_bytes(seal_change({id_of(1), 1, 1, {}, {}}, body)).size();
    body.ops[0].value = Json(std::string(48'000 + limits::change_bytes_max - size, 'x'));
    Change const largest = seal_change({id_of(1), 1, 1, {}, {}}, body);
    ASSERT_EQ(change_bytes(largest).size(), limits::change_bytes_max);
    save(journal, {largest, largest});
    for (auto const& [name, bytes] : storage.files) {
        EXPECT_LE(bytes.size(), limits::segment_bytes_max);
    }
    EXPECT_EQ(recovered_from(storage).changes.size(), 2u);
}

TEST(Journal, a_sealed_segment_is_not_written_again) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    save(journal, changes_of(100, 1'000));
    storage.files[first_segment] = "watched";
    Journal later(storage);
    save(journal, changes_of(10));
    EXPECT_EQ(storage.files[first_segment], "watched");
}

TEST(Journal, a_new_session_goes_on_in_the_open_segment) {
    MemoryStorage storage;
    std::vector<Change> const changes = changes_of(20);
    for (Change const& change : changes) {
        Journal journal(storage);
        journal.open().value();
        save(journal, {change});
        EXPECT_EQ(journal.saved_changes(), 1u);
    }
    EXPECT_EQ(segments_in(storage.files).size(), 1u);
    EXPECT_EQ(ids_of(recovered_from(storage).changes), ids_of(changes));
}

// --- Failing and waiting

TEST(Journal, after_a_failed_flush_a_retry_saves_everything) {
    MemoryStorage memory;
    FailingStorage storage(memory, 2, Error{ErrorCode::e_quota, {"full"}});
    Journal journal(storage);
    journal.open().value();
    std::vector<Change> const changes = changes_of(120, 1'000);
    save(journal, {changes[0]});
    for (std::size_t i = 1; i < changes.size(); ++i) journal.append(changes[i]);
    journal.flush();
    journal.pump();
    EXPECT_EQ(journal.state(), SaveState::failed);
    EXPECT_EQ(journal.last_error()->code, ErrorCode::e_quota);
    EXPECT_EQ(journal.saved_changes(), 1u);
    EXPECT_EQ(recovered_from(memory).changes.size(), 1u);
    journal.pump();
    EXPECT_EQ(journal.state(), SaveState::failed) << "no retry without being asked";
    journal.flush();
    EXPECT_EQ(journal.state(), SaveState::saving);
    journal.pump();
    EXPECT_EQ(journal.state(), SaveState::saved);
    EXPECT_EQ(journal.saved_changes(), 120u);
    EXPECT_EQ(ids_of(recovered_from(memory).changes), ids_of(changes));
}

TEST(Journal, nothing_acknowledged_is_lost_whichever_flush_fails) {
    std::vector<Change> const changes = changes_of(40, 4'000);
    std::size_t faults_count = 0;
    for (std::uint64_t nth = 1; nth <= 12; ++nth) {
        MemoryStorage memory;
        FailingStorage storage(memory, nth, Error{ErrorCode::storage_failed, {}});
        Journal journal(storage);
        journal.open().value();
        for (std::size_t i = 0; i < changes.size(); ++i) {
            journal.append(changes[i]);
            if (i % 4 == 3) journal.flush();
            if (i % 3 == 2) journal.pump();
            // The program may end here: what was acknowledged is there, in order, nothing else.
            Recovered const recovered = recovered_from(memory);
            ASSERT_GE(recovered.changes.size(), journal.saved_changes());
            ASSERT_LE(recovered.changes.size(), i + 1);
            ASSERT_TRUE(recovered.damaged.empty());
            for (std::size_t k = 0; k < recovered.changes.size(); ++k) {
                ASSERT_EQ(recovered.changes[k].id(), changes[k].id());
            }
        }
        journal.pump();
        journal.flush();
        journal.pump();
        ASSERT_EQ(recovered_from(memory).changes.size(), changes.size()) << nth;
        faults_count += storage.faults_count();
    }
    EXPECT_GT(faults_count, 5u);
}

// Answers when told to.
class SlowStorage final : public Storage {
public:
    Result<std::vector<StoredFile>> read_all() override { return memory.read_all(); }
    void flush(FlushRequest request) override {
        requests.push_back(request);
        memory.flush(std::move(request));
    }
    std::optional<FlushAnswer> poll() override {
        if (!is_answering) return std::nullopt;
        return memory.poll();
    }
    bool is_writer() const override { return memory.is_writer(); }
    MemoryStorage memory;
    std::vector<FlushRequest> requests;
    bool is_answering = false;
};

TEST(Journal, there_is_one_flush_at_a_time_and_the_next_follows_by_itself) {
    SlowStorage storage;
    Journal journal(storage);
    journal.open().value();
    std::vector<Change> const changes = changes_of(3);
    journal.append(changes[0]);
    journal.flush();
    journal.append(changes[1]);
    journal.append(changes[2]);
    journal.flush();
    journal.flush();
    journal.pump();
    EXPECT_EQ(storage.requests.size(), 1u);
    EXPECT_EQ(journal.saved_changes(), 0u);
    storage.is_answering = true;
    journal.pump();
    EXPECT_EQ(storage.requests.size(), 2u);
    EXPECT_EQ(journal.saved_changes(), 1u);
    EXPECT_EQ(journal.state(), SaveState::saving);
    journal.pump();
    EXPECT_EQ(journal.saved_changes(), 3u);
    EXPECT_EQ(journal.state(), SaveState::saved);
    EXPECT_EQ(recovered_from(storage).changes.size(), 3u);
}

TEST(Journal, a_segment_that_grew_during_its_flush_is_still_dirty) {
    SlowStorage storage;
    Journal journal(storage);
    journal.open().value();
    std::vector<Change> const changes = changes_of(80, 1'000);
    journal.append(changes[0]);
    journal.flush();
    for (std::size_t i = 1; i < changes.size(); ++i) journal.append(changes[i]);  // seals it, too
    storage.is_answering = true;
    journal.pump();
    EXPECT_EQ(journal.state(), SaveState::saving);
    save(journal, {});
    EXPECT_EQ(ids_of(recovered_from(storage).changes), ids_of(changes));
    EXPECT_TRUE(recovered_from(storage).damaged.empty());
}

TEST(Journal, while_another_tab_writes_nothing_is_sent) {
    MemoryStorage storage;
    storage.set_writer(false);
    Journal journal(storage);
    journal.open().value();
    EXPECT_EQ(journal.state(), SaveState::read_only);
    journal.append(changes_of(1)[0]);
    journal.flush();
    journal.pump();
    EXPECT_TRUE(storage.files.empty());
    EXPECT_EQ(journal.state(), SaveState::read_only);
    storage.set_writer(true);
    journal.flush();
    journal.pump();
    EXPECT_EQ(journal.state(), SaveState::saved);
    EXPECT_EQ(recovered_from(storage).changes.size(), 1u);
}

TEST(Journal, a_change_of_many_bytes_costs_one_put_of_one_segment) {
    SlowStorage storage;
    storage.is_answering = true;
    Journal journal(storage);
    journal.open().value();
    save(journal, changes_of(500, 1'000));
    save(journal, changes_of(1));
    ASSERT_EQ(storage.requests.size(), 2u);
    EXPECT_EQ(storage.requests[1].puts.size(), 1u);
    EXPECT_LE(storage.requests[1].puts[0].bytes.size(), limits::segment_bytes_max);
    EXPECT_TRUE(storage.requests[1].deletes.empty());
}

// --- Clearing and files

TEST(Journal, clear_deletes_every_segment_in_one_flush_and_begins_anew) {
    SlowStorage storage;
    storage.is_answering = true;
    Journal journal(storage);
    journal.open().value();
    journal.put_file("dev", "settings");
    save(journal, changes_of(200, 1'000));
    journal.append(changes_of(1)[0]);  // never sent, forgotten
    std::size_t const requests_count = storage.requests.size();
    journal.clear();
    journal.pump();
    EXPECT_EQ(storage.requests.size(), requests_count + 1);
    EXPECT_EQ(storage.memory.files.size(), 1u);
    EXPECT_EQ(journal.state(), SaveState::saved);
    EXPECT_EQ(journal.saved_changes(), 200u);
    EXPECT_EQ(*journal.file("dev"), "settings");
    std::vector<Change> const changes = changes_of(3);
    save(journal, changes);
    EXPECT_EQ(journal.saved_changes(), 203u);
    EXPECT_EQ(ids_of(recovered_from(storage).changes), ids_of(changes));
    EXPECT_TRUE(recovered_from(storage).damaged.empty());
}

TEST(Journal, clear_during_a_flush_or_after_a_failure_leaves_nothing_behind) {
    SlowStorage slow;
    Journal journal(slow);
    journal.open().value();
    journal.append(changes_of(1)[0]);
    journal.flush();
    journal.clear();
    slow.is_answering = true;
    journal.pump();
    journal.pump();
    EXPECT_TRUE(slow.memory.files.empty());
    EXPECT_EQ(journal.state(), SaveState::saved);

    MemoryStorage memory;
    FailingStorage failing(memory, 2, Error{ErrorCode::storage_failed, {}});
    Journal other(failing);
    other.open().value();
    save(other, changes_of(1));
    other.clear();
    other.pump();
    EXPECT_EQ(other.state(), SaveState::failed);
    EXPECT_EQ(segments_in(memory.files).size(), 1u);
    other.clear();
    other.pump();
    EXPECT_TRUE(memory.files.empty());
    EXPECT_EQ(other.state(), SaveState::saved);
}

TEST(Journal, clear_of_what_never_left_sends_nothing) {
    SlowStorage storage;
    Journal journal(storage);
    journal.open().value();
    journal.append(changes_of(1)[0]);
    journal.clear();
    EXPECT_TRUE(storage.requests.empty());
    EXPECT_EQ(journal.state(), SaveState::saved);
}

TEST(Journal, clear_takes_kept_tails_along) {
    MemoryStorage storage;
    storage.files = {{first_segment, "garbage"}, {"p/main/q/00000009", "older garbage"}};
    Journal journal(storage);
    journal.open().value();
    save(journal, changes_of(1));
    EXPECT_EQ(segments_in(storage.files).size(), 4u);
    journal.clear();
    journal.pump();
    EXPECT_TRUE(storage.files.empty());
}

TEST(Journal, small_files_travel_with_the_next_flush) {
    MemoryStorage storage;
    storage.files["dev"] = "old";
    Journal journal(storage);
    journal.open().value();
    EXPECT_EQ(*journal.file("dev"), "old");
    EXPECT_EQ(journal.file("nothing"), nullptr);
    journal.put_file("dev", "new");
    EXPECT_EQ(*journal.file("dev"), "new");
    EXPECT_EQ(storage.files["dev"], "old");
    EXPECT_EQ(journal.state(), SaveState::saving);
    save(journal, changes_of(1));
    EXPECT_EQ(storage.files["dev"], "new");
    EXPECT_EQ(journal.saved_changes(), 1u);
}

TEST(Journal, a_small_file_survives_a_failed_flush_in_its_newest_form) {
    MemoryStorage memory;
    FailingStorage storage(memory, 1, Error{ErrorCode::e_quota, {}});
    Journal journal(storage);
    journal.open().value();
    journal.put_file("dev", "one");
    journal.flush();
    journal.put_file("dev", "two");
    journal.pump();
    EXPECT_EQ(journal.state(), SaveState::failed);
    journal.flush();
    journal.pump();
    EXPECT_EQ(memory.files["dev"], "two");
}

}  // namespace
}  // namespace zhitu::vault::tests
