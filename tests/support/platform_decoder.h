#pragma once

// The Decoder of the shell these tests run in: iconv natively, TextDecoder under Node.

#include ZHITU_DECODER_HEADER

namespace zhitu::testing {

inline exchange::Decoder const& platform_decoder() {
    static ZHITU_DECODER const decoder;
    return decoder;
}

}  // namespace zhitu::testing
