#include "recommend/need_based.h"

#include <algorithm>
#include <numeric>

#include "base/assert.h"
#include "base/sort.h"

namespace zhitu::recommend {

namespace {

static_assert(std::accumulate(weights_thousandths.begin(), weights_thousandths.end(), 0) == 1'000);
static_assert(*std::min_element(weights_thousandths.begin(), weights_thousandths.end()) >= 0);

constexpr int level_max = 3;
constexpr std::int64_t million = 1'000'000;
constexpr double billion = 1e9;

// Half away from zero, the same on every platform.
std::int64_t in_billionths(double term, std::size_t reason) {
    double const value = term * (weights_thousandths[reason] * 1e6);
    return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
}

// What one lift does for one need.
struct Closed {
    std::int64_t gain = 0;
    std::int32_t fit_eighths = 0;
    friend auto operator<=>(Closed const&, Closed const&) = default;
};

Closed closed_by(FeatureNeed const& need, int from, int to, std::int64_t certainty_millionths) {
    int const levels = std::min(need.level_wanted, to) - std::max(need.level, from);
    if (levels <= 0) return {};
    int const above = to - need.level;
    std::int32_t const fit = above <= 1 ? 8 : above == 2 ? 4 : 2;
    return {need.weight_millionths * certainty_millionths * levels,
            from > need.level ? fit / 2 : fit};
}

double price_term(Money price, Money budget) {
    if (price.amount == 0) return 1;
    if (price.amount / 2 >= budget.amount) return -1;
    return 1 - static_cast<double>(price.amount) / static_cast<double>(budget.amount);
}

void check(User const& user) {
    for (FeatureNeed const& need : user.needs) {
        auto const is_same = [&](FeatureNeed const& one) { return one.feature == need.feature; };
        ZT_ASSERT(std::count_if(user.needs.begin(), user.needs.end(), is_same) == 1);
        ZT_ASSERT(need.weight_millionths >= 0 && need.weight_millionths <= million);
        ZT_ASSERT(need.level >= 0 && need.level <= level_max);
        ZT_ASSERT(need.level_wanted >= 0 && need.level_wanted <= level_max);
    }
    for (FeatureLevel const& has : user.levels) {
        ZT_ASSERT(has.level >= 0 && has.level <= level_max);
    }
}

bool stands_before(Ranker::Place const& a, Ranker::Place const& b) {
    if (a.score_billionths != b.score_billionths) return a.score_billionths > b.score_billionths;
    return a.item < b.item;
}

}  // namespace

int levels_closed(FeatureNeed const& need, FeatureLift const& lift) {
    int const first = std::max(need.level, lift.from);
    return std::max(0, std::min(need.level_wanted, lift.to) - first);
}

Ranker::Ranker(Catalog const& catalog) : catalog_(catalog) {
    sums_.resize(catalog.size());
    is_out_.resize(catalog.size());
    is_taken_.resize(catalog.size());
    levels_.resize(catalog.features_count());
    missing_count_.resize(catalog.size());
}

std::span<Ranker::Place const> Ranker::rank(User const& user, std::size_t count_max) {
    check(user);
    forget();
    learn(user);
    for (FeatureNeed const& need : user_.needs) collect(need);
    for (std::uint32_t const item : candidates_) gain_max_ = std::max(gain_max_, sums_[item].gain);
    bool may_wait = false;
    for (std::uint32_t const item : candidates_) {
        Terms const terms = terms_of(item);
        std::int64_t score = 0;
        for (std::size_t i = 0; i < terms_count; ++i) score += in_billionths(terms.term[i], i);
        places_.push_back({std::max<std::int64_t>(score, 0), item});
        may_wait |= terms.term[static_cast<std::size_t>(Reason::prerequisites)] < 0;
    }
    count_max = std::min(count_max, places_.size());
    if (may_wait && find_waiting()) {
        place_behind_prerequisites(count_max);
    } else {
        auto const middle = places_.begin() + static_cast<std::ptrdiff_t>(count_max);
        std::partial_sort(places_.begin(), middle, places_.end(), stands_before);
    }
    return std::span(places_).first(count_max);
}

void Ranker::forget() {
    for (std::uint32_t const item : candidates_) sums_[item] = {};
    for (std::uint32_t const item : user_.taken) is_out_[item] = is_taken_[item] = 0;
    for (std::uint32_t const item : user_.unwanted) is_out_[item] = 0;
    for (FeatureLevel const& has : user_.levels) {
        if (has.feature < levels_.size()) levels_[has.feature] = 0;
    }
    candidates_.clear();
    places_.clear();
    gain_max_ = 0;
}

void Ranker::learn(User const& user) {
    user_ = user;
    for (std::uint32_t const item : user_.taken) is_out_[item] = is_taken_[item] = 1;
    for (std::uint32_t const item : user_.unwanted) is_out_[item] = 1;
    for (FeatureLevel const& has : user_.levels) {
        if (has.feature < levels_.size()) {
            levels_[has.feature] = static_cast<std::uint8_t>(has.level);
        }
    }
}

// Where two lifts of an item close one feature, the greater gain counts, then the better fit: the
// order of the lifts must not matter. They stand side by side.
void Ranker::collect(FeatureNeed const& need) {
    auto const postings = catalog_.postings(need.feature);
    for (std::size_t i = 0; i < postings.size();) {
        std::uint32_t const item = postings[i].item;
        Closed best;
        for (; i < postings.size() && postings[i].item == item; ++i) {
            Catalog::Posting const& lift = postings[i];
            best = std::max(best, closed_by(need, lift.from, lift.to, lift.certainty_millionths));
        }
        if (best.gain == 0 || is_out_[item] != 0) continue;
        Sum& sum = sums_[item];
        if (sum.closed_count == 0) candidates_.push_back(item);
        sum.gain += best.gain;
        sum.fit_eighths += best.fit_eighths;
        ++sum.closed_count;
    }
}

bool Ranker::is_met(std::uint32_t item) const {
    if (is_taken_[item] != 0) return true;
    auto const& ends = catalog_.items()[item].ends;
    if (ends.empty()) return false;
    return std::all_of(ends.begin(), ends.end(), [this](FeatureLevel const& end) {
        return end.feature < levels_.size() && levels_[end.feature] >= end.level;
    });
}

double Ranker::missing_share(std::uint32_t item) const {
    auto const& required = catalog_.items()[item].prerequisites;
    auto const missing = std::count_if(required.begin(), required.end(),
                                       [this](std::uint32_t id) { return !is_met(id); });
    return static_cast<double>(missing) / static_cast<double>(required.size());
}

Ranker::Terms Ranker::terms_of(std::uint32_t item) const {
    Sum const& sum = sums_[item];
    Catalog::Facts const& facts = catalog_.facts(item);
    Terms terms;
    terms.is_known.fill(true);
    terms.term = {static_cast<double>(sum.gain) / static_cast<double>(gain_max_),
                  static_cast<double>(sum.fit_eighths) / (8.0 * sum.closed_count),
                  facts.quality, facts.popularity, 0, 0};
    terms.is_known[static_cast<std::size_t>(Reason::quality)] = facts.is_quality_known;
    terms.is_known[static_cast<std::size_t>(Reason::popularity)] = facts.is_popularity_known;
    auto const price = static_cast<std::size_t>(Reason::price);
    terms.is_known[price] =
        facts.price && user_.budget && facts.price->currency == user_.budget->currency;
    if (terms.is_known[price]) terms.term[price] = price_term(*facts.price, *user_.budget);
    if (facts.has_prerequisites) {
        terms.term[static_cast<std::size_t>(Reason::prerequisites)] = 0 - missing_share(item);
    }
    return terms;
}

ScoredItem Ranker::explain(std::uint32_t item) const {
    ZT_ASSERT(is_candidate(item));
    ScoredItem scored;
    scored.item = item;
    Terms const terms = terms_of(item);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < terms_count; ++i) {
        std::int64_t const value = in_billionths(terms.term[i], i);
        sum += value;
        scored.contributions.push_back({static_cast<Reason>(i),
                                        static_cast<double>(value) / billion, terms.is_known[i],
                                        terms.term[i], weights_thousandths[i] / 1e3});
    }
    if (sum < 0) {
        double const lift = static_cast<double>(-sum) / billion;
        scored.contributions.push_back({Reason::clip, lift, true, 0, 0});
    }
    scored.score = static_cast<double>(std::max<std::int64_t>(sum, 0)) / billion;
    Item const& facts = catalog_.items()[item];
    for (FeatureNeed const& need : user_.needs) {
        auto const closes = [&](FeatureLift const& lift) {
            return lift.feature == need.feature && need.weight_millionths > 0 &&
                   levels_closed(need, lift) > 0;
        };
        if (std::any_of(facts.lifts.begin(), facts.lifts.end(), closes)) {
            scored.features_closed.push_back(need.feature);
        }
    }
    for (std::uint32_t const id : facts.prerequisites) {
        if (!is_met(id)) scored.prerequisites_missing.push_back(id);
    }
    return scored;
}

// False when nobody in the list waits for anybody in it.
bool Ranker::find_waiting() {
    waits_.clear();
    for (Place const& place : places_) {
        missing_count_[place.item] = 0;
        if (!catalog_.facts(place.item).has_prerequisites) continue;
        for (std::uint32_t const id : catalog_.items()[place.item].prerequisites) {
            if (id == place.item || !is_candidate(id) || is_met(id)) continue;
            ++missing_count_[place.item];
            waits_.push_back({id, place});
        }
    }
    sort_list(waits_, [](Wait const& a, Wait const& b) { return a.before < b.before; });
    return !waits_.empty();
}

// Of the items that wait for nothing, always the best one next (Kahn 1962), from a heap: only as
// many are ordered as are asked for. Prerequisites can wait for each other in a circle; then the
// best of the rest goes first.
void Ranker::place_behind_prerequisites(std::size_t count_max) {
    auto const stands_behind = [](Place const& a, Place const& b) { return stands_before(b, a); };
    ready_.clear();
    for (Place const& place : places_) {
        if (missing_count_[place.item] == 0) ready_.push_back(place);
    }
    std::make_heap(ready_.begin(), ready_.end(), stands_behind);
    auto const make_ready = [&](Place place) {
        missing_count_[place.item] = 0;
        ready_.push_back(place);
        std::push_heap(ready_.begin(), ready_.end(), stands_behind);
    };
    std::vector<Place> ordered;
    while (ordered.size() < count_max) {
        if (ready_.empty()) make_ready(best_waiting());
        std::pop_heap(ready_.begin(), ready_.end(), stands_behind);
        Place const next = ready_.back();
        ready_.pop_back();
        ordered.push_back(next);
        auto wait = std::lower_bound(
            waits_.begin(), waits_.end(), next.item,
            [](Wait const& one, std::uint32_t item) { return one.before < item; });
        for (; wait != waits_.end() && wait->before == next.item; ++wait) {
            // Who was let go from a circle waits no more.
            if (missing_count_[wait->waiter.item] == 0) continue;
            if (--missing_count_[wait->waiter.item] == 0) make_ready(wait->waiter);
        }
    }
    places_ = std::move(ordered);
}

Ranker::Place Ranker::best_waiting() const {
    Wait const* best = nullptr;
    for (Wait const& wait : waits_) {
        if (missing_count_[wait.waiter.item] == 0) continue;
        if (best == nullptr || stands_before(wait.waiter, best->waiter)) best = &wait;
    }
    ZT_ASSERT(best != nullptr);
    return best->waiter;
}

}  // namespace zhitu::recommend
