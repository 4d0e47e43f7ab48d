// Snapshots, cold history and erasing, as the program uses them.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "app/company.h"
#include "app/replica.h"
#include "vault/layout.h"

namespace zhitu::app {
namespace {

using vault::Bytes;
using vault::SaveState;

constexpr char const* secret = "Li Si was ill in May";

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

vault::EntityKey thing(int number) {
    return {"course", catalog::course_id({.title = {.en = "c" + std::to_string(number)}}).raw};
}

RawId subject() {
    RawId id{};
    id[0] = 77;
    return id;
}

vault::Op erase_op() { return {.kind = vault::OpKind::erase, .subject = subject()}; }

// A store whose program may end and begin again over the same bytes.
class Office {
public:
    explicit Office(vault::Storage& storage) : storage_(storage) { open(); }

    void open() {
        store = std::make_unique<Store>(env_, storage_);
        ASSERT_TRUE(store->open());
    }
    // Until nothing is left to do.
    void settle() {
        for (int turn = 0; turn < 20'000; ++turn) {
            store->pump();
            bool const is_done = !store->is_opening() && !store->is_working() && turn > 8;
            if (is_done && store->journal().is_idle()) return;
        }
        ADD_FAILURE() << "it never comes to rest";
    }
    void say(vault::Op op) { ASSERT_TRUE(store->record({std::move(op)})); }
    // As much as makes the journal want a snapshot.
    void work() {
        Bytes text(40'000, 'x');
        for (int i = 0; i < 110; ++i) {
            text[0] = static_cast<char>('a' + i % 26);
            say(vault::set_op(thing(i % 7), "note", text));
        }
    }
    std::string digest() const { return to_hex(store->state_digest()); }

    std::unique_ptr<Store> store;

private:
    SimulatedEnv env_{5};
    vault::Storage& storage_;
};

struct Worked : ::testing::Test {
    vault::MemoryStorage storage;
    Office office{storage};
    std::string digest;
    std::size_t changes_count = 0;

    // Three days of work, each summed at its end, and a morning.
    Worked() {
        for (int day = 0; day < 3; ++day) {
            office.say(vault::evt_op(thing(day), secret, subject()));
            office.say(vault::evt_op(thing(day), "plain"));
            office.work();
            office.settle();
        }
        office.say(vault::set_op(thing(1), "b", 1));
        office.settle();
        digest = office.digest();
        changes_count = office.store->ledger().accepted_count();
    }

