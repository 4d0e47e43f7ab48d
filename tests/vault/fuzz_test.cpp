// T10 of storage.md: bytes that nobody would write. A seeded mutator of ours takes good examples
// apart; where checksums and hashes stand in the way it makes them right again, as a hostile hand
// would. Five seconds a parser (one under sanitizers and WASM); ZHITU_FUZZ_SECONDS=n takes n.
// tests/fuzz/fuzz_main.cpp gives the same parsers to libFuzzer.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/env.h"
#include "tests/vault/parsers.h"
#include "vault/change.h"
#include "vault/segment.h"

namespace zhitu::vault::tests {
namespace {

class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : dice_(seed) {}

    std::string mutated(std::vector<std::string> const& seeds) {
        std::string bytes = seeds[dice_.below(seeds.size())];
        for (std::uint64_t i = 1 + dice_.below(4); i > 0; --i) mutate(bytes, seeds);
        return bytes;
    }
    std::uint64_t below(std::uint64_t bound) { return dice_.below(bound); }

private:
    std::size_t place(std::string const& bytes) { return dice_.below(bytes.size() + 1); }

    void mutate(std::string& bytes, std::vector<std::string> const& seeds) {
        static constexpr std::string_view tokens[] = {
            "{", "}", "[", "]", "\"", ",", ":", "\\u0000", "\\ud800", "-", "0", "1e9", "null",
            "\"x\":", "\"k\":\"erase\"", "\"r\":[[", "99999999999999999", "9007199254740991",
            "\xC0\x80", "ZT", "\"set@2\"", "\"_del\"", "\xED\xA0\x80", " ", "\n"};
        std::size_t const at = place(bytes);
        switch (dice_.below(7)) {
            case 0:
                if (at < bytes.size()) bytes[at] = static_cast<char>(dice_.below(256));
                break;
            case 1:
                if (at < bytes.size()) {
                    bytes[at] = static_cast<char>(bytes[at] ^ (1 << dice_.below(8)));
                }
                break;
            case 2: bytes.erase(at, 1 + dice_.below(dice_.below(8) == 0 ? 200 : 4)); break;
            case 3: bytes.insert(at, tokens[dice_.below(std::size(tokens))]); break;
            case 4: bytes.insert(at, bytes.substr(place(bytes), dice_.below(40))); break;
            case 5: {
                std::string const& other = seeds[dice_.below(seeds.size())];
                bytes = bytes.substr(0, at) + other.substr(std::min(at, other.size()));
                break;
            }
            default: bytes.resize(at); break;
        }
    }

    SimulatedEnv dice_;
};

// A record again, with its checksum right, around a payload that is not.
std::string in_record(std::string_view bytes, std::string_view payload) {
    RecordType const type = bytes.size() > 2 ? static_cast<RecordType>(bytes[2])
                                             : RecordType::manifest;
    Bytes record;
    append_record(record, type, 0, payload);
    return record;
}

// A body that was tampered with, sealed again as a hostile writer would.
std::string resealed(std::string const& bytes, Mutator& mutator) {
    Result<Json> const json = read_json(bytes);
    Json const* body = json ? json.value().find("b") : nullptr;
    Json const* ops = body ? body->find("o") : nullptr;
    if (ops == nullptr) return bytes;
    std::string const tampered = mutator.mutated({to_canonical(*ops)});
    Result<Json> const read = read_json(tampered);
    Result<Ops> const list = read ? ops_from_json(read.value()) : Result<Ops>(Error{});
    if (!list) return bytes;
    return change_bytes(seal_change({RawId{1}, 1, mutator.below(~std::uint64_t{0}), {}, {}},
                                    {list.value(), RawId{2}, {}}));
}

// Mutates inside of what checksums and hashes cover.
std::string mutated_inside(Parser const& parser, std::vector<std::string> const& seeds,
                           Mutator& mutator) {
    std::string_view const name = parser.name;
    std::string const& seed = seeds[mutator.below(seeds.size())];
    if (name == "change") return resealed(seed, mutator);
    if (name == "json") return mutator.mutated(seeds);
    SegmentContent const content = read_segment(seed, false);
    if (content.records.empty()) return mutator.mutated(seeds);
    Record const& record = content.records[mutator.below(content.records.size())];
    return in_record(seed, mutator.mutated({std::string(record.payload)}));
}

std::int64_t seconds_wanted() {
    char const* wanted = std::getenv("ZHITU_FUZZ_SECONDS");
    if (wanted != nullptr) return std::strtoll(wanted, nullptr, 10);
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
    return 1;
#else
    return sizeof(void*) == 4 ? 1 : 5;
#endif
}

class Fuzz : public ::testing::TestWithParam<Parser> {};

TEST_P(Fuzz, no_bytes_break_a_parser_and_what_it_takes_it_writes_again) {
    Parser const& parser = GetParam();
    std::vector<std::string> const seeds = parser.seeds();
    for (std::string const& seed : seeds) parser.accepts(seed);
    Mutator mutator(20'261'121);
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds_wanted());
    std::uint64_t cases_count = 0;
    std::uint64_t accepted_count = 0;
    while (cases_count < 2'000 || std::chrono::steady_clock::now() < end) {
        std::string const bytes = mutator.below(2) == 0 ? mutator.mutated(seeds)
                                                        : mutated_inside(parser, seeds, mutator);
        accepted_count += parser.accepts(bytes) ? 1 : 0;
        ++cases_count;
    }
    std::printf("    fuzz %-9s %10llu cases, %llu accepted\n", parser.name,
                static_cast<unsigned long long>(cases_count),
                static_cast<unsigned long long>(accepted_count));
    EXPECT_GT(accepted_count, 0u);
    EXPECT_LT(accepted_count, cases_count);
}

INSTANTIATE_TEST_SUITE_P(Parsers, Fuzz, ::testing::ValuesIn(parsers()),
                         [](auto const& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace zhitu::vault::tests
