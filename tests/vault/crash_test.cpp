// T4 of storage.md: a scripted day of saving, with imports, an erase and compactions; then the end
// of the program, or a fault of the disk, at every flush of it. Opened again, what was acknowledged
// is there or is told as missing, nothing is there that nobody wrote, and opening again finds the
// same. What is damaged, a colleague's file mends.
//
// ZHITU_CRASH_POINTS=n takes about n points instead.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "tests/vault/profile.h"

namespace zhitu::vault::tests {
namespace {

using Disk = std::map<std::string, Bytes>;
using Tally = std::map<std::string, std::uint64_t>;

// Keeps every flush, and what was there after it.
class Recorder final : public Storage {
public:
    Result<std::vector<StoredFile>> read_all() override { return memory.read_all(); }
    void flush(FlushRequest request) override {
        flushes.push_back(request);
        memory.flush(std::move(request));
    }
    std::optional<FlushAnswer> poll() override { return memory.poll(); }
    bool is_writer() const override { return true; }
    bool can_read() const override { return true; }
    void read(std::string name) override { memory.read(std::move(name)); }
    std::optional<ReadAnswer> poll_read() override { return memory.poll_read(); }

    MemoryStorage memory;
    std::vector<FlushRequest> flushes;
};

void apply(FlushRequest const& request, Disk& disk) {
    for (std::string const& name : request.deletes) disk.erase(name);
    for (StoredFile const& put : request.puts) disk[put.name] = put.bytes;
}

std::set<RawId> accepted_ids(std::vector<Change> const& issued, Ledger const& ledger) {
    std::set<RawId> ids;
    for (Change const& change : issued) {
        if (ledger.has_accepted(change.id())) ids.insert(change.id());
    }
    return ids;
}

// --- The day

struct Day {
    std::vector<Change> issued;
    std::vector<FlushRequest> flushes;
    std::vector<std::set<RawId>> saved;  // [flushes + 1] after so many flushes
    std::uint64_t compactions_count = 0;
};

class Script {
public:
    explicit Script(Storage& storage, Recorder* recorder)
        : profile_(storage), recorder_(recorder) {
        EXPECT_TRUE(profile_.open());
        note();
    }

