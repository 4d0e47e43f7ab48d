#include "base/json.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

#include "base/limits.h"
#include "base/sort.h"
#include "base/text.h"

namespace zhitu {
namespace {

constexpr std::int64_t integer_max = limits::count_max;
constexpr std::size_t number_bytes_max = 17;  // "-9007199254740991"

bool is_valid_key(std::string_view key) {
    auto const is_valid = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !key.empty() && key.size() <= limits::json_key_bytes_max &&
           std::all_of(key.begin(), key.end(), is_valid);
}

bool is_number_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           c == '-' || c == '+' || c == '.';
}

// The one spelling of an integer within 2^53 - 1; anything else is no number to us.
std::optional<std::int64_t> parse_canonical_integer(std::string_view token) {
    std::string_view const digits = token.substr(token.starts_with('-') ? 1 : 0);
    if (token.size() > number_bytes_max || digits.empty()) return std::nullopt;
    if (digits.front() == '0' && token.size() > 1) return std::nullopt;  // -0 and leading zeros
    auto const value = parse_integer(token);
    if (!value || *value > integer_max || *value < -integer_max) return std::nullopt;
    return value;
}

// True when one of eight bytes is a quote, a backslash or below space. May say true in vain only
// behind a byte that is one of them.
bool has_special_byte(char const* bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101u;
    constexpr std::uint64_t high_bits = ones * 0x80;
    std::uint64_t block = 0;
    std::memcpy(&block, bytes, sizeof block);
    std::uint64_t const quote = block ^ (ones * '"');
    std::uint64_t const backslash = block ^ (ones * '\\');
    std::uint64_t const found = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) |
                                ((block - ones * 0x20) & ~block);
    return (found & high_bits) != 0;
}

