#include "wasm/browser_decoder.h"

#include <cstdlib>

#include "wasm/bridge.h"

namespace zhitu::wasm {

std::optional<std::string> BrowserDecoder::from_gb18030(std::string_view bytes) const {
    char* text = nullptr;
    int const size = zt_js_from_gb18030(bytes.data(), static_cast<int>(bytes.size()), &text);
    if (size < 0) return std::nullopt;
    std::string decoded(text, static_cast<std::size_t>(size));
    std::free(text);
    return decoded;
}

}  // namespace zhitu::wasm
