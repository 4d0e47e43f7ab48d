#include "app/decide.h"
#include "app/results.h"

namespace zhitu::app {

namespace {

std::optional<Error> check_date(std::string const& on, std::string const& today) {
    auto const days = parse_date_days(on);
    auto const last = parse_date_days(today);
    bool const is_past = days && last && *days <= *last;
    if (is_past) return std::nullopt;
    return Error{ErrorCode::bad_value, {"on", on, "≤ " + today}};
}

// A test says more than what was said before: it is recorded where it lifts, and where it proves
// a level that only somebody's word stands for; where it would lower, not.
bool adds_evidence(std::map<SkillId, people::SkillAssessed> const& current, SkillId skill,
                   std::int64_t level) {
    auto const found = current.find(skill);
    if (found == current.end() || found->second.level < level) return true;
    return found->second.level == level && found->second.kind != people::EvidenceKind::test;
}

void append_evidence(vault::Ops& ops, State const& state, RecordResult const& wish,
                     std::string const& on) {
    auto const current = people::current_skills(state.people, wish.person);
    for (auto const& [skill, lift] : state.catalog.courses.at(wish.course).teaches) {
        if (!adds_evidence(current, skill, lift.to)) continue;
        people::SkillAssessed const event{.skill = skill,
                                          .level = lift.to,
                                          .kind = people::EvidenceKind::test,
                                          .on = on,
                                          .case_label = {},
                                          .course = wish.course};
        ops.push_back(people::skill_assessed_op(wish.person, event));
    }
}

}  // namespace

// Errors: not_found (person, course), not_allowed, bad_value (on).
Result<vault::Ops> decide(State const& state, RecordResult const& wish, Context const& context) {
    if (auto error = check_pair(state, wish.person, wish.course)) return *error;
    bool const is_allowed = may_judge(state, context.me, wish.person);
    if (!is_allowed) return Error{ErrorCode::not_allowed, {"result"}};
    std::string const on = wish.on.empty() ? context.today : wish.on;
    if (auto error = check_date(on, context.today)) return *error;
    assessment::ResultRecorded const result{wish.course, wish.grade, on, {}};
    vault::Ops ops{assessment::event_op(wish.person, result)};
    if (!assessment::is_pass(wish.grade)) return ops;
    append_evidence(ops, state, wish, on);
    auto const* enrolment = learning::find_enrolment(state.learning, wish.person, wish.course);
    bool const is_finished =
        enrolment != nullptr && enrolment->status == learning::EnrolmentStatus::finished;
    if (!is_finished) {
        ops.push_back(learning::event_op(wish.person, learning::CourseFinished{wish.course, on}));
    }
    return ops;
}

}  // namespace zhitu::app
