#include "app/united.h"

#include <algorithm>

namespace zhitu::app {

namespace {

void keep(std::string& after, std::string const& before) {
    if (after.empty()) after = before;
}
void keep(LocalText& after, LocalText const& before) {
    keep(after.zh, before.zh);
    keep(after.en, before.en);
}
template <class T>
void keep(std::optional<T>& after, std::optional<T> const& before) {
    if (!after) after = before;
}
template <class Tag>
void keep(Id<Tag>& after, Id<Tag> const& before) {
    if (after.is_nil()) after = before;
}

// Known ones come first: what does not fit any more is left out, each time the same. A weight that
// somebody set here stays.
std::map<SkillId, catalog::SynonymWeight> united_synonyms(catalog::Skill const& imported,
                                                          catalog::Skill const& known) {
    std::map<SkillId, catalog::SynonymWeight> all = known.synonyms;
    for (auto const& [skill, weight] : imported.synonyms) {
        bool const is_known = all.contains(skill);
        bool const has_room = all.size() < limits::course_skills_max || is_known;
        bool const is_kept = is_known && known.weighed.contains(skill);
        if (has_room && !is_kept) all.insert_or_assign(skill, weight);
    }
    return all;
}

}  // namespace

// One skill has many spellings; the one the company knows already stays. What somebody said of a
// synonym stays too: rejected, or its weight.
catalog::Skill united(catalog::Skill imported, catalog::Skill const& known) {
    catalog::Skill after = known;
    keep(after.name, imported.name);
    keep(imported.domain, known.domain);
    keep(imported.domain_name, known.domain_name);
    after.domain = std::move(imported.domain);
    after.domain_name = std::move(imported.domain_name);
    after.synonyms = united_synonyms(imported, known);
    return after;
}

catalog::Course united(catalog::Course after, catalog::Course const& before) {
    keep(after.title, before.title);
    keep(after.summary, before.summary);
    keep(after.author, before.author);
    keep(after.url, before.url);
    keep(after.source, before.source);
    keep(after.language, before.language);
    keep(after.format, before.format);
    keep(after.updated, before.updated);
    if (after.level == 0) after.level = before.level;
    keep(after.duration_minutes, before.duration_minutes);
    if (!after.price_minor) after.currency = before.currency;
    keep(after.price_minor, before.price_minor);
    keep(after.popularity_millionths, before.popularity_millionths);
    keep(after.rating_millionths, before.rating_millionths);
    keep(after.rating_count, before.rating_count);
    keep(after.learners_count, before.learners_count);
    after.has_theory = after.has_theory || before.has_theory;
    after.has_practice = after.has_practice || before.has_practice;
    if (after.teaches.empty()) after.teaches = before.teaches;
    if (after.prerequisites.empty()) after.prerequisites = before.prerequisites;
    return after;
}

// What does not fit beside the decided needs is left out, the last by id first.
people::Role united(people::Role after, people::Role const& before) {
    if (!before.name.is_empty()) after.name = before.name;
    after.decided = before.decided;
    if (after.needs.empty()) after.needs = before.needs;
    std::map<SkillId, people::Need> decided;
    for (SkillId const skill : before.decided) {
        auto const need = before.needs.find(skill);
        if (need != before.needs.end()) decided.insert(*need);
        after.needs.erase(skill);
    }
    while (after.needs.size() + decided.size() > limits::role_skills_max) {
        after.needs.erase(std::prev(after.needs.end()));
    }
    after.needs.merge(decided);
    return after;
}

people::Team united(people::Team after, people::Team const& before) {
    keep(after.name, before.name);
    keep(after.department, before.department);
    return after;
}

people::Person united(people::Person after, people::Person const& before) {
    keep(after.name, before.name);
    keep(after.email, before.email);
    keep(after.team, before.team);
    keep(after.role, before.role);
    keep(after.manager, before.manager);
    keep(after.access, before.access);
    keep(after.hired, before.hired);
    keep(after.weekly_minutes, before.weekly_minutes);
    if (!after.budget_minor) after.currency = before.currency;
    keep(after.budget_minor, before.budget_minor);
    return after;
}

}  // namespace zhitu::app
