#include "ui/navigation.h"

#include <algorithm>

#include "ui/glyph_names.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t bottom_count_max = 5;

bool is_at(PageContext const& page, Page target) {
    switch (page.view.route.page) {
    case Page::course:
    case Page::add_course: return target == Page::catalog;
    case Page::person:
    case Page::add_person: return target == Page::team;
    case Page::add_skill: return target == Page::catalog;
    case Page::add_role:
    case Page::role: return target == Page::roles;
    case Page::skill: return target == Page::skills;
    case Page::doctor: return target == Page::data;
    default: return page.view.route.page == target;
    }
}

void follow(PageContext& page, NavigationEntry const& entry) {
    page.view.choices.erase("navigation.more");
    page.go(entry.page);
}

void record_entry(Ui& ui, std::string_view name, Box const& box, Touch const& press,
                  bool is_current) {
    SemanticNode node = make_node(AriaRole::link, name, box);
    if (is_current) node.flags |= node_selected;
    record_touch(ui, std::move(node), press);
}

void draw_word_entry(PageContext& page, NavigationEntry const& entry) {
    Ui& ui = page.ui;
    Box const box = place(ui, ui.width, ui.control_height());
    ImGui::PushID(static_cast<int>(entry.page));
    Touch const press = touch(ui, "go", box);
    ImGui::PopID();
    bool const is_current = is_at(page, entry.page);
    if (is_current) decorate_box(ui, box, Tint::accent_soft, control_radius);
    else if (press.is_hovered) decorate_box(ui, box, Tint::hover, control_radius);
    std::string_view const word = ui.say(entry.word);
    decorate_text_middle(ui, word, is_current ? Type::strong : Type::body,
                         {box.x + 8, box.y + box.height / 2},
                         is_current ? Tint::accent : Tint::ink);
    record_entry(ui, word, box, press, is_current);
    if (press.is_clicked) follow(page, entry);
}

void draw_icon_entry(PageContext& page, NavigationEntry const& entry, Box const& box) {
    Ui& ui = page.ui;
    ImGui::PushID(static_cast<int>(entry.page));
    Touch const press = touch(ui, "go", box);
    ImGui::PopID();
    bool const is_current = is_at(page, entry.page);
    Tint const tint = is_current ? Tint::accent : Tint::ink;
    Box const ground{box.x + 4, box.y + 4, box.width - 8, box.height - 8};
    if (is_current) decorate_box(ui, ground, Tint::accent_soft, control_radius);
    else if (press.is_hovered) decorate_box(ui, ground, Tint::hover, control_radius);
    float const middle = box.x + box.width / 2;
    float const glyph = text_width(ui, entry.glyph, Type::heading);
    decorate_text(ui, entry.glyph, Type::heading, {middle - glyph / 2, box.y + 9}, tint);
    std::string_view const word = ui.say(entry.short_word);
    std::string const shown = fitted(ui, word, Type::small, box.width - 2);
    float const width = text_width(ui, shown, Type::small);
    decorate_text(ui, shown, Type::small, {middle - width / 2, box.y + 36}, tint);
    record_entry(ui, word, box, press, is_current);
    if (press.is_clicked) follow(page, entry);
}

void draw_column(PageContext& page, std::vector<NavigationEntry> const& entries) {
    Ui& ui = page.ui;
    set_column(ui, 12, navigation_width - 24, 12);
    begin_line(ui, 32, 6);
    ui.line.x += 8;
    text(ui, ui.say(Word::product), Type::lead);
    text(ui, ui.say(Word::product_latin), Type::small, Tint::muted);
    end_line(ui);
    gap(ui, 12);
    Word group = Word::count_;
    for (NavigationEntry const& entry : entries) {
        if (entry.group != group) {
            group = entry.group;
            gap(ui, 12);
            decorate_text(ui, ui.say(group), Type::small, {ui.left + 8, ui.y}, Tint::muted);
            record_text(ui, ui.say(group), {ui.left + 8, ui.y, ui.width - 8, 16});
            gap(ui, 20);
        }
        draw_word_entry(page, entry);
    }
}

void draw_rail(PageContext& page, std::vector<NavigationEntry> const& entries) {
    float y = 12;
    for (NavigationEntry const& entry : entries) {
        draw_icon_entry(page, entry, {0, y, rail_width, 60});
        y += 60;
    }
    page.ui.y = y;
}

bool is_more_open(PageContext const& page) { return page.choice("navigation.more") != 0; }

