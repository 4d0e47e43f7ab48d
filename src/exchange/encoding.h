#pragma once

// From the bytes of a foreign file to UTF-8.
//
//   a byte order mark          says what it is
//   NUL at every other place   UTF-16, when what comes out looks like a table
//   well-formed UTF-8          is taken for it
//   anything else              GB18030, when the decoder takes it and nine tenths of what comes
//                              out are characters that people write; or no text

#include <optional>
#include <string>
#include <string_view>

#include "exchange/decoder.h"
#include "exchange/file_plan.h"

namespace zhitu::exchange {

struct DecodedText {
    std::string text;  // UTF-8 without mark, without NUL
    Encoding encoding = Encoding::utf8;
    bool has_byte_order_mark = false;
};

// Nothing when the bytes are no text, or not in the `wanted` encoding. UTF-8 is moved, not copied.
// `decoder` may be null. Cost: O(bytes).
std::optional<DecodedText> decode_text(std::string bytes, std::optional<Encoding> wanted,
                                       Decoder const* decoder);

}  // namespace zhitu::exchange
