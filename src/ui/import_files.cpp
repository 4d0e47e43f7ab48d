#include "ui/import_files.h"

#include <algorithm>
#include <span>

#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/import_columns.h"
#include "ui/import_words.h"
#include "ui/inputs.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float field_width = 176;
constexpr char const* dot = " · ";

using exchange::Encoding;
using exchange::FileKind;
using exchange::FilePlan;

constexpr Encoding encodings[] = {Encoding::utf8, Encoding::utf16_little, Encoding::utf16_big,
                                  Encoding::gb18030};
constexpr char delimiters[] = {',', ';', '\t'};
// The last two are JSON only.
constexpr FileKind kinds[] = {FileKind::courses,      FileKind::people, FileKind::enrolments,
                              FileKind::interactions, FileKind::roles,  FileKind::synonyms};
constexpr std::size_t table_kinds_count = 4;

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

bool is_table(exchange::FileReading const& file) { return file.delimiter != 0; }

std::span<FileKind const> kinds_of(exchange::FileReading const& file) {
    std::span<FileKind const> const all(kinds);
    return is_table(file) ? all.first(table_kinds_count) : all;
}

// A list to choose from, its label above. The index chosen just now, or -1.
template <class Values, class Name>
int draw_choice(Ui& ui, Combo spec, Values const& values, Name name, std::ptrdiff_t chosen) {
    std::vector<std::string> options;
    for (auto const& value : values) options.push_back(name(value));
    return combo(ui, spec, options, static_cast<int>(chosen));
}

template <class Values, class Value>
std::ptrdiff_t place_of(Values const& values, Value const& value) {
    return std::find(std::begin(values), std::end(values), value) - std::begin(values);
}

void draw_kind(ImportFile& file) {
    Ui& ui = file.page.ui;
    auto const offered = kinds_of(file.reading);
    std::string const value = ui.say(kind_word(file.reading.kind));
    auto const name = [&ui](FileKind kind) { return std::string(ui.say(kind_word(kind))); };
    int const at = draw_choice(ui, {.key = "kind", .label = ui.say(Word::label_kind),
                                    .value = value, .width = field_width},
                               offered, name, place_of(offered, file.reading.kind));
    if (at < 0) return;
    file.change([kind = offered[static_cast<std::size_t>(at)]](FilePlan& plan) {
        plan.kind = kind;
        plan.columns.clear();  // of another kind of list
    });
}

void draw_encoding(ImportFile& file) {
    Ui& ui = file.page.ui;
    std::string value = encoding_text(file.reading.encoding);
    if (file.reading.has_byte_order_mark) value = ui.say(Word::with_mark, {value});
    int const at = draw_choice(ui, {.key = "encoding", .label = ui.say(Word::label_encoding),
                                    .value = value, .width = field_width},
                               encodings, encoding_text,
                               place_of(encodings, file.reading.encoding));
    if (at < 0) return;
    file.change([at](FilePlan& plan) {
        plan.encoding = encodings[at];
        plan.columns.clear();  // the header reads differently
    });
}

void draw_delimiter(ImportFile& file) {
    Ui& ui = file.page.ui;
    std::string const value = delimiter_text(file.reading.delimiter, ui.language);
    auto const name = [&ui](char one) { return delimiter_text(one, ui.language); };
    int const at = draw_choice(ui, {.key = "delimiter", .label = ui.say(Word::label_delimiter),
                                    .value = value, .width = field_width},
                               delimiters, name, place_of(delimiters, file.reading.delimiter));
    if (at < 0) return;
    file.change([at](FilePlan& plan) {
        plan.delimiter = delimiters[at];
        plan.columns.clear();
    });
}

using DrawField = void (*)(ImportFile& file);

// Side by side where they fit, else below each other.
void draw_fields(ImportFile& file) {
    Ui& ui = file.page.ui;
    std::vector<DrawField> fields = {draw_kind, draw_encoding};
    if (is_table(file.reading)) fields.push_back(draw_delimiter);
    SavedColumn const outside = save_column(ui);
    float x = ui.left;
    float top = ui.y;
    float bottom = ui.y;
    for (DrawField const draw : fields) {
        if (x > outside.left && x + field_width > outside.left + outside.width) {
            x = outside.left;
            top = bottom + 12;
        }
        set_column(ui, x, std::min(field_width, outside.width), top);
        draw(file);
        bottom = std::max(bottom, ui.y);
        x += field_width + 16;
    }
    restore_column(ui, outside);
    ui.y = bottom;
}

std::string facts_of(Ui& ui, exchange::FileReading const& file) {
    std::string out = size_text(file.size_bytes, ui.language) + dot + encoding_text(file.encoding);
    if (is_table(file)) out += dot + delimiter_text(file.delimiter, ui.language);
    return out + dot + ui.say(Word::rows_in_file, {count(file.rows_count)});
}

