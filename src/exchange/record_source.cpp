#include "exchange/record_source.h"

#include <cmath>
#include <cstdio>
#include <map>

#include "base/assert.h"
#include "base/limits.h"
#include "base/text.h"

namespace zhitu::exchange {

namespace {

using Kind = JsonTree::Kind;

class CsvRecords final : public RecordSource {
public:
    CsvRecords(std::string_view text, std::optional<char> delimiter)
        : text_(text), delimiter_(delimiter), reader_(text, delimiter) {}

    bool next(CsvRecord& record) override { return reader_.next(record); }
    void rewind() override { reader_ = CsvReader(text_, delimiter_); }
    std::size_t bytes_done() const override { return reader_.offset(); }
    char delimiter() const override { return reader_.delimiter(); }

private:
    std::string_view text_;
    std::optional<char> delimiter_;
    CsvReader reader_;
};

// --- Cells of JSON values
constexpr double plain_max = 1e18;  // beyond it no field of ours goes

// As parse_millionths reads it: no exponent.
std::string number_text(double value) {
    char const* format = std::trunc(value) == value ? "%.0f" : "%.6f";
    if (std::abs(value) > plain_max) format = "%.6g";
    char buffer[32] = {};
    std::snprintf(buffer, sizeof buffer, format, value);
    return buffer;
}

void append_quoted(std::string& out, std::string_view text) {
    out += '\'';
    for (char const c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    out += '\'';
}

std::string list_text(JsonTree const& list) {
    std::string text = "[";
    for (JsonTree const& item : list.items) {
        if (text.size() > 1) text += ", ";
        append_quoted(text, shown(item));
    }
    return text + "]";
}

std::string cell_of(JsonTree const& value) {
    if (value.is(Kind::null)) return {};
    if (value.is(Kind::number)) return number_text(value.number);
    return value.is(Kind::array) ? list_text(value) : shown(value);
}

class JsonRecords final : public RecordSource {
public:
    JsonRecords(JsonTree array, std::size_t file_bytes)
        : rows_(std::move(array.items)), file_bytes_(file_bytes) {
        for (JsonTree const& row : rows_) {
            for (std::string const& key : row.keys) learn_key(key);
        }
    }

    bool next(CsvRecord& record) override {
        record.fault = CsvFault::none;
        record.number = next_;
        if (next_ == 0) {
            record.cells = header_;
        } else if (next_ <= rows_.size()) {
            record.cells.assign(header_.size(), {});
            fill(record, rows_[next_ - 1]);
        } else {
            return false;
        }
        ++next_;
        return true;
    }
    void rewind() override { next_ = 0; }
    std::size_t bytes_done() const override {
        return next_ > rows_.size() ? file_bytes_ : file_bytes_ / (rows_.size() + 1) * next_;
    }
    char delimiter() const override { return 0; }

private:
    void learn_key(std::string const& key) {
        if (header_.size() == limits::columns_max) return;
        if (places_.emplace(key, header_.size()).second) header_.push_back(key);
    }

    void fill(CsvRecord& record, JsonTree const& row) const {
        for (std::size_t i = 0; i < row.keys.size(); ++i) {
            auto const place = places_.find(row.keys[i]);
            if (place == places_.end()) continue;
            std::string cell = cell_of(row.items[i]);
            if (cell.size() > limits::cell_bytes_max) {
                cell.resize(limits::cell_bytes_max);
                cell.resize(utf8_prefix_size(cell));
                record.fault = CsvFault::cell_too_large;
            }
            record.cells[place->second] = std::move(cell);
        }
    }

    std::vector<JsonTree> rows_;
    std::size_t file_bytes_;
    std::vector<std::string> header_{};
    std::map<std::string, std::size_t> places_{};
    std::size_t next_ = 0;  // 0: the header
};

}  // namespace

std::unique_ptr<RecordSource> csv_records(std::string_view text, std::optional<char> delimiter) {
    return std::make_unique<CsvRecords>(text, delimiter);
}

std::unique_ptr<RecordSource> json_records(JsonTree array, std::size_t file_bytes) {
    ZT_ASSERT(array.is(Kind::array));
    return std::make_unique<JsonRecords>(std::move(array), file_bytes);
}

}  // namespace zhitu::exchange