    Day run() {
        for (int hour = 0; hour < 12; ++hour) {
            for (int i = 0; i < 14; ++i) {
                write(small_ops(), dice_.below(4) == 0 ? 6'000 : 20);
                settle();
            }
            if (hour % 3 == 1) import(false);
            if (hour % 4 == 2) import(true);
            if (hour == 7) erase();
            if (hour == 9) write({redact_op(issued_[5].id())}, 0);
            if (hour % 4 == 3) compact();
            colleague(hour);
        }
        day_.issued = issued_;
        if (recorder_ != nullptr) day_.flushes = recorder_->flushes;
        return std::move(day_);
    }
    Profile& profile() { return profile_; }

private:
    Ops small_ops() {
        EntityKey const key = course(static_cast<int>(dice_.below(40)));
        RawId const subject = dice_.below(3) == 0 ? id_of(9) : RawId{};
        if (dice_.below(3) == 0) return {evt_op(key, "seen", subject)};
        return {set_op(key, "a", Json(static_cast<std::int64_t>(dice_.below(99))), subject)};
    }

    void write(Ops ops, std::size_t text_bytes) {
        if (text_bytes > 0) ops.push_back(set_op(course(50), "t", std::string(text_bytes, 'x')));
        profile_.ledger.complete(ops);
        Change const change = writer_.write(++stamp_, std::move(ops));
        profile_.append(change);
        issued_.push_back(change);
    }

    // Many changes in one flush; with `is_cut` the flush behind it takes them back whole.
    void import(bool is_cut) {
        Change const before = issued_.back();
        std::size_t const count = 12;
        profile_.journal.begin_batch();
        for (std::size_t i = 0; i < count; ++i) write(small_ops(), 9'000);
        profile_.journal.commit_batch();
        settle();
        if (!is_cut) return;
        profile_.ledger.drop_last(count);
        writer_.go_back_to(before);
        profile_.journal.cut_batch();
        settle();
    }

    // What erases what is summed goes to disk together with the new sum; were it alone there, the
    // whole history would be read at the next start.
    void erase() {
        settle();
        write({erase_op(id_of(9))}, 0);
        profile_.compact();
        settle();
    }

    void compact() {
        settle();
        profile_.compact();
        ++day_.compactions_count;
        settle();
    }

    // A file of somebody else, with a change that comes before the one it follows.
    void colleague(int hour) {
        std::vector<Change> theirs;
        for (int i = 0; i < 3; ++i) {
            theirs.push_back(bob_.write(++stamp_, {set_op(course(60 + hour), "b", i)}));
        }
        std::swap(theirs[0], theirs[2]);
        issued_.insert(issued_.end(), theirs.begin(), theirs.end());
        profile_.import(theirs);
        settle();
    }

    // Whatever was refused is sent again.
    void settle() {
        for (int turn = 0; turn < 4; ++turn) {
            profile_.journal.flush();
            profile_.journal.pump();
            profile_.journal.pump();
            note();
        }
        EXPECT_EQ(profile_.journal.state(), SaveState::saved);
    }

    void note() {
        if (recorder_ == nullptr) return;
        while (day_.saved.size() <= recorder_->flushes.size()) {
            day_.saved.push_back(accepted_ids(issued_, profile_.ledger));
        }
    }

    Profile profile_;
    Recorder* recorder_;
    Day day_;
    std::vector<Change> issued_;
    Writer writer_{1};
    Writer bob_{2};
    Stamp stamp_ = 0;
    SimulatedEnv dice_{4};
};

// --- Opening again

class Crash {
public:
    Crash(Day const& day, Tally& tally) : day_(day), tally_(tally) {
        for (Change const& change : day.issued) issued_.insert(change.id());
    }

    // As after `flushes_count` flushes, not one change more or less, and nothing to be told.
    void expect_exactly(Disk const& disk, std::size_t flushes_count) {
        MemoryStorage storage;
        storage.files = disk;
        Profile profile(storage);
        ASSERT_TRUE(profile.open());
        EXPECT_EQ(accepted_ids(day_.issued, profile.ledger), day_.saved[flushes_count]);
        EXPECT_TRUE(profile.report.damaged.empty());
        EXPECT_TRUE(profile.report.spare.empty());
        EXPECT_EQ(profile.report.bytes_dropped, 0u);
        EXPECT_EQ(storage.files, disk) << "opening writes nothing";
        go_on(storage, profile);
    }

    // Everything acknowledged after so many flushes is there, or it is told; but for what the
    // flushes under way were to take back.
    void expect_told(Disk const& disk, std::size_t flushes_count, std::size_t under_way = 0) {
        MemoryStorage storage;
        storage.files = disk;
        Profile profile(storage);
        ASSERT_TRUE(profile.open());
        std::set<RawId> const found = accepted_ids(day_.issued, profile.ledger);
        for (Change const& change : profile.ledger.changes()) {
            ASSERT_TRUE(issued_.contains(change.id())) << "nobody wrote this";
        }
        std::size_t missing_count = 0;
        for (RawId const& id : day_.saved[flushes_count]) {
            bool const is_kept = is_saved(id, flushes_count, under_way);
            missing_count += is_kept && !found.contains(id) ? 1 : 0;
        }
        bool const is_told = profile.journal.is_damaged() || profile.report.bytes_dropped > 0;
        EXPECT_TRUE(missing_count == 0 || is_told) << missing_count << " changes silently gone";
        tally_["    told as damaged"] += profile.journal.is_damaged() ? 1 : 0;
        tally_["    told as never confirmed"] += profile.report.bytes_dropped > 0 ? 1 : 0;
        tally_["    a spare copy served"] += profile.report.spare.empty() ? 0 : 1;
        expect_same_again(disk, profile);
        profile.journal.is_damaged() ? mend(storage, profile, flushes_count)
                                     : go_on(storage, profile);
    }

private:
    bool is_saved(RawId const& id, std::size_t flushes_count, std::size_t under_way) const {
        for (std::size_t i = 0; i <= under_way; ++i) {
            if (!day_.saved[flushes_count + i].contains(id)) return false;
        }
        return true;
    }

    void expect_same_again(Disk const& disk, Profile const& first) {
        MemoryStorage storage;
        storage.files = disk;
        Profile again(storage);
        ASSERT_TRUE(again.open());
        EXPECT_EQ(again.ledger.digest(), first.ledger.digest());
        EXPECT_EQ(again.report.damaged, first.report.damaged);
    }

    // The next change is saved, and nothing is lost by it.
    void go_on(MemoryStorage& storage, Profile& profile) {
        Writer eve(3);
        profile.append(eve.write(1, {set_op(course(1), "e", 1)}));
        profile.settle();
        ASSERT_EQ(profile.journal.state(), SaveState::saved);
        Profile again(storage);
        ASSERT_TRUE(again.open());
        EXPECT_EQ(again.ledger.digest(), profile.ledger.digest());
        EXPECT_TRUE(again.report.damaged.empty());
        EXPECT_EQ(again.report.bytes_dropped, 0u);
    }

    void mend(MemoryStorage& storage, Profile& profile, std::size_t flushes_count) {
        std::size_t const kept_before = files_in(storage, profile);
        profile.import(day_.issued);
        ASSERT_FALSE(profile.journal.is_damaged());
        profile.settle();
        EXPECT_GE(files_in(storage, profile) + 1, kept_before);
        Profile again(storage);
        ASSERT_TRUE(again.open());
        EXPECT_TRUE(again.report.damaged.empty());
        EXPECT_EQ(again.ledger.digest(), profile.ledger.digest());
        for (RawId const& id : day_.saved[flushes_count]) {
            ASSERT_TRUE(again.ledger.has_accepted(id));
        }
        ++tally_["    mended from a colleague's file"];
    }

    static std::size_t files_in(MemoryStorage const& storage, Profile const&) {
        return storage.files.size();
    }

    Day const& day_;
    Tally& tally_;
    std::set<RawId> issued_;
};

// --- Faults

class Faults {
public:
    explicit Faults(Day const& day) : day_(day), crash_(day, tally) {}

    // All faults around the flush with this index; `disk` is as before it.
    void at(std::size_t index, Disk const& disk) {
        Disk after = disk;
        apply(day_.flushes[index], after);
        meet("killed before the flush");
        crash_.expect_exactly(disk, index);
        meet("killed after it, unanswered");
        crash_.expect_exactly(after, index + 1);
        tear(index, disk, "torn at a multiple of 512 bytes", 512);
        tear(index, disk, "short write at any byte", 1);
        part_of_flush(index, disk);
        flip_bit(index + 1, after);
        lose_file(index + 1, after);
        reorder(index, disk);
    }

    Tally tally{};

private:
    void meet(std::string const& name) {
        if (::testing::Test::HasFailure()) return;
        ++tally[name];
        last_fault = name;
    }

    // One file of the flush ends early; what was there before stays behind the tear. Of the other
    // files each is as before or as after.
    void tear(std::size_t index, Disk const& disk, char const* name, std::size_t unit) {
        FlushRequest const& request = day_.flushes[index];
        if (request.puts.empty()) return;
        Disk torn = disk;
        mix(request, torn);
        StoredFile const& file = request.puts[dice_.below(request.puts.size())];
        auto const old = disk.find(file.name);
        Bytes const before = old == disk.end() ? Bytes() : old->second;
        std::size_t const size = dice_.below(file.bytes.size() / unit + 1) * unit;
        Bytes bytes = file.bytes.substr(0, size);
        if (before.size() > bytes.size()) bytes += before.substr(bytes.size());
        torn[file.name] = bytes;
        meet(name);
        crash_.expect_told(torn, index, 1);
    }

    void mix(FlushRequest const& request, Disk& disk) {
        for (StoredFile const& put : request.puts) {
            if (dice_.below(2) == 0) disk[put.name] = put.bytes;
        }
        for (std::string const& name : request.deletes) {
            if (dice_.below(2) == 0) disk.erase(name);
        }
    }

    void part_of_flush(std::size_t index, Disk const& disk) {
        if (day_.flushes[index].puts.size() + day_.flushes[index].deletes.size() < 2) return;
        Disk mixed = disk;
        mix(day_.flushes[index], mixed);
        meet("some files of a flush, not all");
        crash_.expect_told(mixed, index, 1);
    }

    std::string any_file(Disk const& disk) {
        auto file = disk.begin();
        std::advance(file, static_cast<std::ptrdiff_t>(dice_.below(disk.size())));
        return file->first;
    }

    void flip_bit(std::size_t flushes_count, Disk disk) {
        Bytes& bytes = disk[any_file(disk)];
        if (bytes.empty()) return;
        char& byte = bytes[dice_.below(bytes.size())];
        byte = static_cast<char>(byte ^ (1 << dice_.below(8)));
        meet("bit flipped in a file");
        crash_.expect_told(disk, flushes_count);
    }

    void lose_file(std::size_t flushes_count, Disk disk) {
        disk.erase(any_file(disk));
        meet("file that cannot be read");
        crash_.expect_told(disk, flushes_count);
    }

    // Relaxed durability: the answer came, the bytes did not, or those of the next flush did.
    void reorder(std::size_t index, Disk const& disk) {
        if (index + 2 >= day_.flushes.size()) return;
        meet("acknowledged flushes lost");
        crash_.expect_exactly(disk, index);
        Disk swapped = disk;
        apply(day_.flushes[index + 1], swapped);
        meet("next flush arrived without this one");
        crash_.expect_told(swapped, index, 2);
    }

    Day const& day_;
    Crash crash_;
    SimulatedEnv dice_{77};

public:
    std::string last_fault;
};

std::size_t points_wanted() {
    char const* wanted = std::getenv("ZHITU_CRASH_POINTS");
    if (wanted != nullptr) return std::strtoull(wanted, nullptr, 10);
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
    return 200;
#else
    return sizeof(void*) == 4 ? 400 : 2'000;
#endif
}

TEST(Crash, at_every_flush_of_a_day_nothing_acknowledged_is_lost_in_silence) {
    Recorder recorder;
    Day const day = Script(recorder, &recorder).run();
    ASSERT_EQ(day.saved.size(), day.flushes.size() + 1);
    ASSERT_GT(day.flushes.size(), 150u);
    ASSERT_GE(day.compactions_count, 3u);
    Faults faults(day);
    std::size_t const step = std::max<std::size_t>(1, day.flushes.size() * 9 / points_wanted());
    Disk disk;
    for (std::size_t i = 0; i < day.flushes.size() && !HasFailure(); ++i) {
        if (i % step == 0 || day.flushes[i].puts.size() > 3) faults.at(i, disk);
        EXPECT_FALSE(HasFailure()) << faults.last_fault << ", flush " << i;
        apply(day.flushes[i], disk);
    }
    std::printf("    a day of %zu flushes and %zu changes\n", day.flushes.size(),
                day.issued.size());
    for (auto const& [name, count] : faults.tally) {
        std::printf("    %-44s %8llu\n", name.c_str(), static_cast<unsigned long long>(count));
        EXPECT_GT(count, 0u) << name;
    }
    EXPECT_EQ(faults.tally.size(), 13u) << "a kind of fault was never met";
}

TEST(Crash, whichever_flush_is_refused_the_day_ends_with_the_same_state) {
    MemoryStorage untroubled;
    Script expected(untroubled, nullptr);
    expected.run();
    std::string const digest = to_hex(expected.profile().ledger.digest());
    std::uint64_t refused_count = 0;
    for (std::uint64_t nth = 1; nth <= 260; nth += 13) {
        MemoryStorage memory;
        FailingStorage failing(memory, nth, Error{ErrorCode::e_quota, {"full"}});
        Script(failing, nullptr).run();
        refused_count += failing.faults_count();
        Profile profile(memory);
        ASSERT_TRUE(profile.open());
        EXPECT_EQ(to_hex(profile.ledger.digest()), digest) << nth;
        EXPECT_TRUE(profile.report.damaged.empty());
    }
    std::printf("    %-44s %8llu\n", "quota: flush refused",
                static_cast<unsigned long long>(refused_count));
    EXPECT_GT(refused_count, 10u);
}

}  // namespace
}  // namespace zhitu::vault::tests
