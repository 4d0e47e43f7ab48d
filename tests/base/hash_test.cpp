#include "base/hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/env.h"

namespace zhitu {
namespace {

std::vector<std::uint8_t> bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

std::string hex_of(std::string_view text) { return to_hex(sha256(text)); }

// One bit at a time, straight from the polynomial: what the tables must agree with.
std::uint32_t slow_crc32c(std::span<std::uint8_t const> bytes) {
    std::uint32_t crc = 0xFFFFFFFFu;
    for (std::uint8_t const byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1u) ? 0x82F63B78u : 0u);
    }
    return ~crc;
}

TEST(hash, sha256_gives_the_published_digests) {
    EXPECT_EQ(hex_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hex_of(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(hash, many_pieces_give_the_hash_of_the_whole) {
    std::string text(1'000, ' ');
    std::iota(text.begin(), text.end(), 'a');
    SimulatedEnv env(1);
    for (int round = 0; round < 100; ++round) {
        Sha256 hash;
        for (std::size_t offset = 0; offset < text.size();) {
            std::size_t const size = env.below(200);  // also nothing at all
            hash.add(std::string_view(text).substr(offset, size));
            offset += size;
        }
        ASSERT_EQ(hash.finish(), sha256(text));
    }
}

TEST(hash, a_moved_hash_goes_on) {
    Sha256 first;
    first.add("a");
    Sha256 second = std::move(first);
    second.add(bytes_of("bc"));
    Sha256 third;
    third = std::move(second);
    EXPECT_EQ(third.finish(), sha256("abc"));
}

TEST(hash, crc32c_gives_the_published_values) {
    EXPECT_EQ(crc32c(bytes_of("123456789")), 0xE3069283u);
    EXPECT_EQ(crc32c({}), 0u);
    std::vector<std::uint8_t> block(32, 0);  // RFC 3720 B.4, whose bytes are little endian
    EXPECT_EQ(crc32c(block), 0x8A9136AAu);
    block.assign(32, 0xFF);
    EXPECT_EQ(crc32c(block), 0x62A8AB43u);
    std::iota(block.begin(), block.end(), std::uint8_t{0});
    EXPECT_EQ(crc32c(block), 0x46DD794Eu);
    std::vector<std::uint8_t> const falling(block.rbegin(), block.rend());
    EXPECT_EQ(crc32c(falling), 0x113FDB5Cu);
}

TEST(hash, crc32c_of_a_scsi_read_command_is_as_rfc_3720_says) {
    std::vector<std::uint8_t> command(48, 0);
    command[0] = 0x01;
    command[1] = 0xC0;
    command[16] = 0x14;
    command[22] = 0x04;
    command[27] = 0x14;
    command[31] = 0x18;
    command[32] = 0x28;
    command[40] = 0x02;
    EXPECT_EQ(crc32c(command), 0xD9963A56u);
}

TEST(hash, crc32c_agrees_with_the_polynomial_at_every_length) {
    SimulatedEnv env(2);
    for (std::size_t size = 0; size < 300; ++size) {
        std::vector<std::uint8_t> bytes(size);
        env.fill_random(bytes);
        ASSERT_EQ(crc32c(bytes), slow_crc32c(bytes)) << size;
    }
}

TEST(hash, every_flipped_bit_changes_the_checksum) {
    std::vector<std::uint8_t> bytes = bytes_of("one record of the journal");
    std::uint32_t const before = crc32c(bytes);
    int noticed_count = 0;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto const mask = static_cast<std::uint8_t>(1u << (bit % 8));
        bytes[bit / 8] ^= mask;
        noticed_count += crc32c(bytes) != before ? 1 : 0;
        bytes[bit / 8] ^= mask;
    }
    EXPECT_GT(noticed_count, 0);
    EXPECT_EQ(noticed_count, static_cast<int>(bytes.size() * 8));
}

TEST(hash, the_mask_is_the_one_of_leveldb) {
    // LevelDB: ((crc >> 15) | (crc << 17)) + 0xa282ead8, here worked by hand for 0xE3069283.
    EXPECT_EQ(masked_crc32c(bytes_of("123456789")), 0xC78AB0E5u);
    EXPECT_NE(masked_crc32c(bytes_of("foo")), crc32c(bytes_of("foo")));
}

TEST(hash, hex_goes_both_ways) {
    Digest const digest = sha256("abc");
    EXPECT_EQ(digest_from_hex(to_hex(digest)), digest);
    EXPECT_EQ(to_hex(bytes_of("\x01\xAB\xFF")), "01abff");
    EXPECT_EQ(to_hex({}), "");
}

TEST(hash, other_spellings_of_a_digest_are_refused) {
    std::string const good = to_hex(sha256("abc"));
    std::vector<std::string> bad = {"", good.substr(1), good + "0", "0x" + good.substr(2)};
    for (char const c : std::string("ABFgz -`/:")) {
        bad.push_back(good);
        bad.back()[7] = c;
    }
    int refused_count = 0;
    for (std::string const& text : bad) refused_count += digest_from_hex(text) ? 0 : 1;
    EXPECT_GT(refused_count, 0);
    EXPECT_EQ(refused_count, static_cast<int>(bad.size()));
}

#if GTEST_HAS_DEATH_TEST
TEST(hash, finishing_twice_stops_the_program) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    Sha256 hash;
    hash.finish();
    EXPECT_DEATH(hash.finish(), "is_finished");
    EXPECT_DEATH(hash.add("x"), "is_finished");
}
#endif

TEST(Hash, a_checksum_tells_which_byte_is_wrong) {
    std::vector<std::uint8_t> bytes(300);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * 7);
    std::uint32_t const right = masked_crc32c(bytes);
    EXPECT_TRUE(flips_to(bytes, right).empty());
    for (std::size_t offset : {0u, 1u, 150u, 298u, 299u}) {
        for (std::uint8_t const mask : {1, 128, 255, 90}) {
            bytes[offset] ^= mask;
            std::vector<ByteFlip> const flips = flips_to(bytes, right);
            EXPECT_EQ(std::count(flips.begin(), flips.end(), ByteFlip(offset, mask)), 1);
            for (ByteFlip const& flip : flips) {
                bytes[flip.offset] ^= flip.mask;
                EXPECT_EQ(masked_crc32c(bytes), right);
                bytes[flip.offset] ^= flip.mask;
            }
            bytes[offset] ^= mask;
        }
    }
    bytes[3] ^= 1;
    bytes[200] ^= 1;
    EXPECT_TRUE(flips_to(bytes, right).empty());
}

// RFC 7693 gives the 64-byte form only; this is `b2sum -l 256` of coreutils.
TEST(Hash, blake2b_gives_the_known_values) {
    EXPECT_EQ(to_hex(blake2b("")),
              "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(to_hex(blake2b("abc")),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

}  // namespace
}  // namespace zhitu
