#include "ui/theme.h"

#include <gtest/gtest.h>

namespace zhitu::ui {

TEST(theme, black_on_white_is_21_to_1) {
    EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 1e-9);
    EXPECT_NEAR(contrast({90, 90, 90}, {90, 90, 90}), 1, 1e-9);
    EXPECT_NEAR(luminance({255, 255, 255}), 1, 1e-9);
}

TEST(theme, every_pair_in_use_can_be_read) {
    for (bool const is_dark : {false, true}) {
        Tokens const& tokens = tokens_of(is_dark);
        for (TintPair const& pair : tint_pairs) {
            double const least = pair.is_edge ? 3 : 4.5;
            EXPECT_GE(contrast(tokens[pair.front], tokens[pair.back]), least)
                << (is_dark ? "dark " : "light ") << static_cast<int>(pair.front) << " on "
                << static_cast<int>(pair.back);
        }
    }
}

TEST(theme, numbers_on_the_heat_scale_can_be_read) {
    for (bool const is_dark : {false, true}) {
        Tokens const& tokens = tokens_of(is_dark);
        for (Color const heat : tokens.heat) {
            EXPECT_GE(contrast(tokens[text_on(tokens, heat)], heat), 3.0);
        }
    }
}

TEST(theme, the_tokens_are_those_of_the_design) {
    EXPECT_EQ(tokens_of(false)[Tint::ground], (Color{0xF6, 0xF5, 0xF1}));
    EXPECT_EQ(tokens_of(false)[Tint::accent], (Color{0x24, 0x70, 0x4F}));
    EXPECT_EQ(tokens_of(true)[Tint::ink], (Color{0xE8, 0xEC, 0xEA}));
    EXPECT_EQ(tokens_of(true)[Tint::vermilion_soft], (Color{0x40, 0x20, 0x19}));
}

TEST(theme, the_type_scale_has_five_sizes) {
    EXPECT_EQ(type_spec(Type::small).size, 12);
    EXPECT_EQ(type_spec(Type::small).line_height, 16);
    EXPECT_EQ(type_spec(Type::body).size, 14);
    EXPECT_EQ(type_spec(Type::lead).size, 16);
    EXPECT_EQ(type_spec(Type::heading).size, 18);
    EXPECT_EQ(type_spec(Type::title).size, 24);
    EXPECT_EQ(type_spec(Type::title).line_height, 32);
}

// Also on what shines through of the ground behind it.
TEST(theme, what_is_disabled_is_fainter_and_still_read) {
    for (bool const is_dark : {false, true}) {
        Tokens const& tokens = tokens_of(is_dark);
        for (Tint const behind : {Tint::panel, Tint::ground}) {
            Color const fill = blended(tokens[Tint::track], tokens[behind], disabled_opacity);
            Color const label = blended(tokens[Tint::muted], fill, disabled_opacity);
            double const enabled = contrast(tokens[Tint::ink], tokens[Tint::panel]);
            EXPECT_GE(contrast(label, fill), 3.0) << (is_dark ? "dark" : "light");
            EXPECT_LT(contrast(label, fill), enabled / 2) << (is_dark ? "dark" : "light");
        }
    }
}

TEST(theme, blending_goes_from_the_back_to_the_front) {
    Color const front{200, 100, 0};
    Color const back{0, 100, 100};
    EXPECT_EQ(blended(front, back, 1), front);
    EXPECT_EQ(blended(front, back, 0), back);
    EXPECT_EQ(blended(front, back, 0.25), (Color{50, 100, 75}));
}

}  // namespace zhitu::ui
