// What the journal makes of bytes that are not as it wrote them.
#include <gtest/gtest.h>

#include "tests/vault/journals.h"
#include "vault/segment.h"

namespace zhitu::vault::tests {
namespace {

TEST(JournalOpen, a_tail_torn_at_any_byte_of_the_last_record_costs_that_record_only) {
    MemoryStorage whole;
    Journal journal(whole);
    journal.open().value();
    std::vector<Change> const changes = changes_of(4);
    save(journal, changes);
    Bytes const bytes = whole.files[first_segment];
    std::size_t const last_size = record_size(change_bytes(changes[3]).size());
    std::size_t const good_size = bytes.size() - last_size;
    std::size_t tears_count = 0;
    for (std::size_t size = good_size; size < bytes.size(); ++size) {
        MemoryStorage storage;
        storage.files[first_segment] = bytes.substr(0, size);
        Journal torn(storage);
        Recovered const recovered = torn.open().value();
        ASSERT_EQ(recovered.changes.size(), 3u) << size;
        ASSERT_EQ(recovered.bytes_dropped, size - good_size);
        ASSERT_TRUE(recovered.damaged.empty());
        ASSERT_EQ(torn.state(), SaveState::saved);
        save(torn, {changes[3]});
        ASSERT_EQ(ids_of(recovered_from(storage).changes), ids_of(changes));
        ASSERT_EQ(recovered_from(storage).bytes_dropped, 0u);
        ASSERT_TRUE(recovered_from(storage).damaged.empty());
        ++tears_count;
    }
    EXPECT_EQ(tears_count, last_size);
}

TEST(JournalOpen, a_flip_in_any_byte_of_a_sealed_segment_names_it_and_keeps_the_rest) {
    std::vector<Change> const changes = changes_of(3);
    Bytes sealed;
    for (std::uint32_t i = 0; i < 3; ++i) {
        append_record(sealed, RecordType::change, i, change_bytes(changes[i]));
    }
    append_seal(sealed, 3, 3);
    Bytes open;
    append_record(open, RecordType::change, 0, change_bytes(changes[0]));
    std::size_t flips_count = 0;
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        MemoryStorage storage;
        storage.files = {{first_segment, sealed}, {second_segment, open}};
        char& byte = storage.files[first_segment][i];
        byte = static_cast<char>(byte ^ (1 << (i % 8)));
        Recovered const recovered = recovered_from(storage);
        ASSERT_EQ(recovered.damaged, std::vector<std::string>{first_segment}) << i;
        ASSERT_GE(recovered.changes.size(), 3u) << i;  // two or three, and that of the open one
        ASSERT_EQ(recovered.bytes_dropped, 0u);
        ++flips_count;
    }
    EXPECT_EQ(flips_count, sealed.size());
    EXPECT_GT(flips_count, 500u);
}

TEST(JournalOpen, opening_a_torn_journal_changes_no_byte_until_something_is_written) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    std::vector<Change> const changes = changes_of(3);
    save(journal, changes);
    storage.files[first_segment].resize(storage.files[first_segment].size() - 5);
    auto const before = storage.files;
    Journal torn(storage);
    torn.open().value();
    torn.flush();
    torn.pump();
    EXPECT_EQ(storage.files, before);
    save(torn, {changes[2]});
    EXPECT_TRUE(read_segment(storage.files[first_segment], false).is_sealed);
    EXPECT_EQ(storage.files["p/main/q/00000001"], before.at(first_segment));
    EXPECT_EQ(storage.files.count(second_segment), 1u);
}

TEST(JournalOpen, a_damaged_sealed_segment_is_left_as_it_is) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    save(journal, changes_of(100, 1'000));
    storage.files[first_segment][100] ^= 4;
    Bytes const damaged = storage.files[first_segment];
    Journal later(storage);
    later.open().value();
    save(later, changes_of(80, 1'000));
    EXPECT_EQ(storage.files[first_segment], damaged);
    EXPECT_EQ(recovered_from(storage).damaged, std::vector<std::string>{first_segment});
}

TEST(JournalOpen, a_missing_segment_is_named) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    save(journal, changes_of(200, 1'000));
    ASSERT_GT(storage.files.size(), 3u);
    storage.files.erase(second_segment);
    EXPECT_EQ(recovered_from(storage).damaged, std::vector<std::string>{second_segment});
}

TEST(JournalOpen, garbage_as_a_segment_is_dropped_and_kept_aside) {
    MemoryStorage storage;
    storage.files[first_segment] = "not a segment";
    Journal journal(storage);
    EXPECT_EQ(journal.open().value().bytes_dropped, 13u);
    save(journal, changes_of(1));
    EXPECT_EQ(storage.files["p/main/q/00000001"], "not a segment");
    EXPECT_EQ(recovered_from(storage).changes.size(), 1u);
    EXPECT_TRUE(recovered_from(storage).damaged.empty());
}

TEST(JournalOpen, a_change_that_cannot_be_read_ends_the_open_segment) {
    MemoryStorage storage;
    Bytes& bytes = storage.files[first_segment];
    append_record(bytes, RecordType::change, 0, change_bytes(changes_of(1)[0]));
    append_record(bytes, RecordType::change, 1, "{\"h\":{\"v\":2}}");
    Recovered const recovered = recovered_from(storage);
    EXPECT_EQ(recovered.changes.size(), 1u);
    EXPECT_GT(recovered.bytes_dropped, 0u);
}

TEST(JournalOpen, a_storage_that_cannot_be_read_says_why) {
    class Broken final : public Storage {
        Result<std::vector<StoredFile>> read_all() override {
            return Error{ErrorCode::storage_missing, {"no database"}};
        }
        void flush(FlushRequest) override {}
        std::optional<FlushAnswer> poll() override { return std::nullopt; }
        bool is_writer() const override { return false; }
    };
    Broken storage;
    Journal journal(storage);
    EXPECT_EQ(journal.open().error().code, ErrorCode::storage_missing);
    EXPECT_EQ(journal.state(), SaveState::read_only);
}

}  // namespace
}  // namespace zhitu::vault::tests
