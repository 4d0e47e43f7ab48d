#include "app/results.h"

namespace zhitu::app {

namespace {

using Statements = std::vector<people::SkillAssessed>;

// What counts of the first `count` statements about a skill: as people::current_skills.
people::SkillAssessed const* counting(Statements const& statements, std::size_t count,
                                      SkillId skill) {
    people::SkillAssessed const* held = nullptr;
    for (std::size_t place = 0; place < count; ++place) {
        people::SkillAssessed const& each = statements[place];
        if (each.skill != skill) continue;
        if (held == nullptr || people::counts_over(each, held->kind, held->level)) held = &each;
    }
    return held;
}

SkillMove move_of(Statements const& statements, std::size_t place) {
    people::SkillAssessed const& statement = statements[place];
    auto const* const before = counting(statements, place, statement.skill);
    auto const* const after = counting(statements, place + 1, statement.skill);
    auto const* const today = counting(statements, statements.size(), statement.skill);
    SkillMove move{statement.skill, before == nullptr ? 0 : before->level, after->level,
                   statement.on};
    if (after != &statement || today->level < statement.level) move.instead = *today;
    return move;
}

}  // namespace

bool may_judge(State const& state, PersonId me, PersonId whom) {
    auto const self = state.people.people.find(me);
    if (self == state.people.people.end() || me == whom) return true;
    if (self->second.access == "training_admin") return true;
    auto const other = state.people.people.find(whom);
    return self->second.access != "employee" && other != state.people.people.end() &&
           other->second.manager == me;
}

std::vector<SkillMove> moves_of(State const& state, PersonId person, CourseId course) {
    std::vector<SkillMove> moves;
    auto const found = state.people.evidence.find(person);
    if (found == state.people.evidence.end()) return moves;
    for (std::size_t place = 0; place < found->second.size(); ++place) {
        if (found->second[place].course == course) moves.push_back(move_of(found->second, place));
    }
    return moves;
}

}  // namespace zhitu::app
