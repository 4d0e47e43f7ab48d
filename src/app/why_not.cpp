#include "app/why_not.h"

#include <limits>

namespace zhitu::app {

namespace {

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

std::optional<std::uint64_t> rank_of(AdviceList const& list, CourseId course) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (list.items[i].course == course) return i + 1;
    }
    return std::nullopt;
}

Standing standing_of(State const& state, PersonId person, CourseId course,
                     AdviceList const& list) {
    if (list.status == AdviceStatus::no_person) return Standing::no_list;
    if (!state.catalog.courses.contains(course)) return Standing::no_course;
    if (learning::is_taken(state.learning, person, course)) return Standing::taken;
    if (learning::is_dismissed(state.learning, person, course)) return Standing::dismissed;
    bool const has_list =
        list.status == AdviceStatus::ok || list.status == AdviceStatus::nothing_fits;
    if (!has_list) return Standing::no_list;
    return rank_of(list, course) ? Standing::listed : Standing::closes_nothing;
}

std::vector<TermPair> term_pairs(recommend::ScoredItem const& mine,
                                 recommend::ScoredItem const& other) {
    std::vector<TermPair> pairs;
    for (std::size_t i = 0; i < recommend::terms_count; ++i) {
        pairs.push_back({mine.contributions[i], other.contributions[i]});
    }
    auto const clip = [](recommend::ScoredItem const& scored) {
        if (scored.contributions.size() > recommend::terms_count) {
            return scored.contributions.back();
        }
        return recommend::Contribution{recommend::Reason::clip, 0, true, 0, 0};
    };
    TermPair const clips{clip(mine), clip(other)};
    if (clips.mine.value != 0 || clips.other.value != 0) pairs.push_back(clips);
    return pairs;
}

Comparison compare(Advisor& advisor, recommend::User const& user, AdviceList const& list,
                   std::pair<std::uint64_t, std::uint64_t> ranks) {
    Advice const& mine = list.items[ranks.first - 1];
    Advice const& other = list.items[ranks.second - 1];
    Comparison made;
    made.other = other.course;
    made.other_rank = ranks.second;
    made.mine_score = mine.scored.score;
    made.other_score = other.scored.score;
    made.terms = term_pairs(mine.scored, other.scored);
    if (ranks.first < ranks.second) return made;
    bool const is_better = made.mine_score > made.other_score ||
                           (made.mine_score == made.other_score && mine.course < other.course);
    made.is_behind_prerequisites = is_better;
    made.flips = find_flips(advisor, user, {mine.scored.item, other.scored.item});
    return made;
}

}  // namespace

WhyNot why_not(State const& state, PersonId person, CourseId course,
               std::optional<CourseId> against) {
    Advisor advisor(state);
    AdviceList const list = advise(advisor, state, person, everything);
    WhyNot made;
    made.status = list.status;
    made.standing = standing_of(state, person, course, list);
    for (GapRow const& row : gap_of(state, person)) {
        if (row.gap() > 0) made.skills_lacking.push_back(row.skill);
    }
    if (made.standing != Standing::listed) return made;
    made.rank = *rank_of(list, course);
    made.prerequisites_missing = list.items[made.rank - 1].prerequisites_missing;
    std::uint64_t other = made.rank - 1;
    if (against) other = rank_of(list, *against).value_or(0);
    if (other == 0 || other == made.rank) return made;
    made.comparison = compare(advisor, advisor.user_of(person), list, {made.rank, other});
    return made;
}

}  // namespace zhitu::app
