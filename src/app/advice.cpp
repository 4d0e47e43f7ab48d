#include "app/advice.h"

#include <algorithm>
#include <set>

#include "base/sort.h"

namespace zhitu::app {

namespace {

using CurrentSkills = std::map<SkillId, people::SkillAssessed>;

people::Role const* find_role(State const& state, PersonId person) {
    auto const found = state.people.people.find(person);
    if (found == state.people.people.end()) return nullptr;
    auto const role = state.people.roles.find(found->second.role);
    return role == state.people.roles.end() ? nullptr : &role->second;
}

std::vector<GapRow> gap_rows(people::Role const& role, CurrentSkills const& current) {
    std::vector<GapRow> rows;
    for (auto const& [skill, need] : role.needs) {
        GapRow row{skill, need, 0, std::nullopt};
        if (auto const found = current.find(skill); found != current.end()) {
            row.level = found->second.level;
            row.evidence = found->second;
        }
        rows.push_back(std::move(row));
    }
    sort_list(rows, [](GapRow const& a, GapRow const& b) {
        if (a.priority_millionths() != b.priority_millionths()) {
            return a.priority_millionths() > b.priority_millionths();
        }
        if (a.need.weight_millionths != b.need.weight_millionths) {
            return a.need.weight_millionths > b.need.weight_millionths;
        }
        return a.skill < b.skill;
    });
    return rows;
}

Advice advice_of(Advisor const& advisor, std::uint32_t item, std::vector<GapRow> const& gap) {
    Advice advice;
    advice.course = advisor.courses()[item];
    advice.scored = advisor.ranker().explain(item);
    auto const& closed = advice.scored.features_closed;
    for (GapRow const& row : gap) {
        std::uint32_t const feature = advisor.skills().find(row.skill);
        bool const is_closed = std::find(closed.begin(), closed.end(), feature) != closed.end();
        if (is_closed) advice.gaps_closed.push_back(row.skill);
    }
    for (std::uint32_t const id : advice.scored.prerequisites_missing) {
        advice.prerequisites_missing.push_back(advisor.courses()[id]);
    }
    return advice;
}

std::uint64_t count_evidence(State const& state, PersonId person, people::Role const& role) {
    auto const found = state.people.evidence.find(person);
    if (found == state.people.evidence.end()) return 0;
    auto const is_wanted = [&](auto const& statement) {
        return role.needs.contains(statement.skill);
    };
    return static_cast<std::uint64_t>(
        std::count_if(found->second.begin(), found->second.end(), is_wanted));
}

// A course can be both taken and dismissed.
std::size_t count_left_out(recommend::User const& user) {
    std::set<std::uint32_t> out(user.taken.begin(), user.taken.end());
    out.insert(user.unwanted.begin(), user.unwanted.end());
    return out.size();
}

}  // namespace

std::vector<GapRow> gap_of(State const& state, PersonId person) {
    people::Role const* role = find_role(state, person);
    if (role == nullptr) return {};
    return gap_rows(*role, people::current_skills(state.people, person));
}

AdviceList advise(Advisor& advisor, State const& state, PersonId person, std::size_t count_max) {
    AdviceList list;
    auto const stop = [&](AdviceStatus status) {
        list.status = status;
        return list;
    };
    if (!state.people.people.contains(person)) return stop(AdviceStatus::no_person);
    people::Role const* role = find_role(state, person);
    if (role == nullptr) return stop(AdviceStatus::no_role);
    list.evidence_count = count_evidence(state, person, *role);
    list.has_no_statements = !state.people.evidence.contains(person);
    std::vector<GapRow> const gap = gap_of(state, person);
    bool const has_gap =
        std::any_of(gap.begin(), gap.end(), [](GapRow const& row) { return row.gap() > 0; });
    if (!has_gap) return stop(AdviceStatus::no_gap);
    if (state.catalog.courses.empty()) return stop(AdviceStatus::no_course);

    recommend::User const user = advisor.user_of(person);
    list.courses_count = state.catalog.courses.size() - count_left_out(user);
    for (auto const& place : advisor.rank(user, count_max)) {
        list.items.push_back(advice_of(advisor, place.item, gap));
    }
    if (advisor.ranker().candidates_count() == 0) return stop(AdviceStatus::nothing_fits);
    return list;
}

AdviceList advise(State const& state, PersonId person, std::size_t count_max) {
    Advisor advisor(state);
    return advise(advisor, state, person, count_max);
}

std::vector<CourseId> popular_courses(State const& state, std::int64_t threshold_millionths) {
    std::vector<std::pair<std::int64_t, CourseId>> found;  // negated: best first, then by id
    for (auto const& [id, course] : state.catalog.courses) {
        auto const& popularity = course.popularity_millionths;
        if (popularity && *popularity >= threshold_millionths) found.push_back({-*popularity, id});
    }
    sort_list(found);
    std::vector<CourseId> courses;
    for (auto const& [popularity, id] : found) courses.push_back(id);
    return courses;
}

}  // namespace zhitu::app