bool is_special_byte(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

// Offset of the first special byte at or behind `offset`; the size when there is none.
std::size_t find_special_byte(std::string_view bytes, std::size_t offset) {
    while (bytes.size() - offset >= 8 && !has_special_byte(bytes.data() + offset)) offset += 8;
    while (offset < bytes.size() && !is_special_byte(bytes[offset])) ++offset;
    return offset;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Four hex digits at `offset`, or nothing.
std::optional<char32_t> parse_code_unit(std::string_view bytes, std::size_t offset) {
    if (bytes.size() - offset < 4) return std::nullopt;
    char32_t unit = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        int const value = hex_value(bytes[offset + i]);
        if (value < 0) return std::nullopt;
        unit = unit * 16 + static_cast<char32_t>(value);
    }
    return unit;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

bool has_smaller_key(Json::Member const& a, Json::Member const& b) { return a.key < b.key; }

}  // namespace

Json::Json() = default;
Json::Json(bool value) : content_(value) {}
Json::Json(std::int64_t value) : content_(value) {}
Json::Json(int value) : content_(static_cast<std::int64_t>(value)) {}
Json::Json(std::string value) : content_(std::move(value)) {}
Json::Json(std::string_view value) : content_(std::string(value)) {}
Json::Json(char const* value) : content_(std::string(value)) {}
Json::Json(Array value) : content_(std::move(value)) {}
Json::Json(Object value, int) : content_(std::move(value)) {}
Json::Json(Json const& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(Json const& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;

Json Json::object() { return Json(Object{}, 0); }

Json const* Json::find(std::string_view key) const {
    Object const* const members = as_object();
    if (members == nullptr) return nullptr;
    auto const is_before = [](Member const& member, std::string_view k) { return member.key < k; };
    auto const place = std::lower_bound(members->begin(), members->end(), key, is_before);
    return place != members->end() && place->key == key ? &place->value : nullptr;
}

Json& Json::set(std::string_view key, Json value) {
    Object* const members = std::get_if<Object>(&content_);
    ZT_ASSERT(members != nullptr);
    auto const is_before = [](Member const& member, std::string_view k) { return member.key < k; };
    auto const place = std::lower_bound(members->begin(), members->end(), key, is_before);
    if (place != members->end() && place->key == key)
        place->value = std::move(value);
    else
        members->insert(place, Member{std::string(key), std::move(value)});
    return *this;
}

void Json::push_back(Json value) {
    Array* const items = std::get_if<Array>(&content_);
    ZT_ASSERT(items != nullptr);
    items->push_back(std::move(value));
}

bool operator==(Json const& a, Json const& b) { return a.content_ == b.content_; }

// --- Writing ------------------------------------------------------------------------------------

namespace {

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    // Recursion is bounded: a value deeper than the reader takes is a mistake of ours.
    void append(Json const& value, std::size_t depth) {
        ++nodes_count_;
        ZT_ASSERT(nodes_count_ <= limits::json_nodes_max);
        if (auto const* const items = value.as_array()) return append_array(*items, depth + 1);
        if (auto const* const fields = value.as_object()) return append_object(*fields, depth + 1);
        if (auto const* const text = value.as_string()) return append_string(*text);
        if (auto const* const integer = value.as_integer()) return append_integer(*integer);
        if (auto const* const truth = value.as_bool()) out_ += *truth ? "true" : "false";
        if (value.is_null()) out_ += "null";
    }

private:
    void append_array(Json::Array const& items, std::size_t depth) {
        ZT_ASSERT(depth <= limits::json_depth_max && items.size() <= limits::json_array_max);
        out_ += '[';
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0) out_ += ',';
            append(items[i], depth);
        }
        out_ += ']';
    }

    void append_object(Json::Object const& members, std::size_t depth) {
        ZT_ASSERT(depth <= limits::json_depth_max && members.size() <= limits::json_keys_max);
        out_ += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            ZT_ASSERT(is_valid_key(members[i].key));
            if (i > 0) out_ += ',';
            out_ += '"';
            out_ += members[i].key;
            out_ += "\":";
            append(members[i].value, depth);
        }
        out_ += '}';
    }

    void append_integer(std::int64_t value) {
        ZT_ASSERT(value >= -integer_max && value <= integer_max);
        char buffer[number_bytes_max];
        auto const [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
        ZT_ASSERT(error == std::errc());
        out_.append(buffer, end);
    }

    void append_string(std::string_view text) {
        ZT_ASSERT(text.size() <= limits::json_string_bytes_max && is_utf8(text));
        out_ += '"';
        for (std::size_t offset = 0; offset < text.size();) {
            std::size_t const special = find_special_byte(text, offset);
            out_.append(text.substr(offset, special - offset));
            if (special < text.size()) append_escape(text[special]);
            offset = special + 1;
        }
        out_ += '"';
    }

    void append_escape(char c) {
        ZT_ASSERT(c != '\0');
        constexpr std::string_view named = "\"\\\b\t\n\f\r";
        constexpr std::string_view letters = "\"\\btnfr";
        out_ += '\\';
        std::size_t const place = named.find(c);
        if (place != std::string_view::npos) {
            out_ += letters[place];
            return;
        }
        constexpr char digits[] = "0123456789abcdef";
        out_ += "u00";
        out_ += digits[static_cast<unsigned char>(c) >> 4];
        out_ += digits[static_cast<unsigned char>(c) & 0xF];
    }

    std::string& out_;
    std::size_t nodes_count_ = 0;
};

}  // namespace

void append_canonical(std::string& out, Json const& value) { Writer(out).append(value, 0); }

std::string to_canonical(Json const& value) {
    std::string out;
    append_canonical(out, value);
    return out;
}

// --- Reading ------------------------------------------------------------------------------------

// Finished values wait on one stack, keys on another; an open container remembers where its own
// begin. So memory grows with what was read, never with what a file declares, and nothing recurses.
class JsonReader {
public:
    explicit JsonReader(std::string_view bytes) : bytes_(bytes) {}

    Result<Json> read() {
        if (std::size_t const size = utf8_prefix_size(bytes_); size != bytes_.size())
            return Error{ErrorCode::e_utf8, {std::to_string(size)}};
        bool is_going = true;
        while (is_going && expect_ != Expect::end) {
            skip_blanks();
            is_going = step();
        }
        skip_blanks();
        if (is_going && offset_ != bytes_.size()) fail(ErrorCode::e_json);
        if (error_) return std::move(*error_);
        return std::move(values_.back());
    }

private:
    enum class Expect { value, first_value, key, first_key, separator, end };
    struct Frame {
        bool is_object = false;
        std::size_t values_begin = 0;
        std::size_t keys_begin = 0;
    };

