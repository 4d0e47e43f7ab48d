#include <algorithm>
#include <cmath>

#include "base/assert.h"
#include "imgui_internal.h"
#include "ui/charts.h"
#include "ui/format.h"

namespace zhitu::ui {

namespace {

constexpr float dot_radius = 3;
constexpr float line_height = 16;
constexpr int ticks_count = 5;

// Where numbers lie on the canvas.
struct Plot {
    Box area;
    double least = 0;
    double most = 1;
    std::size_t places_count = 1;

    float x(std::size_t place) const {
        if (places_count < 2) return area.x + area.width / 2;
        return area.x + area.width * static_cast<float>(place) /
                            static_cast<float>(places_count - 1);
    }
    float y(double value) const {
        double const share = (std::clamp(value, least, most) - least) / (most - least);
        return area.y + area.height * static_cast<float>(1 - share);
    }
};

float width_of_numbers(Ui const& ui, LineChart const& chart, std::vector<double> const& ticks) {
    float width = 0;
    for (double const tick : ticks) {
        width = std::max(width, text_width(ui, fixed_text(tick, chart.digits), Type::small));
    }
    return width;
}

void decorate_ticks(Ui& ui, LineChart const& chart, Plot const& plot,
                    std::vector<double> const& ticks) {
    for (double const tick : ticks) {
        float const y = plot.y(tick);
        decorate_line(ui, plot.area.x, std::round(y), plot.area.width);
        std::string const number = fixed_text(tick, chart.digits);
        float const x = plot.area.x - 8 - text_width(ui, number, Type::small);
        decorate_text_middle(ui, number, Type::small, {x, y}, Tint::muted);
    }
}

// As many labels as stand side by side; the first and every n-th after it.
void decorate_labels(Ui& ui, LineChart const& chart, Plot const& plot) {
    float widest = 0;
    for (std::string const& label : chart.labels) {
        widest = std::max(widest, text_width(ui, label, Type::small));
    }
    float const room = (plot.area.width + widest) / (widest + 12);
    auto const shown = std::max<std::size_t>(1, static_cast<std::size_t>(room));
    std::size_t const step = std::max<std::size_t>(1, (chart.labels.size() + shown - 1) / shown);
    for (std::size_t place = 0; place < chart.labels.size(); place += step) {
        float const half = text_width(ui, chart.labels[place], Type::small) / 2;
        decorate_text(ui, chart.labels[place], Type::small,
                      {plot.x(place) - half, plot.area.y + plot.area.height + 6}, Tint::muted);
    }
}

void decorate_series(Ui& ui, LineSeries const& series, Plot const& plot) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    ImU32 const color = ink(ui, series.tint);
    std::optional<ImVec2> before;
    for (std::size_t place = 0; place < series.values.size(); ++place) {
        if (!series.values[place]) {
            before.reset();
            continue;
        }
        ImVec2 const at{plot.x(place), plot.y(*series.values[place])};
        if (before) list->AddLine(*before, at, color, 2);
        list->AddCircleFilled(at, dot_radius, color);
        before = at;
    }
}

void draw_legend(Ui& ui, LineChart const& chart) {
    begin_line(ui, line_height, 16);
    for (LineSeries const& series : chart.series) {
        float const width = text_width(ui, series.name, Type::small) + 20;
        Box const box = place(ui, width, line_height);
        float const middle = box.y + line_height / 2;
        decorate_box(ui, {box.x, middle - 1, 14, 2}, series.tint, 0);
        decorate_text_middle(ui, series.name, Type::small, {box.x + 20, middle}, Tint::muted);
    }
    end_line(ui);
}

// "k 5", then "precision 0.250" and so on, of the place nearest to the pointer.
void draw_hover(LineChart const& chart, Plot const& plot) {
    Box const& area = plot.area;
    bool const is_over = ImGui::IsMouseHoveringRect({area.x - 8, area.y},
                                                    {area.x + area.width + 8,
                                                     area.y + area.height});
    if (chart.labels.empty() || !is_over || !ImGui::IsWindowHovered()) return;
    float const share = (ImGui::GetMousePos().x - area.x) / std::max(1.0f, area.width);
    auto const last = static_cast<float>(chart.labels.size() - 1);
    auto const place = static_cast<std::size_t>(std::lround(std::clamp(share, 0.0f, 1.0f) * last));
    std::string shown = std::string(chart.x_title) + " " + chart.labels[place];
    for (LineSeries const& series : chart.series) {
        if (!series.values[place]) continue;
        shown += "\n" + series.name + " " + fixed_text(*series.values[place], chart.value_digits);
    }
    ImGui::SetTooltip("%s", shown.c_str());
}

// One listitem for each series: "precision: 1 0.250, 2 0.312 …".
void record_series(Ui& ui, LineChart const& chart, Box const& box) {
    for (LineSeries const& series : chart.series) {
        SemanticNode node = make_node(AriaRole::listitem, series.name, box);
        node.id = text_id(ui);
        for (std::size_t place = 0; place < series.values.size(); ++place) {
            if (!series.values[place]) continue;
            if (!node.value.empty()) node.value += ", ";
            node.value += chart.labels[place] + ": " +
                          fixed_text(*series.values[place], chart.value_digits);
        }
        ui.tree.add(std::move(node));
    }
}

}  // namespace

std::vector<double> round_ticks(double least, double most, int count) {
    ZT_ASSERT(count >= 2);
    if (!(most > least)) most = least + 1;
    double const rough = (most - least) / (count - 1);
    double const power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (double const factor : {5.0, 2.0, 1.0}) {
        if (factor * power >= rough * (1 - 1e-9)) step = factor * power;
    }
    std::vector<double> ticks;
    auto const first = static_cast<std::int64_t>(std::floor(least / step + 1e-9));
    auto const last = static_cast<std::int64_t>(std::ceil(most / step - 1e-9));
    for (std::int64_t at = first; at <= last; ++at) ticks.push_back(static_cast<double>(at) * step);
    return ticks;
}

void line_chart(Ui& ui, LineChart const& chart) {
    for (LineSeries const& series : chart.series) {
        ZT_ASSERT(series.values.size() == chart.labels.size());
    }
    std::vector<double> const ticks = round_ticks(chart.least, chart.most, ticks_count);
    push_group(ui, AriaRole::list, chart.name, {ui.left, ui.y, ui.width, chart.height});
    draw_legend(ui, chart);
    gap(ui, 12);
    Box const box = place(ui, ui.width, chart.height);
    float const left = width_of_numbers(ui, chart, ticks) + 8;
    Plot const plot{{box.x + left, box.y + 6, box.width - left - 12, box.height - 6 - 44},
                    ticks.front(), ticks.back(), chart.labels.size()};
    decorate_ticks(ui, chart, plot, ticks);
    decorate_labels(ui, chart, plot);
    if (chart.chosen >= 0) {
        float const x = std::round(plot.x(static_cast<std::size_t>(chart.chosen)));
        decorate_box(ui, {x, plot.area.y, 1, plot.area.height}, Tint::edge, 0);
    }
    for (LineSeries const& series : chart.series) decorate_series(ui, series, plot);
    float const title_shift = (plot.area.width - text_width(ui, chart.x_title, Type::small)) / 2;
    decorate_text(ui, chart.x_title, Type::small,
                  {plot.area.x + title_shift, plot.area.y + plot.area.height + 26}, Tint::muted);
    draw_hover(chart, plot);
    record_series(ui, chart, box);
    ui.tree.pop();
}

}  // namespace zhitu::ui
