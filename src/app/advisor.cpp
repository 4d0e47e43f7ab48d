#include "app/advisor.h"

#include <algorithm>

#include "base/assert.h"

namespace zhitu::app {

namespace {

constexpr double million = static_cast<double>(limits::million);

std::optional<double> as_double(std::optional<std::int64_t> const& value, double unit) {
    if (!value) return std::nullopt;
    return static_cast<double>(*value) / unit;
}

int as_level(std::int64_t level) {
    return static_cast<int>(std::clamp<std::int64_t>(level, 0, limits::level_max));
}

// What is kept of the statements about one skill while the one that counts is looked for.
struct Held {
    std::uint32_t feature = 0;
    int level = 0;
    people::EvidenceKind kind = people::EvidenceKind::self;
};

bool is_early_enough(people::SkillAssessed const& statement, Knowledge const& knowledge) {
    if (!knowledge.evidence_before) return true;
    return !statement.on.empty() && statement.on < *knowledge.evidence_before;
}

// As people::current_skills, in features.
std::vector<recommend::FeatureLevel> levels_of(
    std::vector<people::SkillAssessed> const& statements, SkillIndex const& skills,
    Knowledge const& knowledge) {
    std::vector<Held> held;
    for (people::SkillAssessed const& statement : statements) {
        if (!is_early_enough(statement, knowledge)) continue;
        std::uint32_t const feature = skills.find(statement.skill);
        if (feature == SkillIndex::none) continue;
        auto const same = std::find_if(held.begin(), held.end(), [&](Held const& one) {
            return one.feature == feature;
        });
        Held const now{feature, as_level(statement.level), statement.kind};
        if (same == held.end()) {
            held.push_back(now);
        } else if (people::counts_over(statement, same->kind, same->level)) {
            *same = now;
        }
    }
    std::vector<recommend::FeatureLevel> levels;
    for (Held const& one : held) levels.push_back({one.feature, one.level});
    return levels;
}

}  // namespace

Advisor::Advisor(State const& state) : state_(state), catalog_(items()), ranker_(catalog_) {
    add_roles();
}

void Advisor::add_similar() {
    for (auto const& [wanted, skill] : state_.catalog.skills) {
        for (auto const& [synonym, weight] : catalog::live_synonyms(skill)) {
            std::int64_t const certainty = std::min(weight.millionths, limits::million);
            if (certainty <= 0 || synonym == wanted) continue;
            std::uint32_t const taught = skills_.add(synonym);
            std::uint32_t const feature = skills_.add(wanted);
            if (taught >= similar_.size()) similar_.resize(taught + 1);
            similar_[taught].push_back({feature, certainty});
        }
    }
}

recommend::Item Advisor::item_of(catalog::Course const& course) {
    recommend::Item item;
    for (auto const& [skill, lift] : course.teaches) {
        std::uint32_t const taught = skills_.add(skill);
        int const from = as_level(lift.from);
        int const to = as_level(lift.to);
        item.ends.push_back({taught, to});
        if (from >= to) continue;  // a merge can bring what no command allows
        item.lifts.push_back({taught, from, to, limits::million});
        if (taught >= similar_.size()) continue;
        for (Similar const& similar : similar_[taught]) {
            item.lifts.push_back({similar.wanted, from, to, similar.certainty_millionths});
        }
    }
    for (CourseId const id : course.prerequisites) {
        if (auto const place = find_item(id)) item.prerequisites.push_back(*place);
    }
    item.rating = as_double(course.rating_millionths, million);
    item.ratings_count = as_double(course.rating_count, 1);
    item.users_count = as_double(course.learners_count, 1);
    item.popularity = as_double(course.popularity_millionths, million);
    item.price = money(course.price_minor, course.currency);
    return item;
}

std::vector<recommend::Item> Advisor::items() {
    for (auto const& [id, course] : state_.catalog.courses) {
        courses_.push_back(id);
        currencies_.try_emplace(course.currency, static_cast<std::uint32_t>(currencies_.size()));
    }
    for (auto const& [id, role] : state_.people.roles) {
        for (auto const& [skill, need] : role.needs) skills_.add(skill);
    }
    add_similar();
    std::vector<recommend::Item> items;
    for (auto const& [id, course] : state_.catalog.courses) items.push_back(item_of(course));
    return items;
}

void Advisor::add_roles() {
    for (auto const& [id, role] : state_.people.roles) {
        RoleNeeds& needs = roles_[id];
        for (auto const& [skill, need] : role.needs) {
            needs.push_back(
                {skills_.find(skill), 0, as_level(need.level),
                 std::clamp<std::int64_t>(need.weight_millionths, 0, limits::million)});
        }
    }
}

// A currency that no course has is like none: no price can be compared with it.
std::optional<recommend::Money> Advisor::money(std::optional<std::int64_t> const& amount,
                                               std::string const& currency) const {
    auto const found = currencies_.find(currency);
    bool const is_known = amount && *amount >= 0 && !currency.empty();
    if (!is_known || found == currencies_.end()) return std::nullopt;
    return recommend::Money{*amount, found->second};
}

std::optional<std::uint32_t> Advisor::find_item(CourseId course) const {
    auto const found = std::lower_bound(courses_.begin(), courses_.end(), course);
    if (found == courses_.end() || *found != course) return std::nullopt;
    return static_cast<std::uint32_t>(found - courses_.begin());
}

recommend::User Advisor::user_of(PersonId id, Knowledge const& knowledge) const {
    auto const person = state_.people.people.find(id);
    ZT_ASSERT(person != state_.people.people.end());
    recommend::User user;
    if (auto const role = roles_.find(person->second.role); role != roles_.end()) {
        user.needs = role->second;
    }
    auto const evidence = state_.people.evidence.find(id);
    if (evidence != state_.people.evidence.end()) {
        user.levels = levels_of(evidence->second, skills_, knowledge);
    }
    for (recommend::FeatureNeed& need : user.needs) {
        for (recommend::FeatureLevel const& has : user.levels) {
            if (has.feature == need.feature) need.level = has.level;
        }
    }
    auto const enrolments = state_.learning.enrolments.find(id);
    if (!knowledge.is_without_enrolments && enrolments != state_.learning.enrolments.end()) {
        for (auto const& [course, enrolment] : enrolments->second) {
            auto const item = find_item(course);
            if (item && learning::is_taken(state_.learning, id, course)) {
                user.taken.push_back(*item);
            }
        }
    }
    auto const dismissals = state_.learning.dismissals.find(id);
    if (dismissals != state_.learning.dismissals.end()) {
        for (auto const& [course, dismissal] : dismissals->second) {
            if (auto const item = find_item(course)) user.unwanted.push_back(*item);
        }
    }
    user.budget = money(person->second.budget_minor, person->second.currency);
    return user;
}

}  // namespace zhitu::app
