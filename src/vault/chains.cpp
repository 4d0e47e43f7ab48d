#include "vault/chains.h"

#include <algorithm>

#include "base/sort.h"

namespace zhitu::vault {

void Chains::add(ChangeHeader const& header, Digest const& hash) {
    // The first change of a writer follows nothing, and so do its rivals.
    bool const is_first = header.previous == Digest{};
    bool const is_alone = is_first ? !heads_.contains(header.writer)
                                   : tips_.erase(header.previous) != 0;
    if (!is_alone) {
        Split& split = splits_[{header.writer, header.previous}];
        split.sequence = header.sequence;
        split.branches_count = std::max<std::uint64_t>(split.branches_count, 1) + 1;
    }
    tips_.insert(hash);
    WriterHead& head = heads_[header.writer];
    WriterHead const candidate{header.sequence, hash};
    bool const is_beyond =
        std::pair(head.sequence, head.hash) < std::pair(candidate.sequence, candidate.hash);
    if (is_beyond) head = candidate;
}

void Chains::drop_head(ChangeHeader const& header, Digest const& hash) {
    auto const head = heads_.find(header.writer);
    ZT_ASSERT(head != heads_.end() && head->second.hash == hash);
    tips_.erase(hash);
    auto const split = splits_.find({header.writer, header.previous});
    bool const is_alone = split == splits_.end();
    if (is_alone && header.sequence > 1) tips_.insert(header.previous);
    if (!is_alone && --split->second.branches_count == 1) splits_.erase(split);
    if (header.sequence == 1) {
        heads_.erase(head);
    } else {
        head->second = {header.sequence - 1, header.previous};
    }
}

std::vector<Fork> Chains::forks() const {
    std::vector<Fork> forks;
    for (auto const& [key, split] : splits_) {
        forks.push_back({key.first, split.sequence, split.branches_count});
    }
    sort_list(forks);
    return forks;
}

void Tips::add(ChangeHeader const& header, Digest const& hash) {
    if (followed_.erase(hash) == 0) tips_.insert(hash);
    if (header.sequence > 1 && tips_.erase(header.previous) == 0) {
        followed_.insert(header.previous);
    }
}

}  // namespace zhitu::vault
