#pragma once

// From plain structs to ops and back. A struct declares its fields once:
//
//   template <class Visitor, class T>            // T: Course or Course const
//   void visit_fields(Visitor& v, T& course) {
//       v.value("title_zh", course.title.zh, TextBounds{limits::course_title_max});
//       v.value("level", course.level, Range{0, limits::level_max});
//       v.elements("teaches", course.teaches, limits::course_skills_max);
//   }
//
// Encoding, checked decoding, validation and the fuzz generator all come from that declaration.
// Value types: std::string, bool, std::int64_t, std::optional<std::int64_t>, Id<…>. Elements:
// std::set of those, and std::map<K, V> with pair_to_json(K, V) and pair_from_json(Json, K&, V&)
// overloads beside V.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/text.h"
#include "vault/ledger.h"

namespace zhitu::vault {

struct TextBounds {
    std::size_t code_points_max = limits::name_max;
};
struct Range {
    std::int64_t least = 0;
    std::int64_t most = limits::count_max;
};
struct Anything {};

// --- One value <-> JSON. from_json leaves `out` alone and returns false when it does not fit.
inline Json value_to_json(std::string const& value) { return Json(value); }
inline Json value_to_json(bool value) { return Json(value); }
inline Json value_to_json(std::int64_t value) { return Json(value); }
inline Json value_to_json(std::optional<std::int64_t> const& value) {
    return value ? Json(*value) : Json();
}
template <class Tag>
Json value_to_json(Id<Tag> const& id) {
    return id.is_nil() ? Json() : Json(to_text(id));
}

bool value_from_json(Json const& json, std::string& out);
bool value_from_json(Json const& json, bool& out);
bool value_from_json(Json const& json, std::int64_t& out);
bool value_from_json(Json const& json, std::optional<std::int64_t>& out);
bool raw_id_from_json(Json const& json, RawId& out);
template <class Tag>
bool value_from_json(Json const& json, Id<Tag>& out) {
    return raw_id_from_json(json, out.raw);
}

// --- Bounds. Empty when the value fits.
std::optional<Error> check_value(std::string_view field, std::string const& value,
                                 TextBounds bounds);
std::optional<Error> check_value(std::string_view field, std::int64_t value, Range range);
std::optional<Error> check_value(std::string_view field, std::optional<std::int64_t> const& value,
                                 Range range);
template <class T>
std::optional<Error> check_value(std::string_view, T const&, Anything) {
    return std::nullopt;
}

// --- The visitors
struct EncodedFields {
    std::map<std::string, Json> values;
    std::map<std::string, std::vector<Json>> elements;
    std::set<std::string> positions{};  // fields among `values` that are places in an order
};

struct FieldEncoder {
    EncodedFields& out;
    template <class T, class Bounds>
    void value(char const* field, T const& value, Bounds) {
        out.values.emplace(field, value_to_json(value));
    }
    void position(char const* field, std::string const& value) {
        out.values.emplace(field, Json(value));
        out.positions.insert(field);
    }
    template <class T>
    void elements(char const* field, std::set<T> const& elements, std::size_t) {
        auto& list = out.elements[field];
        for (T const& element : elements) list.push_back(value_to_json(element));
    }
    template <class K, class V>
    void elements(char const* field, std::map<K, V> const& elements, std::size_t) {
        auto& list = out.elements[field];
        for (auto const& [key, value] : elements) list.push_back(pair_to_json(key, value));
    }
};

// Total: a value of the wrong shape or out of bounds leaves the struct's default in place.
struct FieldDecoder {
    Entity const& entity;
    template <class T, class Bounds>
    void value(char const* field, T& value, Bounds bounds) {
        Json const* json = entity.value(field);
        if (json == nullptr) return;
        T read{};
        if (value_from_json(*json, read) && !check_value(field, read, bounds)) {
            value = std::move(read);
        }
    }
    void position(char const* field, std::string& value) {
        this->value(field, value, TextBounds{});
    }
    template <class T>
    void elements(char const* field, std::set<T>& elements, std::size_t count_max) {
        for (SetElement const& element : entity.elements(field)) {
            T read{};
            if (elements.size() < count_max && value_from_json(element.value, read)) {
                elements.insert(std::move(read));
            }
        }
    }
    template <class K, class V>
    void elements(char const* field, std::map<K, V>& elements, std::size_t count_max) {
        for (SetElement const& element : entity.elements(field)) {
            K key{};
            V value{};
            bool const is_read = pair_from_json(element.value, key, value);
            if (is_read && elements.size() < count_max) elements.insert_or_assign(key, value);
        }
    }
};

struct FieldChecker {
    std::optional<Error>& first_error;
    template <class T, class Bounds>
    void value(char const* field, T const& value, Bounds bounds) {
        if (!first_error) first_error = check_value(field, value, bounds);
    }
    void position(char const* field, std::string const& value) {
        this->value(field, value, TextBounds{});
    }
    template <class C>
    void elements(char const* field, C const& elements, std::size_t count_max) {
        if (first_error || elements.size() <= count_max) return;
        first_error = Error{ErrorCode::out_of_range, {field, "0", std::to_string(count_max)}};
    }
};

// --- What areas and app call
template <class T>
EncodedFields encode_fields(T const& value) {
    EncodedFields out;
    FieldEncoder encoder{out};
    visit_fields(encoder, value);
    return out;
}

template <class T>
void decode_fields(Entity const& entity, T& out) {
    FieldDecoder decoder{entity};
    visit_fields(decoder, out);
}

// Apply for a kind that is one struct in a map: `entity` anew, or gone when there is none.
template <class Map, class Key>
void apply_to_map(Map& map, Key id, Entity const* entity) {
    map.erase(id);
    if (entity != nullptr) decode_fields(*entity, map[id]);
}

template <class T>
std::optional<Error> check_fields(T const& value) {
    std::optional<Error> error;
    FieldChecker checker{error};
    visit_fields(checker, value);
    return error;
}

// Ops that turn `before` into `after`: set (of a position pos) for changed values, rem / add for
// changed elements.
// Equal structs give no op. A field that is in `before` only is left alone.
Ops diff_ops(EntityKey const& entity, RawId const& subject, EncodedFields const& before,
             EncodedFields const& after);

// The same from two structs of one kind.
template <class T>
Ops edit_ops(EntityKey const& entity, RawId const& subject, T const& before, T const& after) {
    return diff_ops(entity, subject, encode_fields(before), encode_fields(after));
}

}  // namespace zhitu::vault
