#include "app/flip_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "base/sort.h"

namespace zhitu::app {

namespace {

using recommend::Catalog;
using recommend::FeatureNeed;
using recommend::Item;
using recommend::Ranker;
using recommend::User;

constexpr double million = static_cast<double>(limits::million);
constexpr std::int64_t rating_best = 5 * limits::million;

using Terms = std::array<double, recommend::terms_count>;
using Test = std::function<bool(std::int64_t)>;

// What a changed world says of the pair.
struct Outcome {
    bool is_above = false;
    std::optional<Terms> mine;
    std::optional<Terms> other;
};

std::optional<Terms> terms_of(Ranker const& ranker, std::uint32_t item) {
    if (!ranker.is_candidate(item)) return std::nullopt;
    Terms terms{};
    recommend::ScoredItem const scored = ranker.explain(item);
    for (std::size_t i = 0; i < terms.size(); ++i) terms[i] = scored.contributions[i].term;
    return terms;
}

Outcome outcome_of(Catalog const& catalog, User const& user, ItemPair pair) {
    Ranker ranker(catalog);
    auto const places = ranker.rank(user, catalog.size());
    auto const place_of = [&](std::uint32_t item) {
        return std::find_if(places.begin(), places.end(),
                            [item](Ranker::Place const& place) { return place.item == item; });
    };
    Outcome outcome;
    outcome.mine = terms_of(ranker, pair.mine);
    outcome.other = terms_of(ranker, pair.other);
    outcome.is_above = outcome.mine && place_of(pair.mine) < place_of(pair.other);
    return outcome;
}

// The value nearest to `closed` in (closed, open] that passes; `open` passes, `closed` does not.
// The two may stand either way round. Requires that it turns once in between.
std::int64_t first_to_pass(std::int64_t closed, std::int64_t open, Test const& passes) {
    while (std::abs(open - closed) > 1) {
        std::int64_t const middle = closed + (open - closed) / 2;
        (passes(middle) ? open : closed) = middle;
    }
    return open;
}

class Search {
public:
    Search(Advisor const& advisor, User const& user, ItemPair pair)
        : advisor_(advisor),
          user_(user),
          pair_(pair),
          today_(outcome_of(advisor.catalog(), user, pair)) {}

    std::vector<Flip> flips() {
        try_rating();
        try_price();
        for (std::size_t need = 0; need < user_.needs.size(); ++need) {
            if (matters(user_.needs[need])) try_weight(need);
        }
        for (std::uint32_t const feature : features_that_matter()) try_levels(feature);
        try_prerequisites();
        std::vector<Flip> found;
        for (auto const& flip : best_) {
            if (flip) found.push_back(*flip);
        }
        sort_list(found, [](Flip const& a, Flip const& b) { return a.size < b.size; });
        return found;
    }

private:
    std::vector<Item> const& items() const { return advisor_.catalog().items(); }
    Item const& mine() const { return items()[pair_.mine]; }

    // --- Worlds with one change
    Outcome with_item(Item changed) const {
        std::vector<Item> all = items();
        all[pair_.mine] = std::move(changed);
        return outcome_of(Catalog(std::move(all)), user_, pair_);
    }
    Outcome with_rating(std::int64_t millionths) const {
        Item changed = mine();
        changed.rating = static_cast<double>(millionths) / million;
        return with_item(std::move(changed));
    }
    Outcome with_price(std::int64_t amount) const {
        Item changed = mine();
        changed.price = recommend::Money{amount, user_.budget->currency};
        return with_item(std::move(changed));
    }
    Outcome with_user(User const& user) const {
        return outcome_of(advisor_.catalog(), user, pair_);
    }
    Outcome with_weight(std::size_t need, std::int64_t millionths) const {
        User changed = user_;
        changed.needs[need].weight_millionths = millionths;
        return with_user(changed);
    }
    Outcome with_level(std::uint32_t feature, int level) const {
        User changed = user_;
        std::erase_if(changed.levels, [&](auto const& has) { return has.feature == feature; });
        changed.levels.push_back({feature, level});
        for (FeatureNeed& need : changed.needs) {
            if (need.feature == feature) need.level = level;
        }
        return with_user(changed);
    }

