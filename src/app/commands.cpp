#include "app/commands.h"

#include "app/decide.h"

namespace zhitu::app {

std::string shown_name(LocalText const& text) { return text.zh.empty() ? text.en : text.zh; }

std::optional<Error> check_weight(std::int64_t millionths) {
    if (millionths > 0 && millionths <= limits::million) return std::nullopt;
    return Error{ErrorCode::out_of_range, {"weight", "0.01", "1"}};
}

std::optional<Error> check_pair(State const& state, PersonId person, CourseId course) {
    if (!state.people.people.contains(person)) return Error{ErrorCode::not_found, {"person"}};
    if (!state.catalog.courses.contains(course)) return Error{ErrorCode::not_found, {"course"}};
    return std::nullopt;
}

Result<vault::Ops> decide_any(State const& state, Command const& command, Context const& context) {
    return std::visit([&](auto const& wish) { return decide(state, wish, context); }, command);
}

}  // namespace zhitu::app
