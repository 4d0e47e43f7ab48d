#include "app/results.h"

namespace zhitu::app {

namespace {

// What the person counted as before the statement at `place`: as people::current_skills.
std::int64_t level_before(std::vector<people::SkillAssessed> const& statements,
                          std::size_t place) {
    people::SkillAssessed const* strongest = nullptr;
    for (std::size_t index = 0; index < place; ++index) {
        people::SkillAssessed const& statement = statements[index];
        if (statement.skill != statements[place].skill) continue;
        if (strongest == nullptr || statement.kind >= strongest->kind) strongest = &statement;
    }
    return strongest == nullptr ? 0 : strongest->level;
}

}  // namespace

std::vector<SkillMove> moves_of(State const& state, PersonId person, CourseId course) {
    std::vector<SkillMove> moves;
    auto const found = state.people.evidence.find(person);
    if (found == state.people.evidence.end()) return moves;
    std::vector<people::SkillAssessed> const& statements = found->second;
    for (std::size_t place = 0; place < statements.size(); ++place) {
        people::SkillAssessed const& statement = statements[place];
        if (statement.course != course) continue;
        moves.push_back({statement.skill, level_before(statements, place), statement.level,
                         statement.on});
    }
    return moves;
}

}  // namespace zhitu::app
