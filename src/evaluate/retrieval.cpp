#include "evaluate/retrieval.h"

#include <algorithm>

#include "base/sort.h"

namespace zhitu::evaluate {

namespace {

std::vector<Pair> distinct(std::span<Pair const> pairs) {
    std::vector<Pair> sorted(pairs.begin(), pairs.end());
    sort_list(sorted);
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

std::uint64_t count_common(std::vector<Pair> const& a, std::vector<Pair> const& b) {
    std::uint64_t count = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        auto const order = *left <=> *right;
        count += order == 0 ? 1 : 0;
        if (order <= 0) ++left;
        if (order >= 0) ++right;
    }
    return count;
}

std::optional<double> share(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

// A mean as it grows.
struct Mean {
    double sum = 0;
    std::uint64_t count = 0;
    void add(double value) {
        sum += value;
        ++count;
    }
    std::optional<double> value() const {
        if (count == 0) return std::nullopt;
        return sum / static_cast<double>(count);
    }
};

// The pairs of one user from a sorted list, whose front belongs to nobody before.
std::span<Pair const> take_user(std::span<Pair const>& sorted, std::uint32_t user) {
    std::size_t count = 0;
    while (count < sorted.size() && sorted[count].user == user) ++count;
    std::span<Pair const> const taken = sorted.first(count);
    sorted = sorted.subspan(count);
    return taken;
}

}  // namespace

SetMetrics set_metrics(std::span<Pair const> recommended, std::span<Pair const> relevant) {
    std::vector<Pair> const guesses = distinct(recommended);
    std::vector<Pair> const truths = distinct(relevant);
    SetMetrics metrics;
    metrics.recommended_count = guesses.size();
    metrics.relevant_count = truths.size();
    metrics.hits_count = count_common(guesses, truths);
    metrics.precision = share(metrics.hits_count, metrics.recommended_count);
    metrics.recall = share(metrics.hits_count, metrics.relevant_count);
    if (metrics.precision && metrics.recall) {
        // The harmonic mean of h/n and h/m, without dividing 0 by 0.
        metrics.f1 = share(2 * metrics.hits_count, guesses.size() + truths.size());
    }
    return metrics;
}

MeanMetrics mean_metrics(std::span<Pair const> recommended, std::span<Pair const> relevant) {
    std::vector<Pair> const guesses = distinct(recommended);
    std::vector<Pair> const truths = distinct(relevant);
    std::span<Pair const> guesses_left = guesses;
    std::span<Pair const> truths_left = truths;
    Mean precision, recall, f1;
    while (!guesses_left.empty() || !truths_left.empty()) {
        std::uint32_t user = guesses_left.empty() ? truths_left[0].user : guesses_left[0].user;
        if (!truths_left.empty()) user = std::min(user, truths_left[0].user);
        auto const guesses_of_user = take_user(guesses_left, user);
        auto const truths_of_user = take_user(truths_left, user);
        SetMetrics const metrics = set_metrics(guesses_of_user, truths_of_user);
        if (metrics.precision) precision.add(*metrics.precision);
        if (metrics.recall) recall.add(*metrics.recall);
        if (metrics.recall) f1.add(metrics.f1.value_or(0));
    }
    return {precision.value(), recall.value(), f1.value()};
}

double loss_as_printed(SetMetrics const& metrics, LossWeights const& weights) {
    return weights.recall * metrics.recall.value_or(0) +
           weights.precision * metrics.precision.value_or(0) + weights.f1 * metrics.f1.value_or(0);
}

double loss_corrected(SetMetrics const& metrics, LossWeights const& weights) {
    return weights.recall * (1 - metrics.recall.value_or(0)) +
           weights.precision * (1 - metrics.precision.value_or(0)) +
           weights.f1 * (1 - metrics.f1.value_or(0));
}

}  // namespace zhitu::evaluate
