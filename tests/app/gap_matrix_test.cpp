#include "app/gap_matrix.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/advice.h"
#include "base/env.h"

namespace zhitu::app {
namespace {

using people::EvidenceKind;
using Levels = std::vector<int>;

RawId raw(std::uint8_t kind, int number) {
    RawId id{};
    id[0] = kind;
    id[15] = static_cast<std::uint8_t>(number);
    return id;
}
PersonId person(int number) { return PersonId{raw(1, number)}; }
SkillId skill(int number) { return SkillId{raw(3, number)}; }
RoleId role(int number) { return RoleId{raw(4, number)}; }
TeamId team(int number) { return TeamId{raw(5, number)}; }

// Logins run against the ids. Role 1 wants skill 1 to 2 (.5) and skill 2 to 3 (.9), role 2 wants
// skill 2 to 1 (.1); person 4 has no role.
//              skill 1         skill 2          wanted
//   d 1 team 1 self 1          manager 3        2, 3
//   c 2 team 1 test 2          -                2, 3
//   b 3 team 2 self 0          self 2           -, 1
//   a 4 team 2 manager 3       -                -, -
struct Office {
    Office() {
        state.people.roles[role(1)].needs = {{skill(1), {2, 500'000}}, {skill(2), {3, 900'000}}};
        state.people.roles[role(2)].needs = {{skill(2), {1, 100'000}}};
        add(1, "d", 1, role(1));
        add(2, "c", 1, role(1));
        add(3, "b", 2, role(2));
        add(4, "a", 2, RoleId{});
        say(1, 1, 1, EvidenceKind::self);
        say(1, 2, 3, EvidenceKind::manager);
        say(2, 1, 2, EvidenceKind::test);
        say(2, 1, 3, EvidenceKind::self);  // newer, but weaker
        say(2, 9, 3, EvidenceKind::test);  // nobody wants it
        say(3, 1, 2, EvidenceKind::self);
        say(3, 1, 0, EvidenceKind::self);  // newer
        say(3, 2, 2, EvidenceKind::self);
        say(4, 1, 3, EvidenceKind::manager);
    }
    void add(int number, char const* login, int of_team, RoleId of_role) {
        people::Person& made = state.people.people[person(number)];
        made.login = login;
        made.team = team(of_team);
        made.role = of_role;
    }
    void say(int who, int what, std::int64_t level, EvidenceKind kind) {
        state.people.evidence[person(who)].push_back({skill(what), level, kind, "2026-01-01", ""});
    }
    State state;
};

template <class Number>
Levels column_of(GapMatrix const& matrix, std::vector<Number> const& cells, std::size_t skill) {
    Levels column;
    for (std::size_t person = 0; person < matrix.people.size(); ++person) {
        column.push_back(static_cast<int>(cells[matrix.cell(person, skill)]));
    }
    return column;
}

TEST(gap_matrix, has_a_row_for_everybody_by_login_and_a_column_for_what_is_wanted) {
    Office office;
    GapMatrix const matrix = gap_matrix(office.state, {});
    EXPECT_EQ(matrix.people,
              (std::vector<PersonId>{person(4), person(3), person(2), person(1)}));
    ASSERT_EQ(matrix.skills, (std::vector<SkillId>{skill(2), skill(1)}));  // lacks 2.7 and .5
    EXPECT_EQ(column_of(matrix, matrix.levels, 1), (Levels{3, 0, 2, 1}));
    EXPECT_EQ(column_of(matrix, matrix.wanted, 1), (Levels{0, 0, 2, 2}));
    EXPECT_EQ(column_of(matrix, matrix.evidence, 1), (Levels{2, 1, 3, 1}));
    EXPECT_EQ(column_of(matrix, matrix.priority_millionths, 1), (Levels{0, 0, 0, 500'000}));
    EXPECT_EQ(column_of(matrix, matrix.levels, 0), (Levels{0, 2, 0, 3}));
    EXPECT_EQ(column_of(matrix, matrix.wanted, 0), (Levels{0, 1, 3, 3}));
    EXPECT_EQ(column_of(matrix, matrix.evidence, 0), (Levels{0, 1, 0, 2}));
    EXPECT_EQ(column_of(matrix, matrix.priority_millionths, 0), (Levels{0, 0, 2'700'000, 0}));
    EXPECT_EQ(matrix.gap(matrix.cell(2, 0)), 3);
    EXPECT_EQ(matrix.gap(matrix.cell(1, 0)), 0);
}

TEST(gap_matrix, adds_up_what_the_team_has_needs_and_lacks) {
    Office office;
    GapMatrix const matrix = gap_matrix(office.state, {});
    SkillColumn const& first = matrix.columns[1];  // skill 1
    EXPECT_EQ(first.needing_count, (std::array<std::uint32_t, 4>{4, 2, 2, 0}));
    EXPECT_EQ(first.having_count, (std::array<std::uint32_t, 4>{4, 3, 2, 1}));
    EXPECT_EQ(first.lacking_count, 1u);
    EXPECT_EQ(first.levels_lacking, 1u);
    EXPECT_EQ(first.priority_millionths, 500'000);
    SkillColumn const& second = matrix.columns[0];
    EXPECT_EQ(second.needing_count, (std::array<std::uint32_t, 4>{4, 3, 2, 2}));
    EXPECT_EQ(second.having_count, (std::array<std::uint32_t, 4>{4, 2, 2, 1}));
    EXPECT_EQ(second.lacking_count, 1u);
    EXPECT_EQ(second.levels_lacking, 3u);
}

TEST(gap_matrix, shows_those_who_pass_the_filter_and_what_is_wanted_of_them) {
    Office office;
    GapMatrix const of_team = gap_matrix(office.state, {team(2), RoleId{}});
    EXPECT_EQ(of_team.people, (std::vector<PersonId>{person(4), person(3)}));
    EXPECT_EQ(of_team.skills, std::vector<SkillId>{skill(2)});
    GapMatrix const of_role = gap_matrix(office.state, {TeamId{}, role(1)});
    EXPECT_EQ(of_role.people, (std::vector<PersonId>{person(2), person(1)}));
    GapMatrix const of_both = gap_matrix(office.state, {team(2), role(1)});
    EXPECT_TRUE(of_both.people.empty() && of_both.skills.empty() && of_both.levels.empty());
    EXPECT_FALSE(find_skill(of_team, skill(1)));
    EXPECT_EQ(find_skill(of_role, skill(1)), 1u);
}

TEST(gap_matrix, nearest_are_those_with_least_to_learn_then_best_known_then_by_login) {
    Office office;
    office.add(5, "e", 1, RoleId{});  // nothing known
    office.add(6, "0", 1, RoleId{});
    office.say(6, 2, 2, EvidenceKind::self);
    GapMatrix const matrix = gap_matrix(office.state, {});
    auto const near = nearest_people(matrix, 0, 3, 10);
    std::vector<std::string> logins;
    Levels missing;
    for (NearPerson const& each : near) {
        logins.push_back(office.state.people.people[matrix.people[each.person]].login);
        missing.push_back(each.levels_missing);
    }
    EXPECT_EQ(logins, (std::vector<std::string>{"d", "0", "b", "a", "c", "e"}));
    EXPECT_EQ(missing, (Levels{0, 1, 1, 3, 3, 3}));
    auto const first = nearest_people(matrix, 0, 3, 2);
    EXPECT_EQ(first, (std::vector<NearPerson>{near[0], near[1]}));
    EXPECT_EQ(nearest_people(matrix, 0, 2, 1)[0].evidence, EvidenceStrength::manager);
}

TEST(gap_matrix, one_person_alone_makes_a_row) {
    Office office;
    std::erase_if(office.state.people.people,
                  [](auto const& entry) { return entry.first != person(1); });
    GapMatrix const matrix = gap_matrix(office.state, {});
    EXPECT_EQ(matrix.people, std::vector<PersonId>{person(1)});
    auto const place = find_skill(matrix, skill(1));
    ASSERT_TRUE(place);
    // wanted 2, has 1: gap 1 x weight .5
    EXPECT_EQ(matrix.priority_millionths[matrix.cell(0, *place)], 500'000u);
    EXPECT_EQ(nearest_people(matrix, *place, 2, 9).size(), 1u);
}

TEST(gap_matrix, nobody_makes_an_empty_matrix) {
    GapMatrix const matrix = gap_matrix(State{}, {});
    EXPECT_TRUE(matrix.people.empty() && matrix.skills.empty());
}

// The matrix and the gap of one person are two roads to the same numbers.
void expect_row_is_the_gap(State const& state, GapMatrix const& matrix, std::size_t row) {
    std::size_t wanted_count = 0;
    for (GapRow const& gap : gap_of(state, matrix.people[row])) {
        auto const skill = find_skill(matrix, gap.skill);
        ASSERT_TRUE(skill);
        std::size_t const cell = matrix.cell(row, *skill);
        EXPECT_EQ(matrix.levels[cell], gap.level);
        EXPECT_EQ(matrix.wanted[cell], gap.need.level);
        EXPECT_EQ(matrix.priority_millionths[cell], gap.priority_millionths());
        EXPECT_EQ(matrix.evidence[cell] == EvidenceStrength::none, !gap.evidence.has_value());
        ++wanted_count;
    }
    auto const begin = matrix.wanted.begin() + static_cast<std::ptrdiff_t>(matrix.cell(row, 0));
    auto const end = begin + static_cast<std::ptrdiff_t>(matrix.skills.size());
    EXPECT_EQ(matrix.skills.size() - static_cast<std::size_t>(std::count(begin, end, 0)),
              wanted_count);
}

TEST(gap_matrix, agrees_with_the_gap_of_each_person) {
    SimulatedEnv env(7);
    State state;
    for (int number = 1; number <= 4; ++number) {
        for (int need = 0; need < 6; ++need) {
            state.people.roles[role(number)].needs[skill(static_cast<int>(env.below(20)))] = {
                static_cast<std::int64_t>(1 + env.below(3)),
                static_cast<std::int64_t>(env.below(1'000'001))};
        }
    }
    for (int number = 1; number <= 40; ++number) {
        state.people.people[person(number)].role = role(static_cast<int>(1 + env.below(5)));
        for (std::uint64_t left = env.below(30); left > 0; --left) {
            state.people.evidence[person(number)].push_back(
                {skill(static_cast<int>(env.below(20))), static_cast<std::int64_t>(env.below(4)),
                 static_cast<EvidenceKind>(env.below(3)), "2026-01-01", ""});
        }
    }
    GapMatrix const matrix = gap_matrix(state, {});
    ASSERT_EQ(matrix.people.size(), 40u);
    for (std::size_t row = 0; row < 40; ++row) expect_row_is_the_gap(state, matrix, row);
}

TEST(gap_matrix, shows_the_teams_of_a_department) {
    Office office;
    office.state.people.teams[team(1)].department = {"研发部", "Engineering"};
    office.state.people.teams[team(2)].department = {"数据部", "Data"};
    PeopleFilter const data{.team = {}, .role = {}, .department = {"数据部", "Data"}};
    EXPECT_EQ(gap_matrix(office.state, data).people,
              (std::vector<PersonId>{person(4), person(3)}));
    PeopleFilter const both{.team = team(1), .role = {}, .department = {"数据部", "Data"}};
    EXPECT_TRUE(gap_matrix(office.state, both).people.empty());
    office.state.people.teams.erase(team(2));  // a team nobody knows is in no department
    EXPECT_TRUE(gap_matrix(office.state, data).people.empty());
}

TEST(gap_matrix, a_summed_priority_comes_apart_by_weight) {
    Office office;
    office.state.people.evidence.clear();  // everybody lacks all: skill 2 at .9 twice, at .1 once
    GapMatrix const matrix = gap_matrix(office.state, {});
    std::size_t const place = find_skill(matrix, skill(2)).value();
    auto const parts = priority_parts(matrix, place);
    EXPECT_EQ(parts, (std::vector<PriorityPart>{{900'000, 6}, {100'000, 1}}));
    std::int64_t sum = 0;
    for (PriorityPart const& part : parts) sum += part.levels * part.weight_millionths;
    EXPECT_EQ(sum, matrix.columns[place].priority_millionths);
    EXPECT_EQ(priority_parts(matrix, find_skill(matrix, skill(1)).value()),
              (std::vector<PriorityPart>{{500'000, 4}}));
}

}  // namespace
}  // namespace zhitu::app
