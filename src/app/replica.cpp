#include "app/replica.h"

#include <algorithm>

#include "vault/journal.h"

namespace zhitu::app {

Replica::Replica(std::vector<vault::StoredFile> journal) {
    for (vault::StoredFile& file : journal) {
        storage_.files[std::move(file.name)] = std::move(file.bytes);
    }
}

bool Replica::step(std::uint64_t changes_max) {
    if (!is_read_) {
        is_read_ = true;
        auto read = vault::Journal(storage_).open();
        if (read) changes_ = std::move(read.value().changes);
        storage_.files.clear();
        return !changes_.empty();
    }
    std::size_t const end =
        next_ + static_cast<std::size_t>(std::min<std::uint64_t>(changes_max,
                                                                 changes_.size() - next_));
    for (; next_ < end; ++next_) {
        vault::Accepted const accepted = ledger_.accept(std::move(changes_[next_]));
        for (vault::EntityKey const& key : accepted.touched) {
            apply(state_, key, ledger_.find(key));
        }
    }
    return next_ < changes_.size();
}

double Replica::share_done() const {
    if (!is_read_) return 0;
    if (changes_.empty()) return 1;
    return static_cast<double>(next_) / static_cast<double>(changes_.size());
}

}  // namespace zhitu::app