bool is_unsure(exchange::FileReading const& file) {
    if (file.kind == FileKind::unknown) return true;
    auto const fields = exchange::plan_fields(file.kind);
    return std::any_of(fields.begin(), fields.end(), [&file](exchange::PlanField const& field) {
        return field.is_required && !file.columns.empty() && column_of(file, field.name) == nullptr;
    });
}

std::string cells_text(Ui& ui, exchange::Repairable const& cells) {
    std::string const number = count(cells.cells_count);
    if (cells.field == "description") return ui.say(Word::repair_descriptions, {number});
    if (cells.field == "title") return ui.say(Word::repair_titles, {number});
    return ui.say(Word::repair_cells, {number, field_text(cells.field, ui.language)});
}

void draw_sample(Ui& ui, Word label, std::string const& sample) {
    muted(ui, ui.say(label), Type::small);
    text(ui, sample);
    gap(ui, 4);
}

void draw_repair(ImportFile& file) {
    Ui& ui = file.page.ui;
    if (file.reading.repairables.empty()) return;
    gap(ui, 16);
    heading(ui, ui.say(Word::repair_heading), 3);
    std::string all;
    for (exchange::Repairable const& cells : file.reading.repairables) {
        if (!all.empty()) all += ui.say(Word::list_comma);
        all += cells_text(ui, cells);
        gap(ui, 4);
        draw_sample(ui, Word::repair_before, cells.before);
        draw_sample(ui, Word::repair_after, cells.after);
    }
    bool const is_repaired = file.plan().is_repaired;
    if (checkbox(ui, "repair", ui.say(Word::repair_go, {all}), is_repaired)) {
        file.change([is_repaired](FilePlan& plan) { plan.is_repaired = !is_repaired; });
    }
}

// What is wrong with the file as a whole.
void draw_refusals(ImportFile& file) {
    Ui& ui = file.page.ui;
    for (exchange::Refusal const& refusal : file.page.view.import.proposal->refusals) {
        if (refusal.row != 0 || refusal.file != file.reading.name) continue;
        text(ui, refusal_text(refusal, ui.language), Type::body, Tint::vermilion);
        gap(ui, 8);
    }
}

void draw_head(ImportFile& file, bool is_open) {
    Ui& ui = file.page.ui;
    heading(ui, file.reading.name, 3);
    gap(ui, 4);
    begin_line(ui, 20);
    bool const is_known = file.reading.kind != FileKind::unknown;
    badge(ui, ui.say(kind_word(file.reading.kind)), is_known ? BadgeKind::good : BadgeKind::look);
    bool const is_planned = !(file.plan() == FilePlan{});
    if (is_planned) {
        bool const is_remembered = file.page.view.import.are_remembered[file.index];
        badge(ui, ui.say(is_remembered ? Word::read_as_last_time : Word::read_otherwise),
              BadgeKind::neutral);
    }
    muted(ui, facts_of(ui, file.reading), Type::small);
    end_line(ui);
    gap(ui, 8);
    begin_line(ui, ui.control_height());
    std::int64_t const now = is_open ? 1 : 0;
    ui.line.x -= 12;  // its words, not its ground, stand at the margin
    if (button(ui, {.key = "open", .label = ui.say(Word::show_mapping), .kind = ButtonKind::quiet,
                    .glyph = glyph_down, .description = file.reading.name,
                    .is_expanded = is_open})) {
        file.page.choose(file.open_choice(), 1 - now);
    }
    if (is_planned && button(ui, {.key = "reset", .label = ui.say(Word::reset_reading),
                                  .description = file.reading.name})) {
        file.change([](FilePlan& plan) { plan = {}; });
    }
    end_line(ui);
}

void draw_file(ImportFile& file, bool is_only) {
    Ui& ui = file.page.ui;
    bool const needs_look = is_unsure(file.reading) || !file.reading.repairables.empty();
    bool const is_open = file.page.choice(file.open_choice(), is_only || needs_look ? 1 : 0) != 0;
    draw_head(file, is_open);
    draw_refusals(file);
    if (!is_open) return;
    gap(ui, 8);
    draw_fields(file);
    gap(ui, 12);
    draw_columns(file);
    draw_currencies(file);
    draw_repair(file);
}

}  // namespace

void draw_import_files(PageContext& page) {
    Ui& ui = page.ui;
    auto const& readings = page.view.import.proposal->files;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        Card const card = begin_card(ui);
        ImportFile file{page, i, readings[i]};
        draw_file(file, readings.size() == 1);
        end_card(ui, card);
        ImGui::PopID();
    }
}

}  // namespace zhitu::ui
