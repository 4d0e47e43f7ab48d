#pragma once

// The port to encodings that the platform knows and we do not: the browser's TextDecoder in wasm/,
// iconv in tools/. UTF-8 and UTF-16 need nobody's help.

#include <optional>
#include <string>
#include <string_view>

namespace zhitu::exchange {

class Decoder {
public:
    virtual ~Decoder() = default;
    // UTF-8, or nothing when the bytes are no GB18030 text. Cost: O(bytes).
    virtual std::optional<std::string> from_gb18030(std::string_view bytes) const = 0;
};

}  // namespace zhitu::exchange
