// What is there: filters with counts, and the list.

#include <algorithm>

#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/catalog_rows.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

std::string counted(Ui& ui, std::string_view label, std::size_t count) {
    return ui.say(Word::facet_count, {label, count_text(static_cast<std::int64_t>(count))});
}

std::string domain_label(PageContext const& page, std::string const& domain) {
    for (auto const& [id, skill] : page.state().catalog.skills) {
        if (skill.domain != domain) continue;
        std::string const& name = name_in(skill.domain_name, page.ui.language);
        if (!name.empty()) return name;
    }
    return domain;
}

void draw_level_filter(PageContext& page) {
    Ui& ui = page.ui;
    CatalogView& view = page.view.catalog;
    std::vector<std::string> options = {ui.say(Word::all_levels)};
    for (int level = 1; level <= 3; ++level) {
        options.push_back(counted(ui, ui.say(level_word(level)),
                                  view.level_counts[static_cast<std::size_t>(level - 1)]));
    }
    int const pressed = combo(ui, {.key = "level", .label = ui.say(Word::level),
                                   .value = options[static_cast<std::size_t>(view.level)],
                                   .is_label_hidden = true},
                              options, view.level);
    if (pressed >= 0) view.level = pressed;
}

void draw_domain_filter(PageContext& page) {
    Ui& ui = page.ui;
    CatalogView& view = page.view.catalog;
    std::vector<std::string> options = {ui.say(Word::all_domains)};
    std::vector<std::string> domains = {""};
    int chosen = 0;
    if (!view.domain.empty()) view.domain_counts.try_emplace(view.domain, 0);
    for (auto const& [domain, count] : view.domain_counts) {
        if (domain == view.domain) chosen = static_cast<int>(domains.size());
        domains.push_back(domain);
        options.push_back(counted(ui, domain_label(page, domain), count));
    }
    int const pressed = combo(ui, {.key = "domain", .label = ui.say(Word::domain),
                                   .value = options[static_cast<std::size_t>(chosen)],
                                   .is_label_hidden = true},
                              options, chosen);
    if (pressed >= 0) view.domain = domains[static_cast<std::size_t>(pressed)];
}

void draw_filters(PageContext& page) {
    Ui& ui = page.ui;
    CatalogView& view = page.view.catalog;
    begin_line(ui, ui.control_height(), 8);
    draw_level_filter(page);
    draw_domain_filter(page);
    if (checkbox(ui, "source", ui.say(Word::source_view), view.is_source_view)) {
        view.is_source_view = !view.is_source_view;
    }
    bool const is_filtered = view.level != 0 || !view.domain.empty() || !view.query.empty() ||
                             view.is_source_view;
    if (is_filtered && button(ui, {.key = "clear", .label = ui.say(Word::clear_filter),
                                   .kind = ButtonKind::quiet})) {
        view.level = 0;
        view.domain.clear();
        view.query.clear();
        view.is_source_view = false;
    }
    if (button(ui, {.key = "add", .label = ui.say(Word::add_course), .glyph = glyph_plus})) {
        page.go(Page::add_course);
    }
    end_line(ui);
    gap(ui, 12);
}

std::string level_text(Ui& ui, catalog::Course const& course) {
    return course.level > 0 ? ui.say(level_word(course.level)) : "–";
}

std::string optional_text(std::optional<std::int64_t> const& millionths, int digits) {
    return millionths ? millionths_text(*millionths, digits) : "–";
}

void draw_row(PageContext& page, Table& table, CourseId id) {
    Ui& ui = page.ui;
    auto const at = page.state().catalog.courses.find(id);
    if (at == page.state().catalog.courses.end()) return;
    catalog::Course const& course = at->second;
    if (cell_link(ui, table, name_in(course.title, ui.language))) page.go(Page::course, id.raw);
    cell(ui, table, level_text(ui, course), Tint::muted);
    cell(ui, table, course.duration_minutes
                        ? duration_text(course.duration_minutes, ui.language) : "–");
    cell(ui, table, course.price_minor
                        ? money_text(course.price_minor, course.currency, ui.language)
                        : ui.say(Word::unknown));
    cell(ui, table, optional_text(course.rating_millionths, 1));
    cell(ui, table, optional_text(course.popularity_millionths, 2));
}

void draw_list(PageContext& page) {
    Ui& ui = page.ui;
    CatalogView const& view = page.view.catalog;
    float level_width = 0;
    for (int level = 1; level <= 3; ++level) {
        level_width =
            std::max(level_width, text_width(ui, ui.say(level_word(level)), Type::body));
    }
    Table table = begin_table(
        ui, {.key = "courses", .name = ui.say(Word::catalog),
             .rows_count = static_cast<int>(view.rows.size()), .is_long = true},
        {{ui.say(Word::column_course), 200, 1, false},
         {ui.say(Word::level), level_width, 0, false},
         {ui.say(Word::column_hours), 76, 0, true},
         {ui.say(Word::column_price), 84, 0, true},
         {ui.say(Word::column_rating), 44, 0, true},
         {ui.say(Word::column_score), 44, 0, true}});
    while (next_row(ui, table)) {
        draw_row(page, table, view.rows[static_cast<std::size_t>(table.row)]);
    }
    end_table(ui, table);
}

void draw_empty_catalog(PageContext& page) {
    Ui& ui = page.ui;
    page_title(ui, ui.say(Word::catalog), {});
    Card const card = begin_card(ui);
    muted(ui, ui.say(Word::catalog_empty));
    gap(ui, 12);
    begin_line(ui, ui.control_height(), 8);
    if (button(ui, {.key = "import", .label = ui.say(Word::import_files),
                    .kind = ButtonKind::primary})) {
        page.go(Page::data);
    }
    if (button(ui, {.key = "add", .label = ui.say(Word::add_course)})) page.go(Page::add_course);
    end_line(ui);
    end_card(ui, card);
}

}  // namespace

void draw_catalog_page(PageContext& page) {
    Ui& ui = page.ui;
    app::State const& state = page.state();
    if (state.catalog.courses.empty()) {
        draw_empty_catalog(page);
        return;
    }
    refresh_catalog_rows(page);
    CatalogView const& view = page.view.catalog;
    std::string const all = count_text(static_cast<std::int64_t>(state.catalog.courses.size()));
    std::string const shown = count_text(static_cast<std::int64_t>(view.rows.size()));
    page_title(ui, ui.say(Word::catalog),
               view.query.empty() ? ui.say(Word::catalog_count, {all, shown})
                                  : ui.say(Word::catalog_found, {all, shown, view.query}));
    draw_filters(page);
    Card const card = begin_card(ui);
    if (view.rows.empty()) muted(ui, ui.say(Word::catalog_no_match));
    else draw_list(page);
    end_card(ui, card);
}

}  // namespace zhitu::ui
