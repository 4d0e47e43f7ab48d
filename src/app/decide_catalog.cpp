#include "app/decide.h"

namespace zhitu::app {

namespace {

std::string shown_name(LocalText const& text) { return text.zh.empty() ? text.en : text.zh; }

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
    vault::Op op{.kind = vault::OpKind::del, .entity = catalog::key_of(wish.course)};
    return vault::Ops{std::move(op)};
}

}  // namespace zhitu::app
