#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace zhitu::ui {

namespace {

constexpr Color hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
            static_cast<std::uint8_t>(rgb)};
}

constexpr Tokens light_tokens{
    .colors = {hex(0xF6F5F1), hex(0xFFFFFF), hex(0xEFECE5), hex(0xE3E1DA), hex(0x838A85),
               hex(0x1E2422), hex(0x5C6662), hex(0x24704F), hex(0xE3F0E9), hex(0xFFFFFF),
               hex(0x8A5A00), hex(0xF7EBD3), hex(0xB3402B), hex(0xF8E6E1), hex(0xF1F0EB),
               hex(0xF1F0EB)},
    .heat = {hex(0xF1F0EB), hex(0xCFE5DA), hex(0x8CC3A8), hex(0x519F7B), hex(0x1C5A3E)},
};

constexpr Tokens dark_tokens{
    .colors = {hex(0x141716), hex(0x1C201F), hex(0x181B1A), hex(0x2D3331), hex(0x717B76),
               hex(0xE8ECEA), hex(0x9BA6A1), hex(0x5FC096), hex(0x1E3A2E), hex(0x141716),
               hex(0xE3B45A), hex(0x3A2D12), hex(0xF08B76), hex(0x402019), hex(0x2A302E),
               hex(0x262B29)},
    .heat = {hex(0x232827), hex(0x23443A), hex(0x2F6B54), hex(0x46A27C), hex(0x8FE0BA)},
};

double linear(std::uint8_t channel) {
    double const share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

}  // namespace

Tokens const& tokens_of(bool is_dark) { return is_dark ? dark_tokens : light_tokens; }

double luminance(Color color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrast(Color a, Color b) {
    double const lighter = std::max(luminance(a), luminance(b));
    double const darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

Color blended(Color front, Color back, double opacity) {
    auto const mixed = [opacity](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a * opacity + b * (1 - opacity)));
    };
    return {mixed(front.r, back.r), mixed(front.g, back.g), mixed(front.b, back.b)};
}

Tint text_on(Tokens const& tokens, Color background) {
    bool const is_ink = contrast(tokens[Tint::ink], background) >=
                        contrast(tokens[Tint::panel], background);
    return is_ink ? Tint::ink : Tint::panel;
}

TypeSpec type_spec(Type type) {
    constexpr TypeSpec specs[] = {{12, 16, false}, {14, 20, false}, {14, 20, true},
                                  {16, 24, true},  {18, 24, true},  {24, 32, true}};
    return specs[static_cast<std::size_t>(type)];
}

}  // namespace zhitu::ui
