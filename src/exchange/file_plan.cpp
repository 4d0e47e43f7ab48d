#include "exchange/file_plan.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "exchange/file_kinds.h"

namespace zhitu::exchange {

namespace {

constexpr std::array<char const*, 4> encoding_words = {"utf8", "utf16_little", "utf16_big",
                                                       "gb18030"};
constexpr std::array<char const*, 7> kind_words = {
    "unknown", "courses", "people", "enrolments", "interactions", "roles", "synonyms"};

Json pairs_of(std::map<std::string, std::string> const& map) {
    Json pairs{Json::Array{}};
    for (auto const& [key, value] : map) pairs.push_back(Json::Array{Json(key), Json(value)});
    return pairs;
}

// The readers leave a member that is absent alone and answer false for one that is wrong.
bool read_pairs(Json const& plan, char const* name, std::map<std::string, std::string>& out) {
    Json const* const found = plan.find(name);
    if (found == nullptr) return true;
    if (found->as_array() == nullptr) return false;
    for (Json const& item : *found->as_array()) {
        Json::Array const* const pair = item.as_array();
        bool const is_pair = pair != nullptr && pair->size() == 2 &&
                             pair->front().as_string() != nullptr &&
                             pair->back().as_string() != nullptr;
        if (!is_pair) return false;
        out.insert_or_assign(*pair->front().as_string(), *pair->back().as_string());
    }
    return true;
}

template <class Enum, std::size_t n>
bool read_word(Json const& plan, char const* name, std::array<char const*, n> const& words,
               std::optional<Enum>& out) {
    Json const* const found = plan.find(name);
    if (found == nullptr) return true;
    if (found->as_string() == nullptr) return false;
    auto const word = std::ranges::find(words, *found->as_string());
    if (word == words.end()) return false;
    out = static_cast<Enum>(word - words.begin());
    return true;
}

bool read_delimiter(Json const& plan, std::optional<char>& out) {
    Json const* const found = plan.find("delimiter");
    if (found == nullptr) return true;
    std::string const* const text = found->as_string();
    if (text == nullptr || !(*text == "," || *text == ";" || *text == "\t")) return false;
    out = text->front();
    return true;
}

bool read_flag(Json const& plan, char const* name, bool& out) {
    Json const* const found = plan.find(name);
    if (found == nullptr) return true;
    if (found->as_bool() == nullptr) return false;
    out = *found->as_bool();
    return true;
}

}  // namespace

std::vector<PlanField> plan_fields(FileKind kind) {
    std::vector<PlanField> fields;
    for (Column const& column : columns_of(kind)) {
        fields.push_back({column.name, column.is_required});
    }
    return fields;
}

std::string to_bytes(FilePlan const& plan) {
    Json json = Json::object();
    if (plan.encoding) {
        json.set("encoding", encoding_words[static_cast<std::size_t>(*plan.encoding)]);
    }
    if (plan.delimiter) json.set("delimiter", std::string(1, *plan.delimiter));
    if (plan.kind) json.set("kind", kind_words[static_cast<std::size_t>(*plan.kind)]);
    if (!plan.columns.empty()) json.set("columns", pairs_of(plan.columns));
    if (!plan.currencies.empty()) json.set("currencies", pairs_of(plan.currencies));
    if (plan.is_repaired) json.set("is_repaired", true);
    return to_canonical(json);
}

std::optional<FilePlan> file_plan_from_bytes(std::string_view bytes) {
    auto const json = read_canonical(bytes);
    if (!json || json.value().as_object() == nullptr) return std::nullopt;
    Json const& members = json.value();
    FilePlan plan;
    bool const is_plan = read_word(members, "encoding", encoding_words, plan.encoding) &&
                         read_delimiter(members, plan.delimiter) &&
                         read_word(members, "kind", kind_words, plan.kind) &&
                         read_pairs(members, "columns", plan.columns) &&
                         read_pairs(members, "currencies", plan.currencies) &&
                         read_flag(members, "is_repaired", plan.is_repaired);
    if (!is_plan) return std::nullopt;
    return plan;
}

}  // namespace zhitu::exchange
