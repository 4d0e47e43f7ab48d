#include "tools/files/iconv_decoder.h"

#include <iconv.h>

namespace zhitu::tools {

namespace {

// Every GB18030 byte gives at most two of UTF-8: two bytes a character give at most four.
constexpr std::size_t growth_max = 2;

}  // namespace

std::optional<std::string> IconvDecoder::from_gb18030(std::string_view bytes) const {
    iconv_t const converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string text(bytes.size() * growth_max, '\0');
    char* in = const_cast<char*>(bytes.data());  // iconv only reads it
    char* out = text.data();
    std::size_t in_left = bytes.size();
    std::size_t out_left = text.size();
    std::size_t const result = iconv(converter, &in, &in_left, &out, &out_left);
    iconv_close(converter);
    if (result == static_cast<std::size_t>(-1) || in_left > 0) return std::nullopt;
    text.resize(text.size() - out_left);
    return text;
}

}  // namespace zhitu::tools
