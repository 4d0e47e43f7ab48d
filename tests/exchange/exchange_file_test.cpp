#include "exchange/exchange_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/env.h"
#include "base/limits.h"

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

}  // namespace
}  // namespace zhitu::exchange
