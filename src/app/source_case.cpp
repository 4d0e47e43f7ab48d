#include "app/source_case.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/advice.h"
#include "base/sort.h"

namespace zhitu::app {

namespace {

constexpr std::int64_t score_half = limits::million / 2;

struct Judged {
    PersonId person;
    CourseId course;
    assessment::Grade grade = assessment::Grade::fail;
};

// Every record that carries the label, in the order of the State.
struct Records {
    std::vector<learning::Recommendation> recommendations;
    std::vector<Judged> results;
    std::set<PersonId> skill_table;
    bool is_empty() const {
        return recommendations.empty() && results.empty() && skill_table.empty();
    }
};

Records labelled_records(State const& state) {
    Records records;
    for (auto const& [id, recommendation] : state.learning.recommendations) {
        if (recommendation.case_label != source_case_label) continue;
        records.recommendations.push_back(recommendation);
    }
    for (auto const& [person, results] : state.assessment.results) {
        for (assessment::ResultRecorded const& result : results) {
            if (result.case_label != source_case_label) continue;
            records.results.push_back({person, result.course, result.grade});
        }
    }
    for (auto const& [person, statements] : state.people.evidence) {
        for (people::SkillAssessed const& statement : statements) {
            if (statement.case_label == source_case_label) records.skill_table.insert(person);
        }
    }
    return records;
}

// Pairs of ids as the dense indices that evaluate/ speaks; numbers are given as they are met.
class PairIndex {
public:
    evaluate::Pair pair(PersonId person, CourseId course) {
        auto const user = people_.try_emplace(person, people_.size()).first->second;
        auto const item = courses_.try_emplace(course, courses_.size()).first->second;
        return {static_cast<std::uint32_t>(user), static_cast<std::uint32_t>(item)};
    }

private:
    std::map<PersonId, std::size_t> people_;
    std::map<CourseId, std::size_t> courses_;
};

struct Sides {
    bool only_score_half = false;   // of the recommendations
    bool only_good = false;         // of the results
    bool only_skill_table = false;  // of the results
};

Sides sides_of(Relevance relevance) {
    switch (relevance) {
    case Relevance::taken: return {false, false, false};
    case Relevance::taken_score_half: return {true, false, false};
    case Relevance::taken_skill_table: return {false, false, true};
    case Relevance::graded_good: return {false, true, false};
    case Relevance::graded_good_skill_table: return {false, true, true};
    case Relevance::graded_good_score_half: return {true, true, false};
    }
    return {};
}

evaluate::SetMetrics metrics_of(Records const& records, Sides sides) {
    PairIndex index;
    std::vector<evaluate::Pair> recommended;
    for (learning::Recommendation const& record : records.recommendations) {
        if (sides.only_score_half && record.score_millionths < score_half) continue;
        recommended.push_back(index.pair(record.person, record.course));
    }
    std::vector<evaluate::Pair> relevant;
    for (Judged const& result : records.results) {
        if (sides.only_good && result.grade < assessment::Grade::good) continue;
        if (sides.only_skill_table && !records.skill_table.contains(result.person)) continue;
        relevant.push_back(index.pair(result.person, result.course));
    }
    return evaluate::set_metrics(recommended, relevant);
}

std::vector<CourseId> recommended_to(Records const& records, PersonId person) {
    std::vector<std::pair<std::int64_t, CourseId>> list;  // score negated: best first, then by id
    for (learning::Recommendation const& record : records.recommendations) {
        if (record.person == person) list.push_back({-record.score_millionths, record.course});
    }
    sort_list(list);
    std::vector<CourseId> courses;
    for (auto const& [score, course] : list) courses.push_back(course);
    return courses;
}

std::string login_of(State const& state, PersonId person) {
    auto const found = state.people.people.find(person);
    return found == state.people.people.end() ? std::string() : found->second.login;
}

std::vector<CasePerson> case_people(State const& state, Records const& records) {
    std::set<PersonId> ids = records.skill_table;
    for (auto const& record : records.recommendations) ids.insert(record.person);
    for (auto const& result : records.results) ids.insert(result.person);
    std::vector<std::pair<std::string, PersonId>> by_login;
    for (PersonId const id : ids) by_login.push_back({login_of(state, id), id});
    sort_list(by_login);
    std::vector<CasePerson> list;
    for (auto const& [login, id] : by_login) {
        list.push_back({id, records.skill_table.contains(id), recommended_to(records, id)});
    }
    return list;
}

// The catalog may hold more than the case: only its own courses are shown.
std::vector<CourseId> catalog_view(State const& state, Records const& records) {
    std::set<CourseId> of_case;
    for (auto const& record : records.recommendations) of_case.insert(record.course);
    for (auto const& result : records.results) of_case.insert(result.course);
    std::vector<CourseId> courses = popular_courses(state, score_half);
    std::erase_if(courses, [&](CourseId id) { return !of_case.contains(id); });
    return courses;
}

}  // namespace

std::optional<SourceCase> source_case(State const& state, evaluate::LossWeights const& weights) {
    Records const records = labelled_records(state);
    if (records.is_empty()) return std::nullopt;
    SourceCase made;
    made.people = case_people(state, records);
    for (std::size_t row = 0; row < made.rows.size(); ++row) {
        auto const relevance = static_cast<Relevance>(row);
        made.rows[row] = {relevance, metrics_of(records, sides_of(relevance))};
    }
    made.catalog_view = catalog_view(state, records);
    for (Judged const& result : records.results) {
        ++made.grades_count[static_cast<std::size_t>(result.grade)];
    }
    made.loss_as_printed = evaluate::loss_as_printed(made.rows[0].metrics, weights);
    made.loss_corrected = evaluate::loss_corrected(made.rows[0].metrics, weights);
    return made;
}

}  // namespace zhitu::app
