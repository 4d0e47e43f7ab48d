#pragma once

// Counts what an import does and keeps a look at it: a few rows of each thing, not all.

#include <array>
#include <vector>

#include "app/import_proposal.h"

namespace zhitu::app {

enum class Effect : std::uint8_t { added, changed, same, count_ };

class ImportTally {
public:
    // One more. True while rows of this kind are still kept: only then add_row is worth its work.
    bool count(Thing thing, Effect effect);
    void add_row(Effect effect, ProposedRow row);

    // One more of which the file says something else than what was decided here, and that stays.
    void add_kept(ProposedRow row);

    // Moves counts and rows over. When there are more than limits::rows_shown_max of one effect,
    // every thing gets its share, and what few need goes to the others.
    void give_to(ImportProposal& proposal);

private:
    static constexpr std::size_t effects_count = static_cast<std::size_t>(Effect::count_);
    std::array<ThingCounts, things_count> counts_{};
    std::array<std::array<std::vector<ProposedRow>, things_count>, effects_count> rows_{};
    std::uint64_t kept_count_ = 0;
    std::vector<ProposedRow> kept_{};
};

}  // namespace zhitu::app
