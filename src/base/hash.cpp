#include "base/hash.h"

#include <sodium.h>

#include "base/assert.h"

namespace zhitu {
namespace {

constexpr std::uint32_t castagnoli_reflected = 0x82F63B78u;
constexpr std::size_t slices_count = 8;
using CrcTables = std::array<std::array<std::uint32_t, 256>, slices_count>;

// Table k advances a byte that has k more bytes behind it in the block of eight.
// Source: Kounavis and Berry (2008), slicing by 8.
constexpr CrcTables make_crc_tables() {
    CrcTables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1u) != 0 ? castagnoli_reflected : 0u);
        tables[0][byte] = crc;
    }
    for (std::size_t slice = 1; slice < slices_count; ++slice) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            std::uint32_t const crc = tables[slice - 1][byte];
            tables[slice][byte] = (crc >> 8) ^ tables[0][crc & 0xFFu];
        }
    }
    return tables;
}

constexpr CrcTables crc_tables = make_crc_tables();
constexpr std::uint32_t masking = 0xA282EAD8u;

std::uint32_t little_endian(std::uint8_t const* bytes) {
    return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8 |
           static_cast<std::uint32_t>(bytes[2]) << 16 | static_cast<std::uint32_t>(bytes[3]) << 24;
}

std::uint32_t after_eight(std::uint32_t crc, std::uint8_t const* bytes) {
    std::uint32_t const low = little_endian(bytes) ^ crc;
    std::uint32_t const high = little_endian(bytes + 4);
    return crc_tables[7][low & 0xFF] ^ crc_tables[6][(low >> 8) & 0xFF] ^
           crc_tables[5][(low >> 16) & 0xFF] ^ crc_tables[4][low >> 24] ^
           crc_tables[3][high & 0xFF] ^ crc_tables[2][(high >> 8) & 0xFF] ^
           crc_tables[1][(high >> 16) & 0xFF] ^ crc_tables[0][high >> 24];
}

std::span<std::uint8_t const> bytes_of(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

static_assert(crypto_hash_sha256_BYTES == std::tuple_size_v<Digest>);

struct Sha256::State {
    crypto_hash_sha256_state sodium{};
    bool is_finished = false;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->sodium); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view text) { add(bytes_of(text)); }

void Sha256::add(std::span<std::uint8_t const> bytes) {
    ZT_ASSERT(state_ && !state_->is_finished);
    if (bytes.empty()) return;
    crypto_hash_sha256_update(&state_->sodium, bytes.data(), bytes.size());
}

Digest Sha256::finish() {
    ZT_ASSERT(state_ && !state_->is_finished);
    Digest digest{};
    crypto_hash_sha256_final(&state_->sodium, digest.data());
    state_->is_finished = true;
    return digest;
}

Digest sha256(std::span<std::uint8_t const> bytes) {
    Digest digest{};
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

Digest sha256(std::string_view text) { return sha256(bytes_of(text)); }

Digest blake2b(std::string_view bytes) {
    Digest digest{};
    std::span<std::uint8_t const> const octets = bytes_of(bytes);
    crypto_generichash(digest.data(), digest.size(), octets.data(), octets.size(), nullptr, 0);
    return digest;
}

std::uint32_t crc32c(std::span<std::uint8_t const> bytes) {
    std::uint32_t crc = 0xFFFFFFFFu;
    for (; bytes.size() >= slices_count; bytes = bytes.subspan(slices_count))
        crc = after_eight(crc, bytes.data());
    for (std::uint8_t const byte : bytes) crc = (crc >> 8) ^ crc_tables[0][(crc ^ byte) & 0xFFu];
    return ~crc;
}

std::uint32_t masked_crc32c(std::span<std::uint8_t const> bytes) {
    std::uint32_t const crc = crc32c(bytes);
    return ((crc >> 15) | (crc << 17)) + masking;
}

// A checksum is linear: one flipped byte shows in it as the table's entry of the mask, advanced by
// the bytes behind it. Going backwards takes these away one by one.
std::vector<ByteFlip> flips_to(std::span<std::uint8_t const> bytes, std::uint32_t masked) {
    std::array<std::uint8_t, 256> mask_by_high{};  // the high bytes of the table are all different
    for (std::size_t mask = 0; mask < 256; ++mask) {
        mask_by_high[crc_tables[0][mask] >> 24] = static_cast<std::uint8_t>(mask);
    }
    std::uint32_t const rotated = masked - masking;
    std::uint32_t difference = crc32c(bytes) ^ ((rotated << 15) | (rotated >> 17));
    std::vector<ByteFlip> flips;
    if (difference == 0) return flips;
    for (std::size_t offset = bytes.size(); offset-- > 0;) {
        std::uint8_t const mask = mask_by_high[difference >> 24];
        std::uint32_t const entry = crc_tables[0][mask];
        if (difference == entry) flips.push_back({offset, mask});
        difference = ((difference ^ entry) << 8) | mask;
    }
    return flips;
}

std::string to_hex(std::span<std::uint8_t const> bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (std::uint8_t const byte : bytes) {
        hex.push_back(digits[byte >> 4]);
        hex.push_back(digits[byte & 0xF]);
    }
    return hex;
}

std::optional<Digest> digest_from_hex(std::string_view hex) {
    Digest digest{};
    if (hex.size() != digest.size() * 2) return std::nullopt;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        int const high = hex_value(hex[2 * i]);
        int const low = hex_value(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        digest[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

}  // namespace zhitu
