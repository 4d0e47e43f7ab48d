#pragma once

// SHA-256 (FIPS 180-4) and BLAKE2b (RFC 7693) by libsodium, and CRC-32C (Castagnoli, RFC 3720
// appendix B.4).

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::span<std::uint8_t const> bytes);
Digest sha256(std::string_view text);

// BLAKE2b with 32 bytes of result and no key: twice as fast, for large files of ours.
Digest blake2b(std::string_view bytes);

// Many pieces, one hash.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();
    void add(std::string_view text);
    void add(std::span<std::uint8_t const> bytes);
    Digest finish();  // once

private:
    struct State;
    std::unique_ptr<State> state_;
};

// CRC-32C of the bytes, not masked. Cost: O(n), table driven.
std::uint32_t crc32c(std::span<std::uint8_t const> bytes);

// Stored checksums are masked so that a checksum over bytes that hold checksums stays strong.
// Source: LevelDB's log format; rotate right by 15 and add a constant.
std::uint32_t masked_crc32c(std::span<std::uint8_t const> bytes);

// One byte, xor `mask`.
struct ByteFlip {
    std::size_t offset = 0;
    std::uint8_t mask = 0;
    friend bool operator==(ByteFlip const&, ByteFlip const&) = default;
};
// Every flip of one byte after which masked_crc32c(bytes) would be `masked`, last byte first: a
// checksum that does not fit tells where one wrong byte is. More than one in the rare case: they
// are 255 a byte, against 2^32 checksums. Cost: O(n).
std::vector<ByteFlip> flips_to(std::span<std::uint8_t const> bytes, std::uint32_t masked);

std::string to_hex(std::span<std::uint8_t const> bytes);
std::optional<Digest> digest_from_hex(std::string_view hex);

}  // namespace zhitu
