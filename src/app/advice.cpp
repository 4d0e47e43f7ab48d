#include "app/advice.h"

#include <algorithm>
#include <queue>

namespace zhitu::app {

namespace {

constexpr double million = static_cast<double>(limits::million);

using CurrentSkills = std::map<SkillId, people::SkillAssessed>;

people::Role const* find_role(State const& state, PersonId person) {
    auto const found = state.people.people.find(person);
    if (found == state.people.people.end()) return nullptr;
    auto const role = state.people.roles.find(found->second.role);
    return role == state.people.roles.end() ? nullptr : &role->second;
}

std::int64_t level_of(CurrentSkills const& current, SkillId skill) {
    auto const found = current.find(skill);
    return found == current.end() ? 0 : found->second.level;
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
    std::sort(rows.begin(), rows.end(), [](GapRow const& a, GapRow const& b) {
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

// The gap in the recommender's words: a feature is a place in `skills`.
struct Lacking {
    struct Match {
        std::uint32_t feature = 0;
        double certainty = 1;
    };
    std::vector<SkillId> skills;
    std::vector<recommend::FeatureNeed> needs;
    std::map<SkillId, std::vector<Match>> matches;  // by the skill that a course teaches
};

void add_matches(Lacking& lacking, catalog::State const& catalog, std::uint32_t feature) {
    SkillId const wanted = lacking.skills[feature];
    lacking.matches[wanted].push_back({feature, 1});
    auto const skill = catalog.skills.find(wanted);
    if (skill == catalog.skills.end()) return;
    for (auto const& [synonym, weight] : skill->second.synonyms) {
        std::int64_t const millionths = std::min(weight.millionths, limits::million);
        if (millionths <= 0 || synonym == wanted) continue;
        double const certainty = static_cast<double>(millionths) / million;
        lacking.matches[synonym].push_back({feature, certainty});
    }
}

Lacking lacking_of(catalog::State const& catalog, std::vector<GapRow> const& rows) {
    Lacking lacking;
    for (GapRow const& row : rows) {
        if (row.gap() == 0) continue;
        auto const feature = static_cast<std::uint32_t>(lacking.skills.size());
        lacking.skills.push_back(row.skill);
        lacking.needs.push_back({feature, static_cast<int>(row.level),
                                 static_cast<int>(row.need.level),
                                 static_cast<double>(row.need.weight_millionths) / million});
        add_matches(lacking, catalog, feature);
    }
    return lacking;
}

std::optional<double> as_double(std::optional<std::int64_t> const& value, double unit) {
    if (!value) return std::nullopt;
    return static_cast<double>(*value) / unit;
}

recommend::Item item_of(catalog::Course const& course, Lacking const& lacking) {
    recommend::Item item;
    for (auto const& [skill, lift] : course.teaches) {
        auto const matches = lacking.matches.find(skill);
        if (matches == lacking.matches.end()) continue;
        for (Lacking::Match const& match : matches->second) {
            item.lifts.push_back({match.feature, static_cast<int>(lift.from),
                                  static_cast<int>(lift.to), match.certainty});
        }
    }
    item.rating = as_double(course.rating_millionths, million);
    item.ratings_count = as_double(course.rating_count, 1);
    item.users_count = as_double(course.learners_count, 1);
    item.popularity = as_double(course.popularity_millionths, million);
    return item;
}

// Who already stands where the course ends need not take it.
bool reaches_the_end_of(catalog::Course const& course, CurrentSkills const& current) {
    if (course.teaches.empty()) return false;
    return std::all_of(course.teaches.begin(), course.teaches.end(), [&](auto const& taught) {
        return level_of(current, taught.first) >= taught.second.to;
    });
}

struct Prerequisites {
    std::vector<CourseId> missing;
    std::size_t count = 0;  // those that still are in the catalog: one that is gone asks nothing
    double missing_share() const {
        if (count == 0) return 0;
        return static_cast<double>(missing.size()) / static_cast<double>(count);
    }
};

Prerequisites prerequisites_of(State const& state, PersonId person, CurrentSkills const& current,
                               catalog::Course const& course) {
    Prerequisites prerequisites;
    for (CourseId const id : course.prerequisites) {
        auto const found = state.catalog.courses.find(id);
        if (found == state.catalog.courses.end()) continue;
        ++prerequisites.count;
        bool const is_met = learning::is_taken(state.learning, person, id) ||
                            reaches_the_end_of(found->second, current);
        if (!is_met) prerequisites.missing.push_back(id);
    }
    return prerequisites;
}

// Who waits for whom among the advised courses; places are those of the ranking.
struct Waiting {
    std::vector<std::size_t> missing_count;         // [n] listed prerequisites not yet placed
    std::vector<std::vector<std::size_t>> waiters;  // [n] places that wait for this one
};

Waiting waiting_of(std::vector<Advice> const& ranked) {
    std::map<CourseId, std::size_t> place_of;
    for (std::size_t place = 0; place < ranked.size(); ++place) {
        place_of[ranked[place].course] = place;
    }
    Waiting waiting;
    waiting.missing_count.resize(ranked.size(), 0);
    waiting.waiters.resize(ranked.size());
    for (std::size_t place = 0; place < ranked.size(); ++place) {
        for (CourseId const id : ranked[place].prerequisites_missing) {
            auto const found = place_of.find(id);
            if (found == place_of.end() || found->second == place) continue;
            ++waiting.missing_count[place];
            waiting.waiters[found->second].push_back(place);
        }
    }
    return waiting;
}

// Of the courses that wait for nothing, always the best one next (Kahn 1962). A merge can bring
// prerequisites that wait for each other in a circle; then the best of the rest goes first.
std::vector<std::size_t> order_of_places(std::vector<Advice> const& ranked) {
    Waiting waiting = waiting_of(ranked);
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    std::vector<bool> is_ready(ranked.size(), false);
    auto const make_ready = [&](std::size_t place) {
        if (!is_ready[place]) ready.push(place);
        is_ready[place] = true;
    };
    for (std::size_t place = 0; place < ranked.size(); ++place) {
        if (waiting.missing_count[place] == 0) make_ready(place);
    }
    std::vector<std::size_t> order;
    std::size_t first_unready = 0;
    while (order.size() < ranked.size()) {
        if (ready.empty()) {
            while (is_ready[first_unready]) ++first_unready;
            make_ready(first_unready);
        }
        order.push_back(ready.top());
        ready.pop();
        for (std::size_t const waiter : waiting.waiters[order.back()]) {
            if (--waiting.missing_count[waiter] == 0) make_ready(waiter);
        }
    }
    return order;
}

// The first `count_max` of the ranking after each course has moved behind what it builds on.
std::vector<Advice> placed_behind_prerequisites(std::vector<Advice> ranked, std::size_t count_max) {
    std::vector<Advice> placed;
    for (std::size_t const place : order_of_places(ranked)) {
        if (placed.size() == count_max) break;
        placed.push_back(std::move(ranked[place]));
    }
    return placed;
}

// Courses the person has not taken, ascending by id, so that ties by index are ties by id.
struct Candidates {
    std::vector<CourseId> courses;
    std::vector<recommend::Item> items;
    std::vector<Prerequisites> prerequisites;
};

Candidates candidates_of(State const& state, PersonId person, CurrentSkills const& current,
                         Lacking const& lacking) {
    Candidates candidates;
    for (auto const& [id, course] : state.catalog.courses) {
        if (learning::is_taken(state.learning, person, id)) continue;
        candidates.courses.push_back(id);
        candidates.items.push_back(item_of(course, lacking));
        candidates.prerequisites.push_back(prerequisites_of(state, person, current, course));
        candidates.items.back().prerequisites_missing_share =
            candidates.prerequisites.back().missing_share();
    }
    return candidates;
}

std::vector<Advice> ranked_advice(Candidates candidates, Lacking const& lacking) {
    std::vector<Advice> ranked;
    for (auto& scored : recommend::rank_by_need(lacking.needs, candidates.items)) {
        Advice advice;
        advice.course = candidates.courses[scored.item];
        for (std::uint32_t const feature : scored.features_closed) {
            advice.gaps_closed.push_back(lacking.skills[feature]);
        }
        advice.prerequisites_missing = std::move(candidates.prerequisites[scored.item].missing);
        advice.scored = std::move(scored);
        ranked.push_back(std::move(advice));
    }
    return ranked;
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

}  // namespace

std::vector<GapRow> gap_of(State const& state, PersonId person) {
    people::Role const* role = find_role(state, person);
    if (role == nullptr) return {};
    return gap_rows(*role, people::current_skills(state.people, person));
}

AdviceList advise(State const& state, PersonId person, std::size_t count_max) {
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
    CurrentSkills const current = people::current_skills(state.people, person);
    Lacking const lacking = lacking_of(state.catalog, gap_rows(*role, current));
    if (lacking.needs.empty()) return stop(AdviceStatus::no_gap);
    if (state.catalog.courses.empty()) return stop(AdviceStatus::no_course);

    Candidates candidates = candidates_of(state, person, current, lacking);
    list.courses_count = candidates.courses.size();
    std::vector<Advice> ranked = ranked_advice(std::move(candidates), lacking);
    if (ranked.empty()) return stop(AdviceStatus::nothing_fits);
    list.items = placed_behind_prerequisites(std::move(ranked), count_max);
    return list;
}

std::vector<CourseId> popular_courses(State const& state, std::int64_t threshold_millionths) {
    std::vector<std::pair<std::int64_t, CourseId>> found;  // negated: best first, then by id
    for (auto const& [id, course] : state.catalog.courses) {
        auto const& popularity = course.popularity_millionths;
        if (popularity && *popularity >= threshold_millionths) found.push_back({-*popularity, id});
    }
    std::sort(found.begin(), found.end());
    std::vector<CourseId> courses;
    for (auto const& [popularity, id] : found) courses.push_back(id);
    return courses;
}

}  // namespace zhitu::app
