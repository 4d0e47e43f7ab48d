#include "exchange/parser.h"

#include <optional>

#include "base/limits.h"
#include "exchange/course_file.h"
#include "exchange/file_kinds.h"
#include "exchange/role_file.h"
#include "exchange/roster_file.h"
#include "exchange/synonym_file.h"

namespace zhitu::exchange {

namespace {

std::string_view without_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes;
}

bool is_json(std::string_view bytes) {
    std::string_view const text = trimmed(bytes.substr(0, 256));
    return text.starts_with('{') || text.starts_with('[');
}

// The first member with a list of something tells.
FileKind kind_of(JsonTree const& tree) {
    if (!tree.is(JsonTree::Kind::object)) return FileKind::unknown;
    for (JsonTree const& member : tree.items) {
        if (!member.is(JsonTree::Kind::array) || member.items.empty()) continue;
        if (member.items.front().is(JsonTree::Kind::object)) return FileKind::roles;
        if (member.items.front().is(JsonTree::Kind::array)) return FileKind::synonyms;
    }
    return FileKind::unknown;
}

FileKind kind_of_csv(std::string_view text) {
    CsvRecord header;
    CsvReader(text).next(header);
    return kind_of_header(header.cells);
}

std::optional<Error> refusal_of(NamedBytes const& file) {
    if (file.bytes.size() > limits::file_bytes_max) {
        return Error{ErrorCode::file_too_large,
                     {file.name, std::to_string(limits::file_bytes_max)}};
    }
    bool const is_text = file.bytes.find('\0') == std::string::npos && is_utf8(file.bytes);
    if (!is_text) return Error{ErrorCode::not_text, {file.name}};
    return std::nullopt;
}

// File names come from anywhere; reports and rows_read must be writable as JSON.
std::string safe_name(std::string_view name) {
    std::string safe;
    for (std::size_t offset = 0; offset < name.size();) {
        char32_t const c = next_code_point(name, offset);
        append_code_point(safe, c == 0 ? 0xFFFD : c);
    }
    return shortened(safe, limits::name_max);
}

using Opened = Result<std::unique_ptr<FileReader>>;

Opened open_json(NamedBytes const& file) {
    auto tree = read_json_tree(without_mark(file.bytes));
    if (!tree) return tree.error();
    FileKind const kind = kind_of(tree.value());
    if (kind == FileKind::roles) {
        return read_role_file(file.name, std::move(tree).value(), file.bytes.size());
    }
    if (kind == FileKind::synonyms) {
        return read_synonym_file(file.name, std::move(tree).value(), file.bytes.size());
    }
    return Error{ErrorCode::file_unknown, {file.name}};
}

Opened open_any(NamedBytes const& file) {
    if (auto error = refusal_of(file)) return *std::move(error);
    if (is_json(without_mark(file.bytes))) return open_json(file);
    FileKind const kind = kind_of_csv(file.bytes);
    if (kind == FileKind::courses) return read_course_file(file.name, file.bytes);
    if (kind == FileKind::people) return read_roster_file(file.name, file.bytes);
    return Error{ErrorCode::file_unknown, {file.name}};
}

}  // namespace

FileKind detect_kind(std::string_view bytes) {
    if (bytes.find('\0') != std::string_view::npos || !is_utf8(bytes)) return FileKind::unknown;
    if (!is_json(without_mark(bytes))) return kind_of_csv(bytes);
    auto const tree = read_json_tree(without_mark(bytes));
    return tree ? kind_of(tree.value()) : FileKind::unknown;
}

Parser::Parser(std::vector<NamedBytes> files, std::vector<FilePlan> plans, Decoder const* decoder)
    : files_(std::move(files)), plans_(std::move(plans)), decoder_(decoder) {
    plans_.resize(files_.size());
    for (NamedBytes& file : files_) {
        bytes_all_ += file.bytes.size();
        file.name = safe_name(file.name);
    }
}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

bool Parser::step(std::uint64_t rows_max) {
    ZT_ASSERT(rows_max >= 1);
    if (next_ == files_.size()) return false;
    if (reader_ == nullptr) open_file();
    if (reader_ != nullptr && reader_->step(table_, rows_max)) return true;
    reader_.reset();
    bytes_done_ += files_[next_].bytes.size();
    files_[next_].bytes = {};
    ++next_;
    return next_ < files_.size();
}

void Parser::open_file() {
    NamedBytes const& file = files_[next_];
    FileReading& reading = table_.readings.emplace_back();
    reading.name = file.name;
    reading.size_bytes = file.bytes.size();
    reading.kind = detect_kind(file.bytes);
    reading.plan = plans_[next_];
    Opened opened = open_any(file);
    if (opened) {
        reader_ = std::move(opened).value();
        return;
    }
    RowReport{table_, file.name, 0}.refuse("", "", opened.error());
}

std::int64_t Parser::progress_millionths() const {
    if (next_ == files_.size() || bytes_all_ == 0) return limits::million;
    std::size_t const done = bytes_done_ + (reader_ == nullptr ? 0 : reader_->bytes_done());
    double const share = static_cast<double>(done) / static_cast<double>(bytes_all_);
    return static_cast<std::int64_t>(share * static_cast<double>(limits::million));
}

ImportTable Parser::take_table() {
    ZT_ASSERT(next_ == files_.size());
    return std::move(table_);
}

ImportTable parse_files(std::vector<NamedBytes> files, std::vector<FilePlan> plans,
                        Decoder const* decoder) {
    Parser parser(std::move(files), std::move(plans), decoder);
    while (parser.step(limits::file_rows_max)) {
    }
    return parser.take_table();
}

}  // namespace zhitu::exchange
