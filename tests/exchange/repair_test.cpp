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

TEST(Repair, a_sample_shows_the_place_that_differs) {
    std::string const same = "One of many words that stand in front of it all, and then ";
    Difference const shown = around_difference(same + "KÃ¶ln am Rhein", same + "Köln am Rhein", 80);
    EXPECT_EQ(shown.before, "…of it all, and then KÃ¶ln am Rhein");
    EXPECT_EQ(shown.after, "…of it all, and then Köln am Rhein");
    Difference const whole = around_difference("KÃ¶ln", "Köln", 80);
    EXPECT_EQ(whole.before, "KÃ¶ln");
    EXPECT_EQ(whole.after, "Köln");
}

TEST(Repair, a_sample_cuts_no_character_and_is_no_longer_than_asked) {
    std::string same;
    for (int i = 0; i < 40; ++i) same += "数据科学";
    Difference const shown = around_difference(same + doubled(same), same + same, 20);
    EXPECT_TRUE(is_utf8(shown.before));
    EXPECT_TRUE(is_utf8(shown.after));
    EXPECT_NE(shown.before, shown.after);
    std::size_t count = 0;
    for (std::size_t at = 0; at < shown.before.size(); ++count) next_code_point(shown.before, at);
    EXPECT_LE(count, 20u);
}

}  // namespace
}  // namespace zhitu::exchange
