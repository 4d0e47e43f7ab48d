#include "exchange/exchange_file.h"

#include <algorithm>
#include <tuple>

#include "base/limits.h"
#include "base/sort.h"
#include "base/text.h"

namespace zhitu::exchange {

namespace {

constexpr char const* format_word = "zhitu-exchange";
constexpr char const* kind_word = "full";
constexpr std::int64_t version = 1;

using Heads = std::map<RawId, vault::WriterHead>;

Json heads_json(Heads const& heads) {
    Json json = Json::object();
    for (auto const& [writer, head] : heads) {
        Json const sequence(static_cast<std::int64_t>(head.sequence));
        json.set(to_text(writer), Json(Json::Array{sequence, Json(to_hex(head.hash))}));
    }
    return json;
}

// By writer, sequence and hash: the order of arrival is not in the file.
std::vector<vault::Change const*> in_order(std::vector<vault::Change> const& changes) {
    std::vector<vault::Change const*> order;
    order.reserve(changes.size());
    for (vault::Change const& change : changes) order.push_back(&change);
    sort_list(order, [](vault::Change const* a, vault::Change const* b) {
        auto const place = [](vault::Change const& change) {
            return std::tie(change.header.writer, change.header.sequence, change.hash);
        };
        return place(*a) < place(*b);
    });
    return order;
}

bool is_word(Json const* json, std::string_view word) {
    return json != nullptr && json->as_string() != nullptr && *json->as_string() == word;
}

// A missing number reads as -1.
std::int64_t integer_of(Json const* json) {
    bool const is_integer = json != nullptr && json->as_integer() != nullptr;
    return is_integer ? *json->as_integer() : -1;
}

std::optional<Error> wrong_envelope(Json const& json) {
    if (!is_word(json.find("format"), format_word)) return Error{ErrorCode::e_kind, {"format"}};
    std::int64_t const found = integer_of(json.find("v"));
    std::int64_t const least = integer_of(json.find("minv"));
    bool const is_readable = found >= 1 && least >= 1 && least <= version;
    if (!is_readable) return Error{ErrorCode::e_version, {std::to_string(found)}};
    if (!is_word(json.find("kind"), kind_word)) return Error{ErrorCode::e_kind, {"kind"}};
    return std::nullopt;
}

std::optional<Error> read_changes(Json const& json, std::vector<vault::Change>& out) {
    Json const* const list = json.find("changes");
    Json::Array const* const items = list == nullptr ? nullptr : list->as_array();
    if (items == nullptr) return Error{ErrorCode::e_field, {"changes"}};
    Json const* const counts = json.find("counts");
    std::int64_t const count = integer_of(counts == nullptr ? nullptr : counts->find("changes"));
    if (count != static_cast<std::int64_t>(items->size())) return Error{ErrorCode::e_trunc, {}};
    for (Json const& item : *items) {
        auto change = vault::change_from_json(item);
        if (!change) return change.error();
        out.push_back(std::move(change).value());
    }
    return std::nullopt;
}

// Every head the file promises must be among its changes.
std::optional<Error> check_heads(Json const& json, std::vector<vault::Change> const& changes) {
    Json const* const found = json.find("heads");
    Json::Object const* const heads = found == nullptr ? nullptr : found->as_object();
    if (heads == nullptr) return Error{ErrorCode::e_field, {"heads"}};
    std::map<std::string, std::string> writers;  // by hash of the change
    for (vault::Change const& change : changes) {
        writers.emplace(to_hex(change.hash), to_text(change.header.writer));
    }
    for (Json::Member const& head : *heads) {
        Json::Array const* const pair = head.value.as_array();
        bool const is_pair = pair != nullptr && pair->size() == 2 &&
                             pair->back().as_string() != nullptr;
        if (!is_pair) return Error{ErrorCode::e_field, {"heads"}};
        auto const change = writers.find(*pair->back().as_string());
        bool const is_there = change != writers.end() && change->second == head.key;
        if (!is_there) return Error{ErrorCode::e_trunc, {head.key}};
    }
    return std::nullopt;
}

}  // namespace

// Piece by piece: a tree of all changes would be several times the size of the file.
std::string write_full(vault::Ledger const& ledger, std::string_view made) {
    std::string out = R"({"changes":[)";
    auto const changes = in_order(ledger.changes());
    for (vault::Change const* change : changes) {
        if (change != changes.front()) out += ',';
        out += vault::change_bytes(*change);
    }
    out += R"(],"counts":{"changes":)" + std::to_string(changes.size());
    out += R"(},"format":"zhitu-exchange","heads":)";
    append_canonical(out, heads_json(ledger.heads()));
    out += R"(,"kind":"full","made":)";
    append_canonical(out, Json(made));
    out += R"(,"minv":1,"sig":null,"state":")" + to_hex(ledger.digest()) + R"(","v":1})";
    return out;
}

Result<ExchangeFile> read_full(std::string_view bytes) {
    if (bytes.size() > limits::file_bytes_max) return Error{ErrorCode::e_size, {}};
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    auto const json = read_json(bytes);
    if (!json) return json.error();
    if (auto error = wrong_envelope(json.value())) return *std::move(error);
    ExchangeFile file;
    if (auto error = read_changes(json.value(), file.changes)) return *std::move(error);
    if (auto error = check_heads(json.value(), file.changes)) return *std::move(error);
    Json const* const made = json.value().find("made");
    Json const* const state = json.value().find("state");
    bool const has_made = made != nullptr && made->as_string() != nullptr;
    if (!has_made) return Error{ErrorCode::e_field, {"made"}};
    file.made = *made->as_string();
    auto const digest = state != nullptr && state->as_string() != nullptr
                            ? digest_from_hex(*state->as_string())
                            : std::nullopt;
    if (!digest) return Error{ErrorCode::e_field, {"state"}};
    file.state = *digest;
    return file;
}

std::vector<vault::ChangePiece> change_pieces(std::string_view bytes) {
    constexpr std::string_view begins[] = {R"({"b":{"o":[)", R"({"h":{"d":")"};
    std::vector<std::size_t> places;
    for (std::string_view const begin : begins) {
        for (std::size_t at = bytes.find(begin); at != bytes.npos; at = bytes.find(begin, at + 1)) {
            places.push_back(at);
        }
    }
    sort_list(places);
    std::size_t const behind = std::min(bytes.rfind(R"(],"counts":{)"), bytes.size());
    std::vector<vault::ChangePiece> pieces;
    for (std::size_t i = 0; i < places.size(); ++i) {
        bool const is_last = i + 1 == places.size();
        std::size_t const end = is_last ? std::max(behind, places[i]) : places[i + 1] - 1;
        pieces.push_back({bytes.substr(places[i], end - places[i]), places[i]});
    }
    return pieces;
}

// The word cannot stand inside a string of other JSON: its quotes would be escaped there.
bool is_exchange_file(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (!trimmed(bytes.substr(0, 64)).starts_with('{')) return false;
    constexpr std::size_t looked_at = 1 << 20;
    auto const has_word = [](std::string_view part) {
        return part.find("\"zhitu-exchange\"") != std::string_view::npos;
    };
    return has_word(bytes.substr(0, looked_at)) ||
           has_word(bytes.substr(bytes.size() - std::min(bytes.size(), looked_at)));
}

}  // namespace zhitu::exchange
