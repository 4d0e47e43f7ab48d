// T4 of storage.md for the whole store: days of work with the compactions that the store makes by
// itself and an erase; the program ends, or the disk fails, at flushes of it. (vault/crash_test.cpp
// does the same to the journal alone, at every flush.)

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>

#include "app/company.h"
#include "vault/layout.h"

namespace zhitu::app {
namespace {

using Disk = std::map<std::string, vault::Bytes>;

vault::EntityKey thing(std::uint64_t number) {
    RawId id{};
    id[0] = static_cast<std::uint8_t>(number * 37);
    return {"course", id};
}

RawId subject() {
    RawId id{};
    id[3] = 9;
    return id;
}

void apply(vault::FlushRequest const& request, Disk& disk) {
    for (std::string const& name : request.deletes) disk.erase(name);
    for (vault::StoredFile const& put : request.puts) disk[put.name] = put.bytes;
}

// Keeps every flush, and what the store had when it sent it.
class Recorder final : public vault::Storage {
public:
    struct Sent {
        vault::FlushRequest request;
        Digest digest{};
        std::size_t changes_count = 0;
        std::size_t erasures_count = 0;
        bool is_of_compaction = false;
    };
    Result<std::vector<vault::StoredFile>> read_all() override { return memory_.read_all(); }
    void flush(vault::FlushRequest request) override {
        bool const is_of_compaction =
            std::any_of(request.puts.begin(), request.puts.end(), [](auto const& put) {
                return vault::is_part_name(put.name) || vault::is_cold_name(put.name);
            });
        sent.push_back({request, store->state_digest(), store->ledger().accepted_count(),
                        store->ledger().erasures_count(), is_of_compaction});
        memory_.flush(std::move(request));
    }
    std::optional<vault::FlushAnswer> poll() override { return memory_.poll(); }
    bool is_writer() const override { return true; }
    bool can_read() const override { return true; }
    void read(std::string name) override { memory_.read(std::move(name)); }
    std::optional<vault::ReadAnswer> poll_read() override { return memory_.poll_read(); }

