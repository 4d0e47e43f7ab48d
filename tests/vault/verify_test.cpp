#include "vault/verify.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/vault/profile.h"

namespace zhitu::vault::tests {
namespace {

#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
constexpr std::size_t stride = 41;
#else
constexpr std::size_t stride = sizeof(void*) == 4 ? 41 : 5;
#endif

using Files = std::map<std::string, Bytes>;

std::vector<StoredFile> list_of(Files const& files) {
    std::vector<StoredFile> list;
    for (auto const& [name, bytes] : files) list.push_back({name, bytes});
    return list;
}

Verification verified(Files const& files, Cold cold = Cold::given) {
    return verify_files(list_of(files), cold);
}

// Everything a profile can have on disk: two manifests, two snapshots, cold, sealed and open
// segments; two writers, a fork, an erased body, a newer version's op.
Files whole_profile() {
    MemoryStorage storage;
    Profile profile(storage);
    EXPECT_TRUE(profile.open());
    Writer ann(1);
    Writer bob(2);
    auto const write = [&](Writer& writer, int number) {
        profile.append(writer.write(Stamp{1} << 16, {set_op(course(number), "a", number)}));
    };
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 3; ++i) write(ann, i);
        profile.append(without_body(bob.write(5, {evt_op(course(9), "gone", id_of(8))})));
        write(bob, round);
        profile.settle();
        profile.compact();
        profile.settle();
    }
    profile.journal.begin_batch();
    write(ann, 5);
    profile.journal.commit_batch();
    profile.settle();
    Change const fork = ann.write(7, {set_op(course(1), "a", "one")});
    profile.append(fork);
    write(ann, 4);
    ann.go_back_to(fork);
    write(ann, 6);
    profile.settle();
    return storage.files;
}

// Whose bytes these are: the change of the record there.
std::optional<ChangeName> owner_of(Bytes const& segment, std::size_t offset) {
    std::size_t begin = 0;
    for (Record const& record : read_segment(segment, false).records) {
        begin += record_size(record.payload.size());
        if (offset >= begin) continue;
        Result<Change> const change = change_from_bytes(record.payload);
        if (!change) return std::nullopt;
        return ChangeName{change.value().header.writer, change.value().header.sequence,
                          change.value().id()};
    }
    return std::nullopt;
}

TEST(Verify, a_whole_profile_is_whole_and_counted) {
    Files const files = whole_profile();
    Verification const all = verified(files);
    EXPECT_TRUE(all.is_whole());
    EXPECT_EQ(all.manifests_count, 2u);
    EXPECT_GT(all.parts_count, 4u);
    EXPECT_EQ(all.segments_count, 2u);
    EXPECT_EQ(all.sealed_count, 1u);
    EXPECT_EQ(all.cold_count, 2u);
    EXPECT_EQ(all.changes_count, 19u);
    EXPECT_EQ(all.bodies_count, 16u);
    EXPECT_EQ(all.summed_count, 15u);
    EXPECT_EQ(all.writers_count, 2u);
    EXPECT_EQ(all.forks_count, 1u);
    EXPECT_EQ(all.records_count, 19u + 3u);
}

TEST(Verify, cold_segments_may_be_left_out) {
    Files files = whole_profile();
    std::vector<std::string> const cold = cold_names_in(list_of(files));
    ASSERT_EQ(cold.size(), 2u);
    for (std::string const& name : cold) EXPECT_EQ(files.erase(name), 1u);
    EXPECT_TRUE(verified(files, Cold::left_out).is_whole());
    Verification const wanted = verified(files, Cold::given);
    ASSERT_EQ(wanted.findings.size(), 2u);
    EXPECT_EQ(wanted.findings[0].fault, Fault::segment_missing);
    std::set<std::string> const named{wanted.findings[0].file, wanted.findings[1].file};
    EXPECT_EQ(named, std::set<std::string>(cold.begin(), cold.end()));
}

// A flipped byte is found where it is, and named by the change that it belongs to.
void expect_found(Files const& files, std::string const& name, std::size_t offset) {
    Bytes const& bytes = files.at(name);
    Verification const broken = verified(files);
    ASSERT_FALSE(broken.findings.empty()) << name << " " << offset;
    Finding const& finding = broken.findings[0];
    EXPECT_EQ(finding.file, name);
    if (is_part_name(name)) {
        EXPECT_EQ(finding.fault, Fault::part_altered);
        return;
    }
    bool const is_manifest = is_manifest_name(name);
    EXPECT_EQ(finding.fault, is_manifest ? Fault::manifest_broken : Fault::record_broken);
    EXPECT_TRUE(finding.is_byte_known) << name << " " << offset;
    EXPECT_EQ(finding.offset, offset) << name;
    ASSERT_LT(offset, bytes.size());
}

