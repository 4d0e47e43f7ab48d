// A batch in the journal: withheld, committed in one flush, cut off in one flush.

#include <map>

#include "tests/vault/journals.h"

namespace zhitu::vault::tests {
namespace {

using Files = std::map<std::string, Bytes>;

Files files_of(Journal const& journal) {
    Files files;
    for (StoredFile& file : journal.files()) files[file.name] = std::move(file.bytes);
    return files;
}

void append(Journal& journal, std::vector<Change> const& changes, std::size_t from,
            std::size_t to) {
    for (std::size_t index = from; index < to; ++index) journal.append(changes[index]);
}

void settle(Journal& journal) {
    journal.flush();
    for (int turn = 0; turn < 4; ++turn) journal.pump();
}

std::vector<RawId> ids_until(std::vector<Change> const& changes, std::size_t to) {
    std::vector<Change> const first(changes.begin(),
                                    changes.begin() + static_cast<std::ptrdiff_t>(to));
    return ids_of(first);
}

// Twelve changes of 20 kB: the first two before the batch, eight in it, two behind it.
struct Desk {
    MemoryStorage storage;
    Journal journal{storage};
    std::vector<Change> changes = changes_of(12, 20'000);

    Desk() {
        EXPECT_TRUE(journal.open());
        append(journal, changes, 0, 2);
        settle(journal);
    }
    void batch() {
        journal.begin_batch();
        append(journal, changes, 2, 10);
    }
    void expect_on_disk(std::size_t to) {
        Recovered const recovered = recovered_from(storage);
        EXPECT_EQ(ids_of(recovered.changes), ids_until(changes, to));
        EXPECT_TRUE(recovered.damaged.empty());
        EXPECT_EQ(recovered.bytes_dropped, 0u);
    }
};

TEST(JournalBatch, a_batch_is_withheld_until_it_is_committed) {
    Desk desk;
    Files const before = desk.storage.files;
    Files const files = files_of(desk.journal);
    desk.batch();
    desk.journal.put_file("device", "dark");
    settle(desk.journal);
    EXPECT_EQ(desk.storage.files.at("device"), "dark");
    desk.storage.files.erase("device");
    EXPECT_EQ(desk.storage.files, before);
    EXPECT_EQ(files_of(desk.journal), files);
    EXPECT_EQ(desk.journal.saved_changes(), 2u);
    EXPECT_EQ(desk.journal.state(), SaveState::saving);
    desk.journal.commit_batch();
    settle(desk.journal);
    desk.expect_on_disk(10);
    EXPECT_EQ(desk.journal.saved_changes(), 10u);
    EXPECT_EQ(desk.journal.state(), SaveState::saved);
}

TEST(JournalBatch, an_abandoned_batch_leaves_the_very_bytes_before_it) {
    Desk desk;
    Files const before = desk.storage.files;
    Files const files = files_of(desk.journal);
    desk.batch();
    desk.journal.abandon_batch();
    EXPECT_EQ(files_of(desk.journal), files);
    EXPECT_EQ(desk.journal.state(), SaveState::saved);
    EXPECT_FALSE(desk.journal.is_batch_last());
    settle(desk.journal);
    EXPECT_EQ(desk.storage.files, before);
    append(desk.journal, desk.changes, 2, 4);  // goes on in the open segment
    settle(desk.journal);
    desk.expect_on_disk(4);
}

TEST(JournalBatch, cutting_it_off_leaves_no_gap) {
    Desk desk;
    desk.batch();
    desk.journal.commit_batch();
    settle(desk.journal);
    ASSERT_GT(desk.storage.files.size(), 3u);
    ASSERT_TRUE(desk.journal.is_batch_last());
    desk.journal.cut_batch();
    EXPECT_FALSE(desk.journal.is_batch_last());
    desk.expect_on_disk(10);  // until the flush
    settle(desk.journal);
    desk.expect_on_disk(2);
    EXPECT_EQ(segments_in(files_of(desk.journal)), segments_in(desk.storage.files));
    EXPECT_EQ(desk.journal.saved_changes(), 2u);
    append(desk.journal, desk.changes, 2, 12);
    settle(desk.journal);
    desk.expect_on_disk(12);
    EXPECT_EQ(desk.journal.saved_changes(), 12u);
}

TEST(JournalBatch, what_follows_a_batch_holds_it) {
    Desk desk;
    desk.batch();
    desk.journal.commit_batch();
    append(desk.journal, desk.changes, 10, 11);
    EXPECT_FALSE(desk.journal.is_batch_last());
    settle(desk.journal);
    desk.expect_on_disk(11);
}

TEST(JournalBatch, an_empty_batch_changes_nothing) {
    Desk desk;
    Files const before = desk.storage.files;
    desk.journal.begin_batch();
    desk.journal.commit_batch();
    EXPECT_FALSE(desk.journal.is_batch_last());
    settle(desk.journal);
    EXPECT_EQ(desk.storage.files, before);
}

TEST(JournalBatch, a_batch_cut_before_it_was_saved_never_arrives) {
    Desk desk;
    Files const before = desk.storage.files;
    desk.batch();
    desk.journal.commit_batch();
    desk.journal.cut_batch();  // no flush between: only the seal of the segment before is left
    settle(desk.journal);
    desk.expect_on_disk(2);
    EXPECT_EQ(segments_in(desk.storage.files).size(), segments_in(before).size());
}

// The n-th flush is refused, for every n; what is on disk is always the batch whole or none of it.
TEST(JournalBatch, a_refused_flush_leaves_the_batch_whole_or_none_of_it) {
    std::uint64_t faults = 0;
    for (std::uint64_t nth = 1; nth <= 4; ++nth) {
        std::vector<Change> const changes = changes_of(12, 20'000);
        MemoryStorage memory;
        FailingStorage failing(memory, nth, Error{ErrorCode::e_quota, {}});
        Journal journal(failing);
        ASSERT_TRUE(journal.open());
        auto const expect_one_of = [&](std::size_t one, std::size_t other) {
            Recovered const recovered = recovered_from(memory);
            std::size_t const count = recovered.changes.size();
            EXPECT_TRUE(count == one || count == other) << nth << ": " << count;
            EXPECT_EQ(ids_of(recovered.changes), ids_until(changes, count));
            EXPECT_TRUE(recovered.damaged.empty());
        };
        append(journal, changes, 0, 2);
        settle(journal);
        expect_one_of(0, 2);
        journal.begin_batch();
        append(journal, changes, 2, 10);
        journal.commit_batch();
        settle(journal);
        expect_one_of(nth == 2 ? 2 : 10, 10);
        journal.cut_batch();
        settle(journal);
        expect_one_of(2, nth == 3 ? 10 : 2);
        append(journal, changes, 2, 12);
        settle(journal);
        expect_one_of(nth == 4 ? 2 : 12, 12);
        settle(journal);
        EXPECT_EQ(journal.state(), SaveState::saved);
        EXPECT_EQ(recovered_from(memory).changes.size(), 12u);
        faults += failing.faults_count();
    }
    EXPECT_EQ(faults, 4u);
}

TEST(JournalBatch, a_cut_while_the_batch_is_being_saved_follows_it) {
    Desk desk;
    desk.batch();
    desk.journal.commit_batch();
    desk.journal.flush();  // not answered yet
    desk.journal.cut_batch();
    EXPECT_EQ(desk.journal.state(), SaveState::saving);
    settle(desk.journal);
    desk.expect_on_disk(2);
    EXPECT_EQ(desk.journal.state(), SaveState::saved);
    EXPECT_EQ(desk.journal.saved_changes(), 2u);
}

TEST(JournalBatch, a_torn_tail_is_kept_when_a_batch_is_committed) {
    Desk desk;
    std::string const torn = desk.storage.files.at(first_segment) + "torn";
    desk.storage.files[first_segment] = torn;
    Journal next(desk.storage);
    Result<Recovered> const recovered = next.open();
    EXPECT_EQ(recovered.value().bytes_dropped, 4u);
    next.begin_batch();
    append(next, desk.changes, 2, 10);
    next.abandon_batch();
    settle(next);
    EXPECT_EQ(desk.storage.files.at(first_segment), torn);  // nothing was written, so nothing is
    next.begin_batch();
    append(next, desk.changes, 2, 10);
    next.commit_batch();
    settle(next);
    desk.expect_on_disk(10);
    EXPECT_EQ(desk.storage.files.at("p/main/q/00000001"), torn);
}

TEST(JournalBatch, the_files_are_those_on_disk_after_opening_too) {
    Desk desk;
    desk.batch();
    desk.journal.commit_batch();
    settle(desk.journal);
    EXPECT_EQ(segments_in(files_of(desk.journal)), segments_in(desk.storage.files));
    Journal next(desk.storage);
    ASSERT_TRUE(next.open());
    EXPECT_EQ(segments_in(files_of(next)), segments_in(desk.storage.files));
    append(next, desk.changes, 10, 12);
    Files const files = files_of(next);  // not yet flushed
    settle(next);
    EXPECT_EQ(segments_in(desk.storage.files), segments_in(files));
    // The newest manifest is among them, and it is the one on disk.
    for (auto const& [name, bytes] : files) EXPECT_EQ(desk.storage.files.at(name), bytes) << name;
}

}  // namespace
}  // namespace zhitu::vault::tests
