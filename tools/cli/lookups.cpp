#include "tools/cli/lookups.h"

#include "app/course_names.h"

namespace zhitu::tools {

namespace {

template <class Map, class IdType>
std::string name_of(Map const& map, IdType id) {
    auto const found = map.find(id);
    return found == map.end() ? to_text(id) : one_name(found->second.name);
}

}  // namespace

std::string skill_name(app::State const& state, SkillId id) {
    return name_of(state.catalog.skills, id);
}

std::vector<std::string> skill_names(app::State const& state, std::vector<SkillId> const& ids) {
    std::vector<std::string> names;
    for (SkillId const id : ids) names.push_back(skill_name(state, id));
    return names;
}

std::string course_title(app::State const& state, CourseId id) {
    auto const found = state.catalog.courses.find(id);
    return found == state.catalog.courses.end() ? to_text(id) : one_name(found->second.title);
}

people::Person person_of(app::State const& state, PersonId id) {
    auto const found = state.people.people.find(id);
    return found == state.people.people.end() ? people::Person{} : found->second;
}

std::string role_of(app::State const& state, people::Person const& person) {
    return person.role.is_nil() ? std::string() : name_of(state.people.roles, person.role);
}

Result<PersonId> find_person(app::State const& state, std::string const& login) {
    auto const found = people::find_by_login(state.people, login);
    if (!found) return Error{ErrorCode::not_found, {"login", login}};
    return *found;
}

Result<CourseId> find_course(app::State const& state, std::string const& name) {
    auto const raw = raw_id_from_text(name);
    if (raw && state.catalog.courses.contains(CourseId{*raw})) return CourseId{*raw};
    app::CourseNames names;
    for (auto const& [id, course] : state.catalog.courses) names.add(id, course);
    return names.find(name);
}

}  // namespace zhitu::tools
