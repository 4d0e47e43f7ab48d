#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/assert.h"
#include "imgui_internal.h"
#include "ui/bars.h"
#include "ui/charts.h"
#include "ui/format.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float radius_max = 132;
constexpr float radius_min = 48;
constexpr float label_width_max = 112;
constexpr float label_width_least = 80;  // where there is room for it, the wheel gives way
constexpr float label_gap = 10;
constexpr float label_line = 16;
constexpr std::size_t axes_min = 3;

// Axis 0 points up, the others follow clockwise.
struct Wheel {
    ImVec2 middle;
    float radius = 0;
    std::size_t axes_count = 0;
    float label_room = 0;  // beside the wheel

    float angle(std::size_t axis) const {
        return static_cast<float>(axis) * 2 * std::numbers::pi_v<float> /
               static_cast<float>(axes_count);
    }
    ImVec2 at(std::size_t axis, float share) const {
        return {middle.x + std::sin(angle(axis)) * radius * share,
                middle.y - std::cos(angle(axis)) * radius * share};
    }
};

std::vector<ImVec2> outline(Wheel const& wheel, Radar const& spec, double RadarAxis::* value) {
    std::vector<ImVec2> points;
    for (std::size_t axis = 0; axis < wheel.axes_count; ++axis) {
        double const share = std::clamp(spec.axes[axis].*value / spec.most, 0.0, 1.0);
        points.push_back(wheel.at(axis, static_cast<float>(share)));
    }
    return points;
}

void decorate_web(Ui& ui, Wheel const& wheel, int rings) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    ImU32 const color = ink(ui, Tint::line);
    for (int ring = 1; ring <= rings; ++ring) {
        std::vector<ImVec2> points;
        float const share = static_cast<float>(ring) / static_cast<float>(rings);
        for (std::size_t axis = 0; axis < wheel.axes_count; ++axis) {
            points.push_back(wheel.at(axis, share));
        }
        list->AddPolyline(points.data(), static_cast<int>(points.size()), color,
                          ImDrawFlags_Closed, 1);
    }
    for (std::size_t axis = 0; axis < wheel.axes_count; ++axis) {
        list->AddLine(wheel.middle, wheel.at(axis, 1), color, 1);
    }
}

struct Label {
    Box box;
    std::string shown;  // cut to its room
};

// A label keeps to its own side of the wheel, so that two never meet.
Label label_of(Ui const& ui, Wheel const& wheel, std::size_t axis, std::string_view label) {
    float const side = std::sin(wheel.angle(axis));
    float const up = std::cos(wheel.angle(axis));
    ImVec2 const at{wheel.middle.x + side * (wheel.radius + label_gap),
                    wheel.middle.y - up * (wheel.radius + label_gap)};
    bool const is_upright = std::abs(side) < 0.2f;
    float const room = is_upright ? wheel.radius * 0.9f : wheel.label_room;
    std::string shown = fitted(ui, label, Type::small, room);
    float const width = text_width(ui, shown, Type::small);
    float const x = is_upright ? at.x - width / 2 : side > 0 ? at.x : at.x - width;
    float const rise = !is_upright ? label_line / 2 : up > 0 ? label_line : 0;
    return {{x, at.y - rise, width, label_line}, std::move(shown)};
}

void draw_axis(Ui& ui, Wheel const& wheel, Radar const& spec, std::size_t axis) {
    RadarAxis const& of = spec.axes[axis];
    Label const label = label_of(ui, wheel, axis, of.label);
    Box const& box = label.box;
    decorate_text(ui, label.shown, Type::small, {box.x, box.y}, Tint::muted);
    SemanticNode node = make_node(AriaRole::listitem, of.label, box);
    node.id = text_id(ui);
    node.value = of.says;
    ui.tree.add(std::move(node));
    ImVec2 const most{box.x + box.width, box.y + box.height};
    if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect({box.x, box.y}, most)) return;
    ImGui::SetTooltip("%s\n%s", of.label.c_str(), of.says.c_str());
}

void decorate_outlines(Ui& ui, Wheel const& wheel, Radar const& spec) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    std::vector<ImVec2> const wanted = outline(wheel, spec, &RadarAxis::wanted);
    std::vector<ImVec2> const has = outline(wheel, spec, &RadarAxis::has);
    auto const count = static_cast<int>(has.size());
    list->AddConcavePolyFilled(has.data(), count, ink(ui, Tint::accent, 0.18f));
    list->AddPolyline(wanted.data(), count, ink(ui, Tint::muted), ImDrawFlags_Closed, 2);
    list->AddPolyline(has.data(), count, ink(ui, Tint::accent), ImDrawFlags_Closed, 2);
    for (ImVec2 const& point : has) list->AddCircleFilled(point, 3, ink(ui, Tint::accent));
}

void draw_legend(Ui& ui, Radar const& spec) {
    begin_line(ui, label_line, 16);
    for (bool const is_wanted : {false, true}) {
        std::string_view const name = is_wanted ? spec.wanted_name : spec.has_name;
        Box const box = place(ui, text_width(ui, name, Type::small) + 20, label_line);
        float const middle = box.y + label_line / 2;
        decorate_box(ui, {box.x, middle - 1, 14, 2}, is_wanted ? Tint::muted : Tint::accent, 0);
        decorate_text_middle(ui, name, Type::small, {box.x + 20, middle}, Tint::muted);
        record_text(ui, name, box);
    }
    end_line(ui);
}

void draw_as_bars(Ui& ui, Radar const& spec) {
    std::vector<BarRow> rows;
    for (RadarAxis const& axis : spec.axes) {
        rows.push_back({axis.label, axis.says, axis.has / spec.most, {}});
    }
    bar_rows(ui, rows);
}

}  // namespace

void radar(Ui& ui, Radar const& spec) {
    ZT_ASSERT(spec.most > 0);
    if (spec.axes.size() < axes_min) {
        draw_as_bars(ui, spec);
        return;
    }
    std::size_t const axes_count = std::min(spec.axes.size(), radar_axes_max);
    float const wheel_room = ui.width / 2 - label_gap - label_width_least;
    float const radius = std::clamp(std::min(ui.width * 0.28f, wheel_room), radius_min,
                                    radius_max);
    // Widths are rounded up to whole pixels, which may take one more than the room.
    float const label_room = std::min(label_width_max, ui.width / 2 - radius - label_gap) - 1;
    float const height = 2 * (radius + label_gap + label_line);
    push_group(ui, AriaRole::list, spec.name,
               {ui.left, ui.y, ui.width, height + label_line + 12});
    draw_legend(ui, spec);
    gap(ui, 12);
    Box const box = place(ui, ui.width, height);
    Wheel const wheel{{box.x + box.width / 2, box.y + height / 2}, radius, axes_count,
                      label_room};
    decorate_web(ui, wheel, static_cast<int>(std::lround(spec.most)));
    decorate_outlines(ui, wheel, spec);
    for (std::size_t axis = 0; axis < axes_count; ++axis) {
        draw_axis(ui, wheel, spec, axis);
    }
    ui.tree.pop();
    if (axes_count == spec.axes.size()) return;
    gap(ui, 8);
    auto const all = static_cast<std::int64_t>(spec.axes.size());
    ui::text(ui, ui.say(Word::radar_cut, {count_text(static_cast<std::int64_t>(axes_count)),
                                          count_text(all)}),
             Type::small, Tint::muted);
}

}  // namespace zhitu::ui
