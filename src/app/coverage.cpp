#include "app/coverage.h"

namespace zhitu::app {

namespace {

// The skill and what counts as it.
std::vector<SkillId> counted_as(catalog::State const& catalog, SkillId skill) {
    std::vector<SkillId> all{skill};
    auto const found = catalog.skills.find(skill);
    if (found == catalog.skills.end()) return all;
    for (auto const& [synonym, weight] : catalog::live_synonyms(found->second)) {
        if (synonym != skill) all.push_back(synonym);
    }
    return all;
}

bool is_taught(catalog::State const& catalog, TeachingIndex const& index, SkillId skill) {
    for (SkillId const id : counted_as(catalog, skill)) {
        if (index.contains(id)) return true;
    }
    return false;
}

}  // namespace

TeachingIndex teaching_index(catalog::State const& catalog) {
    TeachingIndex index;
    for (auto const& [id, course] : catalog.courses) {
        for (auto const& [skill, lift] : course.teaches) index[skill].push_back({id, lift});
    }
    return index;
}

std::vector<Teaching> teaching_of(catalog::State const& catalog, TeachingIndex const& index,
                                  SkillId skill) {
    std::vector<Teaching> all;
    std::set<CourseId> seen;
    for (SkillId const id : counted_as(catalog, skill)) {
        auto const found = index.find(id);
        if (found == index.end()) continue;
        for (Teaching const& teaching : found->second) {
            if (seen.insert(teaching.course).second) all.push_back(teaching);
        }
    }
    return all;
}

RoleCoverage coverage_of(State const& state, TeachingIndex const& index, RoleId role) {
    RoleCoverage coverage;
    auto const found = state.people.roles.find(role);
    if (found == state.people.roles.end()) return coverage;
    for (auto const& [skill, need] : found->second.needs) {
        ++coverage.skills_count;
        bool const is_covered = is_taught(state.catalog, index, skill);
        if (is_covered) ++coverage.taught_count;
        if (!is_covered) coverage.untaught.push_back(skill);
    }
    return coverage;
}

}  // namespace zhitu::app