    // How far the terms of the two move against each other. Where one leaves the list, what it had.
    double size_of(Outcome const& outcome) const {
        double size = 0;
        for (std::size_t i = 0; i < recommend::terms_count; ++i) {
            double const mine = (*outcome.mine)[i] - (*today_.mine)[i];
            double const other = outcome.other ? (*outcome.other)[i] - (*today_.other)[i] : 0;
            size += std::abs(mine - other);
        }
        return size;
    }

    void offer(Flip flip, Outcome const& outcome) {
        if (!outcome.is_above) return;
        flip.size = size_of(outcome);
        std::optional<Flip>& best = best_[static_cast<std::size_t>(flip.lever)];
        if (!best || flip.size < best->size) best = flip;
    }

    // --- Levers
    void try_rating() {
        Test const passes = [this](std::int64_t at) { return with_rating(at).is_above; };
        if (!passes(rating_best)) return;
        Flip flip{Lever::rating, {}, {}, std::nullopt, 0, 0};
        if (mine().rating) flip.from = std::llround(*mine().rating * million);
        flip.to = first_to_pass(flip.from.value_or(-1), rating_best, passes);
        offer(flip, with_rating(flip.to));
    }

    void try_price() {
        bool const is_other_money = mine().price && user_.budget &&
                                    mine().price->currency != user_.budget->currency;
        if (!user_.budget || is_other_money) return;
        Test const passes = [this](std::int64_t at) { return with_price(at).is_above; };
        Flip flip{Lever::price, {}, {}, std::nullopt, 0, 0};
        if (mine().price) flip.from = mine().price->amount;
        // Unknown counts as the whole budget does; above it no price helps.
        std::int64_t const start = flip.from.value_or(user_.budget->amount + 1);
        if (start == 0 || !passes(0) || passes(start)) return;
        flip.to = first_to_pass(start, 0, passes);
        offer(flip, with_price(flip.to));
    }

    bool closes(std::uint32_t item, FeatureNeed const& need) const {
        auto const& lifts = items()[item].lifts;
        return std::any_of(lifts.begin(), lifts.end(), [&](recommend::FeatureLift const& lift) {
            return lift.feature == need.feature && recommend::levels_closed(need, lift) > 0;
        });
    }
    bool matters(FeatureNeed const& need) const {
        return closes(pair_.mine, need) || closes(pair_.other, need);
    }

    void try_weight(std::size_t need) {
        std::int64_t const now = user_.needs[need].weight_millionths;
        std::vector<std::int64_t> cuts = cuts_of(need);
        sort_list(cuts);
        try_weights(need, now, cuts);
        std::reverse(cuts.begin(), cuts.end());
        try_weights(need, now, cuts);
    }

    // From now on through the cuts that lie ahead, in the direction in which they are sorted.
    void try_weights(std::size_t need, std::int64_t now, std::vector<std::int64_t> const& cuts) {
        bool const is_rising = cuts.front() < cuts.back();
        Test const passes = [&](std::int64_t at) { return with_weight(need, at).is_above; };
        std::int64_t closed = now;
        for (std::int64_t const cut : cuts) {
            bool const is_ahead = is_rising ? cut > now : cut < now;
            if (!is_ahead) continue;
            if (!passes(cut)) {
                closed = cut;
                continue;
            }
            Flip flip{Lever::weight, advisor_.skill(user_.needs[need].feature), {}, now, 0, 0};
            flip.to = first_to_pass(closed, cut, passes);
            offer(flip, with_weight(need, flip.to));
            return;
        }
    }

