#include "app/self_test.h"

#include <algorithm>

#include "app/store.h"
#include "base/hash.h"
#include "vault/manifest.h"
#include "vault/memory_storage.h"
#include "vault/segment.h"

namespace zhitu::app {

namespace {

using namespace vault;

// Worked out once, and the same in every build since.
constexpr std::string_view known_change =
    "8b1633f4daaac27d0b75d3a3373e89b3b129db8fcd26190a9044384e7de0243b";
constexpr std::string_view known_segment =
    "e014a11ac2f79f1a9d0d9d0cc665fe8f34ab45c4ac78f8803f6c6c766f74abdd";
constexpr std::string_view known_state =
    "1784dd1fc2d842cff4712a2fa82722e5dceaef82fdf64674de1922dae81b4d7f";
constexpr std::string_view known_company =
    "a0b083862b0620467418bca80d9d5c98346408548086da1be674ecd26f409ef8";

bool is_hash(Digest const& digest, std::string_view hex) { return to_hex(digest) == hex; }

std::span<std::uint8_t const> octets(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

// FIPS 180-4, examples of one and of two blocks.
bool sha256_is_right() {
    Sha256 pieces;
    pieces.add("abcdbcdecdefdefgefghfghighij");
    pieces.add("hijkijkljklmklmnlmnomnopnopq");
    return is_hash(sha256("abc"),
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") &&
           is_hash(pieces.finish(),
                   "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// RFC 3720 B.4 and the catalogue of CRCs.
bool crc32c_is_right() {
    std::string const zeros(32, '\0');
    return crc32c(octets("123456789")) == 0xE3069283u && crc32c(octets(zeros)) == 0x8A9136AAu;
}

bool canonical_json_is_right() {
    constexpr std::string_view good = "{\"a\":[1,-2,9007199254740991],\"b\":\"\xE7\x9F\xA5\\n\"}";
    auto const json = read_canonical(good);
    if (!json || to_canonical(json.value()) != good) return false;
    for (std::string_view const bad : {"{\"a\":1,\"a\":2}", "{\"b\":1,\"a\":2}", "[1.0]", "[01]",
                                       "[-0]", "[9007199254740992]", "[1] ", "[\"\\u0061\"]"}) {
        if (read_canonical(bad)) return false;
    }
    return true;
}

EntityKey thing(std::uint8_t number) { return {"course", RawId{number}}; }

Ops one_of_each() {
    Op place = set_op(thing(1), "place", "a0");
    place.kind = OpKind::pos;
    Op hidden{.kind = OpKind::del, .entity = thing(1)};
    Op erased{.kind = OpKind::erase, .subject = RawId{9}};
    return {set_op(thing(1), "title", "a"),     add_op(thing(1), "tags", 1),
            rem_op(thing(1), "tags", 1),        evt_op(thing(1), "done", RawId{9}),
            place, hidden, erased};
}

bool operations_come_back() {
    for (Op const& op : one_of_each()) {
        Result<Op> const back = op_from_json(to_json(op));
        if (!back || !(back.value() == op)) return false;
    }
    return true;
}

// The history of one writer, one op a change.
std::vector<Change> chain(std::uint8_t writer, Ops ops) {
    std::vector<Change> changes;
    ChangeHeader header{.writer = RawId{writer}};
    for (Op& op : ops) {
        header.stamp = (std::uint64_t{1'800'000'000'000} << 16) + ++header.sequence;
        changes.push_back(seal_change(header, {{std::move(op)}, RawId{writer}, {}}));
        header.previous = changes.back().hash;
    }
    return changes;
}

bool changes_are_sealed_right() {
    Change const change = chain(1, {set_op(thing(1), "title", "a")})[0];
    std::string bytes = change_bytes(change);
    Result<Change> const back = change_from_bytes(bytes);
    if (!back || !(back.value() == change)) return false;
    bytes[bytes.find("title")] = 'T';
    return !change_from_bytes(bytes) && is_hash(change.hash, known_change);
}

bool records_are_right() {
    Bytes segment;
    append_record(segment, RecordType::change, 0, "one");
    append_seal(segment, 1, 1);
    SegmentContent const whole = read_segment(segment, false);
    bool const is_read = whole.is_sealed && whole.records.size() == 2;
    Bytes bent = segment;
    bent[record_head_bytes] ^= 1;
    return is_read && read_segment(bent, false).good_size == 0 &&
           is_hash(sha256(segment), known_segment);
}

bool manifests_come_back() {
    Manifest const manifest{.generation = 3, .open_number = 2, .sealed = {{1, 5, Digest{7}}},
                            .tips = {Digest{8}}};
    Bytes const bytes = manifest_bytes(manifest);
    Result<Manifest> const back = manifest_from_bytes(bytes);
    return back && back.value() == manifest &&
           !manifest_from_bytes(std::string_view(bytes).substr(0, bytes.size() - 32));
}

// Two writers who did not know of each other: same set, same state, whatever the order.
bool merging_gives_one_state() {
    std::vector<Change> all = chain(1, one_of_each());
    for (Change& change : chain(2, one_of_each())) all.push_back(std::move(change));
    Ledger forwards;
    Ledger backwards;
    for (Change const& change : all) forwards.accept(change);
    std::reverse(all.begin(), all.end());
    for (Change const& change : all) backwards.accept(change);
    return forwards.digest() == backwards.digest() && is_hash(forwards.digest(), known_state);
}

// A small company, made by commands from a seed, and saved.
Digest live_company(MemoryStorage& storage) {
    SimulatedEnv env(7);
    Store store(env, storage);
    if (!store.open()) return {};
    bool is_done = store.dispatch(NameCompany{{"知途", "Zhitu"}}).is_ok();
    for (char const* name : {"go", "git", "sql"}) {
        catalog::Skill skill;
        skill.name.en = name;
        is_done = is_done && store.dispatch(SaveSkill{skill}).is_ok();
        store.pump();
    }
    auto const last = store.dispatch(NameCompany{{"别名", "Other"}});
    is_done = is_done && last && store.undo(last.value()).is_ok();
    for (int i = 0; i < 3; ++i) store.pump();
    bool const is_saved = store.save_state() == SaveState::saved;
    return is_done && is_saved ? store.state_digest() : Digest{};
}

bool replaying_gives_the_live_state() {
    MemoryStorage storage;
    Digest const live = live_company(storage);
    SimulatedEnv env(8);
    Store again(env, storage);
    return again.open() && again.state_digest() == live && is_hash(live, known_company);
}

constexpr SelfTest tests[] = {
    {"SHA-256", sha256_is_right},
    {"CRC-32C", crc32c_is_right},
    {"canonical JSON", canonical_json_is_right},
    {"operations", operations_come_back},
    {"changes", changes_are_sealed_right},
    {"records", records_are_right},
    {"manifest", manifests_come_back},
    {"merge", merging_gives_one_state},
    {"replay", replaying_gives_the_live_state},
};

}  // namespace

std::span<SelfTest const> self_tests() { return tests; }

SelfTestReport run_self_tests() {
    SelfTestReport report;
    for (SelfTest const& test : tests) {
        ++report.count;
        if (!test.is_right()) report.failed.push_back(test.name);
    }
    return report;
}

}  // namespace zhitu::app
