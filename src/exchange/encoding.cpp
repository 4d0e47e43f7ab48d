#include "exchange/encoding.h"

#include "base/text.h"

namespace zhitu::exchange {

namespace {

constexpr std::string_view mark_utf8 = "\xEF\xBB\xBF";
constexpr std::string_view mark_little = "\xFF\xFE";
constexpr std::string_view mark_big = "\xFE\xFF";

std::string_view mark_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return mark_utf8;
        case Encoding::utf16_little: return mark_little;
        case Encoding::utf16_big: return mark_big;
        case Encoding::gb18030: break;
    }
    return {};
}

// --- UTF-16
char32_t unit_at(std::string_view bytes, std::size_t offset, bool is_big) {
    auto const first = static_cast<unsigned char>(bytes[offset]);
    auto const second = static_cast<unsigned char>(bytes[offset + 1]);
    return is_big ? char32_t{first} << 8 | second : char32_t{second} << 8 | first;
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// A surrogate without its other half is no text.
std::optional<std::string> from_utf16(std::string_view bytes, bool is_big) {
    std::string text;
    if (bytes.size() % 2 != 0) return std::nullopt;
    for (std::size_t offset = 0; offset < bytes.size(); offset += 2) {
        char32_t c = unit_at(bytes, offset, is_big);
        if (is_surrogate(c)) {
            bool const has_low = c < 0xDC00 && offset + 4 <= bytes.size();
            char32_t const low = has_low ? unit_at(bytes, offset + 2, is_big) : 0;
            if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            offset += 2;
        }
        append_code_point(text, c);
    }
    return text;
}

// Latin letters, commas and line ends have a NUL on one side and hardly ever on the other.
std::optional<Encoding> utf16_by_nul(std::string_view bytes) {
    std::size_t counts[2] = {};
    for (std::size_t i = 0; i < bytes.size(); ++i) counts[i % 2] += bytes[i] == '\0';
    if (counts[1] > 8 * counts[0]) return Encoding::utf16_little;
    if (counts[0] > 8 * counts[1]) return Encoding::utf16_big;
    return std::nullopt;
}

// --- Is it text?
bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

// ASCII, Latin, Greek, Cyrillic; punctuation; Han with what is written between it.
bool is_usual(char32_t c) {
    return c < 0x530 || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0xA000) ||
           (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0) ||
           (c >= 0x20000 && c < 0x32000);
}

bool looks_written(std::string_view text) {
    std::size_t count = 0;
    std::size_t usual_count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count) {
        char32_t const c = next_code_point(text, offset);
        if (is_control(c)) return false;
        usual_count += is_usual(c);
    }
    return usual_count * 10 >= count * 9;
}

bool is_clean(std::string_view text) {
    return text.find('\0') == std::string_view::npos && is_utf8(text);
}

std::optional<std::string> text_in(std::string bytes, Encoding encoding, Decoder const* decoder) {
    std::optional<std::string> text;
    switch (encoding) {
        case Encoding::utf8: text = std::move(bytes); break;
        case Encoding::utf16_little: text = from_utf16(bytes, false); break;
        case Encoding::utf16_big: text = from_utf16(bytes, true); break;
        case Encoding::gb18030:
            if (decoder != nullptr) text = decoder->from_gb18030(bytes);
            break;
    }
    return text && is_clean(*text) ? text : std::nullopt;
}

std::optional<DecodedText> guessed(std::string bytes, Decoder const* decoder) {
    Encoding encoding = Encoding::gb18030;
    if (bytes.find('\0') != std::string::npos) {
        auto const wide = utf16_by_nul(bytes);
        if (!wide) return std::nullopt;
        encoding = *wide;
    } else if (is_utf8(bytes)) {
        return DecodedText{std::move(bytes), Encoding::utf8, false};
    }
    auto text = text_in(std::move(bytes), encoding, decoder);
    if (!text || !looks_written(*text)) return std::nullopt;
    return DecodedText{*std::move(text), encoding, false};
}

}  // namespace

std::optional<DecodedText> decode_text(std::string bytes, std::optional<Encoding> wanted,
                                       Decoder const* decoder) {
    std::optional<Encoding> marked;
    for (Encoding const each : {Encoding::utf8, Encoding::utf16_little, Encoding::utf16_big}) {
        if (bytes.starts_with(mark_of(each)) && wanted.value_or(each) == each) marked = each;
    }
    if (marked) bytes.erase(0, mark_of(*marked).size());
    if (!marked && !wanted) return guessed(std::move(bytes), decoder);
    Encoding const encoding = wanted ? *wanted : *marked;
    auto text = text_in(std::move(bytes), encoding, decoder);
    if (!text) return std::nullopt;
    return DecodedText{*std::move(text), encoding, marked.has_value()};
}

}  // namespace zhitu::exchange
