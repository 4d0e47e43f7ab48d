#pragma once

// Set metrics over (user, item) pairs, and S0's loss.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace zhitu::evaluate {

struct Pair {
    std::uint32_t user = 0;
    std::uint32_t item = 0;
    friend auto operator<=>(Pair const&, Pair const&) = default;
};

struct SetMetrics {
    std::uint64_t recommended_count = 0;
    std::uint64_t relevant_count = 0;
    std::uint64_t hits_count = 0;
    std::optional<double> precision;  // hits / recommended; empty when nothing was recommended
    std::optional<double> recall;     // hits / relevant; empty when nothing is relevant
    std::optional<double> f1;         // harmonic mean; 0 without hits, empty when either is
};

//   recommended  [n], relevant [m]  any order; repeats count once
// Cost: O(n log n + m log m). Source: van Rijsbergen (1979).
SetMetrics set_metrics(std::span<Pair const> recommended, std::span<Pair const> relevant);

// Each metric of one user, then the mean over users. A user without recommendations has no
// precision and an F1 of 0; a user without anything relevant has neither recall nor F1.
struct MeanMetrics {
    std::optional<double> precision;
    std::optional<double> recall;
    std::optional<double> f1;
};

// As set_metrics.
MeanMetrics mean_metrics(std::span<Pair const> recommended, std::span<Pair const> relevant);

struct LossWeights {
    double recall = 1.0 / 3;     // lambda_rec
    double precision = 1.0 / 3;  // lambda_eval
    double f1 = 1.0 / 3;         // lambda_track
};

// S0 4.2 as printed: the weighted sum of the metrics, to be minimised although they are goods. An
// empty metric counts as 0, in both losses.
double loss_as_printed(SetMetrics const& metrics, LossWeights const& weights);
// Corrected: the weighted sum of (1 - metric).
double loss_corrected(SetMetrics const& metrics, LossWeights const& weights);

}  // namespace zhitu::evaluate
