#include "ui/typed_fields.h"

#include <algorithm>

#include "base/limits.h"
#include "base/text.h"
#include "ui/buttons.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float date_width = 116;
constexpr std::int64_t hundredth = limits::million / 100;

std::string date_fault(Ui& ui, std::string_view value, std::string_view latest) {
    auto const days = parse_date_days(value);
    if (!days) return ui.say(Word::need_date, {latest});
    if (*days > parse_date_days(latest).value_or(*days)) {
        return ui.say(Word::need_date_until, {latest});
    }
    return {};
}

void draw_label(Ui& ui, std::string_view label) {
    Box const box = place(ui, ui.width, 16);
    decorate_text(ui, fitted(ui, label, Type::small, ui.width), Type::small, {box.x, box.y},
                  Tint::muted);
    gap(ui, 4);  // the field itself carries the name
}

// Days from the date that stands there, or from the latest one.
void draw_steps(Ui& ui, DateField const& spec, std::string& value) {
    auto const latest = parse_date_days(spec.latest);
    auto const days = parse_date_days(trimmed(value));
    std::int64_t const from = days.value_or(latest.value_or(0) + 1);
    if (button(ui, {.key = "before", .label = ui.say(Word::day_before), .glyph = glyph_back,
                    .is_label_hidden = true, .description = spec.label})) {
        value = date_text(latest ? std::min(from - 1, *latest) : from - 1);
    }
    bool const is_last = latest && from >= *latest;
    if (button(ui, {.key = "after", .label = ui.say(Word::day_after), .glyph = glyph_next,
                    .is_disabled = is_last, .is_label_hidden = true,
                    .description = spec.label})) {
        value = date_text(from + 1);
    }
}

}  // namespace

bool date_field(Ui& ui, DateField const& spec, std::string& value) {
    std::string const fault = date_fault(ui, trimmed(value), spec.latest);
    draw_label(ui, spec.label);
    ImGui::PushID(spec.key);
    begin_line(ui, ui.control_height(), 4);
    text_field(ui, {.key = "##date", .label = spec.label, .error = fault,
                    .is_label_hidden = true, .width = date_width},
               value);
    draw_steps(ui, spec, value);
    if (!fault.empty()) {
        ui.line.x += 4;
        text(ui, fault, Type::small, Tint::vermilion);
    }
    end_line(ui);
    ImGui::PopID();
    return fault.empty();
}

std::optional<std::int64_t> parse_weight(std::string_view text) {
    auto const weight = parse_millionths(trimmed(text));
    bool const is_one = weight && *weight > 0 && *weight <= limits::million;
    return is_one && *weight % hundredth == 0 ? weight : std::nullopt;
}

std::string weight_text(std::int64_t millionths) {
    constexpr int digits_most = 6;
    constexpr int digits_least = 2;
    std::string text = millionths_text(millionths, digits_most);
    int spare = digits_most - digits_least;
    while (spare-- > 0 && text.ends_with('0')) text.pop_back();
    return text;
}

FieldResult weight_field(Ui& ui, WeightField const& spec, std::string& typed) {
    std::string const fault = parse_weight(typed) ? "" : ui.say(Word::need_weight);
    return text_field(ui, {.key = spec.key, .label = spec.label, .error = fault,
                           .is_label_hidden = true, .width = spec.width},
                      typed);
}

}  // namespace zhitu::ui
