#pragma once

// Every word of the face, in both languages. Views never write words themselves.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ui/view_state.h"

namespace zhitu::ui {

enum class Word : std::uint16_t {
#define ZT_WORD(name, zh, en) name,
#include "ui/words.inc"
#undef ZT_WORD
    count_
};
inline constexpr std::size_t words_count = static_cast<std::size_t>(Word::count_);

char const* text_of(Word word, Language language);
// The name of the entry in words.inc, for tests.
char const* name_of(Word word);

// Puts arguments in place of {0}, {1} …; a missing argument leaves nothing.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments);

// The word for a field of a thing or a file; what has none stays as it is.
std::string field_text(std::string_view field, Language language);

// The sentence for the person at the screen. Total: every code has one.
std::string sentence(Error const& error, Language language);

}  // namespace zhitu::ui