    // What an item gains, as a line over the weight of one need.
    struct Line {
        double at_zero = 0;
        double slope = 0;
    };
    Line line_of(Item const& item, std::size_t chosen) const {
        Line line;
        for (std::size_t i = 0; i < user_.needs.size(); ++i) {
            FeatureNeed const& need = user_.needs[i];
            double best = 0;
            for (recommend::FeatureLift const& lift : item.lifts) {
                if (lift.feature != need.feature) continue;
                best = std::max(best, static_cast<double>(lift.certainty_millionths) *
                                          recommend::levels_closed(need, lift));
            }
            if (i == chosen) line.slope = best;
            else line.at_zero += best * static_cast<double>(need.weight_millionths);
        }
        return line;
    }

    // Weights on both sides of where the greatest gain passes from one item to another, and the
    // ends of the range; 1 because at 0 a need is none.
    std::vector<std::int64_t> cuts_of(std::size_t need) const {
        std::set<std::uint32_t> out(user_.taken.begin(), user_.taken.end());
        out.insert(user_.unwanted.begin(), user_.unwanted.end());
        std::vector<Line> lines;
        for (std::uint32_t item = 0; item < items().size(); ++item) {
            if (!out.contains(item)) lines.push_back(line_of(items()[item], need));
        }
        std::vector<std::int64_t> cuts = {0, 1, limits::million};
        double at = 0;
        while (at < million) {
            Line const top = *std::max_element(lines.begin(), lines.end(), [&](auto& a, auto& b) {
                double const left = a.at_zero + a.slope * at;
                double const right = b.at_zero + b.slope * at;
                return left != right ? left < right : a.slope < b.slope;
            });
            double next = million;
            for (Line const& line : lines) {
                if (line.slope <= top.slope) continue;
                double const meet = (top.at_zero - line.at_zero) / (line.slope - top.slope);
                next = std::min(next, std::max(meet, std::floor(at) + 1));
            }
            at = next;
            cuts.push_back(static_cast<std::int64_t>(std::floor(at)));
            cuts.push_back(static_cast<std::int64_t>(std::ceil(at)));
        }
        return cuts;
    }

    std::set<std::uint32_t> features_that_matter() const {
        std::set<std::uint32_t> features;
        for (FeatureNeed const& need : user_.needs) {
            auto const is_taught = [&](recommend::FeatureLift const& lift) {
                return lift.feature == need.feature;
            };
            auto const& here = items()[pair_.mine].lifts;
            auto const& there = items()[pair_.other].lifts;
            bool const is_in = std::any_of(here.begin(), here.end(), is_taught) ||
                               std::any_of(there.begin(), there.end(), is_taught);
            if (is_in) features.insert(need.feature);
        }
        for (std::uint32_t const item : mine().prerequisites) {
            for (auto const& end : items()[item].ends) features.insert(end.feature);
        }
        return features;
    }

    int level_now(std::uint32_t feature) const {
        for (auto const& has : user_.levels) {
            if (has.feature == feature) return has.level;
        }
        return 0;
    }

    void try_levels(std::uint32_t feature) {
        int const now = level_now(feature);
        for (int level = 0; level <= limits::level_max; ++level) {
            if (level == now) continue;
            offer({Lever::level, advisor_.skill(feature), {}, now, level, 0},
                  with_level(feature, level));
        }
    }

    void try_prerequisites() {
        Ranker ranker(advisor_.catalog());
        static_cast<void>(ranker.rank(user_, 0));
        for (std::uint32_t const item : ranker.explain(pair_.mine).prerequisites_missing) {
            User changed = user_;
            changed.taken.push_back(item);
            offer({Lever::prerequisite, {}, advisor_.courses()[item], 0, 1, 0},
                  with_user(changed));
        }
    }

    Advisor const& advisor_;
    User const& user_;
    ItemPair pair_;
    Outcome today_;
    std::array<std::optional<Flip>, 5> best_;  // by Lever
};

}  // namespace

std::vector<Flip> find_flips(Advisor const& advisor, recommend::User const& user, ItemPair pair) {
    return Search(advisor, user, pair).flips();
}

}  // namespace zhitu::app
