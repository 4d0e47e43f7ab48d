#include "app/decide.h"
#include "app/results.h"

namespace zhitu::app {

namespace {

std::optional<Error> check_person(people::Person const& person) {
    if (trimmed(person.login).empty()) return Error{ErrorCode::empty_field, {"login"}};
    if (person.name.is_empty()) return Error{ErrorCode::empty_field, {"name"}};
    return vault::check_fields(person);
}

std::string chain_text(people::State const& state, std::vector<PersonId> const& chain,
                       PersonId edited, people::Person const& person) {
    std::string text;
    for (PersonId const id : chain) {
        if (!text.empty()) text += " → ";
        auto const known = state.people.find(id);
        if (id == edited) text += shown_name(person.name);
        if (id != edited && known != state.people.end()) text += shown_name(known->second.name);
    }
    return text;
}

bool is_same_name(std::string const& a, std::string const& b) {
    return !a.empty() && comparison_key(a) == comparison_key(b);
}

// Ids come from the name a role was made with; names are what people tell roles apart by.
bool is_role_name_taken(people::State const& state, SaveRole const& wish) {
    for (auto const& [id, role] : state.roles) {
        if (id == wish.id) continue;
        if (is_same_name(role.name.zh, wish.role.name.zh)) return true;
        if (is_same_name(role.name.en, wish.role.name.en)) return true;
    }
    return false;
}

// What this wish changes is decided from here on. What was taken out long ago gives way first.
std::set<SkillId> decided_with(people::Role const& before, people::Role const& wish) {
    std::set<SkillId> decided = before.decided;
    for (auto const& [skill, need] : before.needs) {
        if (!wish.needs.contains(skill)) decided.insert(skill);
    }
    for (auto const& [skill, need] : wish.needs) {
        auto const known = before.needs.find(skill);
        if (known == before.needs.end() || !(known->second == need)) decided.insert(skill);
    }
    if (decided.size() > limits::role_skills_max) {
        std::erase_if(decided, [&](SkillId skill) { return !wish.needs.contains(skill); });
    }
    return decided;
}

std::optional<Error> check_role(State const& state, people::Role const& role) {
    if (trimmed(shown_name(role.name)).empty()) return Error{ErrorCode::empty_field, {"name"}};
    for (auto const& [skill, need] : role.needs) {
        if (!state.catalog.skills.contains(skill)) return Error{ErrorCode::not_found, {"skill"}};
        vault::Range const levels{1, limits::level_max};
        if (auto error = vault::check_value("level", need.level, levels)) return error;
        if (auto error = check_weight(need.weight_millionths)) return error;
    }
    return vault::check_fields(role);
}

}  // namespace

Result<vault::Ops> decide(State const& state, NameCompany const& wish, Context const&) {
    people::Company after{wish.name, wish.is_demo};
    if (after.name.is_empty()) return Error{ErrorCode::empty_field, {"name"}};
    if (auto error = vault::check_fields(after)) return *error;
    return vault::edit_ops(people::company_key(), {}, state.people.company, after);
}

// Errors: empty_field, too_long, out_of_range, already_exists (login), not_found, cycle (managers).
Result<vault::Ops> decide(State const& state, SavePerson const& wish, Context const& context) {
    if (auto error = check_person(wish.person)) return *error;
    auto const holder = people::find_by_login(state.people, wish.person.login);
    if (holder && holder != wish.id) {
        return Error{ErrorCode::already_exists, {"login", wish.person.login}};
    }
    if (!wish.id) {
        ZT_ASSERT(context.env != nullptr);
        PersonId const id{context.env->random_id()};
        return vault::edit_ops(people::key_of(id), id.raw, people::Person{}, wish.person);
    }
    auto const before = state.people.people.find(*wish.id);
    if (before == state.people.people.end()) return Error{ErrorCode::not_found, {"person"}};
    auto const chain = people::find_manager_cycle(state.people, *wish.id, wish.person.manager);
    if (!chain.empty()) {
        return Error{ErrorCode::cycle, {chain_text(state.people, chain, *wish.id, wish.person)}};
    }
    return vault::edit_ops(people::key_of(*wish.id), wish.id->raw, before->second, wish.person);
}

// The needs it changes are decided here: no import changes them. Errors: empty_field, too_long,
// out_of_range (level, weight, too many needs), already_exists, not_found (role, skill).
Result<vault::Ops> decide(State const& state, SaveRole const& wish, Context const&) {
    if (auto error = check_role(state, wish.role)) return *error;
    std::string const& name = shown_name(wish.role.name);
    RoleId const id = wish.id.value_or(people::free_role_id(state.people, name));
    auto const known = state.people.roles.find(id);
    bool const is_known = known != state.people.roles.end();
    if (wish.id && !is_known) return Error{ErrorCode::not_found, {"role"}};
    bool const is_renamed = !is_known || !(known->second.name == wish.role.name);
    if (is_renamed && is_role_name_taken(state.people, wish)) {
        return Error{ErrorCode::already_exists, {"role", name}};
    }
    people::Role const before = is_known ? known->second : people::Role{};
    people::Role after = wish.role;
    after.decided = decided_with(before, after);
    return vault::edit_ops(people::key_of(id), {}, before, after);
}

// Errors: not_found.
Result<vault::Ops> decide(State const& state, DeleteRole const& wish, Context const&) {
    if (!state.people.roles.contains(wish.role)) return Error{ErrorCode::not_found, {"role"}};
    return vault::Ops{{.kind = vault::OpKind::del, .entity = people::key_of(wish.role)}};
}

// Errors: not_found (person, skill), not_allowed, out_of_range.
Result<vault::Ops> decide(State const& state, AssessSkill const& wish, Context const& context) {
    if (!state.people.people.contains(wish.person)) return Error{ErrorCode::not_found, {"person"}};
    bool const is_allowed = may_judge(state, context.me, wish.person);
    if (!is_allowed) return Error{ErrorCode::not_allowed, {"statement"}};
    if (!state.catalog.skills.contains(wish.statement.skill)) {
        return Error{ErrorCode::not_found, {"skill"}};
    }
    vault::Range const levels{0, limits::level_max};
    if (auto error = vault::check_value("level", wish.statement.level, levels)) return *error;
    return vault::Ops{people::skill_assessed_op(wish.person, wish.statement)};
}

}  // namespace zhitu::app
