#include "app/decide.h"

namespace zhitu::app {

namespace {

std::string cycle_text(catalog::State const& state, std::vector<CourseId> const& cycle,
                       CourseId edited, catalog::Course const& course) {
    std::string text;
    for (CourseId id : cycle) {
        if (!text.empty()) text += " → ";
        auto const known = state.courses.find(id);
        if (id == edited) text += shown_name(course.title);
        if (id != edited && known != state.courses.end()) text += shown_name(known->second.title);
    }
    return text;
}

std::optional<Error> check_course(catalog::Course const& course) {
    if (trimmed(shown_name(course.title)).empty()) return Error{ErrorCode::empty_field, {"title"}};
    if (course.price_minor && course.currency.size() != 3) {
        return Error{ErrorCode::bad_value, {"currency", course.currency, "CNY, USD, EUR …"}};
    }
    return vault::check_fields(course);
}

}  // namespace

// Errors: empty_field, too_long, already_exists, not_found.
Result<vault::Ops> decide(State const& state, SaveSkill const& wish, Context const&) {
    if (wish.skill.name.is_empty()) return Error{ErrorCode::empty_field, {"name"}};
    if (auto error = vault::check_fields(wish.skill)) return *error;
    SkillId const id = wish.id.value_or(catalog::skill_id(shown_name(wish.skill.name)));
    auto const before = state.catalog.skills.find(id);
    bool const is_known = before != state.catalog.skills.end();
    if (wish.id && !is_known) return Error{ErrorCode::not_found, {"skill"}};
    if (!wish.id && is_known) {
        return Error{ErrorCode::already_exists, {"skill", shown_name(wish.skill.name)}};
    }
    catalog::Skill const empty;
    return vault::edit_ops(catalog::key_of(id), {}, is_known ? before->second : empty, wish.skill);
}

// Errors: empty_field, too_long, out_of_range, bad_value, already_exists, not_found, cycle.
Result<vault::Ops> decide(State const& state, SaveCourse const& wish, Context const&) {
    if (auto error = check_course(wish.course)) return *error;
    CourseId const id = wish.id.value_or(catalog::course_id(wish.course));
    auto const before = state.catalog.courses.find(id);
    bool const is_known = before != state.catalog.courses.end();
    if (wish.id && !is_known) return Error{ErrorCode::not_found, {"course"}};
    if (!wish.id && is_known) {
        return Error{ErrorCode::already_exists, {"course", shown_name(wish.course.title)}};
    }
    auto const cycle = catalog::find_cycle(state.catalog, id, wish.course.prerequisites);
    if (!cycle.empty()) {
        return Error{ErrorCode::cycle, {cycle_text(state.catalog, cycle, id, wish.course)}};
    }
    catalog::Course const empty;
    return vault::edit_ops(catalog::key_of(id), {}, is_known ? before->second : empty,
                           wish.course);
}

// Errors: not_found.
Result<vault::Ops> decide(State const& state, DeleteCourse const& wish, Context const&) {
    if (!state.catalog.courses.contains(wish.course)) {
        return Error{ErrorCode::not_found, {"course"}};
    }
    vault::Ops ops{{.kind = vault::OpKind::del, .entity = catalog::key_of(wish.course)}};
    for (auto const& [id, recommendation] : state.learning.recommendations) {
        if (recommendation.course != wish.course) continue;
        ops.push_back({.kind = vault::OpKind::del,
                       .entity = {learning::recommendation_kind, id},
                       .subject = recommendation.person.raw});
    }
    return ops;
}

// Errors: not_found (skill, synonym).
Result<vault::Ops> decide(State const& state, RejectSynonym const& wish, Context const&) {
    auto const before = state.catalog.skills.find(wish.skill);
    if (before == state.catalog.skills.end()) return Error{ErrorCode::not_found, {"skill"}};
    if (!before->second.synonyms.contains(wish.synonym)) {
        return Error{ErrorCode::not_found, {"synonym"}};
    }
    catalog::Skill after = before->second;
    if (wish.is_rejected) after.rejected.insert(wish.synonym);
    if (!wish.is_rejected) after.rejected.erase(wish.synonym);
    return vault::edit_ops(catalog::key_of(wish.skill), {}, before->second, after);
}

// Errors: not_found (skill, synonym), out_of_range (weight, too many), bad_value (itself).
Result<vault::Ops> decide(State const& state, SetSynonym const& wish, Context const&) {
    auto const before = state.catalog.skills.find(wish.skill);
    if (before == state.catalog.skills.end()) return Error{ErrorCode::not_found, {"skill"}};
    auto const synonym = state.catalog.skills.find(wish.synonym);
    if (synonym == state.catalog.skills.end()) return Error{ErrorCode::not_found, {"synonym"}};
    if (wish.synonym == wish.skill) {
        std::string const name = shown_name(synonym->second.name);
        return Error{ErrorCode::bad_value, {"synonym", name, "≠ " + name}};
    }
    if (auto error = check_weight(wish.weight.millionths)) return *error;
    catalog::Skill after = before->second;
    after.synonyms[wish.synonym] = wish.weight;
    after.weighed.insert(wish.synonym);
    if (auto error = vault::check_fields(after)) return *error;
    return vault::edit_ops(catalog::key_of(wish.skill), {}, before->second, after);
}

}  // namespace zhitu::app
