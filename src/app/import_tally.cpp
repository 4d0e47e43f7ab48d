#include "app/import_tally.h"

#include <algorithm>

#include "base/limits.h"

namespace zhitu::app {

namespace {

std::uint64_t& count_of(ThingCounts& counts, Effect effect) {
    if (effect == Effect::added) return counts.added;
    return effect == Effect::changed ? counts.changed : counts.same;
}

using RowsByThing = std::array<std::vector<ProposedRow>, things_count>;

// How many rows of each thing are shown: the smallest first, each at most an equal part of what is
// left.
std::array<std::size_t, things_count> shares_of(RowsByThing const& rows) {
    std::array<std::size_t, things_count> order{};
    for (std::size_t i = 0; i < things_count; ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&rows](std::size_t a, std::size_t b) {
        return rows[a].size() < rows[b].size();
    });
    std::array<std::size_t, things_count> shares{};
    std::size_t left = limits::rows_shown_max;
    for (std::size_t i = 0; i < things_count; ++i) {
        shares[order[i]] = std::min(rows[order[i]].size(), left / (things_count - i));
        left -= shares[order[i]];
    }
    return shares;
}

std::vector<ProposedRow> shown(RowsByThing& rows) {
    std::vector<ProposedRow> all;
    auto const shares = shares_of(rows);
    for (std::size_t thing = 0; thing < things_count; ++thing) {
        auto const first = rows[thing].begin();
        std::move(first, first + static_cast<std::ptrdiff_t>(shares[thing]),
                  std::back_inserter(all));
    }
    return all;
}

}  // namespace

bool ImportTally::count(Thing thing, Effect effect) {
    std::size_t const index = static_cast<std::size_t>(thing);
    ++count_of(counts_[index], effect);
    return rows_[static_cast<std::size_t>(effect)][index].size() < limits::rows_shown_max;
}

void ImportTally::add_row(Effect effect, ProposedRow row) {
    std::size_t const thing = static_cast<std::size_t>(row.thing);
    rows_[static_cast<std::size_t>(effect)][thing].push_back(std::move(row));
}

void ImportTally::add_kept(ProposedRow row) {
    if (kept_count_++ < limits::rows_shown_max) kept_.push_back(std::move(row));
}

void ImportTally::give_to(ImportProposal& proposal) {
    proposal.kept_count = kept_count_;
    proposal.kept = std::move(kept_);
    proposal.counts = counts_;
    proposal.added = shown(rows_[static_cast<std::size_t>(Effect::added)]);
    proposal.changed = shown(rows_[static_cast<std::size_t>(Effect::changed)]);
    proposal.same = shown(rows_[static_cast<std::size_t>(Effect::same)]);
}

}  // namespace zhitu::app
