#include "exchange/encoding.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "support/platform_decoder.h"

namespace zhitu::exchange {
namespace {

using namespace std::string_literals;

std::string utf16(std::string_view text, bool is_big) {
    std::string bytes;
    auto const append = [&](char32_t unit) {
        char const low = static_cast<char>(unit & 0xFF);
        char const high = static_cast<char>(unit >> 8);
        bytes += is_big ? std::string{high, low} : std::string{low, high};
    };
    for (std::size_t offset = 0; offset < text.size();) {
        char32_t const c = next_code_point(text, offset);
        if (c >= 0x10000) append(0xD800 + ((c - 0x10000) >> 10));
        append(c >= 0x10000 ? 0xDC00 + ((c - 0x10000) & 0x3FF) : c);
    }
    return bytes;
}

std::optional<DecodedText> decode(std::string bytes, std::optional<Encoding> wanted = {}) {
    return decode_text(std::move(bytes), wanted, &zhitu::testing::platform_decoder());
}

constexpr char const* table = "login,name\na,王伟𠀀\n";
constexpr char const* gb_table = "\xB5\xC7\xC2\xBC\xC3\xFB,\xD0\xD5\xC3\xFB\n";

TEST(Encoding, it_is_found_with_or_without_a_mark) {
    struct {
        std::string bytes;
        Encoding encoding;
        bool has_mark;
    } const cases[] = {
        {table, Encoding::utf8, false},
        {"\xEF\xBB\xBF" + std::string(table), Encoding::utf8, true},
        {utf16(table, false), Encoding::utf16_little, false},
        {utf16(table, true), Encoding::utf16_big, false},
        {"\xFF\xFE" + utf16(table, false), Encoding::utf16_little, true},
        {"\xFE\xFF" + utf16(table, true), Encoding::utf16_big, true},
    };
    for (auto const& each : cases) {
        auto const decoded = decode(each.bytes);
        ASSERT_TRUE(decoded);
        EXPECT_EQ(decoded->text, table);
        EXPECT_EQ(decoded->encoding, each.encoding);
        EXPECT_EQ(decoded->has_byte_order_mark, each.has_mark);
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(Encoding, chinese_bytes_that_are_no_utf8_are_gb18030) {
    auto const decoded = decode(gb_table);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "登录名,姓名\n");
    EXPECT_EQ(decoded->encoding, Encoding::gb18030);
    EXPECT_FALSE(decode_text(gb_table, {}, nullptr));
}

TEST(Encoding, what_is_no_text_gives_nothing) {
    std::string const cases[] = {
        "a\0b"s,
        "\0\0\0\0"s,
        "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01"s,
        "\x7F" "ELF\x02\x01\x01\0\0\0\0\0"s,
        "PK\x03\x04\x14\0\x06\0\x08\0"s,
        "\x1F\x8B\x08\xB5\xC7\xC2\xBC"s,               // GB18030 but for control characters
        "caf\xE9,x\n"s,                                // Latin-1
        utf16("a,b\n", false) + "x",                   // half a unit
        "\xFF\xFE\x00\xD8" "a\0"s,                     // half a pair
        "\xFF\xFE" "a\0\0\0"s,                         // NUL
        "\xEF\xBB\xBF\xFF"s,
    };
    for (std::string const& bytes : cases) EXPECT_FALSE(decode(bytes)) << bytes;
    EXPECT_GT(std::size(cases), 0u);
}

TEST(Encoding, what_somebody_says_counts_more_than_what_it_looks_like) {
    EXPECT_EQ(decode("ab", Encoding::utf16_big)->text, "慢");
    EXPECT_EQ(decode("ab", Encoding::gb18030)->text, "ab");
    EXPECT_EQ(decode("\xE7\x8E\x8B\xE4\xBC\x9F", Encoding::gb18030)->text, "鐜嬩紵");  // 王伟
    EXPECT_FALSE(decode(gb_table, Encoding::utf8));
    EXPECT_FALSE(decode("abc", Encoding::utf16_little));
    EXPECT_FALSE(decode_text("ab", Encoding::gb18030, nullptr));
    EXPECT_EQ(decode("\xFF\xFE" "a\0"s, Encoding::utf16_little)->text, "a");
}

TEST(Encoding, nothing_is_empty_text) {
    EXPECT_EQ(decode("")->text, "");
    EXPECT_EQ(decode("\xEF\xBB\xBF")->text, "");
}

}  // namespace
}  // namespace zhitu::exchange
