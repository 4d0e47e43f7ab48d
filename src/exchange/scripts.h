#pragma once

// Which writing a text is in, to put it on the right side of a LocalText.

#include <string_view>

#include "base/text.h"

namespace zhitu::exchange {

// Any Han character: U+3400..U+9FFF, U+F900..U+FAFF, U+20000..U+323AF. Cost: O(n).
bool has_han(std::string_view text);
// Any letter of U+0400..U+04FF. Cost: O(n).
bool has_cyrillic(std::string_view text);

// Text with Han characters is Chinese; everything else goes to the other side.
LocalText local_text(std::string_view text);

// "zh", "ru" or "en", by the letters of a title.
char const* language_of(std::string_view title);

}  // namespace zhitu::exchange
