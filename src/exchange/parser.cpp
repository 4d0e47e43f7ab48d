#include "exchange/parser.h"

#include <algorithm>

#include "base/hash.h"
#include "base/limits.h"
#include "exchange/encoding.h"
#include "exchange/manager_cycles.h"
#include "exchange/narrow_delimiters.h"
#include "exchange/role_file.h"
#include "exchange/synonym_file.h"
#include "exchange/table_file.h"

namespace zhitu::exchange {

namespace {

bool is_json(std::string_view bytes) {
    std::string_view const text = trimmed(bytes.substr(0, 256));
    return text.starts_with('{') || text.starts_with('[');
}

// The first member with a list of something tells.
FileKind kind_of_object(JsonTree const& tree) {
    for (JsonTree const& member : tree.items) {
        if (!member.is(JsonTree::Kind::array) || member.items.empty()) continue;
        if (member.items.front().is(JsonTree::Kind::object)) return FileKind::roles;
        if (member.items.front().is(JsonTree::Kind::array)) return FileKind::synonyms;
    }
    return FileKind::unknown;
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

constexpr std::size_t signature_size = 16;

std::string hash_text(std::string_view text) {
    constexpr char const* digits = "0123456789abcdef";
    std::string hash;
    for (std::uint8_t const byte : sha256(text)) {
        hash += digits[byte >> 4];
        hash += digits[byte & 15];
    }
    hash.resize(signature_size);
    return hash;
}

// The first line as it stands, so that no plan changes it.
std::string signature_of(std::string_view bytes) {
    return hash_text(bytes.substr(0, bytes.find_first_of("\r\n")));
}

// Where lines mean nothing: the names of the columns.
std::string signature_of(std::vector<ColumnReading> const& columns) {
    std::string names = "json";
    for (ColumnReading const& column : columns) names += "\n" + column.name;
    return hash_text(names);
}

}  // namespace

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
    close_file();
    return next_ < files_.size();
}

void Parser::close_file() {
    reader_.reset();
    bytes_done_ += table_.readings.back().size_bytes;
    files_[next_].bytes = {};
    ++next_;
    if (next_ == files_.size()) break_manager_cycles(table_);
}

void Parser::refuse_file(Error why) {
    RowReport{table_, files_[next_].name}.refuse("", "", std::move(why));
}

// From here on the bytes of the file are its text.
void Parser::open_file() {
    NamedBytes& file = files_[next_];
    FileReading& reading = table_.readings.emplace_back();
    reading.name = file.name;
    reading.size_bytes = file.bytes.size();
    reading.plan = std::move(plans_[next_]);
    if (reading.size_bytes > limits::file_bytes_max) {
        std::string const most = std::to_string(limits::file_bytes_max);
        return refuse_file({ErrorCode::file_too_large, {file.name, most}});
    }
    reading.signature = signature_of(file.bytes);
    auto decoded = decode_text(std::move(file.bytes), reading.plan.encoding, decoder_);
    file.bytes = {};
    if (!decoded) return refuse_file({ErrorCode::not_text, {file.name}});
    reading.encoding = decoded->encoding;
    reading.has_byte_order_mark = decoded->has_byte_order_mark;
    file.bytes = std::move(decoded->text);
    if (is_json(file.bytes)) return open_json(file.bytes);
    file.bytes = with_narrow_delimiters(std::move(file.bytes));
    reader_ = open_table(table_, csv_records(file.bytes, reading.plan.delimiter));
}

void Parser::open_json(std::string_view text) {
    NamedBytes const& file = files_[next_];
    FileReading& reading = table_.readings.back();
    auto tree = read_json_tree(text);
    if (!tree) return refuse_file(tree.error());
    if (tree.value().is(JsonTree::Kind::array)) {
        reader_ = open_table(table_, json_records(std::move(tree).value(), text.size()));
        reading.signature = signature_of(reading.columns);
        return;
    }
    reading.kind = reading.plan.kind.value_or(kind_of_object(tree.value()));
    reading.signature = signature_of(std::vector<ColumnReading>{});
    if (reading.kind == FileKind::roles) {
        reader_ = read_role_file(file.name, std::move(tree).value(), text.size());
    } else if (reading.kind == FileKind::synonyms) {
        reader_ = read_synonym_file(file.name, std::move(tree).value(), text.size());
    } else {
        refuse_file({ErrorCode::file_unknown, {file.name}});
    }
}

std::int64_t Parser::progress_millionths() const {
    if (next_ == files_.size() || bytes_all_ == 0) return limits::million;
    double done = static_cast<double>(bytes_done_);
    if (reader_ != nullptr) {
        std::size_t const text_size = std::max<std::size_t>(1, files_[next_].bytes.size());
        done += static_cast<double>(table_.readings.back().size_bytes) *
                static_cast<double>(reader_->bytes_done()) / static_cast<double>(text_size);
    }
    double const share = std::min(done / static_cast<double>(bytes_all_), 1.0);
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