TEST(Verify, a_flipped_byte_anywhere_is_found_and_its_change_is_named) {
    Files const whole = whole_profile();
    std::set<std::string> kinds;
    for (auto const& [name, bytes] : whole) {
        for (std::size_t offset = name.size() % stride; offset < bytes.size(); offset += stride) {
            Files files = whole;
            files[name][offset] = static_cast<char>(files[name][offset] ^ (1 + offset % 255));
            expect_found(files, name, offset);
            bool const is_segment = segment_number(name) != 0 || is_cold_name(name);
            if (!is_segment || HasFailure()) continue;
            Finding const finding = verified(files).findings[0];
            std::optional<ChangeName> const owner = owner_of(bytes, offset);
            EXPECT_EQ(finding.change == owner, true) << name << " " << offset;
            kinds.insert(owner ? "change" : "seal");
        }
        ASSERT_FALSE(HasFailure()) << name;
        kinds.insert(name.substr(0, 8));
    }
    EXPECT_EQ(kinds, (std::set<std::string>{"change", "cold/mai", "p/main/j", "p/main/m",
                                            "p/main/s", "seal"}));
}

TEST(Verify, where_more_than_a_byte_is_broken_the_header_names_the_change) {
    Files files = segments_in(whole_profile());
    std::string const name = cold_names_in(list_of(whole_profile()))[0];
    Bytes& bytes = files[name];
    std::optional<ChangeName> const owner = owner_of(bytes, 60);
    bytes[50] = bytes[60] = bytes[70] = '!';  // in the body
    Verification const broken = verified({{name, bytes}, {"p/main/j/00000001", bytes}});
    ASSERT_FALSE(broken.findings.empty());
    auto const found = std::find_if(
        broken.findings.begin(), broken.findings.end(),
        [](Finding const& finding) { return finding.fault == Fault::record_broken; });
    ASSERT_NE(found, broken.findings.end());
    EXPECT_FALSE(found->is_byte_known);
    EXPECT_TRUE(found->change == owner);
}

// One segment a change, so that any of them can go.
Files one_by_one(std::vector<Change> const& changes) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    for (Change const& change : changes) {
        journal.begin_batch();
        journal.append(change);
        journal.commit_batch();
        journal.flush();
        journal.pump();
    }
    return storage.files;
}

TEST(Verify, what_is_lost_is_named_by_what_followed_it) {
    std::vector<Change> const changes = changes_of(9);
    Files files = one_by_one(changes);
    for (std::uint32_t const number : {4, 5, 6, 9}) files.erase(segment_name(number));
    Verification const broken = verified(files);
    std::vector<std::string> missing;
    std::vector<Finding> rows;
    for (Finding const& finding : broken.findings) {
        if (finding.fault == Fault::segment_missing) missing.push_back(finding.file);
        if (finding.fault == Fault::change_missing) rows.push_back(finding);
    }
    EXPECT_EQ(missing, (std::vector<std::string>{segment_name(4), segment_name(5), segment_name(6),
                                                 segment_name(9)}));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_TRUE(rows[0].change == ChangeName(changes[5].header.writer, 6, changes[5].id()));
    EXPECT_EQ(rows[0].first_sequence, 4u);
    EXPECT_TRUE(rows[1].change == ChangeName({}, 0, changes[8].id()));  // a manifest knows its id
    EXPECT_EQ(rows[1].first_sequence, 0u);
}

TEST(Verify, a_segment_that_is_not_the_sealed_one_is_named_though_it_reads) {
    Files files = one_by_one(changes_of(3));
    Bytes other;
    append_record(other, RecordType::change, 0, change_bytes(changes_of(1)[0]));
    append_seal(other, 1, 1);
    append_record(other, static_cast<RecordType>(9), 2, "");
    files[segment_name(2)] = files[segment_name(1)];
    Verification const broken = verified(files);
    ASSERT_EQ(broken.findings.size(), 2u);
    EXPECT_EQ(broken.findings[0].fault, Fault::segment_altered);
    EXPECT_EQ(broken.findings[0].file, segment_name(2));
    EXPECT_EQ(broken.findings[1].fault, Fault::change_missing);
    EXPECT_EQ(broken.findings[1].change->sequence, 2u);
    files.erase(manifest_name(0));
    files.erase(manifest_name(1));
    EXPECT_EQ(verified(files).findings[0].fault, Fault::manifest_missing);
    EXPECT_TRUE(verified({}).is_whole());  // nothing yet
}