    bool fail(ErrorCode code) { return fail(code, std::to_string(offset_)); }
    bool fail(ErrorCode code, std::string argument) {
        error_ = Error{code, {std::move(argument)}};
        return false;
    }

    char peek() const { return offset_ < bytes_.size() ? bytes_[offset_] : '\0'; }

    void skip_blanks() {
        while (offset_ < bytes_.size()) {
            char const c = bytes_[offset_];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return;
            ++offset_;
        }
    }

    bool step() {
        char const c = peek();
        switch (expect_) {
            case Expect::first_value: return c == ']' ? close() : read_value(c);
            case Expect::value: return read_value(c);
            case Expect::first_key: return c == '}' ? close() : read_key(c);
            case Expect::key: return read_key(c);
            default: return read_separator(c);
        }
    }

    bool read_value(char c) {
        if (++nodes_count_ > limits::json_nodes_max) return fail(ErrorCode::e_size);
        switch (c) {
            case '{': return open(true);
            case '[': return open(false);
            case '"': return read_string_value();
            case 't': return read_word("true", true);
            case 'f': return read_word("false", false);
            case 'n': return read_word("null");
            default: break;
        }
        if (c == '-' || (c >= '0' && c <= '9')) return read_number();
        return fail(ErrorCode::e_json);
    }

    bool open(bool is_object) {
        if (frames_.size() == limits::json_depth_max) return fail(ErrorCode::e_depth);
        frames_.push_back(Frame{is_object, values_.size(), keys_.size()});
        expect_ = is_object ? Expect::first_key : Expect::first_value;
        ++offset_;
        return true;
    }

    // The value is made in its place: most of them are small, and there may be millions.
    template <class... Parts>
    bool finish_value(Parts&&... parts) {
        values_.emplace_back(std::forward<Parts>(parts)...);
        expect_ = frames_.empty() ? Expect::end : Expect::separator;
        return true;
    }

    bool read_separator(char c) {
        Frame const& frame = frames_.back();
        if (c == (frame.is_object ? '}' : ']')) return close();
        if (c != ',') return fail(ErrorCode::e_json);
        std::size_t const count = values_.size() - frame.values_begin;
        if (count >= (frame.is_object ? limits::json_keys_max : limits::json_array_max))
            return fail(ErrorCode::e_size);
        ++offset_;
        expect_ = frame.is_object ? Expect::key : Expect::value;
        return true;
    }

    bool close() {
        Frame const frame = frames_.back();
        frames_.pop_back();
        auto const first = values_.begin() + static_cast<std::ptrdiff_t>(frame.values_begin);
        if (frame.is_object) return close_object(frame);
        Json::Array items(std::make_move_iterator(first), std::make_move_iterator(values_.end()));
        values_.erase(first, values_.end());
        ++offset_;
        return finish_value(std::move(items));
    }

    bool close_object(Frame const& frame) {
        Json::Object members = take_members(frame);
        auto const is_out_of_order = [](Json::Member const& a, Json::Member const& b) {
            return a.key >= b.key;
        };
        if (std::adjacent_find(members.begin(), members.end(), is_out_of_order) != members.end()) {
            sort_list(members, has_smaller_key);
            auto const twin =
                std::adjacent_find(members.begin(), members.end(), is_out_of_order);
            if (twin != members.end()) return fail(ErrorCode::e_dupkey, twin->key);
        }
        ++offset_;
        return finish_value(Json(std::move(members), 0));
    }

    Json::Object take_members(Frame const& frame) {
        Json::Object members;
        std::size_t const count = values_.size() - frame.values_begin;
        members.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            members.push_back({std::move(keys_[frame.keys_begin + i]),
                               std::move(values_[frame.values_begin + i])});
        values_.resize(frame.values_begin);
        keys_.resize(frame.keys_begin);
        return members;
    }

