#include "recommend/need_based.h"

#include <algorithm>
#include <cmath>

#include "base/assert.h"

namespace zhitu::recommend {

namespace {

constexpr double gap_weight = 0.55;
constexpr double fit_weight = 0.20;
constexpr double quality_weight = 0.15;
constexpr double popularity_weight = 0.10;
constexpr double prerequisites_weight = 0.10;
constexpr double shrinking_ratings = 20;
constexpr double rating_max = 5;
constexpr int level_max = 3;

// Adding zero makes a negative zero positive: "-0.00" is no number for people.
double in_billionths(double value) { return std::round(value * 1e9) / 1e9 + 0.0; }

bool is_share(double value) { return value >= 0 && value <= 1; }

// The need of a feature, if any. Features are dense, so an array finds it at once.
class NeedTable {
public:
    explicit NeedTable(std::span<FeatureNeed const> needs) {
        for (FeatureNeed const& need : needs) add(need);
    }
    FeatureNeed const* find(std::uint32_t feature) const {
        return feature < by_feature_.size() ? by_feature_[feature] : nullptr;
    }

private:
    void add(FeatureNeed const& need) {
        ZT_ASSERT(is_share(need.weight));
        ZT_ASSERT(need.level >= 0 && need.level <= level_max);
        ZT_ASSERT(need.level_wanted >= 0 && need.level_wanted <= level_max);
        if (need.feature >= by_feature_.size()) by_feature_.resize(need.feature + 1, nullptr);
        ZT_ASSERT(by_feature_[need.feature] == nullptr);
        by_feature_[need.feature] = &need;
    }
    std::vector<FeatureNeed const*> by_feature_;
};

// What one item does for one feature.
struct Closed {
    std::uint32_t feature = 0;
    double gain = 0;  // weight x certainty x levels closed, > 0
    double fit = 0;
};

double fit_of(FeatureNeed const& need, FeatureLift const& lift) {
    int const levels_above = lift.to - need.level;
    double const fit = levels_above <= 1 ? 1.0 : levels_above == 2 ? 0.5 : 0.25;
    return lift.from > need.level ? fit / 2 : fit;
}

// One entry for each feature the item closes, ascending. Where two lifts close one feature, the
// greater gain counts, then the better fit: the order of the lifts must not matter.
std::vector<Closed> closed_by(Item const& item, NeedTable const& needs) {
    std::vector<Closed> closed;
    for (FeatureLift const& lift : item.lifts) {
        ZT_ASSERT(lift.from >= 0 && lift.from < lift.to && lift.to <= level_max);
        ZT_ASSERT(lift.certainty > 0 && lift.certainty <= 1);
        FeatureNeed const* need = needs.find(lift.feature);
        if (need == nullptr) continue;
        double const gain = need->weight * lift.certainty * levels_closed(*need, lift);
        if (gain > 0) closed.push_back({lift.feature, gain, fit_of(*need, lift)});
    }
    std::sort(closed.begin(), closed.end(), [](Closed const& a, Closed const& b) {
        if (a.feature != b.feature) return a.feature < b.feature;
        return a.gain != b.gain ? a.gain > b.gain : a.fit > b.fit;
    });
    auto const same = [](Closed const& a, Closed const& b) { return a.feature == b.feature; };
    closed.erase(std::unique(closed.begin(), closed.end(), same), closed.end());
    return closed;
}

double gain_of(std::vector<Closed> const& closed) {
    double gain = 0;
    for (Closed const& one : closed) gain += one.gain;
    return gain;
}

double mean_fit_of(std::vector<Closed> const& closed) {
    double fit = 0;
    for (Closed const& one : closed) fit += one.fit;
    return fit / static_cast<double>(closed.size());
}

// A property of every item, and the mean that stands in where it is unknown.
struct Column {
    std::vector<std::optional<double>> values;
    double mean = 0;
};

double mean_of_known(std::vector<std::optional<double>> const& values) {
    double sum = 0;
    double count = 0;
    for (std::optional<double> const& value : values) {
        if (!value) continue;
        sum += *value;
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

Column quality_column(std::span<Item const> items) {
    Column column;
    for (Item const& item : items) {
        ZT_ASSERT(!item.rating || is_share(*item.rating / rating_max));
        column.values.push_back(item.rating);
    }
    double const mean_rating = mean_of_known(column.values);
    for (std::size_t index = 0; index < items.size(); ++index) {
        std::optional<double>& value = column.values[index];
        if (!value) continue;
        double const count = items[index].ratings_count.value_or(1);
        ZT_ASSERT(count >= 0);
        double const sum = count * *value + shrinking_ratings * mean_rating;
        value = sum / (count + shrinking_ratings) / rating_max;
    }
    column.mean = mean_of_known(column.values);
    return column;
}

Column popularity_column(std::span<Item const> items) {
    double users_max = 0;
    for (Item const& item : items) users_max = std::max(users_max, item.users_count.value_or(0));
    double const scale = users_max > 0 ? 1 / std::log1p(users_max) : 0;
    Column column;
    for (Item const& item : items) {
        ZT_ASSERT(!item.popularity || is_share(*item.popularity));
        ZT_ASSERT(!item.users_count || *item.users_count >= 0);
        std::optional<double> value = item.popularity;
        if (!value && item.users_count) value = std::log1p(*item.users_count) * scale;
        column.values.push_back(value);
    }
    column.mean = mean_of_known(column.values);
    return column;
}

Contribution contribution_of(Reason reason, double weight, Column const& column,
                             std::uint32_t item) {
    std::optional<double> const& value = column.values[item];
    return {reason, in_billionths(weight * value.value_or(column.mean)), value.has_value()};
}

double sum_of(std::vector<Contribution> const& contributions) {
    double sum = 0;
    for (Contribution const& contribution : contributions) sum += contribution.value;
    return in_billionths(sum);
}

void add_prerequisites(ScoredItem& scored, double missing_share) {
    ZT_ASSERT(is_share(missing_share));
    double const wanted = in_billionths(-prerequisites_weight * missing_share);
    double const value = std::max(wanted, -sum_of(scored.contributions));
    scored.contributions.push_back({Reason::prerequisites, value, true});
}

}  // namespace

int levels_closed(FeatureNeed const& need, FeatureLift const& lift) {
    int const first = std::max(need.level, lift.from);
    return std::max(0, std::min(need.level_wanted, lift.to) - first);
}

std::vector<ScoredItem> rank_by_need(std::span<FeatureNeed const> needs,
                                     std::span<Item const> items) {
    NeedTable const table(needs);
    std::vector<std::vector<Closed>> closed;
    double gain_max = 0;
    for (Item const& item : items) {
        closed.push_back(closed_by(item, table));
        gain_max = std::max(gain_max, gain_of(closed.back()));
    }
    Column const quality = quality_column(items);
    Column const popularity = popularity_column(items);

    std::vector<ScoredItem> ranked;
    for (std::uint32_t item = 0; item < items.size(); ++item) {
        if (closed[item].empty()) continue;
        ScoredItem scored{item, 0, {}, {}};
        double const gap = in_billionths(gap_weight * gain_of(closed[item]) / gain_max);
        double const fit = in_billionths(fit_weight * mean_fit_of(closed[item]));
        scored.contributions = {{Reason::gap, gap, true}, {Reason::fit, fit, true}};
        scored.contributions.push_back(
            contribution_of(Reason::quality, quality_weight, quality, item));
        scored.contributions.push_back(
            contribution_of(Reason::popularity, popularity_weight, popularity, item));
        add_prerequisites(scored, items[item].prerequisites_missing_share);
        scored.score = sum_of(scored.contributions);
        for (Closed const& one : closed[item]) scored.features_closed.push_back(one.feature);
        ranked.push_back(std::move(scored));
    }
    std::sort(ranked.begin(), ranked.end(), [](ScoredItem const& a, ScoredItem const& b) {
        return a.score != b.score ? a.score > b.score : a.item < b.item;
    });
    return ranked;
}

}  // namespace zhitu::recommend
