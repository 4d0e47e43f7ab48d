#include "ui/import_columns.h"

#include <algorithm>

#include "ui/format.h"
#include "ui/inputs.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

using exchange::ColumnReading;
using exchange::FilePlan;
using exchange::PlanField;

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

std::string samples_of(ColumnReading const* column) {
    std::string out;
    if (column == nullptr) return out;
    for (std::string const& sample : column->samples) out += (out.empty() ? "" : " · ") + sample;
    return out;
}

// A column holds one thing: what had it before goes without.
void give(ImportFile& file, std::string const& field, std::string const& column) {
    ColumnReading const* const given = column.empty() ? nullptr : [&]() -> ColumnReading const* {
        for (ColumnReading const& one : file.reading.columns) {
            if (one.name == column) return &one;
        }
        return nullptr;
    }();
    std::string const before = given != nullptr ? given->field : "";
    file.change([&](FilePlan& plan) {
        if (!before.empty() && before != field) plan.columns[before] = "";
        plan.columns[field] = column;
    });
}

void draw_column_choice(ImportFile& file, PlanField const& field, std::string const& name,
                        ColumnReading const* chosen) {
    Ui& ui = file.page.ui;
    bool const is_missing = chosen == nullptr && field.is_required;
    std::string const value = chosen != nullptr ? chosen->name : ui.say(Word::not_used);
    std::vector<std::string> options;
    if (is_combo_open("column")) {
        options.emplace_back(ui.say(Word::not_used));
        for (ColumnReading const& column : file.reading.columns) options.push_back(column.name);
    }
    auto const place = chosen != nullptr ? chosen - file.reading.columns.data() + 1 : 0;
    std::string const label = ui.say(Word::column_for, {name});
    int const at = combo(ui, {.key = "column", .label = label, .value = value,
                              .is_label_hidden = true, .width = ui.width},
                         options, static_cast<int>(place));
    if (is_missing) {
        gap(ui, 4);
        text(ui, ui.say(Word::choose_column), Type::small, Tint::vermilion);
    }
    if (at >= 0) give(file, field.name, at == 0 ? "" : options[static_cast<std::size_t>(at)]);
}

void draw_unused(ImportFile& file) {
    Ui& ui = file.page.ui;
    std::string names;
    for (ColumnReading const& column : file.reading.columns) {
        if (!column.field.empty()) continue;
        if (!names.empty()) names += ui.say(Word::list_comma);
        names += column.name;
    }
    if (names.empty()) return;
    gap(ui, 8);
    muted(ui, ui.say(Word::unused_columns, {names}), Type::small);
}

void draw_mapping(ImportFile& file, std::vector<PlanField> const& fields) {
    Ui& ui = file.page.ui;
    std::string const name = ui.say(Word::mapping_heading, {file.reading.name});
    Table table = begin_table(ui, {.key = "columns", .name = name,
                                   .rows_count = static_cast<int>(fields.size())},
                              {{ui.say(Word::column_ours), 104, 0},
                               {ui.say(Word::column_theirs), 176, 0},
                               {ui.say(Word::column_samples), 160, 1}});
    while (next_row(ui, table)) {
        PlanField const& field = fields[static_cast<std::size_t>(table.row)];
        ColumnReading const* const column = column_of(file.reading, field.name);
        std::string const ours = field_text(field.name, ui.language);
        cell(ui, table, ours);
        begin_control_cell(ui, table);
        draw_column_choice(file, field, ours, column);
        end_control_cell(ui, table);
        begin_cell(ui, table);
        text_in(ui, samples_of(column), {ui.left, ui.y, ui.width, 20}, Type::small, Tint::muted);
        ui.y += 20;
        end_cell(ui, table);
    }
    end_table(ui, table);
    draw_unused(file);
}

void draw_currency_choice(ImportFile& file, exchange::SourceReading const& source) {
    Ui& ui = file.page.ui;
    auto const name = [&ui](std::string const& code) {
        return code.empty() ? std::string(ui.say(Word::currency_unknown)) : code;
    };
    std::string const known = source.currency.empty() ? "CNY" : source.currency;
    std::vector<std::string> codes = currencies_with(known);
    codes.insert(codes.begin(), "");
    std::vector<std::string> options;
    for (std::string const& code : codes) options.push_back(name(code));
    auto const chosen = std::find(codes.begin(), codes.end(), source.currency) - codes.begin();
    std::string const label = ui.say(Word::currency_of, {source.source});
    int const at = combo(ui, {.key = "currency", .label = label, .value = name(source.currency),
                              .is_label_hidden = true, .width = ui.width},
                         options, static_cast<int>(chosen));
    if (at < 0) return;
    file.change([&](FilePlan& plan) {
        plan.currencies[source.source] = codes[static_cast<std::size_t>(at)];
    });
}

}  // namespace

ColumnReading const* column_of(exchange::FileReading const& file, std::string_view field) {
    auto const at = std::find_if(file.columns.begin(), file.columns.end(),
                                 [field](ColumnReading const& one) { return one.field == field; });
    return at != file.columns.end() ? &*at : nullptr;
}

void draw_columns(ImportFile& file) {
    Ui& ui = file.page.ui;
    if (file.reading.kind == exchange::FileKind::unknown) {
        muted(ui, ui.say(Word::choose_kind));
        return;
    }
    auto const fields = exchange::plan_fields(file.reading.kind);
    if (fields.empty() || file.reading.columns.empty()) {
        muted(ui, ui.say(Word::no_mapping));
        return;
    }
    draw_mapping(file, fields);
}

void draw_currencies(ImportFile& file) {
    Ui& ui = file.page.ui;
    auto const& sources = file.reading.sources;
    if (sources.empty()) return;
    gap(ui, 16);
    std::string const name = ui.say(Word::currencies_heading, {file.reading.name});
    Table table = begin_table(ui, {.key = "currencies", .name = name,
                                   .rows_count = static_cast<int>(sources.size())},
                              {{ui.say(Word::field_source), 104, 1},
                               {ui.say(Word::column_courses), 72, 0, true},
                               {ui.say(Word::column_prices), 96, 0, true},
                               {ui.say(Word::column_currency), 144, 0}});
    while (next_row(ui, table)) {
        exchange::SourceReading const& source = sources[static_cast<std::size_t>(table.row)];
        cell(ui, table, source.source.empty() ? ui.say(Word::value_nothing) : source.source);
        cell(ui, table, count(source.courses_count));
        cell(ui, table, count(source.prices_count));
        begin_control_cell(ui, table);
        draw_currency_choice(file, source);
        end_control_cell(ui, table);
    }
    end_table(ui, table);
    gap(ui, 8);
    muted(ui, ui.say(Word::currency_note), Type::small);
}

}  // namespace zhitu::ui