TEST(Verify, a_torn_tail_was_never_confirmed) {
    MemoryStorage storage;
    Journal journal(storage);
    journal.open().value();
    save(journal, changes_of(3));
    storage.files[first_segment].resize(storage.files[first_segment].size() - 64);
    Verification const broken = verified(storage.files);
    ASSERT_FALSE(broken.findings.empty());
    EXPECT_EQ(broken.findings[0].fault, Fault::tail_torn);
    EXPECT_EQ(broken.changes_count, 2u);
}

TEST(Verify, a_forged_change_behind_a_right_checksum_is_refused_by_name) {
    Change const change = changes_of(1)[0];
    std::string forged = change_bytes(change);
    forged.replace(forged.find("aaaaaaaaaa"), 10, "bbbbbbbbbb");
    Bytes segment;
    append_record(segment, RecordType::change, 0, forged);
    Verification const broken = verified({{first_segment, segment}});
    ASSERT_EQ(broken.findings.size(), 2u);  // and there is no manifest
    Finding const& finding = broken.findings[1];
    EXPECT_EQ(finding.fault, Fault::change_refused);
    EXPECT_EQ(finding.error, (Error{ErrorCode::e_body}));
    EXPECT_TRUE(finding.change == ChangeName(change.header.writer, 1, change.id()));
}

TEST(Verify, pieces_of_a_file_are_named_as_records_are) {
    std::vector<Change> const changes = changes_of(4);
    std::vector<std::string> texts;
    for (Change const& change : changes) texts.push_back(change_bytes(change));
    texts[1][texts[1].find("bbbb")] = 'x';
    std::vector<ChangePiece> pieces;
    for (std::string const& text : texts) pieces.push_back({text, pieces.size() * 1'000});
    Verification const broken = verify_pieces("a.json", pieces);
    ASSERT_EQ(broken.findings.size(), 1u);
    EXPECT_EQ(broken.findings[0].fault, Fault::change_refused);
    EXPECT_EQ(broken.findings[0].file, "a.json");
    EXPECT_EQ(broken.findings[0].offset, 1'000u);
    EXPECT_TRUE(broken.findings[0].change ==
                ChangeName(changes[1].header.writer, 2, changes[1].id()));
    EXPECT_EQ(broken.changes_count, 3u);
    pieces.erase(pieces.begin() + 1);
    EXPECT_EQ(verify_pieces("a.json", pieces).findings[0].fault, Fault::change_missing);
}

TEST(Verify, changes_at_hand_give_their_hashes_and_their_chains) {
    std::vector<Change> changes = random_history(5, 60);
    Verification const whole = verify_changes(changes);
    EXPECT_TRUE(whole.is_whole());
    EXPECT_EQ(whole.changes_count, 60u);
    EXPECT_EQ(whole.writers_count, 3u);
    Ledger ledger;
    for (Change const& change : changes) ledger.accept(change);
    EXPECT_EQ(whole.forks_count, ledger.forks().size());
    EXPECT_GT(whole.forks_count, 0u);
    changes[30].header.stamp ^= 1;
    changes[40].body->salt[3] ^= 1;
    Verification const broken = verify_changes(changes);
    ASSERT_GE(broken.findings.size(), 2u);
    EXPECT_EQ(broken.findings[0].fault, Fault::header_altered);
    EXPECT_EQ(broken.findings[0].change->id, changes[30].id());
    EXPECT_EQ(broken.findings[1].fault, Fault::change_refused);
    EXPECT_EQ(broken.findings[1].change->id, changes[40].id());
}

TEST(Verify, a_chain_does_not_go_on_in_another_hand_or_skip) {
    Writer ann(1);
    Change const first = ann.write(1, {});
    ChangeHeader header{id_of(77), 3, 1, first.hash, {}};
    std::vector<Change> const changes{first, seal_change(header, {})};
    Verification const broken = verify_changes(changes);
    ASSERT_EQ(broken.findings.size(), 1u);
    EXPECT_EQ(broken.findings[0].fault, Fault::link_broken);
    EXPECT_EQ(broken.findings[0].change->writer, id_of(77));
}

}  // namespace
}  // namespace zhitu::vault::tests
