#include "exchange/repair.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace zhitu::exchange {
namespace {

// UTF-8 read as Latin-1 and saved again.
std::string doubled(std::string_view text) {
    std::string twice;
    for (char const c : text) append_code_point(twice, static_cast<unsigned char>(c));
    return twice;
}

TEST(Repair, double_decoded_text_is_put_right) {
    for (char const* text : {"Köln", "数据科学", "Основы", "it’s “quoted” – 🎓", "1 €"}) {
        EXPECT_EQ(repaired(doubled(text)), text);
        EXPECT_EQ(repaired(text), std::nullopt) << text;
    }
    EXPECT_EQ(repaired("KÃ¶ln"), "Köln");
    EXPECT_EQ(repaired("itâ€™s"), "it’s");           // by way of Windows-1252
    EXPECT_EQ(repaired("itâ\u0080\u0099s â€“"), "it’s –");  // and both ways in one text
}

TEST(Repair, one_reading_is_taken_back_at_a_time) {
    EXPECT_EQ(repaired(doubled(doubled("Köln"))), doubled("Köln"));
}

TEST(Repair, text_that_is_as_it_was_meant_stays) {
    for (char const* text : {"", "plain", "Ã", "naïve café", "São Tomé", "Ãlvaro 数", "Â©\u4E00"}) {
        EXPECT_EQ(repaired(text), std::nullopt) << text;
    }
}

TEST(Repair, what_comes_out_is_text) {
    EXPECT_EQ(repaired("Ã\u0080\u0080"), std::nullopt);
    EXPECT_EQ(repaired("í\u00A0\u0080"), std::nullopt);  // half a pair
}

}  // namespace
}  // namespace zhitu::exchange
