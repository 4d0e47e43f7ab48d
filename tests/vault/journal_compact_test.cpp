// Snapshots on disk, cold segments, and the way back.

#include <gtest/gtest.h>

#include "base/limits.h"
#include "tests/vault/profile.h"

namespace zhitu::vault::tests {
namespace {

// Three rounds of changes, each followed by a snapshot, and some changes on top.
struct Rounds {
    MemoryStorage storage;
    std::vector<Change> changes = changes_of(320, 1'000);
    std::string digest;

    explicit Rounds(int rounds_count = 3) {
        Profile profile(storage);
        EXPECT_TRUE(profile.open());
        std::size_t next = 0;
        for (int round = 0; round <= rounds_count; ++round) {
            for (int i = 0; i < 80; ++i) profile.append(changes[next++]);
            profile.settle();
            if (round < rounds_count) profile.compact();
            profile.settle();
        }
        changes.resize(next);
        EXPECT_EQ(profile.journal.state(), SaveState::saved);
        digest = to_hex(profile.ledger.digest());
    }

    std::size_t count(std::string_view folder) const {
        std::size_t count = 0;
        for (auto const& [name, bytes] : storage.files) count += name.starts_with(folder) ? 1 : 0;
        return count;
    }
    std::vector<std::string> names(bool (*is_kind)(std::string_view)) const {
        std::vector<std::string> names;
        for (auto const& [name, bytes] : storage.files) {
            if (is_kind(name)) names.push_back(name);
        }
        return names;
    }
    // The parts of the last snapshot: those of the highest generation, the others are older.
    std::vector<std::string> last_parts() const {
        std::vector<std::string> last;
        for (std::string const& name : names(is_part_name)) {
            std::string const generation = name.substr(0, name.rfind('.'));
            if (!last.empty() && last[0].substr(0, last[0].rfind('.')) < generation) last.clear();
            last.push_back(name);
        }
        return last;
    }
};

TEST(JournalCompact, opening_reads_the_sum_and_what_came_behind) {
    Rounds rounds;
    Profile profile(rounds.storage);
    ASSERT_TRUE(profile.open());
    EXPECT_FALSE(profile.report.parts.empty());
    EXPECT_EQ(profile.report.changes.size(), 80u);
    EXPECT_TRUE(profile.report.damaged.empty());
    EXPECT_TRUE(profile.report.spare.empty());
    EXPECT_EQ(to_hex(profile.ledger.digest()), rounds.digest);
    EXPECT_TRUE(profile.has_all_tips());
}

TEST(JournalCompact, what_two_snapshots_made_unnecessary_is_cold_and_whole) {
    Rounds rounds;
    EXPECT_GT(rounds.count("cold/main/c/"), 2u);
    Journal journal(rounds.storage);
    journal.open().value();
    std::set<RawId> ids;
    for (SealedEntry const& entry : journal.history()) {
        Bytes const& bytes = rounds.storage.files.at(cold_name(entry.hash));
        EXPECT_EQ(sha256(bytes), entry.hash);
        EXPECT_EQ(changes_in(bytes).size(), entry.changes_count);
        for (Change const& change : changes_in(bytes)) ids.insert(change.id());
    }
    for (Change const& change : journal.hot_changes()) ids.insert(change.id());
    EXPECT_EQ(ids.size(), rounds.changes.size());
}

TEST(JournalCompact, a_broken_part_costs_nothing_while_the_snapshot_before_stands) {
    std::size_t breaks_count = 0;
    for (std::string const& name : Rounds().last_parts()) {
        Rounds rounds;
        rounds.storage.files[name][10] ^= 1;
        Profile profile(rounds.storage);
        ASSERT_TRUE(profile.open());
        EXPECT_EQ(profile.report.spare, std::vector<std::string>{name});
        EXPECT_TRUE(profile.report.damaged.empty());
        EXPECT_EQ(to_hex(profile.ledger.digest()), rounds.digest);
        // And the next snapshot is right again.
        profile.compact();
        profile.settle();
        Profile again(rounds.storage);
        ASSERT_TRUE(again.open());
        EXPECT_TRUE(again.report.spare.empty());
        EXPECT_EQ(to_hex(again.ledger.digest()), rounds.digest);
        ++breaks_count;
    }
    EXPECT_GE(breaks_count, 3u);
}

TEST(JournalCompact, two_broken_snapshots_are_damage_that_a_colleague_mends) {
    Rounds rounds;
    for (std::string const& name : rounds.names(is_part_name)) rounds.storage.files[name] += "x";
    Profile profile(rounds.storage);
    ASSERT_TRUE(profile.open());
    EXPECT_FALSE(profile.report.damaged.empty());
    EXPECT_TRUE(profile.journal.is_damaged());
    EXPECT_FALSE(profile.journal.may_compact());
    profile.import({rounds.changes.begin(), rounds.changes.begin() + 50});
    EXPECT_TRUE(profile.journal.is_damaged());
    profile.import(rounds.changes);
    EXPECT_FALSE(profile.journal.is_damaged());
    profile.settle();
    Profile again(rounds.storage);
    ASSERT_TRUE(again.open());
    EXPECT_TRUE(again.report.damaged.empty());
    EXPECT_EQ(to_hex(again.ledger.digest()), rounds.digest);
}

TEST(JournalCompact, without_any_manifest_a_snapshot_is_told_as_lost) {
    Rounds rounds;
    for (std::string const& name : rounds.names(is_manifest_name)) rounds.storage.files.erase(name);
    Profile profile(rounds.storage);
    ASSERT_TRUE(profile.open());
    EXPECT_EQ(profile.report.damaged, std::vector<std::string>{manifest_name(0)});
    profile.import(rounds.changes);
    EXPECT_FALSE(profile.journal.is_damaged());
    EXPECT_EQ(to_hex(profile.ledger.digest()), rounds.digest);
}

TEST(JournalCompact, a_broken_manifest_is_made_good_by_the_one_before) {
    for (std::string const& name : Rounds().names(is_manifest_name)) {
        Rounds rounds;
        rounds.storage.files[name].pop_back();
        Profile profile(rounds.storage);
        ASSERT_TRUE(profile.open());
        EXPECT_EQ(profile.report.spare, std::vector<std::string>{name});
        EXPECT_TRUE(profile.report.damaged.empty());
        EXPECT_EQ(to_hex(profile.ledger.digest()), rounds.digest);
    }
}

TEST(JournalCompact, parts_that_did_not_change_keep_their_files) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    save(journal, changes_of(5));
    journal.compact({{"x", "same"}, {"y", "one"}});
    journal.pump();
    save(journal, changes_of(1));
    journal.compact({{"x", "same"}, {"y", "two"}});
    std::size_t same_count = 0;
    std::size_t changed_count = 0;
    for (auto const& [name, bytes] : storage.files) {
        same_count += name.ends_with(".x") ? 1 : 0;
        changed_count += name.ends_with(".y") ? 1 : 0;
    }
    EXPECT_EQ(same_count, 1u);
    EXPECT_EQ(changed_count, 2u);
    EXPECT_EQ(recovered_from(storage).parts, (Parts{{"x", "same"}, {"y", "two"}}));
}

// Reads back something else than what was sent.
class LyingStorage final : public Storage {
public:
    explicit LyingStorage(MemoryStorage& behind) : behind_(behind) {}
    Result<std::vector<StoredFile>> read_all() override { return behind_.read_all(); }
    void flush(FlushRequest request) override { behind_.flush(std::move(request)); }
    std::optional<FlushAnswer> poll() override { return behind_.poll(); }
    bool is_writer() const override { return true; }
    bool can_read() const override { return true; }
    void read(std::string name) override { behind_.read(std::move(name)); }
    std::optional<ReadAnswer> poll_read() override {
        std::optional<ReadAnswer> answer = behind_.poll_read();
        if (answer && is_part_name(answer->name)) answer->bytes = "something else";
        return answer;
    }

private:
    MemoryStorage& behind_;
};

TEST(JournalCompact, the_snapshot_before_goes_only_when_the_new_one_reads_back_right) {
    for (bool const is_lying : {false, true}) {
        MemoryStorage memory;
        LyingStorage lying(memory);
        Journal journal(is_lying ? static_cast<Storage&>(lying) : memory);
        journal.open().value();
        for (int round = 0; round < 4; ++round) {
            save(journal, changes_of(3));
            journal.compact({{"x", std::to_string(round)}});
            for (int turn = 0; turn < 4; ++turn) journal.pump();
            journal.flush();
            journal.pump();
        }
        std::size_t parts_count = 0;
        for (auto const& [name, bytes] : memory.files) parts_count += name.ends_with(".x") ? 1 : 0;
        EXPECT_EQ(parts_count, is_lying ? 4u : 2u);
    }
}

TEST(JournalCompact, it_is_wanted_when_opening_would_read_too_much) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    save(journal, changes_of(10));
    EXPECT_FALSE(journal.wants_compaction());
    save(journal, changes_of(static_cast<int>(limits::compact_bytes / 40'000), 40'000));
    EXPECT_TRUE(journal.wants_compaction());
    journal.compact({{"x", "sum"}});
    for (int turn = 0; turn < 3; ++turn) journal.pump();
    EXPECT_FALSE(journal.wants_compaction());
}

TEST(JournalCompact, clearing_takes_snapshots_and_cold_segments_along) {
    Rounds rounds;
    Journal journal(rounds.storage);
    journal.open().value();
    journal.put_file("device", "dark");
    journal.clear();
    for (int turn = 0; turn < 3; ++turn) journal.pump();
    EXPECT_EQ(rounds.storage.files, (std::map<std::string, Bytes>{{"device", "dark"}}));
    save(journal, changes_of(3));
    EXPECT_EQ(recovered_from(rounds.storage).changes.size(), 3u);
    EXPECT_TRUE(recovered_from(rounds.storage).damaged.empty());
}

TEST(JournalCompact, a_newer_schema_is_read_and_not_written) {
    Rounds rounds;
    Manifest manifest{.generation = 1'000};
    Bytes bytes = manifest_bytes(manifest);
    std::string text(read_segment(bytes, false).records[0].payload);
    text.replace(text.find("\"schema\":1"), 10, "\"schema\":2");
    bytes.clear();
    append_record(bytes, RecordType::manifest, 0, text);
    rounds.storage.files[manifest_name(0)] = bytes;
    auto const before = rounds.storage.files;
    Profile profile(rounds.storage);
    ASSERT_TRUE(profile.open());
    EXPECT_TRUE(profile.journal.is_newer());
    EXPECT_EQ(profile.journal.state(), SaveState::read_only);
    profile.append(changes_of(1)[0]);
    profile.settle();
    EXPECT_EQ(rounds.storage.files, before);
}

}  // namespace
}  // namespace zhitu::vault::tests