    std::size_t count(bool (*is_kind)(std::string_view)) const {
        std::size_t count = 0;
        for (auto const& [name, bytes] : storage.files) count += is_kind(name) ? 1 : 0;
        return count;
    }
    std::size_t files_with(std::string_view text) const {
        std::size_t count = 0;
        for (auto const& [name, bytes] : storage.files) count += has(bytes, text) ? 1 : 0;
        return count;
    }
};

TEST_F(Worked, opening_loads_the_sum_and_not_the_history) {
    EXPECT_GT(count(vault::is_part_name), 3u);
    EXPECT_GT(count(vault::is_cold_name), 50u);
    EXPECT_EQ(office.store->save_state(), SaveState::saved);
    office.open();
    EXPECT_FALSE(office.store->is_opening());
    EXPECT_FALSE(office.store->has_history());
    EXPECT_LT(office.store->ledger().changes().size(), 20u);
    EXPECT_EQ(office.store->ledger().accepted_count(), changes_count);
    EXPECT_EQ(office.digest(), digest);
}

TEST_F(Worked, the_whole_history_is_read_between_frames_on_demand) {
    office.open();
    office.store->want_history();
    EXPECT_FALSE(office.store->has_history());
    office.say(vault::set_op(thing(2), "b", 2));  // meanwhile
    std::string const after = office.digest();
    office.settle();
    EXPECT_TRUE(office.store->has_history());
    EXPECT_EQ(office.store->ledger().changes().size(), changes_count + 1);
    EXPECT_EQ(office.digest(), after);
}

TEST_F(Worked, an_import_can_be_dropped_while_the_history_is_read) {
    office.open();
    std::vector<std::string> parts;
    for (int i = 0; i < 3; ++i) {
        vault::Op const op = vault::set_op(thing(40 + i), "note", std::string(30'000, 'x'));
        parts.push_back(to_canonical(Json(Json::Array{vault::to_json(op)})));
    }
    auto const done = office.store->apply_batch(std::move(parts));
    ASSERT_TRUE(done);
    EXPECT_EQ(done.value().changes.size(), 3u);
    office.store->want_history();
    for (int i = 0; i < 5; ++i) office.store->pump();
    ASSERT_TRUE(office.store->undo(done.value()));
    EXPECT_TRUE(office.store->is_drop_under_way());
    while (office.store->is_drop_under_way()) {
        office.store->pump();
        office.store->step_drop();
    }
    EXPECT_EQ(office.digest(), digest);
    office.settle();
    EXPECT_TRUE(office.store->has_history());
    EXPECT_EQ(office.store->ledger().changes().size(), changes_count);
    EXPECT_EQ(office.digest(), digest);
}

TEST_F(Worked, a_change_is_taken_back_to_what_the_snapshot_had) {
    office.open();
    auto const done = office.store->record({vault::set_op(thing(1), "note", "new")});
    ASSERT_TRUE(done);
    ASSERT_TRUE(office.store->record(office.store->ledger().inverse(done.value().changes)));
    auto const* entity = office.store->ledger().find(thing(1));
    EXPECT_EQ(entity->value("note")->as_string()->size(), 40'000u);
}

TEST_F(Worked, a_replica_of_its_journal_has_the_same_state) {
    office.open();
    Replica replica(office.store->journal_files());
    while (replica.step(50)) {
    }
    EXPECT_EQ(to_hex(replica.ledger().digest()), digest);
}

TEST_F(Worked, two_broken_snapshots_are_folded_again_from_the_cold_history) {
    for (auto& [name, bytes] : storage.files) {
        if (vault::is_part_name(name) && has(name, ".e")) bytes[5] ^= 1;
    }
    office.open();
    EXPECT_TRUE(office.store->is_opening());
    EXPECT_EQ(office.store->record({vault::set_op(thing(1), "b", 1)}).error().code,
              ErrorCode::e_busy);
    office.settle();
    EXPECT_FALSE(office.store->journal().is_damaged());
    EXPECT_EQ(office.digest(), digest);
    office.open();
    EXPECT_FALSE(office.store->is_opening()) << "a new snapshot was made at once";
    EXPECT_EQ(office.digest(), digest);
}

TEST_F(Worked, a_snapshot_of_another_schema_is_folded_again) {
    vault::Journal journal(storage);
    vault::Parts parts = journal.open().value().parts;
    parts["m-000000"].replace(0, 4, "z[2]");
    journal.compact(parts);
    for (int turn = 0; turn < 200; ++turn) {
        journal.flush();
        journal.pump();
    }
    office.open();
    EXPECT_TRUE(office.store->is_opening());
    office.settle();
    EXPECT_EQ(office.digest(), digest);
    EXPECT_EQ(office.store->ledger().accepted_count(), changes_count);
}

TEST_F(Worked, a_state_that_is_not_the_noted_one_is_found_by_one_open_in_20) {
    vault::Journal journal(storage);
    vault::Parts const parts = journal.open().value().parts;
    journal.compact(parts, sha256("of another state"));
    for (int turn = 0; turn < 200; ++turn) {
        journal.flush();
        journal.pump();
    }
    auto const files = storage.files;
    int found_count = 0;
    for (int day = 0; day < 200; ++day) {
        office.open();
        found_count += office.store->is_opening() ? 1 : 0;
    }
    EXPECT_GT(found_count, 0);
    EXPECT_LT(found_count, 40);
    EXPECT_EQ(storage.files, files);
}

TEST_F(Worked, a_lost_cold_file_leaves_the_state_and_is_told) {
    auto const cold = std::find_if(storage.files.begin(), storage.files.end(), [](auto& file) {
        return vault::is_cold_name(file.first);
    });
    cold->second[100] ^= 1;
    office.open();
    EXPECT_EQ(office.digest(), digest);
    office.store->want_history();
    office.settle();
    EXPECT_TRUE(office.store->is_history_broken());
    EXPECT_FALSE(office.store->has_history());
    EXPECT_EQ(office.digest(), digest);
    EXPECT_EQ(office.store->record({erase_op()}).error().code, ErrorCode::e_gap);
    office.say(vault::set_op(thing(2), "b", 2));  // work goes on
}

TEST_F(Worked, what_is_erased_is_in_no_file_any_more) {
    office.open();
    EXPECT_GT(files_with(secret), 3u);
    EXPECT_EQ(office.store->record({erase_op()}).error().code, ErrorCode::e_busy);
    office.settle();
    office.say(erase_op());
    for (vault::StoredFile const& file : office.store->journal_files()) {
        EXPECT_FALSE(has(file.bytes, secret)) << "a job would see it";
    }
    std::string const after = office.digest();
    EXPECT_NE(after, digest);
    office.settle();
    EXPECT_EQ(files_with(secret), 0u);
    EXPECT_GT(files_with("plain"), 3u);
    office.open();
    EXPECT_EQ(office.digest(), after);
    office.store->want_history();
    office.settle();
    EXPECT_TRUE(office.store->has_history());
    EXPECT_EQ(office.store->ledger().changes().size(), changes_count + 1);
    EXPECT_EQ(office.digest(), after);
}

TEST_F(Worked, a_colleagues_erase_waits_for_the_history) {
    vault::MemoryStorage elsewhere;
    Office colleague(elsewhere);
    colleague.say(erase_op());
    std::vector<vault::Change> const theirs = colleague.store->ledger().changes();
    office.open();
    EXPECT_FALSE(office.store->may_merge(theirs));
    EXPECT_EQ(office.store->merge(theirs).error().code, ErrorCode::e_busy);
    office.settle();
    EXPECT_TRUE(office.store->may_merge(theirs));
    ASSERT_TRUE(office.store->merge(theirs));
    office.settle();
    EXPECT_EQ(files_with(secret), 0u);
}

// Erased and saved, but the program ended before the bytes were taken off the disk.
TEST_F(Worked, an_erase_behind_the_snapshot_is_obeyed_by_the_next_opening) {
    office.store->want_history();
    office.settle();
    office.say(erase_op());
    std::string const after = office.digest();
    office.store->journal().flush();
    EXPECT_GT(files_with(secret), 3u);
    office.open();
    EXPECT_TRUE(office.store->is_opening());
    EXPECT_TRUE(office.store->state().is_empty());
    office.settle();
    EXPECT_EQ(office.digest(), after);
    EXPECT_EQ(files_with(secret), 0u);
}

TEST_F(Worked, clearing_in_the_middle_of_it_leaves_nothing) {
    office.work();
    while (!office.store->journal().is_compacting()) office.store->pump();
    ASSERT_TRUE(office.store->clear());
    office.settle();
    EXPECT_EQ(count(vault::is_journal_name), 0u);
    office.say(vault::set_op(thing(1), "b", 1));
    office.settle();
    std::string const after = office.digest();
    office.open();
    EXPECT_EQ(office.digest(), after);
}

// Notes how much each flush puts.
class Scales final : public vault::Storage {
public:
    Result<std::vector<vault::StoredFile>> read_all() override { return behind.read_all(); }
    void flush(vault::FlushRequest request) override {
        std::size_t bytes = 0;
        for (vault::StoredFile const& put : request.puts) bytes += put.bytes.size();
        most = std::max(most, bytes);
        behind.flush(std::move(request));
    }
    std::optional<vault::FlushAnswer> poll() override { return behind.poll(); }
    bool is_writer() const override { return true; }
    bool can_read() const override { return true; }
    void read(std::string name) override { behind.read(std::move(name)); }
    std::optional<vault::ReadAnswer> poll_read() override { return behind.poll_read(); }

    vault::MemoryStorage behind;
    std::size_t most = 0;
};

TEST(store_history, no_flush_of_a_compaction_is_large_and_work_goes_on_between) {
    Scales storage;
    Office office(storage);
    for (int day = 0; day < 2; ++day) {
        office.work();
        office.store->journal().flush();
        while (office.store->save_state() != SaveState::saved) office.store->pump();
        EXPECT_TRUE(office.store->is_working());
        storage.most = 0;
        while (office.store->is_working()) {
            office.store->pump();
            bool const is_saved = office.store->save_state() == SaveState::saved;
            EXPECT_TRUE(!is_saved || storage.most <= 400'000) << storage.most;
        }
    }
    EXPECT_GT(storage.most, 10'000u);
}

TEST(store_history, whichever_flush_is_refused_nothing_is_lost) {
    std::uint64_t faults_count = 0;
    for (std::uint64_t nth = 5; nth < 42; nth += 6) {
        vault::MemoryStorage memory;
        vault::FailingStorage failing(memory, nth, Error{ErrorCode::e_quota, {"full"}});
        Office office(failing);
        for (int day = 0; day < 2; ++day) {
            office.work();
            for (int turn = 0; turn < 400; ++turn) office.store->pump();
            office.store->retry_save();
            office.settle();
        }
        faults_count += failing.faults_count();
        EXPECT_EQ(office.store->save_state(), SaveState::saved) << nth;
        std::string const digest = office.digest();
        office.open();
        EXPECT_EQ(office.digest(), digest) << nth;
    }
    EXPECT_GT(faults_count, 4u);
}

}  // namespace
}  // namespace zhitu::app
