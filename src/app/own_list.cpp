#include "app/own_list.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/advisor.h"
#include "app/source_case.h"
#include "base/assert.h"
#include "base/sort.h"

namespace zhitu::app {

namespace {

using PairOfIds = std::pair<PersonId, CourseId>;

std::set<PairOfIds> pairs_of_the_case(State const& state) {
    std::set<PairOfIds> pairs;
    for (auto const& [id, record] : state.learning.recommendations) {
        if (record.case_label == source_case_label) pairs.insert({record.person, record.course});
    }
    for (auto const& [person, results] : state.assessment.results) {
        for (assessment::ResultRecorded const& result : results) {
            if (result.case_label == source_case_label) pairs.insert({person, result.course});
        }
    }
    return pairs;
}

// One person who took something, and what would have been said to them.
struct Tried {
    std::vector<std::uint32_t> relevant;  // items
    std::string first;                    // date of the first enrolment; empty: unknown
    std::vector<std::uint32_t> advised;   // items, best first
    bool is_late = false;                 // statements, but none from before
};

bool is_late(State const& state, PersonId person, std::string const& first) {
    auto const found = state.people.evidence.find(person);
    if (found == state.people.evidence.end() || found->second.empty()) return false;
    auto const& all = found->second;
    return std::none_of(all.begin(), all.end(), [&](people::SkillAssessed const& statement) {
        return !statement.on.empty() && statement.on < first;
    });
}

class Trial {
public:
    Trial(State const& state, std::size_t k_max) : state_(state), advisor_(state) {
        std::set<PairOfIds> const excluded = pairs_of_the_case(state);
        for (auto const& [person, enrolments] : state.learning.enrolments) {
            if (!state.people.people.contains(person)) continue;
            Tried tried;
            bool is_first = true;
            for (auto const& [course, enrolment] : enrolments) {
                auto const item = advisor_.find_item(course);
                if (!item || excluded.contains({person, course})) continue;
                bool const is_earlier = is_first || enrolment.first < tried.first;
                if (is_earlier) tried.first = enrolment.first;
                is_first = false;
                bool const is_taken = enrolment.status != learning::EnrolmentStatus::withdrawn;
                if (is_taken) tried.relevant.push_back(*item);
            }
            if (tried.relevant.empty()) continue;
            auto const user = advisor_.user_of(person, {true, tried.first});
            for (auto const& place : advisor_.rank(user, k_max)) {
                tried.advised.push_back(place.item);
            }
            tried.is_late = is_late(state, person, tried.first);
            tried_.push_back(std::move(tried));
        }
        popular_ = popular_items();
    }

    OwnListReport report(std::size_t k) const {
        OwnListReport made;
        made.k = k;
        made.people_count = tried_.size();
        made.courses_count = advisor_.courses().size();
        std::vector<evaluate::Pair> relevant;
        for (std::uint32_t user = 0; user < tried_.size(); ++user) {
            Tried const& tried = tried_[user];
            made.enrolments_count += tried.relevant.size();
            made.late_people_count += tried.is_late ? 1 : 0;
            made.listed_people_count += tried.advised.empty() ? 0 : 1;
            for (std::uint32_t const item : tried.relevant) relevant.push_back({user, item});
        }
        made.advice = row(relevant, k, [](Tried const& tried) -> auto& { return tried.advised; });
        made.popular = row(relevant, k, [this](Tried const&) -> auto& { return popular_; });
        return made;
    }

private:
    std::vector<std::uint32_t> popular_items() const {
        using Key = std::tuple<std::int64_t, std::int64_t, std::uint32_t>;  // best is least
        std::vector<Key> keys;
        std::uint32_t item = 0;
        for (auto const& [id, course] : state_.catalog.courses) {
            keys.push_back({-course.popularity_millionths.value_or(-1),
                            -course.learners_count.value_or(-1), item++});
        }
        sort_list(keys);
        std::vector<std::uint32_t> items;
        for (Key const& key : keys) items.push_back(std::get<2>(key));
        return items;
    }

    template <class ListOf>
    OwnListRow row(std::vector<evaluate::Pair> const& relevant, std::size_t k,
                   ListOf const& list_of) const {
        std::vector<evaluate::Pair> recommended;
        std::set<std::uint32_t> listed;
        for (std::uint32_t user = 0; user < tried_.size(); ++user) {
            auto const& list = list_of(tried_[user]);
            for (std::size_t place = 0; place < std::min(k, list.size()); ++place) {
                recommended.push_back({user, list[place]});
                listed.insert(list[place]);
            }
        }
        return {evaluate::set_metrics(recommended, relevant),
                evaluate::mean_metrics(recommended, relevant), listed.size()};
    }

    State const& state_;
    Advisor advisor_;
    std::vector<Tried> tried_;
    std::vector<std::uint32_t> popular_;
};

}  // namespace

std::vector<OwnListReport> own_list_by_k(State const& state, std::size_t k_max) {
    ZT_ASSERT(k_max >= 1 && k_max <= own_list_k_max);
    Trial const trial(state, k_max);
    std::vector<OwnListReport> reports;
    for (std::size_t k = 1; k <= k_max; ++k) reports.push_back(trial.report(k));
    return reports;
}

OwnListReport evaluate_own_list(State const& state, std::size_t k) {
    ZT_ASSERT(k >= 1 && k <= own_list_k_max);
    return Trial(state, k).report(k);
}

}  // namespace zhitu::app
