#pragma once

// Where lines end. Latin breaks at blanks and behind hyphens, Chinese between any two characters
// but never before closing or behind opening punctuation; a word longer than the line breaks
// anywhere.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace zhitu::ui {

struct TextLine {
    std::uint32_t begin = 0;  // bytes
    std::uint32_t end = 0;    // without the blanks the line was broken at
    float width = 0;
};

// Width of a character; `offset` is its first byte. Asked once for each, in order.
using Advance = std::function<float(char32_t, std::size_t offset)>;

// At least one line; '\n' always ends one. Cost: O(n).
std::vector<TextLine> wrap_text(std::string_view text, float width, Advance const& advance);

// Ideographs, kana, full-width forms: what sets without blanks.
bool is_wide(char32_t code_point);
// May a line end between these two?
bool may_break(char32_t before, char32_t after);

}  // namespace zhitu::ui
