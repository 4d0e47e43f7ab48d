#include "exchange/cells.h"

#include "exchange/scripts.h"

namespace zhitu::exchange {

namespace {

std::string const& shown(LocalText const& name) { return name.zh.empty() ? name.en : name.zh; }

Error too_long(char const* column, std::size_t count_max) {
    return {ErrorCode::too_long, {column, std::to_string(count_max)}};
}

}  // namespace

std::optional<std::int64_t> number_cell(Cell cell, vault::Range bounds, RowReport& report) {
    if (cell.text.empty()) return std::nullopt;
    auto const value = parse_millionths(cell.text);
    std::string const text(cell.text);
    if (!value) {
        report.warn(cell.column, text, {ErrorCode::bad_value, {cell.column, text, "number"}});
        return std::nullopt;
    }
    std::int64_t const whole = *value / limits::million;
    bool const is_over = whole > bounds.most ||
                         (whole == bounds.most && *value % limits::million > 0);
    bool const is_under = whole < bounds.least ||
                          (whole == bounds.least && *value % limits::million < 0);
    if (!is_over && !is_under) return value;
    std::string const least = std::to_string(bounds.least);
    std::string const most = std::to_string(bounds.most);
    report.warn(cell.column, text, {ErrorCode::out_of_range, {cell.column, least, most}});
    return std::nullopt;
}

std::string text_cell(Cell cell, std::size_t count_max, RowReport& report) {
    std::string kept = shortened(cell.text, count_max);
    if (kept.size() != cell.text.size() || kept != cell.text) {
        report.warn(cell.column, cell.text, too_long(cell.column, count_max));
    }
    return kept;
}

std::string exact_cell(Cell cell, std::size_t count_max, RowReport& report) {
    if (count_code_points(cell.text) <= count_max) return std::string(cell.text);
    report.warn(cell.column, cell.text, too_long(cell.column, count_max));
    return {};
}

std::optional<SkillId> take_skill(Cell cell, RowReport& report) {
    if (cell.text.empty()) {
        report.warn(cell.column, "", {ErrorCode::empty_field, {cell.column}});
        return std::nullopt;
    }
    std::string const name = exact_cell(cell, limits::name_max, report);
    if (name.empty()) return std::nullopt;
    SkillId const id = catalog::skill_id(name);
    LocalText const both = local_text(name);
    auto const [skill, is_new] = report.table.skills.try_emplace(id);
    if (is_new || shown(both) < shown(skill->second.name)) skill->second.name = both;
    return id;
}

}  // namespace zhitu::exchange