    template <class... Value>
    bool read_word(std::string_view word, Value... value) {
        if (bytes_.substr(offset_, word.size()) != word) return fail(ErrorCode::e_json);
        offset_ += word.size();
        return finish_value(value...);
    }

    bool read_number() {
        std::size_t end = offset_;
        while (end < bytes_.size() && is_number_byte(bytes_[end])) ++end;
        auto const value = parse_canonical_integer(bytes_.substr(offset_, end - offset_));
        if (!value) return fail(ErrorCode::e_num);
        offset_ = end;
        return finish_value(*value);
    }

    bool read_string_value() {
        std::string text;
        if (!read_string(text)) return false;
        return finish_value(std::move(text));
    }

    bool read_key(char c) {
        if (c != '"') return fail(ErrorCode::e_json);
        std::string key;
        std::size_t const begin = offset_;
        if (!read_string(key)) return false;
        if (!is_valid_key(key)) return fail(ErrorCode::e_json, std::to_string(begin));
        skip_blanks();
        if (peek() != ':') return fail(ErrorCode::e_json);
        ++offset_;
        keys_.push_back(std::move(key));
        expect_ = Expect::value;
        return true;
    }

    // From the opening quote to behind the closing one. The common string is one run: one copy.
    bool read_string(std::string& text) {
        ++offset_;
        while (true) {
            std::size_t const special = find_special_byte(bytes_, offset_);
            std::size_t const run_size = special - offset_;
            if (text.size() + run_size > limits::json_string_bytes_max)
                return fail(ErrorCode::e_size);
            text.append(bytes_.substr(offset_, run_size));
            offset_ = special;
            char const c = peek();
            if (c == '"') break;
            if (c != '\\') return fail(ErrorCode::e_json);
            if (!read_escape(text)) return false;
        }
        ++offset_;
        return true;
    }

    bool read_escape(std::string& text) {
        constexpr std::string_view letters = "\"\\/btnfr";
        constexpr std::string_view meanings = "\"\\/\b\t\n\f\r";
        if (bytes_.size() - offset_ < 2) return fail(ErrorCode::e_json);
        char const letter = bytes_[offset_ + 1];
        if (letter == 'u') return read_unicode_escape(text);
        std::size_t const place = letters.find(letter);
        if (place == std::string_view::npos) return fail(ErrorCode::e_json);
        text += meanings[place];
        offset_ += 2;
        return true;
    }

    bool read_unicode_escape(std::string& text) {
        auto const unit = parse_code_unit(bytes_, offset_ + 2);
        if (!unit || *unit == 0) return fail(ErrorCode::e_json);
        if (is_low_surrogate(*unit)) return fail(ErrorCode::e_utf8);
        if (is_high_surrogate(*unit)) return read_surrogate_pair(text, *unit);
        append_code_point(text, *unit);
        offset_ += 6;
        return true;
    }

    bool read_surrogate_pair(std::string& text, char32_t high) {
        if (bytes_.substr(offset_ + 6, 2) != "\\u") return fail(ErrorCode::e_utf8);
        auto const low = parse_code_unit(bytes_, offset_ + 8);
        if (!low || !is_low_surrogate(*low)) return fail(ErrorCode::e_utf8);
        append_code_point(text, 0x10000 + ((high - 0xD800) << 10) + (*low - 0xDC00));
        offset_ += 12;
        return true;
    }

    std::string_view bytes_;
    std::size_t offset_ = 0;
    std::size_t nodes_count_ = 0;
    Expect expect_ = Expect::value;
    std::vector<Frame> frames_;
    std::vector<Json> values_;
    std::vector<std::string> keys_;
    std::optional<Error> error_;
};

Result<Json> read_json(std::string_view bytes) { return JsonReader(bytes).read(); }

Result<Json> read_canonical(std::string_view bytes) {
    Result<Json> value = read_json(bytes);
    if (!value.is_ok()) return value;
    std::string canonical;
    canonical.reserve(bytes.size());
    append_canonical(canonical, value.value());
    if (canonical != bytes) return Error{ErrorCode::e_canon};
    return value;
}

}  // namespace zhitu
