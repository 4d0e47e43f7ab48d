#pragma once

// A company as the recommender sees it: courses are items, skills are features, people are users.
// Made once for a state, then asked for one person after the other.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/skill_index.h"
#include "app/state.h"
#include "recommend/need_based.h"

namespace zhitu::app {

// How much is known of a person when the list is made.
struct Knowledge {
    bool is_without_enrolments = false;         // courses taken count as not taken
    std::optional<std::string> evidence_before;  // only statements dated earlier; none without date
};

class Advisor {
public:
    // Keeps a reference to the state, which must not change. Cost: O(courses x taught skills).
    explicit Advisor(State const& state);
    Advisor(Advisor const&) = delete;
    Advisor& operator=(Advisor const&) = delete;

    // The person as a user: needs of the role (all, met or not), levels, taken, dismissed, budget.
    // Nothing is needed without a role. Requires that the person exists.
    recommend::User user_of(PersonId person, Knowledge const& knowledge = {}) const;

    // As Ranker::rank(); items are places in courses().
    std::span<recommend::Ranker::Place const> rank(recommend::User const& user,
                                                   std::size_t count_max) {
        return ranker_.rank(user, count_max);
    }
    recommend::Ranker const& ranker() const { return ranker_; }
    recommend::Catalog const& catalog() const { return catalog_; }

    // Ascending by id, so that ties by index are ties by id.
    std::vector<CourseId> const& courses() const { return courses_; }
    std::optional<std::uint32_t> find_item(CourseId course) const;
    SkillId skill(std::uint32_t feature) const { return skills_[feature]; }
    SkillIndex const& skills() const { return skills_; }

private:
    struct Similar {
        std::uint32_t wanted = 0;
        std::int64_t certainty_millionths = 0;
    };
    using RoleNeeds = std::vector<recommend::FeatureNeed>;
    void add_similar();
    recommend::Item item_of(catalog::Course const& course);
    std::vector<recommend::Item> items();
    void add_roles();
    std::optional<recommend::Money> money(std::optional<std::int64_t> const& amount,
                                          std::string const& currency) const;

    State const& state_;
    SkillIndex skills_;
    std::vector<CourseId> courses_;
    std::map<std::string, std::uint32_t> currencies_;
    std::vector<std::vector<Similar>> similar_;  // [skills with synonyms] by the skill taught
    std::map<RoleId, RoleNeeds> roles_;
    recommend::Catalog catalog_;
    recommend::Ranker ranker_;
};

}  // namespace zhitu::app
