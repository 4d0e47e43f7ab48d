#include "ui/catalog_rows.h"

#include <set>

#include "base/sort.h"
#include "ui/labels.h"

namespace zhitu::ui {

namespace {

constexpr std::int64_t source_threshold = 500'000;  // S0: score >= 0.5

std::string key_of(PageContext const& page) {
    CatalogView const& view = page.view.catalog;
    return comparison_key(view.query) + '\x01' + view.domain + '\x01' +
           std::to_string(view.level) + (view.is_source_view ? "s" : "-") +
           (page.ui.language == Language::zh ? "z" : "e");
}

bool has_text(std::string_view haystack, std::string const& needle) {
    return comparison_key(haystack).find(needle) != std::string::npos;
}

bool matches_text(app::State const& state, catalog::Course const& course,
                  std::string const& needle) {
    if (needle.empty()) return true;
    for (std::string const* text : {&course.title.zh, &course.title.en, &course.author.zh,
                                    &course.author.en, &course.source}) {
        if (has_text(*text, needle)) return true;
    }
    for (auto const& [id, lift] : course.teaches) {
        auto const skill = state.catalog.skills.find(id);
        if (skill == state.catalog.skills.end()) continue;
        LocalText const& name = skill->second.name;
        if (has_text(name.zh, needle) || has_text(name.en, needle)) return true;
    }
    return false;
}

std::set<std::string> domains_of(app::State const& state, catalog::Course const& course) {
    std::set<std::string> out;
    for (auto const& [id, lift] : course.teaches) {
        auto const skill = state.catalog.skills.find(id);
        if (skill != state.catalog.skills.end() && !skill->second.domain.empty())
            out.insert(skill->second.domain);
    }
    return out;
}

// Counts of a facet are over what the other filters leave.
void count_facets(CatalogView& view, catalog::Course const& course,
                  std::set<std::string> const& domains) {
    bool const fits_level = view.level == 0 || course.level == view.level;
    bool const fits_domain = view.domain.empty() || domains.contains(view.domain);
    if (fits_domain && course.level >= 1 && course.level <= 3) {
        ++view.level_counts[static_cast<std::size_t>(course.level - 1)];
    }
    if (!fits_level) return;
    for (std::string const& domain : domains) ++view.domain_counts[domain];
}

void sort_by_title(Ui const& ui, app::State const& state, std::vector<CourseId>& rows) {
    std::vector<std::pair<std::string, CourseId>> keyed;
    keyed.reserve(rows.size());
    for (CourseId const id : rows) {
        keyed.emplace_back(comparison_key(course_title(ui, state, id)), id);
    }
    sort_list(keyed);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = keyed[i].second;
}

}  // namespace

void refresh_catalog_rows(PageContext& page) {
    CatalogView& view = page.view.catalog;
    app::State const& state = page.state();
    std::string key = key_of(page);
    if (view.rows_version == state.version && view.rows_key == key) return;
    view.rows_version = state.version;
    view.rows_key = std::move(key);
    view.rows.clear();
    view.domain_counts.clear();
    view.level_counts = {};
    std::string const needle = comparison_key(view.query);
    std::vector<CourseId> candidates;
    if (view.is_source_view) candidates = app::popular_courses(state, source_threshold);
    else for (auto const& entry : state.catalog.courses) candidates.push_back(entry.first);
    for (CourseId const id : candidates) {
        catalog::Course const& course = state.catalog.courses.at(id);
        if (!matches_text(state, course, needle)) continue;
        auto const domains = domains_of(state, course);
        count_facets(view, course, domains);
        bool const fits_level = view.level == 0 || course.level == view.level;
        bool const fits_domain = view.domain.empty() || domains.contains(view.domain);
        if (fits_level && fits_domain) view.rows.push_back(id);
    }
    if (!view.is_source_view) sort_by_title(page.ui, state, view.rows);
}

}  // namespace zhitu::ui