void draw_more(PageContext& page, Box const& box) {
    NavigationEntry const more{Page::doors, Word::nav_more, Word::nav_more, glyph_more,
                               Word::nav_manage};
    Ui& ui = page.ui;
    Touch const press = touch(ui, "more", box);
    float const middle = box.x + box.width / 2;
    float const glyph = text_width(ui, more.glyph, Type::heading);
    decorate_text(ui, more.glyph, Type::heading, {middle - glyph / 2, box.y + 9}, Tint::ink);
    std::string_view const word = ui.say(more.word);
    float const width = text_width(ui, word, Type::small);
    decorate_text(ui, word, Type::small, {middle - width / 2, box.y + 36}, Tint::ink);
    SemanticNode node = make_node(AriaRole::button, word, box);
    node.flags |= is_more_open(page) ? node_expanded : node_collapsed;
    record_touch(ui, std::move(node), press);
    if (press.is_clicked) page.choose("navigation.more", is_more_open(page) ? 0 : 1);
}

void draw_bottom(PageContext& page, std::vector<NavigationEntry> const& entries, float top) {
    bool const has_more = entries.size() > bottom_count_max;
    std::size_t const count = has_more ? bottom_count_max - 1 : entries.size();
    auto const places = static_cast<float>(has_more ? bottom_count_max : entries.size());
    float const width = page.ui.screen_width / std::max(1.0f, places);
    float y = top;
    if (has_more && is_more_open(page)) {
        for (std::size_t i = count; i < entries.size(); ++i) {
            float const x = width * (places - static_cast<float>(entries.size() - i));
            draw_icon_entry(page, entries[i], {x, y, width, bottom_bar_height});
        }
        y += bottom_bar_height;
    }
    for (std::size_t i = 0; i < count; ++i) {
        draw_icon_entry(page, entries[i],
                        {width * static_cast<float>(i), y, width, bottom_bar_height});
    }
    if (has_more) draw_more(page, {width * (places - 1), y, width, bottom_bar_height});
}

}  // namespace

bool is_manager(app::State const& state, PersonId me) {
    auto const person = state.people.people.find(me);
    if (person == state.people.people.end()) return true;  // the company itself
    return person->second.access == "manager" || person->second.access == "training_admin";
}

std::vector<NavigationEntry> navigation_entries(app::State const& state, PersonId me) {
    std::vector<NavigationEntry> out = {
        {Page::today, Word::today, Word::today, glyph_home, Word::nav_home},
        {Page::catalog, Word::catalog, Word::catalog, glyph_catalog, Word::nav_learn},
    };
    if (state.people.people.contains(me)) {
        out.push_back({Page::my_skills, Word::my_skills, Word::skills_short, glyph_skills,
                       Word::nav_record});
    }
    if (is_manager(state, me)) {
        out.push_back({Page::team, Word::team, Word::team, glyph_team, Word::nav_manage});
        out.push_back({Page::roles, Word::roles, Word::roles, glyph_role, Word::nav_manage});
        out.push_back({Page::skills, Word::skills, Word::skills, glyph_tags, Word::nav_manage});
        out.push_back({Page::lab, Word::lab, Word::lab, glyph_lab, Word::nav_manage});
    }
    out.push_back({Page::data, Word::data_privacy, Word::data_short, glyph_data,
                   Word::nav_manage});
    return out;
}

NavigationShape navigation_shape(float screen_width) {
    if (screen_width < width_of_bottom) return NavigationShape::bottom;
    return screen_width < width_of_rail ? NavigationShape::rail : NavigationShape::column;
}

float bottom_height(PageContext& page) {
    if (navigation_shape(page.ui.screen_width) != NavigationShape::bottom) return 0;
    auto const entries = navigation_entries(page.state(), page.view.device.me);
    bool const has_second = entries.size() > bottom_count_max && is_more_open(page);
    return has_second ? 2 * bottom_bar_height : bottom_bar_height;
}

void draw_navigation(PageContext& page) {
    Ui& ui = page.ui;
    auto const entries = navigation_entries(page.state(), page.view.device.me);
    NavigationShape const shape = navigation_shape(ui.screen_width);
    bool const is_bottom = shape == NavigationShape::bottom;
    float const height = is_bottom ? bottom_height(page) : ui.screen_height;
    float const width = is_bottom                          ? ui.screen_width
                        : shape == NavigationShape::column ? navigation_width
                                                           : rail_width;
    Box const box{0, ui.screen_height - height, width, height};
    ImGui::SetCursorScreenPos({box.x, box.y});
    ImGui::BeginChild("navigation", {width, height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar);
    push_group(ui, AriaRole::navigation, ui.say(Word::nav), box);
    decorate_box(ui, box, Tint::rail, 0);
    if (is_bottom) decorate_line(ui, 0, box.y, width);
    else decorate_box(ui, {width - 1, 0, 1, height}, Tint::line, 0);
    if (shape == NavigationShape::column) draw_column(page, entries);
    else if (shape == NavigationShape::rail) draw_rail(page, entries);
    else draw_bottom(page, entries, box.y);
    ui.tree.pop();
    ImGui::EndChild();
}

}  // namespace zhitu::ui
