// What every shell's Decoder has to do.
#include "exchange/decoder.h"

#include <gtest/gtest.h>

#include "support/platform_decoder.h"

namespace zhitu::exchange {
namespace {

TEST(Decoder, gb18030_becomes_utf8) {
    Decoder const& decoder = zhitu::testing::platform_decoder();
    struct {
        std::string_view bytes;
        char const* text;
    } const cases[] = {
        {"", ""},
        {"login,name\r\n", "login,name\r\n"},
        {"\xB5\xC7\xC2\xBC\xC3\xFB,\xD0\xD5\xC3\xFB", "登录名,姓名"},  // GB 2312
        {"\x96\x77", "杦"},                                          // GBK only
        {"\x81\x30\x84\x36", "¥"},                                  // four bytes
        {"\x95\x32\x82\x36", "𠀀"},                                  // beyond the BMP
    };
    for (auto const& each : cases) EXPECT_EQ(decoder.from_gb18030(each.bytes), each.text);
    EXPECT_GT(std::size(cases), 0u);
}

TEST(Decoder, other_bytes_are_refused) {
    Decoder const& decoder = zhitu::testing::platform_decoder();
    char const* const cases[] = {"\xFF", "\x81", "a\xB5", "\x81\x30\x81", "\xB5\x20", "\x89PN\xFF"};
    for (char const* bytes : cases) {
        EXPECT_EQ(decoder.from_gb18030(bytes), std::nullopt) << bytes;
    }
    EXPECT_GT(std::size(cases), 0u);
}

}  // namespace
}  // namespace zhitu::exchange
