#include "people/people.h"

#include <set>

#include "base/sort.h"

namespace zhitu::people {

namespace {

constexpr char const* assessed_word = "skill_assessed";

std::optional<EvidenceKind> kind_from_word(std::string_view word) {
    for (EvidenceKind kind : {EvidenceKind::self, EvidenceKind::manager, EvidenceKind::test}) {
        if (word == to_word(kind)) return kind;
    }
    return std::nullopt;
}

std::optional<SkillAssessed> read_assessed(Json const& json) {
    Json const* word = json.find("k");
    Json const* skill = json.find("skill");
    Json const* level = json.find("level");
    Json const* kind = json.find("kind");
    Json const* on = json.find("on");
    if (word == nullptr || skill == nullptr || level == nullptr || kind == nullptr) return {};
    if (word->as_string() == nullptr || *word->as_string() != assessed_word) return {};
    SkillAssessed event;
    std::string kind_word;
    bool const is_read = vault::value_from_json(*skill, event.skill) &&
                         vault::value_from_json(*level, event.level) &&
                         vault::value_from_json(*kind, kind_word) &&
                         (on == nullptr || vault::value_from_json(*on, event.on));
    auto const known_kind = kind_from_word(kind_word);
    bool const fits = event.level >= 0 && event.level <= limits::level_max;
    if (!is_read || !known_kind || !fits) return {};
    event.kind = *known_kind;
    if (Json const* label = json.find("case")) vault::value_from_json(*label, event.case_label);
    if (Json const* course = json.find("course")) vault::value_from_json(*course, event.course);
    return event;
}

void apply_evidence(State& state, PersonId person, vault::Entity const* entity) {
    state.evidence.erase(person);
    if (entity == nullptr) return;
    std::vector<SkillAssessed> list;
    for (vault::Event const* event : entity->standing_events()) {
        if (auto read = read_assessed(event->value)) list.push_back(std::move(*read));
    }
    sort_list(list, [](auto const& a, auto const& b) { return a.on < b.on; });
    if (!list.empty()) state.evidence[person] = std::move(list);
}

}  // namespace

RoleId role_id(std::string_view name) {
    return RoleId{natural_id(role_kind, comparison_key(name))};
}

RoleId free_role_id(State const& state, std::string_view name) {
    RoleId id = role_id(name);
    for (int number = 2; state.roles.contains(id); ++number) {
        id = role_id(std::string(name) + "\n" + std::to_string(number));
    }
    return id;
}

TeamId team_id(std::string_view department, std::string_view name) {
    std::string const key = comparison_key(department) + "\n" + comparison_key(name);
    return TeamId{natural_id(team_kind, key)};
}

void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity) {
    if (entity != nullptr && entity->is_deleted) entity = nullptr;
    if (key.kind == team_kind) vault::apply_to_map(state.teams, TeamId{key.id}, entity);
    if (key.kind == role_kind) vault::apply_to_map(state.roles, RoleId{key.id}, entity);
    if (key.kind == person_kind) vault::apply_to_map(state.people, PersonId{key.id}, entity);
    if (key.kind == evidence_kind) apply_evidence(state, PersonId{key.id}, entity);
    if (key == company_key()) {
        state.company = {};
        if (entity != nullptr) vault::decode_fields(*entity, state.company);
    }
}

std::map<SkillId, SkillAssessed> current_skills(State const& state, PersonId person) {
    std::map<SkillId, SkillAssessed> current;
    auto const found = state.evidence.find(person);
    if (found == state.evidence.end()) return current;
    for (SkillAssessed const& statement : found->second) {
        auto const [place, is_first] = current.emplace(statement.skill, statement);
        if (is_first) continue;
        bool const counts = counts_over(statement, place->second.kind, place->second.level);
        if (counts) place->second = statement;
    }
    return current;
}

std::map<SkillId, std::int64_t> self_stated(State const& state, PersonId person) {
    std::map<SkillId, std::int64_t> stated;
    auto const found = state.evidence.find(person);
    if (found == state.evidence.end()) return stated;
    for (SkillAssessed const& event : found->second) {
        if (event.kind == EvidenceKind::self) stated[event.skill] = event.level;
    }
    return stated;
}

std::vector<PersonId> find_manager_cycle(State const& state, PersonId person, PersonId manager) {
    std::vector<PersonId> chain{person};
    std::set<PersonId> seen;  // a merge may have left a cycle further up
    for (PersonId at = manager; !at.is_nil() && seen.insert(at).second;) {
        chain.push_back(at);
        if (at == person) return chain;
        auto const found = state.people.find(at);
        if (found == state.people.end()) break;
        at = found->second.manager;
    }
    return {};
}

std::optional<PersonId> find_by_login(State const& state, std::string_view login) {
    std::string const wanted = comparison_key(login);
    for (auto const& [id, person] : state.people) {
        if (comparison_key(person.login) == wanted) return id;
    }
    return std::nullopt;
}

char const* to_word(EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::self: return "self";
        case EvidenceKind::manager: return "manager";
        case EvidenceKind::test: return "test";
    }
    return "self";
}

vault::Op skill_assessed_op(PersonId person, SkillAssessed const& event) {
    Json value = Json::object();
    value.set("k", assessed_word);
    value.set("skill", to_text(event.skill));
    value.set("level", event.level);
    value.set("kind", to_word(event.kind));
    value.set("on", event.on);
    if (!event.case_label.empty()) value.set("case", event.case_label);
    if (!event.course.is_nil()) value.set("course", to_text(event.course));
    return vault::evt_op(evidence_key(person), std::move(value), person.raw);
}

Json pair_to_json(SkillId skill, Need need) {
    Json json = Json::object();
    json.set("s", to_text(skill));
    json.set("level", need.level);
    json.set("w", need.weight_millionths);
    return json;
}

bool pair_from_json(Json const& json, SkillId& skill, Need& need) {
    Json const* id = json.find("s");
    Json const* level = json.find("level");
    Json const* weight = json.find("w");
    if (id == nullptr || level == nullptr || weight == nullptr) return false;
    return vault::value_from_json(*id, skill) && vault::value_from_json(*level, need.level) &&
           vault::value_from_json(*weight, need.weight_millionths) && need.level >= 1 &&
           need.level <= limits::level_max && need.weight_millionths >= 0 &&
           need.weight_millionths <= limits::million;
}

}  // namespace zhitu::people
