#pragma once

// The decoding port over the C library's iconv.

#include "exchange/decoder.h"

namespace zhitu::tools {

class IconvDecoder final : public exchange::Decoder {
public:
    std::optional<std::string> from_gb18030(std::string_view bytes) const override;
};

}  // namespace zhitu::tools
