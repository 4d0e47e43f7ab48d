#pragma once

// The decoding port over TextDecoder, which pages, workers and Node all have (decoder.js).

#include "exchange/decoder.h"

namespace zhitu::wasm {

class BrowserDecoder final : public exchange::Decoder {
public:
    std::optional<std::string> from_gb18030(std::string_view bytes) const override;
};

}  // namespace zhitu::wasm
