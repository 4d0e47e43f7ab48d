#include "exchange/exchange_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/env.h"
#include "base/limits.h"
#include "tests/vault/ops.h"

namespace zhitu::exchange {
namespace {

// Changes of two writers, each with its own chain.
std::vector<vault::Change> history() {
    SimulatedEnv chance(11);
    std::vector<vault::Change> changes;
    for (int writer = 0; writer < 2; ++writer) {
        vault::ChangeHeader header;
        header.writer = chance.random_id();
        for (std::uint64_t sequence = 1; sequence <= 5; ++sequence) {
            header.sequence = sequence;
            header.stamp = (1'795'132'800'000ull + changes.size()) << 16;
            vault::EntityKey const key{"course", chance.random_id()};
            vault::ChangeBody body;
            body.ops = {vault::set_op(key, "title_zh", Json("课程 \"1\""))};
            body.salt = chance.random_id();
            changes.push_back(vault::seal_change(header, body));
            header.previous = changes.back().hash;
        }
    }
    return changes;
}

vault::Ledger ledger_of(std::vector<vault::Change> const& changes) {
    vault::Ledger ledger;
    for (vault::Change const& change : changes) ledger.accept(change);
    return ledger;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    std::size_t const at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

TEST(ExchangeFile, what_is_written_is_read_and_gives_the_same_state) {
    auto const ledger = ledger_of(history());
    std::string const bytes = write_full(ledger, "2026-11-20");
    auto const file = read_full(bytes);
    ASSERT_TRUE(file);
    EXPECT_EQ(file.value().made, "2026-11-20");
    EXPECT_EQ(file.value().changes.size(), 10u);
    EXPECT_EQ(file.value().state, ledger.digest());
    EXPECT_EQ(ledger_of(file.value().changes).digest(), ledger.digest());
    EXPECT_TRUE(is_exchange_file(bytes));
    auto const json = read_canonical(bytes);
    EXPECT_TRUE(json) << "the file is canonical JSON";
}

TEST(ExchangeFile, the_order_of_arrival_is_not_in_the_file) {
    auto changes = history();
    std::string const bytes = write_full(ledger_of(changes), "d");
    std::ranges::rotate(changes, changes.begin() + 5);
    EXPECT_EQ(write_full(ledger_of(changes), "d"), bytes);
}

// T17: ops and members that a newer version wrote, and what a body says beside its ops.
std::vector<vault::Change> newer_history() {
    using namespace vault::tests;
    Writer ann(1);
    std::vector<vault::Change> changes;
    vault::Ops ops = one_op_of_each_kind();
    std::erase_if(ops, [](vault::Op const& op) {  // erase and redact would take from the rest
        return op.kind == vault::OpKind::erase || op.kind == vault::OpKind::redact;
    });
    changes.push_back(ann.write(1, ops));
    std::string const set_of_newer = "{\"e\":\"" + vault::to_text(course(1)) +
                                     "\",\"f\":\"a\",\"k\":\"set\",\"new\":1}";
    for (std::string const& newer : std::vector<std::string>{
             R"({"k":"cert","p":[{"q":null},"知途"],"z":-9007199254740991})",
             R"({"a_b":"\u0001\"\\","k":"set@2","x":{"deep":[[[{}]]]}})",
             set_of_newer}) {
        vault::Op const op = vault::op_from_json(read_json(newer).value()).value();
        EXPECT_EQ(op.kind, vault::OpKind::unknown) << newer;
        changes.push_back(ann.write(2, {op}));
    }
    vault::ChangeHeader header{ann.id(), 5, 3, changes.back().hash, {}};
    vault::ChangeBody body{{}, id_of(9), read_json(R"({"later":[1,{"mode":"x"}]})").value()};
    changes.push_back(vault::seal_change(header, body));
    changes.push_back(without_body(Writer(2).write(4, {})));
    return changes;
}

TEST(ExchangeFile, what_only_a_newer_version_knows_survives_every_export_byte_for_byte) {
    std::string const first = write_full(ledger_of(newer_history()), "2026-11-20");
    for (char const* kept : {"\"k\":\"cert\",\"p\":[{\"q\":null},\"知途\"]", "\"new\":1",
                             "\"x\":{\"later\":[1,{\"mode\":\"x\"}]}", "\"k\":\"set@2\""}) {
        EXPECT_NE(first.find(kept), std::string::npos) << kept;
    }
    auto const read = read_full(first);
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value().changes.size(), 6u);
    std::string const second = write_full(ledger_of(read.value().changes), "2026-11-20");
    EXPECT_EQ(second, first);
    EXPECT_EQ(write_full(ledger_of(read_full(second).value().changes), "2026-11-20"), first);
}

