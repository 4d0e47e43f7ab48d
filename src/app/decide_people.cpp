#include "app/decide.h"

namespace zhitu::app {

namespace {

std::optional<Error> check_person(people::Person const& person) {
    if (trimmed(person.login).empty()) return Error{ErrorCode::empty_field, {"login"}};
    if (person.name.is_empty()) return Error{ErrorCode::empty_field, {"name"}};
    return vault::check_fields(person);
}

}  // namespace

Result<vault::Ops> decide(State const& state, NameCompany const& wish, Context const&) {
    people::Company after{wish.name, wish.is_demo};
    if (after.name.is_empty()) return Error{ErrorCode::empty_field, {"name"}};
    if (auto error = vault::check_fields(after)) return *error;
    return vault::edit_ops(people::company_key(), {}, state.people.company, after);
}

// Errors: empty_field, too_long, out_of_range, already_exists (login), not_found.
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
    return vault::edit_ops(people::key_of(*wish.id), wish.id->raw, before->second, wish.person);
}

// Errors: not_found (person, skill), out_of_range.
Result<vault::Ops> decide(State const& state, AssessSkill const& wish, Context const&) {
    if (!state.people.people.contains(wish.person)) return Error{ErrorCode::not_found, {"person"}};
    if (!state.catalog.skills.contains(wish.statement.skill)) {
        return Error{ErrorCode::not_found, {"skill"}};
    }
    vault::Range const levels{0, limits::level_max};
    if (auto error = vault::check_value("level", wish.statement.level, levels)) return *error;
    return vault::Ops{people::skill_assessed_op(wish.person, wish.statement)};
}

}  // namespace zhitu::app
