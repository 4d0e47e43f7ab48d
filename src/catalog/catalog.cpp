#include "catalog/catalog.h"

#include <algorithm>

namespace zhitu::catalog {

namespace {

std::string_view without_query(std::string_view url) {
    std::string_view const path = url.substr(0, url.find_first_of("?#"));
    return path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

void forget_unit(State& state, UnitId id) {
    auto const unit = state.units.find(id);
    if (unit == state.units.end()) return;
    auto const list = state.units_of.find(unit->second.course);
    if (list != state.units_of.end()) {
        std::erase(list->second, id);
        if (list->second.empty()) state.units_of.erase(list);
    }
    state.units.erase(unit);
}

void apply_unit(State& state, UnitId id, vault::Entity const* entity) {
    forget_unit(state, id);
    if (entity == nullptr) return;
    Unit unit;
    vault::decode_fields(*entity, unit);
    auto& list = state.units_of[unit.course];
    auto const is_before = [&](UnitId other) {
        return std::pair(state.units[other].order, other) < std::pair(unit.order, id);
    };
    list.insert(std::partition_point(list.begin(), list.end(), is_before), id);
    state.units[id] = std::move(unit);
}

Json skill_pair(SkillId skill) {
    Json json = Json::object();
    json.set("s", to_text(skill));
    return json;
}

bool integer_member(Json const& json, std::string_view key, std::int64_t& out) {
    Json const* member = json.find(key);
    return member != nullptr && vault::value_from_json(*member, out);
}

bool skill_member(Json const& json, SkillId& out) {
    Json const* member = json.find("s");
    return member != nullptr && vault::value_from_json(*member, out);
}

}  // namespace

SkillId skill_id(std::string_view name) {
    return SkillId{natural_id(skill_kind, comparison_key(name))};
}

CourseId course_id(Course const& course) {
    if (!course.url.empty()) {
        return CourseId{natural_id(course_kind, without_query(trimmed(course.url)))};
    }
    std::string const& title = course.title.zh.empty() ? course.title.en : course.title.zh;
    std::string const key = comparison_key(course.source) + "\n" + comparison_key(title);
    return CourseId{natural_id(course_kind, key)};
}

UnitId unit_id(CourseId const& course, std::string_view order) {
    return UnitId{natural_id(unit_kind, to_text(course) + "\n" + std::string(order))};
}

std::map<SkillId, SynonymWeight> live_synonyms(Skill const& skill) {
    std::map<SkillId, SynonymWeight> live;
    for (auto const& [id, weight] : skill.synonyms) {
        if (weight.millionths > 0 && !skill.rejected.contains(id)) live.emplace(id, weight);
    }
    return live;
}

void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity) {
    if (entity != nullptr && entity->is_deleted) entity = nullptr;
    if (key.kind == skill_kind) vault::apply_to_map(state.skills, SkillId{key.id}, entity);
    if (key.kind == course_kind) vault::apply_to_map(state.courses, CourseId{key.id}, entity);
    if (key.kind == unit_kind) apply_unit(state, UnitId{key.id}, entity);
}

std::vector<CourseId> find_cycle(State const& state, CourseId course,
                                 std::set<CourseId> const& prerequisites) {
    // Breadth first from the new prerequisites; arriving at `course` closes the shortest cycle.
    std::map<CourseId, CourseId> came_from;
    std::vector<CourseId> queue(prerequisites.begin(), prerequisites.end());
    for (CourseId first : queue) came_from.emplace(first, course);
    for (std::size_t index = 0; index < queue.size(); ++index) {
        CourseId const at = queue[index];
        if (at == course) break;
        auto const found = state.courses.find(at);
        if (found == state.courses.end()) continue;
        for (CourseId next : found->second.prerequisites) {
            if (came_from.emplace(next, at).second) queue.push_back(next);
        }
    }
    if (!came_from.contains(course)) return {};
    std::vector<CourseId> cycle{course};
    for (CourseId at = came_from[course]; at != course; at = came_from[at]) cycle.push_back(at);
    cycle.push_back(course);
    std::reverse(cycle.begin(), cycle.end());
    return cycle;
}

Json pair_to_json(SkillId skill, Lift lift) {
    Json json = skill_pair(skill);
    json.set("from", lift.from);
    json.set("to", lift.to);
    return json;
}

bool pair_from_json(Json const& json, SkillId& skill, Lift& lift) {
    return skill_member(json, skill) && integer_member(json, "from", lift.from) &&
           integer_member(json, "to", lift.to) && lift.from >= 0 && lift.from < lift.to &&
           lift.to <= limits::level_max;
}

Json pair_to_json(SkillId skill, SynonymWeight weight) {
    Json json = skill_pair(skill);
    json.set("w", weight.millionths);
    return json;
}

bool pair_from_json(Json const& json, SkillId& skill, SynonymWeight& weight) {
    return skill_member(json, skill) && integer_member(json, "w", weight.millionths) &&
           weight.millionths >= 0 && weight.millionths <= limits::million;
}

}  // namespace zhitu::catalog