TEST(ExchangeFile, a_broken_file_falls_into_the_changes_it_was_made_of) {
    std::vector<vault::Change> const changes = newer_history();
    std::string bytes = write_full(ledger_of(changes), "2026-11-20");
    std::vector<vault::ChangePiece> const pieces = change_pieces(bytes);
    ASSERT_EQ(pieces.size(), changes.size());
    for (vault::ChangePiece const& piece : pieces) {
        EXPECT_TRUE(vault::change_from_bytes(piece.bytes)) << piece.bytes;
        EXPECT_EQ(bytes.substr(piece.offset, piece.bytes.size()), piece.bytes);
    }
    RawId const second = vault::change_from_bytes(pieces[1].bytes).value().id();
    bytes[pieces[1].offset + 20] = '"';  // the pieces look into these bytes
    EXPECT_FALSE(read_full(bytes));
    std::vector<vault::ChangePiece> const broken = change_pieces(bytes);
    ASSERT_EQ(broken.size(), changes.size());
    vault::Verification const all = vault::verify_pieces("all.json", broken);
    ASSERT_EQ(all.findings.size(), 1u);
    EXPECT_EQ(all.findings[0].change->id, second);
    EXPECT_TRUE(change_pieces("[1,2]").empty());
}

TEST(ExchangeFile, an_empty_profile_is_a_file_too) {
    auto const file = read_full(write_full(vault::Ledger(), ""));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file.value().changes.empty());
}

TEST(ExchangeFile, files_that_are_not_whole_are_refused) {
    std::string const good = write_full(ledger_of(history()), "2026-11-20");
    struct {
        std::string bytes;
        ErrorCode code;
    } const cases[] = {
        {"", ErrorCode::e_json},
        {good.substr(0, good.size() / 2), ErrorCode::e_json},
        {good + "x", ErrorCode::e_json},
        {"{}", ErrorCode::e_kind},
        {"[]", ErrorCode::e_kind},
        {replaced(good, "\"v\":1", "\"v\":0"), ErrorCode::e_version},
        {replaced(good, "\"minv\":1", "\"minv\":2"), ErrorCode::e_version},
        {replaced(good, "\"minv\":1", "\"minv\":\"1\""), ErrorCode::e_version},
        {replaced(good, "\"full\"", "\"delta\""), ErrorCode::e_kind},
        {replaced(good, "{\"changes\":10}", "{\"changes\":11}"), ErrorCode::e_trunc},
        {replaced(good, "{\"changes\":10}", "7"), ErrorCode::e_trunc},
        {replaced(good, "title_zh", "title_en"), ErrorCode::e_body},
        {replaced(good, "\"made\":\"2026-11-20\"", "\"made\":7"), ErrorCode::e_field},
        {replaced(good, "\"state\":\"", "\"state\":\"00"), ErrorCode::e_field},
        {replaced(good, "\"heads\":{", "\"heads\":{\"x\":[1,\"00\"],"), ErrorCode::e_trunc},
        {replaced(good, "\"heads\":{", "\"heads\":{\"x\":7,"), ErrorCode::e_field},
        {std::string(limits::file_bytes_max + 1, ' '), ErrorCode::e_size},
    };
    for (auto const& each : cases) {
        auto const read = read_full(each.bytes);
        ASSERT_FALSE(read) << each.bytes.substr(0, 60);
        EXPECT_EQ(read.error().code, each.code) << each.bytes.substr(0, 60);
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(ExchangeFile, damaged_files_never_crash) {
    SimulatedEnv chance(5);
    std::string const good = write_full(ledger_of(history()), "2026-11-20");
    int read_count = 0;
    for (int i = 0; i < 2'000; ++i) {
        std::string bytes = good;
        bytes[chance.below(bytes.size())] = static_cast<char>(chance.next_u64());
        read_count += read_full(bytes).is_ok();
    }
    std::printf("damaged exchange files: 2000 read, %d still whole\n", read_count);
    EXPECT_LT(read_count, 200);  // `made`, and bytes that were what they became
}

TEST(ExchangeFile, other_files_do_not_look_like_one) {
    EXPECT_FALSE(is_exchange_file(""));
    EXPECT_FALSE(is_exchange_file("url,title\n\"zhitu-exchange\""));
    EXPECT_FALSE(is_exchange_file("{\"a\":[[\"\\\"zhitu-exchange\\\"\",1]]}"));
}

TEST(ExchangeFile, a_large_one_is_known_by_its_end) {
    std::string const long_text = "{\"changes\":[\"" + std::string(3'000'000, 'x') + "\"]";
    EXPECT_TRUE(is_exchange_file(long_text + ",\"format\":\"zhitu-exchange\"}"));
    EXPECT_FALSE(is_exchange_file(long_text + "}"));
}

}  // namespace
}  // namespace zhitu::exchange
