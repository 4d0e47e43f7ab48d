#pragma once

// Text whose UTF-8 bytes somebody once read as Latin-1 or Windows-1252 and saved as UTF-8 again:
// "KÃ¶ln" for "Köln".

#include <optional>
#include <string>
#include <string_view>

namespace zhitu::exchange {

// The text as it was, one reading back; nothing when the way back does not lead to well-formed
// UTF-8, or to the same text. Cost: O(n), a search for one byte for most texts.
std::optional<std::string> repaired(std::string_view text);

// Both texts from shortly before the first place where they differ, for eyes to compare; at most
// count_max code points each, "…" where something was left out.
struct Difference {
    std::string before;
    std::string after;
};
Difference around_difference(std::string_view before, std::string_view after,
                             std::size_t count_max);

}  // namespace zhitu::exchange
