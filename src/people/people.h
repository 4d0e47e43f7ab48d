#pragma once

// Who learns and what their work asks of them: teams, roles, people, evidence of skill.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/limits.h"
#include "base/text.h"
#include "vault/fields.h"

namespace zhitu::people {

inline constexpr char const* company_kind = "company";
inline constexpr char const* team_kind = "team";
inline constexpr char const* role_kind = "role";
inline constexpr char const* person_kind = "person";
inline constexpr char const* evidence_kind = "evidence";  // same id as the person's

struct Company {
    LocalText name;
    bool is_demo = false;
    friend bool operator==(Company const&, Company const&) = default;
};

struct Team {
    LocalText name;
    LocalText department;
    friend bool operator==(Team const&, Team const&) = default;
};

// What a role wants of one skill.
struct Need {
    std::int64_t level = 1;             // 1..3
    std::int64_t weight_millionths = 0;  // 0..1, importance to the role
    friend bool operator==(Need const&, Need const&) = default;
};

struct Role {
    LocalText name;
    std::map<SkillId, Need> needs;
    std::set<SkillId> decided;  // somebody set the need here, or took it out; no import changes it
    friend bool operator==(Role const&, Role const&) = default;
};

struct Person {
    std::string login;
    LocalText name;
    std::string email;
    TeamId team;
    RoleId role;
    PersonId manager;
    std::string access;  // employee, manager, training_admin
    std::string hired;   // date
    std::optional<std::int64_t> weekly_minutes;
    std::optional<std::int64_t> budget_minor;
    std::string currency;
    friend bool operator==(Person const&, Person const&) = default;
};

enum class EvidenceKind : std::uint8_t { self, manager, test };

// One statement about one skill of one person. The C++ name of an evt.
struct SkillAssessed {
    SkillId skill;
    std::int64_t level = 0;
    EvidenceKind kind = EvidenceKind::self;
    std::string on;          // date
    std::string case_label;  // "S0-4.3" for the skill table of the sources
    CourseId course{};       // of a test: the course whose result this is; nil: none
    friend bool operator==(SkillAssessed const&, SkillAssessed const&) = default;
};

struct State {
    Company company;
    std::map<TeamId, Team> teams;
    std::map<RoleId, Role> roles;
    std::map<PersonId, Person> people;
    std::map<PersonId, std::vector<SkillAssessed>> evidence;  // by date, then arrival
};

RoleId role_id(std::string_view name);
// Of a new role: from its name, and from a number too where a role that was renamed since has that.
RoleId free_role_id(State const& state, std::string_view name);
TeamId team_id(std::string_view department, std::string_view name);

inline vault::EntityKey company_key() { return {company_kind, RawId{}}; }
inline vault::EntityKey key_of(TeamId id) { return {team_kind, id.raw}; }
inline vault::EntityKey key_of(RoleId id) { return {role_kind, id.raw}; }
inline vault::EntityKey key_of(PersonId id) { return {person_kind, id.raw}; }
inline vault::EntityKey evidence_key(PersonId id) { return {evidence_kind, id.raw}; }

// As catalog::apply.
void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity);

// Which of two statements about one skill counts, the later by date against what counted until then
// (kind, level): the stronger kind (test over manager over self), of one kind the newer. But a
// passed course only lifts: it never takes the place of a test of a higher level. So the order in
// which results are recorded plays no part, only their dates: a pass with an older date lowers
// nothing, lifts where no newer test says otherwise, and gives way to the newer test of a level.
inline bool counts_over(SkillAssessed const& later, EvidenceKind kind, std::int64_t level) {
    if (later.kind != kind) return later.kind > kind;
    return later.course.is_nil() || later.level >= level;
}

// The statement that counts for each assessed skill: its level is the present one.
// Cost: O(statements log skills).
std::map<SkillId, SkillAssessed> current_skills(State const& state, PersonId person);

// The level that a person last said of each skill themselves. Cost: O(statements log skills).
std::map<SkillId, std::int64_t> self_stated(State const& state, PersonId person);

// The cycle that `person` would close by reporting to `manager`: first = last = person; empty when
// there is none. Cost: O(length of the chain log people).
std::vector<PersonId> find_manager_cycle(State const& state, PersonId person, PersonId manager);

// The person with this login (compared by comparison_key), if any. Cost: O(people).
std::optional<PersonId> find_by_login(State const& state, std::string_view login);

char const* to_word(EvidenceKind kind);
vault::Op skill_assessed_op(PersonId person, SkillAssessed const& event);

// --- Fields
template <class Visitor, class T>
    requires std::same_as<std::remove_const_t<T>, Company>
void visit_fields(Visitor& v, T& company) {
    v.value("name_zh", company.name.zh, vault::TextBounds{limits::name_max});
    v.value("name_en", company.name.en, vault::TextBounds{limits::name_max});
    v.value("is_demo", company.is_demo, vault::Anything{});
}

template <class Visitor, class T>
    requires std::same_as<std::remove_const_t<T>, Team>
void visit_fields(Visitor& v, T& team) {
    v.value("name_zh", team.name.zh, vault::TextBounds{limits::name_max});
    v.value("name_en", team.name.en, vault::TextBounds{limits::name_max});
    v.value("department_zh", team.department.zh, vault::TextBounds{limits::name_max});
    v.value("department_en", team.department.en, vault::TextBounds{limits::name_max});
}

template <class Visitor, class T>
    requires std::same_as<std::remove_const_t<T>, Role>
void visit_fields(Visitor& v, T& role) {
    v.value("name_zh", role.name.zh, vault::TextBounds{limits::name_max});
    v.value("name_en", role.name.en, vault::TextBounds{limits::name_max});
    v.elements("needs", role.needs, limits::role_skills_max);
    v.elements("decided", role.decided, limits::role_skills_max);
}

template <class Visitor, class T>
    requires std::same_as<std::remove_const_t<T>, Person>
void visit_fields(Visitor& v, T& person) {
    v.value("login", person.login, vault::TextBounds{limits::login_max});
    v.value("name_zh", person.name.zh, vault::TextBounds{limits::name_max});
    v.value("name_en", person.name.en, vault::TextBounds{limits::name_max});
    v.value("email", person.email, vault::TextBounds{limits::email_max});
    v.value("team", person.team, vault::Anything{});
    v.value("role", person.role, vault::Anything{});
    v.value("manager", person.manager, vault::Anything{});
    v.value("access", person.access, vault::TextBounds{limits::name_max});
    v.value("hired", person.hired, vault::TextBounds{limits::name_max});
    v.value("weekly_minutes", person.weekly_minutes, vault::Range{0, 10'080});
    v.value("budget_minor", person.budget_minor, vault::Range{0, limits::money_minor_max});
    v.value("currency", person.currency, vault::TextBounds{3});
}

Json pair_to_json(SkillId skill, Need need);
bool pair_from_json(Json const& json, SkillId& skill, Need& need);

}  // namespace zhitu::people
