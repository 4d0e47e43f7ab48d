#pragma once

// The tokens of the face: colours light and dark, the type scale, the grid. Values as in the
// design; tests hold every pair in use to 4.5:1 (text) and 3:1 (edges of inputs).

#include <array>
#include <cstdint>

namespace zhitu::ui {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(Color const&, Color const&) = default;
};

enum class Tint : std::uint8_t {
    ground,  // behind everything
    panel,   // cards, fields
    rail,    // navigation
    line,    // divides; carries no meaning
    edge,    // of inputs and buttons
    ink,
    muted,
    accent,       // act, good
    accent_soft,
    on_accent,    // text on accent
    amber,        // look
    amber_soft,
    vermilion,    // wrong, late
    vermilion_soft,
    track,        // empty part of a bar
    hover,
    count_
};

struct Tokens {
    std::array<Color, static_cast<std::size_t>(Tint::count_)> colors;
    std::array<Color, 5> heat;  // least to most
    Color operator[](Tint tint) const { return colors[static_cast<std::size_t>(tint)]; }
};

Tokens const& tokens_of(bool is_dark);

// Relative luminance and contrast ratio in [1, 21]. Source: WCAG 2.2.
double luminance(Color color);
double contrast(Color a, Color b);
// Ink or panel, whichever reads better on this heat.
Tint text_on(Tokens const& tokens, Color background);

// What is put where in this face; the contrast test walks them.
struct TintPair {
    Tint front;
    Tint back;
    bool is_edge = false;  // >= 3 instead of >= 4.5
};
inline constexpr TintPair tint_pairs[] = {
    {Tint::ink, Tint::ground},          {Tint::ink, Tint::panel},
    {Tint::ink, Tint::rail},            {Tint::ink, Tint::hover},
    {Tint::muted, Tint::ground},        {Tint::muted, Tint::panel},
    {Tint::muted, Tint::rail},          {Tint::muted, Tint::hover},
    {Tint::accent, Tint::ground},       {Tint::accent, Tint::panel},
    {Tint::accent, Tint::hover},        {Tint::accent, Tint::accent_soft},
    {Tint::on_accent, Tint::accent},    {Tint::amber, Tint::amber_soft},
    {Tint::amber, Tint::panel},         {Tint::amber, Tint::ground},
    {Tint::vermilion, Tint::panel},     {Tint::vermilion, Tint::ground},
    {Tint::vermilion, Tint::vermilion_soft}, {Tint::ink, Tint::accent_soft},
    {Tint::vermilion, Tint::hover},     {Tint::muted, Tint::track},
    {Tint::edge, Tint::panel, true},    {Tint::edge, Tint::ground, true},
};

// Of what is disabled: fainter than all that works, and still to be read. The test holds 3:1.
inline constexpr double disabled_opacity = 0.8;
inline constexpr double held_opacity = 0.85;  // under the finger
Color blended(Color front, Color back, double opacity);

// --- Type, in CSS pixels
enum class Type : std::uint8_t { small, body, strong, lead, heading, title, count_ };
struct TypeSpec {
    float size = 14;
    float line_height = 20;
    bool is_semibold = false;
};
TypeSpec type_spec(Type type);

// --- Space, a 4-px grid
inline constexpr float space = 4;
inline constexpr float card_padding = 16;
inline constexpr float page_margin = 24;
inline constexpr float page_margin_narrow = 16;
inline constexpr float card_gap = 16;
inline constexpr float card_radius = 8;
inline constexpr float control_radius = 6;
inline constexpr float navigation_width = 208;
inline constexpr float rail_width = 72;
inline constexpr float bottom_bar_height = 64;
inline constexpr float width_of_rail = 900;    // below: icons with words beneath
inline constexpr float width_of_bottom = 600;  // below: a bar of five at the bottom
inline constexpr float content_width_max = 1'440;
inline constexpr float doors_width_max = 1'080;

}  // namespace zhitu::ui
