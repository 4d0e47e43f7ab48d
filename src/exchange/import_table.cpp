#include "exchange/import_table.h"

#include <utility>

namespace zhitu::exchange {

namespace {

constexpr char const* format_word = "zhitu-import";
constexpr std::int64_t format_version = 1;

// --- Writing
// Fields at their default are left out: most of a course or person is.
struct FieldWriter {
    Json& out;
    template <class T, class Bounds>
    void value(char const* field, T const& value, Bounds) {
        if (value != T{}) out.set(field, vault::value_to_json(value));
    }
    void position(char const* field, std::string const& value) { out.set(field, Json(value)); }
    template <class T>
    void elements(char const* field, std::set<T> const& elements, std::size_t) {
        Json list{Json::Array{}};
        for (T const& element : elements) list.push_back(vault::value_to_json(element));
        if (!elements.empty()) out.set(field, std::move(list));
    }
    template <class K, class V>
    void elements(char const* field, std::map<K, V> const& elements, std::size_t) {
        Json list{Json::Array{}};
        for (auto const& [key, value] : elements) list.push_back(pair_to_json(key, value));
        if (!elements.empty()) out.set(field, std::move(list));
    }
};

template <class T>
Json fields_of(T const& value) {
    Json fields = Json::object();
    FieldWriter writer{fields};
    visit_fields(writer, value);
    return fields;
}

Json number(std::uint64_t value) { return Json(static_cast<std::int64_t>(value)); }

Json line_of(Refusal const& refusal, char const* word) {
    Json why{Json::Array{}};
    why.push_back(number(static_cast<std::uint64_t>(refusal.why.code)));
    for (std::string const& argument : refusal.why.arguments) why.push_back(Json(argument));
    return Json(Json::Array{Json(word), Json(refusal.file), number(refusal.row),
                            Json(refusal.column), Json(refusal.value), std::move(why)});
}

Json line_of(RosterRow const& row) {
    Json skills{Json::Array{}};
    for (auto const& [name, level] : row.skills) {
        skills.push_back(Json(Json::Array{Json(name), Json(level)}));
    }
    Json place(Json::Array{Json(row.team.zh), Json(row.team.en), Json(row.department.zh),
                           Json(row.department.en)});
    return Json(Json::Array{Json("person"), fields_of(row.person), std::move(place),
                            Json(row.role_name), Json(row.manager_login), std::move(skills)});
}

// Calls write(line) for every line but the first.
template <class Write>
void write_lines(ImportTable const& table, Write write) {
    auto const write_map = [&write](char const* word, auto const& map) {
        for (auto const& [id, value] : map) {
            write(Json(Json::Array{Json(word), Json(to_text(id)), fields_of(value)}));
        }
    };
    write_map("skill", table.skills);
    write_map("course", table.courses);
    write_map("role", table.roles);
    for (RosterRow const& row : table.people) write(line_of(row));
    for (Refusal const& refusal : table.refusals) write(line_of(refusal, "refusal"));
    for (Refusal const& warning : table.warnings) write(line_of(warning, "warning"));
    for (auto const& [file, count] : table.rows_read) {
        write(Json(Json::Array{Json("rows"), Json(file), number(count)}));
    }
}

// --- Reading: every function answers false for what to_bytes would not have written.
struct FieldReader {
    Json const& json;
    bool& is_good;
    template <class T, class Bounds>
    void value(char const* field, T& value, Bounds bounds) {
        Json const* const found = json.find(field);
        if (found == nullptr) return;
        is_good = is_good && vault::value_from_json(*found, value) &&
                  !vault::check_value(field, value, bounds);
    }
    void position(char const* field, std::string& value) {
        this->value(field, value, vault::TextBounds{});
    }
    template <class T>
    void elements(char const* field, std::set<T>& elements, std::size_t count_max) {
        for (Json const& element : list(field, count_max)) {
            T read{};
            is_good = is_good && vault::value_from_json(element, read);
            elements.insert(std::move(read));
        }
    }
    template <class K, class V>
    void elements(char const* field, std::map<K, V>& elements, std::size_t count_max) {
        for (Json const& element : list(field, count_max)) {
            K key{};
            V value{};
            is_good = is_good && pair_from_json(element, key, value);
            elements.insert_or_assign(key, value);
        }
    }

private:
    Json::Array list(char const* field, std::size_t count_max) {
        Json const* const found = json.find(field);
        if (found == nullptr) return {};
        Json::Array const* const items = found->as_array();
        is_good = is_good && items != nullptr && items->size() <= count_max;
        return is_good ? *items : Json::Array{};
    }
};

template <class T>
bool read_fields(Json const& json, T& out) {
    bool is_good = json.as_object() != nullptr;
    FieldReader reader{json, is_good};
    visit_fields(reader, out);
    return is_good;
}

using Line = Json::Array;

bool read_text(Json const& json, std::string& out) { return vault::value_from_json(json, out); }

bool read_count(Json const& json, std::uint64_t& out) {
    std::int64_t const* const value = json.as_integer();
    if (value == nullptr || *value < 0) return false;
    out = static_cast<std::uint64_t>(*value);
    return true;
}

template <class IdType, class T>
bool read_into(Line const& line, std::map<IdType, T>& out) {
    if (line.size() != 3 || line[1].as_string() == nullptr) return false;
    auto const raw = raw_id_from_text(*line[1].as_string());
    return raw && read_fields(line[2], out[IdType{*raw}]);
}

bool read_error(Json const& json, Error& out) {
    Line const* const items = json.as_array();
    std::uint64_t code = 0;
    if (items == nullptr || items->empty() || !read_count(items->front(), code)) return false;
    if (code > static_cast<std::uint64_t>(ErrorCode::cancelled)) return false;
    out.code = static_cast<ErrorCode>(code);
    for (std::size_t i = 1; i < items->size(); ++i) {
        if (!read_text((*items)[i], out.arguments.emplace_back())) return false;
    }
    return true;
}

bool read_into(Line const& line, std::vector<Refusal>& out) {
    Refusal& refusal = out.emplace_back();
    return line.size() == 6 && read_text(line[1], refusal.file) &&
           read_count(line[2], refusal.row) && read_text(line[3], refusal.column) &&
           read_text(line[4], refusal.value) && read_error(line[5], refusal.why);
}

bool read_place(Json const& json, RosterRow& row) {
    Line const* const names = json.as_array();
    return names != nullptr && names->size() == 4 && read_text((*names)[0], row.team.zh) &&
           read_text((*names)[1], row.team.en) && read_text((*names)[2], row.department.zh) &&
           read_text((*names)[3], row.department.en);
}

bool read_skills(Json const& json, RosterRow& row) {
    Line const* const pairs = json.as_array();
    if (pairs == nullptr) return false;
    for (Json const& pair : *pairs) {
        Line const* const items = pair.as_array();
        std::string name;
        std::uint64_t level = 0;
        bool const is_good = items != nullptr && items->size() == 2 &&
                             read_text(items->front(), name) && read_count(items->back(), level) &&
                             level <= static_cast<std::uint64_t>(limits::level_max);
        if (!is_good) return false;
        row.skills.insert_or_assign(name, static_cast<std::int64_t>(level));
    }
    return true;
}

bool read_into(Line const& line, std::vector<RosterRow>& out) {
    RosterRow& row = out.emplace_back();
    return line.size() == 6 && read_fields(line[1], row.person) && read_place(line[2], row) &&
           read_text(line[3], row.role_name) && read_text(line[4], row.manager_login) &&
           read_skills(line[5], row);
}

bool read_rows(Line const& line, ImportTable& table) {
    return line.size() == 3 && line[1].as_string() != nullptr &&
           read_count(line[2], table.rows_read[*line[1].as_string()]);
}

bool read_line(Json const& json, ImportTable& table) {
    Line const* const line = json.as_array();
    if (line == nullptr || line->empty() || line->front().as_string() == nullptr) return false;
    std::string_view const word = *line->front().as_string();
    if (word == "skill") return read_into(*line, table.skills);
    if (word == "course") return read_into(*line, table.courses);
    if (word == "role") return read_into(*line, table.roles);
    if (word == "person") return read_into(*line, table.people);
    if (word == "refusal") return read_into(*line, table.refusals);
    if (word == "warning") return read_into(*line, table.warnings);
    return word == "rows" && read_rows(*line, table);
}

// The next line without its end; nothing when there is no whole line left.
std::optional<std::string_view> next_line(std::string_view& bytes) {
    std::size_t const end = bytes.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view const line = bytes.substr(0, end);
    bytes.remove_prefix(end + 1);
    return line;
}

// How many lines follow.
Result<std::uint64_t> read_head(std::string_view line) {
    auto const json = read_canonical(line);
    if (!json) return json.error();
    Line const* const items = json.value().as_array();
    std::uint64_t count = 0;
    bool const is_head = items != nullptr && items->size() == 3 &&
                         (*items)[0] == Json(format_word) && read_count((*items)[2], count);
    if (!is_head) return Error{ErrorCode::e_field, {"0"}};
    if (!((*items)[1] == Json(format_version))) return Error{ErrorCode::e_version, {}};
    return count;
}

}  // namespace

void refuse(ImportTable& table, RowOrigin origin, Refusal refusal) {
    table.refused_rows.push_back({std::move(origin), refusal.column, refusal.why});
    table.refusals.push_back(std::move(refusal));
}

std::string to_bytes(ImportTable const& table) {
    std::int64_t lines_count = 0;
    std::string body;
    write_lines(table, [&](Json const& line) {
        append_canonical(body, line);
        body += '\n';
        ++lines_count;
    });
    Json const head(Json::Array{Json(format_word), Json(format_version), Json(lines_count)});
    return to_canonical(head) + "\n" + body;
}

Result<ImportTable> import_table_from_bytes(std::string_view bytes) {
    auto const first = next_line(bytes);
    if (!first) return Error{ErrorCode::e_trunc, {}};
    auto const lines_count = read_head(*first);
    if (!lines_count) return lines_count.error();
    ImportTable table;
    for (std::uint64_t i = 1; i <= lines_count.value(); ++i) {
        auto const line = next_line(bytes);
        if (!line) return Error{ErrorCode::e_trunc, {}};
        auto const json = read_canonical(*line);
        if (!json) return json.error();
        if (!read_line(json.value(), table)) return Error{ErrorCode::e_field, {std::to_string(i)}};
    }
    if (!bytes.empty()) return Error{ErrorCode::e_trunc, {}};
    return table;
}

}  // namespace zhitu::exchange
