#include "app/replica.h"

#include <algorithm>

#include "vault/snapshot.h"

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
        if (read) load(std::move(read).value());
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

void Replica::load(vault::Recovered recovered) {
    changes_ = std::move(recovered.changes);
    if (recovered.parts.empty()) return;
    Result<vault::Ledger> ledger = vault::ledger_from(recovered.parts);
    if (!ledger) return;
    ledger_ = std::move(ledger).value();
    ledger_.for_each([&](vault::EntityKey const& key, vault::Entity const& entity) {
        apply(state_, key, &entity);
    });
}

double Replica::share_done() const {
    if (!is_read_) return 0;
    if (changes_.empty()) return 1;
    return static_cast<double>(next_) / static_cast<double>(changes_.size());
}

}  // namespace zhitu::app
