#include "exchange/json_entries.h"

#include <cmath>

namespace zhitu::exchange {

namespace {

class JsonEntries final : public FileReader {
public:
    JsonEntries(std::string file, JsonTree tree, std::size_t file_bytes,
                std::unique_ptr<EntryTaker> taker)
        : file_(std::move(file)),
          tree_(std::move(tree)),
          file_bytes_(file_bytes),
          taker_(std::move(taker)) {}

    bool step(ImportTable& table, std::uint64_t rows_max) override {
        table.rows_read[file_];
        auto& columns = table.readings.back().columns;
        if (columns.empty()) columns.push_back({"name", {}, {}});
        for (std::uint64_t i = 0; i < rows_max; ++i) {
            if (next_ == tree_.keys.size()) return false;
            std::vector<std::string> const cells = {tree_.keys[next_]};
            RowReport report{table, file_, next_ + 1, &cells};
            ++report.reading().rows_count;
            ++table.rows_read[file_];
            take_entry(cells.front(), tree_.items[next_], report);
            ++next_;
        }
        return next_ < tree_.keys.size();
    }

    std::size_t bytes_done() const override {
        if (next_ == tree_.keys.size()) return file_bytes_;
        return file_bytes_ / tree_.keys.size() * next_;
    }

private:
    void take_entry(std::string_view key, JsonTree const& value, RowReport& report) {
        std::string_view const name = trimmed(key);
        if (name.empty()) {
            return report.refuse("", shown(value), {ErrorCode::empty_field, {"name"}});
        }
        if (count_code_points(name) > limits::name_max) {
            std::string const most = std::to_string(limits::name_max);
            return report.refuse("", name, {ErrorCode::too_long, {"name", most}});
        }
        taker_->take(name, value, report);
    }

    std::string file_;
    JsonTree tree_;
    std::size_t file_bytes_;
    std::unique_ptr<EntryTaker> taker_;
    std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<FileReader> read_json_entries(std::string file, JsonTree tree,
                                              std::size_t file_bytes,
                                              std::unique_ptr<EntryTaker> taker) {
    return std::make_unique<JsonEntries>(std::move(file), std::move(tree), file_bytes,
                                         std::move(taker));
}

std::optional<std::int64_t> share_millionths(JsonTree const* value) {
    if (value == nullptr || !value->is(JsonTree::Kind::number)) return std::nullopt;
    if (!(value->number >= 0 && value->number <= 1)) return std::nullopt;
    return std::llround(value->number * static_cast<double>(limits::million));
}

std::string_view text_of(JsonTree const* value) {
    if (value == nullptr || !value->is(JsonTree::Kind::text)) return {};
    return trimmed(value->text);
}

}  // namespace zhitu::exchange
