#include "tools/files/iconv_decoder.h"

#include <gtest/gtest.h>

namespace zhitu::tools {
namespace {

// The contract of the port stands in tests/exchange/decoder_test.cpp; here what is iconv's own.
TEST(IconvDecoder, a_sequence_that_is_cut_is_no_text) {
    IconvDecoder const decoder;
    EXPECT_EQ(decoder.from_gb18030("\xD6\xAA"), "知");
    EXPECT_EQ(decoder.from_gb18030("\xD6"), std::nullopt);
    EXPECT_EQ(decoder.from_gb18030("ab\x81\x30\x81"), std::nullopt);
    EXPECT_EQ(decoder.from_gb18030(""), "");
}

TEST(IconvDecoder, text_that_grows_most_has_room) {
    std::string bytes;
    std::string text;
    for (int i = 0; i < 10'000; ++i) {
        bytes += "\xFE\x51";  // two bytes here, four there
        text += "\U00020087";
    }
    EXPECT_EQ(IconvDecoder().from_gb18030(bytes), text);
}

}  // namespace
}  // namespace zhitu::tools
