#include "recommend/catalog.h"

#include <algorithm>
#include <cmath>

#include "base/assert.h"

namespace zhitu::recommend {

namespace {

constexpr double shrinking_ratings = 20;
constexpr double rating_max = 5;
constexpr int level_max = 3;
constexpr std::int64_t million = 1'000'000;

bool is_share(double value) { return value >= 0 && value <= 1; }
bool is_level(int level) { return level >= 0 && level <= level_max; }

void check(Item const& item, std::size_t items_count) {
    for (FeatureLift const& lift : item.lifts) {
        ZT_ASSERT(is_level(lift.from) && is_level(lift.to) && lift.from < lift.to);
        ZT_ASSERT(lift.certainty_millionths > 0 && lift.certainty_millionths <= million);
    }
    for (FeatureLevel const& end : item.ends) ZT_ASSERT(is_level(end.level));
    for (std::uint32_t const id : item.prerequisites) ZT_ASSERT(id < items_count);
    ZT_ASSERT(!item.rating || is_share(*item.rating / rating_max));
    ZT_ASSERT(item.ratings_count.value_or(0) >= 0 && item.users_count.value_or(0) >= 0);
    ZT_ASSERT(!item.popularity || is_share(*item.popularity));
    ZT_ASSERT(!item.price || item.price->amount >= 0);
}

// A property of every item, and the mean that stands in where it is unknown.
using Column = std::vector<std::optional<double>>;

double mean_of_known(Column const& column) {
    double sum = 0;
    double count = 0;
    for (std::optional<double> const& value : column) {
        if (!value) continue;
        sum += *value;
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

Column quality_column(std::vector<Item> const& items) {
    Column column;
    for (Item const& item : items) column.push_back(item.rating);
    double const mean_rating = mean_of_known(column);
    for (std::size_t index = 0; index < items.size(); ++index) {
        std::optional<double>& value = column[index];
        if (!value) continue;
        double const count = items[index].ratings_count.value_or(1);
        double const sum = count * *value + shrinking_ratings * mean_rating;
        value = sum / (count + shrinking_ratings) / rating_max;
    }
    return column;
}

Column popularity_column(std::vector<Item> const& items) {
    double users_max = 0;
    for (Item const& item : items) users_max = std::max(users_max, item.users_count.value_or(0));
    double const scale = users_max > 0 ? 1 / std::log1p(users_max) : 0;
    Column column;
    for (Item const& item : items) {
        std::optional<double> value = item.popularity;
        if (!value && item.users_count) value = std::log1p(*item.users_count) * scale;
        column.push_back(value);
    }
    return column;
}

}  // namespace

Catalog::Catalog(std::vector<Item> items) : items_(std::move(items)) {
    for (Item const& item : items_) check(item, items_.size());
    add_postings();
    Column const quality = quality_column(items_);
    Column const popularity = popularity_column(items_);
    double const mean_quality = mean_of_known(quality);
    double const mean_popularity = mean_of_known(popularity);
    for (std::size_t i = 0; i < items_.size(); ++i) {
        Facts& facts = facts_.emplace_back();
        // Both are at most 1 but for the last bit of a division.
        facts.quality = std::min(1.0, quality[i].value_or(mean_quality));
        facts.popularity = std::min(1.0, popularity[i].value_or(mean_popularity));
        facts.price = items_[i].price;
        facts.is_quality_known = quality[i].has_value();
        facts.is_popularity_known = popularity[i].has_value();
        facts.has_prerequisites = !items_[i].prerequisites.empty();
    }
}

// Counting sort by feature; items come in order.
void Catalog::add_postings() {
    std::uint32_t features_count = 0;
    for (Item const& item : items_) {
        for (auto const& lift : item.lifts) {
            features_count = std::max(features_count, lift.feature + 1);
        }
    }
    postings_begin_.assign(features_count + 1, 0);
    for (Item const& item : items_) {
        for (FeatureLift const& lift : item.lifts) ++postings_begin_[lift.feature + 1];
    }
    for (std::size_t i = 1; i < postings_begin_.size(); ++i) {
        postings_begin_[i] += postings_begin_[i - 1];
    }
    postings_.resize(postings_begin_.back());
    std::vector<std::size_t> next(postings_begin_.begin(), postings_begin_.end() - 1);
    for (std::uint32_t item = 0; item < items_.size(); ++item) {
        for (FeatureLift const& lift : items_[item].lifts) {
            postings_[next[lift.feature]++] = {
                item, static_cast<std::uint8_t>(lift.from), static_cast<std::uint8_t>(lift.to),
                static_cast<std::uint32_t>(lift.certainty_millionths)};
        }
    }
}

std::span<Catalog::Posting const> Catalog::postings(std::uint32_t feature) const {
    if (feature + std::size_t{1} >= postings_begin_.size()) return {};
    std::size_t const begin = postings_begin_[feature];
    return std::span(postings_).subspan(begin, postings_begin_[feature + 1] - begin);
}

}  // namespace zhitu::recommend
