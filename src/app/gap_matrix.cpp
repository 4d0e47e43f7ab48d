#include "app/gap_matrix.h"

#include <algorithm>
#include <functional>
#include <map>

#include "app/skill_index.h"
#include "base/assert.h"
#include "base/sort.h"

namespace zhitu::app {

namespace {

struct DenseNeed {
    std::uint32_t skill = 0;
    std::uint8_t level = 0;
    std::uint32_t weight_millionths = 0;
};
using DenseNeeds = std::vector<DenseNeed>;

// Numbers from a merge may lie outside of what commands allow.
std::uint8_t level_of(std::int64_t level) {
    return static_cast<std::uint8_t>(std::clamp<std::int64_t>(level, 0, limits::level_max));
}

EvidenceStrength strength_of(people::EvidenceKind kind) {
    return static_cast<EvidenceStrength>(static_cast<int>(kind) + 1);
}

DenseNeeds dense_needs(people::Role const& role, SkillIndex& skills) {
    DenseNeeds needs;
    for (auto const& [skill, need] : role.needs) {
        auto const weight = std::clamp<std::int64_t>(need.weight_millionths, 0, limits::million);
        needs.push_back(
            {skills.add(skill), level_of(need.level), static_cast<std::uint32_t>(weight)});
    }
    return needs;
}

bool passes(people::State const& state, PeopleFilter const& filter,
            people::Person const& person) {
    if (!filter.team.is_nil() && person.team != filter.team) return false;
    if (!filter.role.is_nil() && person.role != filter.role) return false;
    if (filter.department.is_empty()) return true;
    auto const team = state.teams.find(person.team);
    return team != state.teams.end() && team->second.department == filter.department;
}

struct Row {
    PersonId person;
    people::Person const* facts = nullptr;
    DenseNeeds const* needs = nullptr;  // null: no role
    std::vector<people::SkillAssessed> const* statements = nullptr;
};

// Row by row what is known, before the columns have their order.
struct Known {
    std::uint32_t row = 0;
    std::uint32_t skill = 0;
    std::uint8_t level = 0;
    EvidenceStrength strength = EvidenceStrength::none;
};

class Draft {
public:
    Draft(State const& state, PeopleFilter const& filter) {
        auto evidence = state.people.evidence.begin();  // by id, as the people: walked together
        for (auto const& [id, person] : state.people.people) {
            if (!passes(state.people, filter, person)) continue;
            while (evidence != state.people.evidence.end() && evidence->first < id) ++evidence;
            bool const is_known = evidence != state.people.evidence.end() && evidence->first == id;
            rows_.push_back({id, &person, needs_of(state.people, person.role),
                             is_known ? &evidence->second : nullptr});
        }
        sort_list(rows_, [](Row const& a, Row const& b) {
            return a.facts->login < b.facts->login;
        });
        columns_.resize(skills_.size());
        levels_.resize(skills_.size());
        for (std::uint32_t row = 0; row < rows_.size(); ++row) add_row(row);
    }

    GapMatrix matrix() const {
        std::vector<std::uint32_t> const order = order_of_columns();
        GapMatrix made;
        for (Row const& row : rows_) made.people.push_back(row.person);
        std::vector<std::uint32_t> place_of(order.size());
        for (std::uint32_t place = 0; place < order.size(); ++place) {
            place_of[order[place]] = place;
            made.skills.push_back(skills_[order[place]]);
            made.columns.push_back(columns_[order[place]]);
        }
        fill(made, place_of);
        return made;
    }

private:
    DenseNeeds const* needs_of(people::State const& people, RoleId id) {
        auto const role = people.roles.find(id);
        if (role == people.roles.end()) return nullptr;
        auto const [place, is_new] = needs_.try_emplace(id);
        if (is_new) place->second = dense_needs(role->second, skills_);
        return &place->second;
    }

    // What counts of the statements is as in people::current_skills.
    void add_row(std::uint32_t row) {
        std::size_t const begin = known_.size();
        if (rows_[row].statements != nullptr) {
            for (auto const& statement : *rows_[row].statements) add_statement(row, statement);
        }
        add_needs(row);
        for (std::size_t i = begin; i < known_.size(); ++i) {
            Known& known = known_[i];
            Held& held = levels_[known.skill];
            known.level = held.level;
            known.strength = held.is_any ? strength_of(held.kind) : EvidenceStrength::none;
            for (int level = 1; level <= held.level; ++level) {
                ++columns_[known.skill].having_count[static_cast<std::size_t>(level)];
            }
            held = {};
        }
    }

    void add_statement(std::uint32_t row, people::SkillAssessed const& statement) {
        std::uint32_t const skill = skills_.find(statement.skill);
        if (skill == SkillIndex::none) return;
        Held& held = levels_[skill];
        if (held.is_any && !people::counts_over(statement, held.kind, held.level)) return;
        if (!held.is_any) known_.push_back({row, skill});
        held = {level_of(statement.level), true, statement.kind};
    }

