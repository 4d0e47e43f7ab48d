#include "base/id.h"

#include <algorithm>

#include "base/assert.h"
#include "base/hash.h"

namespace zhitu {
namespace {

constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t text_size = 26;  // 130 bits; the last two are zero

int base32_value(char c) {
    if (c >= 'a' && c <= 'z') return c - 'a';
    return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

}  // namespace

std::string to_text(RawId const& id) {
    std::array<char, text_size> text;
    std::size_t size = 0;
    std::uint32_t bits = 0;
    int bits_count = 0;
    for (std::uint8_t const byte : id) {
        bits = bits << 8 | byte;
        for (bits_count += 8; bits_count >= 5; bits_count -= 5)
            text[size++] = alphabet[(bits >> (bits_count - 5)) & 31u];
    }
    text[size] = alphabet[(bits << (5 - bits_count)) & 31u];
    return std::string(text.data(), text.size());
}

std::optional<RawId> raw_id_from_text(std::string_view text) {
    if (text.size() != text_size) return std::nullopt;
    RawId id{};
    std::uint32_t bits = 0;
    int bits_count = 0;
    std::size_t filled_size = 0;
    for (char const c : text) {
        int const value = base32_value(c);
        if (value < 0) return std::nullopt;
        bits = bits << 5 | static_cast<std::uint32_t>(value);
        bits_count += 5;
        if (bits_count < 8) continue;
        bits_count -= 8;
        id[filled_size++] = static_cast<std::uint8_t>(bits >> bits_count);
    }
    if ((bits & 3u) != 0) return std::nullopt;  // A second spelling of the same id.
    return id;
}

RawId natural_id(std::string_view kind, std::string_view natural_key) {
    constexpr std::string_view zero("\0", 1);
    ZT_ASSERT(kind.find('\0') == std::string_view::npos);  // Else two pairs share one hash.
    Sha256 hash;
    hash.add("zt/id/v1");
    hash.add(zero);
    hash.add(kind);
    hash.add(zero);
    hash.add(natural_key);
    Digest const digest = hash.finish();
    RawId id{};
    std::copy_n(digest.begin(), id.size(), id.begin());
    return id;
}

}  // namespace zhitu
