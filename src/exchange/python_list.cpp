#include "exchange/python_list.h"

#include <charconv>

#include "base/text.h"

namespace zhitu::exchange {

namespace {

class ListReader {
public:
    explicit ListReader(std::string_view text) : text_(trimmed(text)) {}

    std::optional<std::vector<std::string>> read() {
        std::vector<std::string> items;
        if (!take('[')) return std::nullopt;
        for (;;) {
            pass_blanks();
            if (take(']')) break;
            if (!items.empty() && !is_comma_before_) return std::nullopt;
            if (!read_string(items.emplace_back())) return std::nullopt;
            pass_blanks();
            is_comma_before_ = take(',');
        }
        if (offset_ != text_.size()) return std::nullopt;
        return items;
    }

private:
    bool take(char wanted) {
        if (offset_ >= text_.size() || text_[offset_] != wanted) return false;
        ++offset_;
        return true;
    }
    void pass_blanks() {
        while (take(' ') || take('\t') || take('\n') || take('\r')) {
        }
    }

    bool read_string(std::string& out) {
        char const quote = offset_ < text_.size() ? text_[offset_] : '\0';
        if (quote != '\'' && quote != '"') return false;
        ++offset_;
        while (offset_ < text_.size()) {
            char const c = text_[offset_++];
            if (c == quote) return true;
            if (c != '\\') out.push_back(c);
            if (c == '\\' && !read_escape(out)) return false;
        }
        return false;
    }

    bool read_escape(std::string& out) {
        if (offset_ >= text_.size()) return false;
        char const c = text_[offset_++];
        switch (c) {
            case 'n': out.push_back('\n'); return true;
            case 'r': out.push_back('\r'); return true;
            case 't': out.push_back('\t'); return true;
            case 'x': return read_hex(out, 2);
            case 'u': return read_hex(out, 4);
            default: out.push_back(c); return c == '\\' || c == '\'' || c == '"' || c == '/';
        }
    }

    bool read_hex(std::string& out, std::size_t digits_count) {
        std::string_view const digits = text_.substr(offset_, digits_count);
        std::uint32_t value = 0;
        char const* const end = digits.data() + digits.size();
        auto const [stop, error] = std::from_chars(digits.data(), end, value, 16);
        if (digits.size() != digits_count || error != std::errc() || stop != end) return false;
        append_code_point(out, value == 0 ? 0xFFFD : static_cast<char32_t>(value));
        offset_ += digits_count;
        return true;
    }

    std::string_view text_;
    std::size_t offset_ = 0;
    bool is_comma_before_ = false;
};

}  // namespace

std::optional<std::vector<std::string>> parse_python_list(std::string_view text) {
    return ListReader(text).read();
}

}  // namespace zhitu::exchange
