#pragma once

// Values as bytes between two builds of this program, for one moment (page and worker): nothing
// of this is stored. Numbers are 64 bits, little endian; sizes stand before what they count.
// Writer and reader have the same calls, so that a struct is described once for both:
//
//   template <class Wire> void cross(Wire& wire, NamedBytes& file) {
//       wire.text(file.name);
//       wire.text(file.bytes);
//   }

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace zhitu::app {

class WireWriter {
public:
    explicit WireWriter(std::string& out) : out_(out) {}

    template <class Number>
    void number(Number& value) {
        std::uint64_t const bits = static_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i) out_.push_back(static_cast<char>((bits >> (8 * i)) & 0xFF));
    }
    void text(std::string& value) {
        std::uint64_t size = value.size();
        number(size);
        out_ += value;
    }
    void id(RawId& value) { out_.append(value.begin(), value.end()); }
    // Of an enum or bool with values 0 … count - 1.
    template <class Choice>
    void choice(Choice& value, std::size_t) {
        out_.push_back(static_cast<char>(value));
    }
    template <class T, class Cross>
    void maybe(std::optional<T>& value, Cross cross_one) {
        bool is_there = value.has_value();
        choice(is_there, 2);
        if (is_there) cross_one(*this, *value);
    }
    template <class K, class V, class Cross>
    void map(std::map<K, V>& values, Cross cross_one) {
        std::uint64_t count = values.size();
        number(count);
        for (auto& [key, value] : values) {
            K copy = key;
            cross_one(*this, copy, value);
        }
    }
    template <class T, class Cross>
    void list(std::vector<T>& values, Cross cross_one) {
        std::uint64_t count = values.size();
        number(count);
        for (T& value : values) cross_one(*this, value);
    }

private:
    std::string& out_;
};

// Total: what is not there or too much reads as nothing, and is_good() is false from then on.
class WireReader {
public:
    explicit WireReader(std::string_view bytes) : bytes_(bytes) {}

    template <class Number>
    void number(Number& value) {
        std::uint64_t bits = 0;
        if (!has(8)) return;
        for (std::size_t i = 0; i < 8; ++i) {
            bits |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes_[i])) << (8 * i);
        }
        bytes_.remove_prefix(8);
        value = static_cast<Number>(bits);
    }
    void text(std::string& value) {
        std::uint64_t size = 0;
        number(size);
        if (!has(size)) return;
        value.assign(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
    }
    void id(RawId& value) {
        if (!has(value.size())) return;
        for (std::size_t i = 0; i < value.size(); ++i) {
            value[i] = static_cast<std::uint8_t>(bytes_[i]);
        }
        bytes_.remove_prefix(value.size());
    }
    template <class T, class Cross>
    void list(std::vector<T>& values, Cross cross_one) {
        std::uint64_t count = 0;
        number(count);
        if (!has(count)) return;  // an element has a byte at least
        for (std::uint64_t i = 0; i < count && is_good_; ++i) {
            cross_one(*this, values.emplace_back());
        }
    }
    template <class Choice>
    void choice(Choice& value, std::size_t count) {
        if (!has(1)) return;
        std::size_t const read = static_cast<std::uint8_t>(bytes_.front());
        bytes_.remove_prefix(1);
        is_good_ = read < count;
        if (is_good_) value = static_cast<Choice>(read);
    }
    template <class T, class Cross>
    void maybe(std::optional<T>& value, Cross cross_one) {
        bool is_there = false;
        choice(is_there, 2);
        value.reset();
        if (is_there) cross_one(*this, value.emplace());
    }
    template <class K, class V, class Cross>
    void map(std::map<K, V>& values, Cross cross_one) {
        std::uint64_t count = 0;
        number(count);
        if (!has(count)) return;
        for (std::uint64_t i = 0; i < count && is_good_; ++i) {
            K key{};
            V value{};
            cross_one(*this, key, value);
            values.insert_or_assign(std::move(key), std::move(value));
        }
    }

    bool is_good() const { return is_good_; }
    bool is_at_end() const { return bytes_.empty(); }

private:
    bool has(std::uint64_t size) {
        is_good_ = is_good_ && size <= bytes_.size();
        return is_good_;
    }
    std::string_view bytes_;
    bool is_good_ = true;
};

}  // namespace zhitu::app