    Store* store = nullptr;
    std::vector<Sent> sent;

private:
    vault::MemoryStorage memory_;
};

void settle(Store& store) {
    int turn = 0;
    do {
        store.pump();
    } while (++turn < 5'000 && (turn < 4 || store.is_opening() || store.is_working() ||
                                !store.journal().is_idle()));
}

std::vector<Recorder::Sent> days() {
    SimulatedEnv env(3);
    Recorder recorder;
    Store store(env, recorder);
    recorder.store = &store;
    EXPECT_TRUE(store.open());
    settle(store);
    for (int day = 0; day < 3; ++day) {
        for (int i = 0; i < 110; ++i) {
            vault::Bytes const text(40'000, static_cast<char>('a' + i % 26));
            bool const is_personal = i % 9 == 0;
            vault::Op op = vault::set_op(thing(env.below(7)), "note", text,
                                         is_personal ? subject() : RawId{});
            EXPECT_TRUE(store.record({std::move(op)}));
            for (int turn = 0; turn < 3; ++turn) store.pump();
        }
        settle(store);
    }
    EXPECT_TRUE(store.record({{.kind = vault::OpKind::erase, .subject = subject()}}));
    settle(store);
    EXPECT_TRUE(store.record({vault::set_op(thing(1), "b", 1)}));
    settle(store);
    return std::move(recorder.sent);
}

class Crash {
public:
    explicit Crash(std::vector<Recorder::Sent> const& sent) : sent_(sent) {}

    void at(std::size_t index, Disk const& before) {
        Disk after = before;
        apply(sent_[index].request, after);
        expect_exactly(before, index - 1, "killed before the flush");
        expect_exactly(after, index, "killed after it, unanswered");
        expect_told(torn(index, before), index - 1, "torn file");
        expect_told(mixed(index, before), index - 1, "some files of a flush, not all");
        Disk flipped = after;
        auto file = flipped.begin();
        std::advance(file, static_cast<std::ptrdiff_t>(dice_.below(flipped.size())));
        if (!file->second.empty()) file->second[dice_.below(file->second.size())] ^= 4;
        expect_told(flipped, index, "bit flipped in a file");
    }
    std::map<std::string, int> tally{};

private:
    void expect_exactly(Disk const& disk, std::size_t index, char const* fault) {
        vault::MemoryStorage storage;
        storage.files = disk;
        SimulatedEnv env(index);
        Store store(env, storage);
        auto const report = store.open();
        ASSERT_TRUE(report);
        EXPECT_TRUE(report.value().damaged.empty() && report.value().spare.empty()) << fault;
        EXPECT_EQ(report.value().bytes_dropped, 0u);
        settle(store);
        EXPECT_EQ(store.state_digest(), sent_[index].digest) << fault << ", flush " << index;
        EXPECT_EQ(store.ledger().accepted_count(), sent_[index].changes_count);
        EXPECT_EQ(test::digest_after_reopening(storage), store.state_digest());
        ++tally[fault];
    }

    void expect_told(Disk const& disk, std::size_t index, char const* fault) {
        vault::MemoryStorage storage;
        storage.files = disk;
        SimulatedEnv env(index);
        Store store(env, storage);
        auto const report = store.open();
        ASSERT_TRUE(report);
        settle(store);
        bool const is_told = store.journal().is_damaged() || report.value().bytes_dropped > 0;
        bool const is_all = store.ledger().accepted_count() >= sent_[index].changes_count;
        EXPECT_TRUE(is_told || is_all) << fault << ", flush " << index;
        ++tally[fault];
        tally["  told as damaged"] += store.journal().is_damaged() ? 1 : 0;
        tally["  a spare copy served"] += report.value().spare.empty() ? 0 : 1;
    }

    Disk torn(std::size_t index, Disk disk) {
        auto const& puts = sent_[index].request.puts;
        disk = mixed(index, std::move(disk));
        if (puts.empty()) return disk;
        vault::StoredFile const& file = puts[dice_.below(puts.size())];
        disk[file.name] = file.bytes.substr(0, dice_.below(file.bytes.size() + 1));
        return disk;
    }

    Disk mixed(std::size_t index, Disk disk) {
        for (vault::StoredFile const& put : sent_[index].request.puts) {
            if (dice_.below(2) == 0) disk[put.name] = put.bytes;
        }
        for (std::string const& name : sent_[index].request.deletes) {
            if (dice_.below(2) == 0) disk.erase(name);
        }
        return disk;
    }

    std::vector<Recorder::Sent> const& sent_;
    SimulatedEnv dice_{21};
};

TEST(store_crash, at_flushes_of_work_and_compaction_nothing_is_lost_in_silence) {
    std::vector<Recorder::Sent> const sent = days();
    auto const of_compaction = std::count_if(sent.begin(), sent.end(), [](auto const& one) {
        return one.is_of_compaction;
    });
    ASSERT_GT(of_compaction, 30);
    bool const is_nightly = std::getenv("ZHITU_NIGHTLY") != nullptr;
    std::size_t const step = is_nightly ? 5 : 97;
    std::size_t const step_compaction = is_nightly ? 1 : 12;
    Crash crash(sent);
    Disk disk;
    int points_count = 0;
    for (std::size_t i = 0; i < sent.size() && !HasFailure(); ++i) {
        bool const is_erasing = i > 0 && sent[i].erasures_count != sent[i - 1].erasures_count;
        bool const is_summing = sent[i].is_of_compaction && i % step_compaction == 0;
        bool const is_finish = is_nightly && sent[i].request.deletes.size() > 3;
        bool const is_met = is_erasing || is_summing || is_finish;
        bool const is_wanted = i > 0 && (i % step == 0 || is_met);
        if (is_wanted) crash.at(i, disk);
        points_count += is_wanted ? 1 : 0;
        apply(sent[i].request, disk);
    }
    std::printf("    %d points of %zu flushes, %d of compactions\n", points_count, sent.size(),
                static_cast<int>(of_compaction));
    for (auto const& [name, count] : crash.tally) {
        std::printf("    %-40s %6d\n", name.c_str(), count);
        EXPECT_GT(count, 0) << name;
    }
    EXPECT_EQ(crash.tally.size(), 7u);
}

}  // namespace
}  // namespace zhitu::app