    void add_needs(std::uint32_t row) {
        if (rows_[row].needs == nullptr) return;
        for (DenseNeed const& need : *rows_[row].needs) {
            SkillColumn& column = columns_[need.skill];
            for (std::size_t level = 1; level <= need.level; ++level) {
                ++column.needing_count[level];
            }
            int const gap = need.level - levels_[need.skill].level;
            if (gap <= 0) continue;
            ++column.lacking_count;
            column.levels_lacking += static_cast<std::uint32_t>(gap);
            column.priority_millionths += std::int64_t{gap} * need.weight_millionths;
        }
    }

    std::vector<std::uint32_t> order_of_columns() const {
        std::vector<std::uint32_t> order(skills_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        sort_list(order, [this](std::uint32_t a, std::uint32_t b) {
            SkillColumn const& left = columns_[a];
            SkillColumn const& right = columns_[b];
            if (left.priority_millionths != right.priority_millionths) {
                return left.priority_millionths > right.priority_millionths;
            }
            if (left.levels_lacking != right.levels_lacking) {
                return left.levels_lacking > right.levels_lacking;
            }
            return skills_[a] < skills_[b];
        });
        return order;
    }

    void fill(GapMatrix& made, std::vector<std::uint32_t> const& place_of) const {
        std::size_t const cells = made.people.size() * made.skills.size();
        made.levels.resize(cells);
        made.wanted.resize(cells);
        made.evidence.resize(cells);
        made.priority_millionths.resize(cells);
        for (Known const& known : known_) {
            std::size_t const cell = made.cell(known.row, place_of[known.skill]);
            made.levels[cell] = known.level;
            made.evidence[cell] = known.strength;
        }
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (rows_[row].needs == nullptr) continue;
            for (DenseNeed const& need : *rows_[row].needs) {
                std::size_t const cell = made.cell(row, place_of[need.skill]);
                made.wanted[cell] = need.level;
                made.priority_millionths[cell] =
                    static_cast<std::uint32_t>(made.gap(cell)) * need.weight_millionths;
            }
        }
        for (SkillColumn& column : made.columns) {
            column.needing_count[0] = static_cast<std::uint32_t>(rows_.size());
            column.having_count[0] = column.needing_count[0];
        }
    }

    struct Held {
        std::uint8_t level = 0;
        bool is_any = false;
        people::EvidenceKind kind = people::EvidenceKind::self;
    };
    SkillIndex skills_;
    std::map<RoleId, DenseNeeds> needs_;
    std::vector<Row> rows_;
    std::vector<SkillColumn> columns_;  // [skills_]
    std::vector<Held> levels_;          // [skills_] of the row at hand
    std::vector<Known> known_;
};

}  // namespace

GapMatrix gap_matrix(State const& state, PeopleFilter const& filter) {
    return Draft(state, filter).matrix();
}

std::optional<std::size_t> find_skill(GapMatrix const& matrix, SkillId skill) {
    auto const found = std::find(matrix.skills.begin(), matrix.skills.end(), skill);
    if (found == matrix.skills.end()) return std::nullopt;
    return static_cast<std::size_t>(found - matrix.skills.begin());
}

std::vector<PriorityPart> priority_parts(GapMatrix const& matrix, std::size_t skill) {
    ZT_ASSERT(skill < matrix.skills.size());
    std::map<std::int64_t, std::int64_t, std::greater<>> levels_by_weight;
    for (std::size_t person = 0; person < matrix.people.size(); ++person) {
        std::size_t const cell = matrix.cell(person, skill);
        int const gap = matrix.gap(cell);
        if (gap == 0) continue;
        levels_by_weight[matrix.priority_millionths[cell] / static_cast<std::uint32_t>(gap)] += gap;
    }
    std::vector<PriorityPart> parts;
    for (auto const& [weight, levels] : levels_by_weight) parts.push_back({weight, levels});
    return parts;
}

std::vector<NearPerson> nearest_people(GapMatrix const& matrix, std::size_t skill, int level,
                                       std::size_t count_max) {
    ZT_ASSERT(skill < matrix.skills.size() && level >= 0 && level <= limits::level_max);
    std::vector<NearPerson> near;
    for (std::size_t person = 0; person < matrix.people.size(); ++person) {
        std::size_t const cell = matrix.cell(person, skill);
        near.push_back({person, std::max(0, level - matrix.levels[cell]), matrix.evidence[cell]});
    }
    sort_list(near, [](NearPerson const& a, NearPerson const& b) {
        if (a.levels_missing != b.levels_missing) return a.levels_missing < b.levels_missing;
        return a.evidence > b.evidence;
    });
    if (near.size() > count_max) near.resize(count_max);
    return near;
}

}  // namespace zhitu::app
