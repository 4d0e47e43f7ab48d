#include "tools/cli/person_commands.h"

#include "tools/cli/lookups.h"
#include "tools/cli/options.h"
#include "tools/cli/profile.h"
#include "tools/cli/report_json.h"
#include "tools/cli/report_text.h"

namespace zhitu::tools {

namespace {

constexpr std::size_t count_usual = 10;

Answer printed(std::string out) { return {0, std::move(out), ""}; }

}  // namespace

Answer run_gap(std::span<std::string const> arguments, Env& env) {
    Options const options = read_options(arguments, {"--team", "--json"});
    bool const is_team = options.has("--team");
    if (!options.fault.empty()) return misused(options.fault);
    if (options.names.size() != (is_team ? 1u : 2u)) {
        return misused("gap needs a folder, and a login or --team");
    }
    auto const profile = open_profile(env, options.names[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    app::State const& state = profile.value().store->state();
    bool const is_json = options.has("--json");
    if (is_team) {
        app::GapMatrix const matrix = app::gap_matrix(state, {});
        return printed(is_json ? team_gap_json(state, matrix) : team_gap_text(state, matrix));
    }
    auto const person = find_person(state, options.names[1]);
    if (!person) return failed(person.error());
    return printed(is_json ? gap_json(state, person.value()) : gap_text(state, person.value()));
}

Answer run_recommend(std::span<std::string const> arguments, Env& env) {
    Options options = read_options(arguments, {"--json"}, {"--count"});
    std::size_t const count_max =
        take_number(options, "--count", count_usual, limits::courses_max);
    if (!options.fault.empty()) return misused(options.fault);
    if (options.names.size() != 2) return misused("recommend needs a folder and a login");
    auto const profile = open_profile(env, options.names[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    app::State const& state = profile.value().store->state();
    auto const person = find_person(state, options.names[1]);
    if (!person) return failed(person.error());
    auto const list = app::advise(state, person.value(), count_max);
    return printed(options.has("--json") ? advice_json(state, person.value(), list)
                                         : advice_text(state, person.value(), list));
}

Answer run_why(std::span<std::string const> arguments, Env& env) {
    Options const options = read_options(arguments, {"--json"});
    if (!options.fault.empty()) return misused(options.fault);
    if (options.names.size() < 3 || options.names.size() > 4) {
        return misused("why needs a folder, a login, a course, and at most one other course");
    }
    auto const profile = open_profile(env, options.names[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    app::State const& state = profile.value().store->state();
    auto const person = find_person(state, options.names[1]);
    if (!person) return failed(person.error());
    auto const course = find_course(state, options.names[2]);
    if (!course) return failed(course.error());
    std::optional<CourseId> against;
    if (options.names.size() == 4) {
        auto const other = find_course(state, options.names[3]);
        if (!other) return failed(other.error());
        against = other.value();
    }
    app::WhyNot const why = app::why_not(state, person.value(), course.value(), against);
    return printed(options.has("--json") ? why_json(state, person.value(), course.value(), why)
                                         : why_text(state, person.value(), course.value(), why));
}

}  // namespace zhitu::tools
