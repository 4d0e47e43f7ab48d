#pragma once

// What the tests of the journal share.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/vault/histories.h"
#include "vault/journal.h"
#include "vault/layout.h"
#include "vault/memory_storage.h"

namespace zhitu::vault::tests {

inline constexpr char const* first_segment = "p/main/j/00000001";
inline constexpr char const* second_segment = "p/main/j/00000002";

// Without manifests, of which one is always older.
inline std::map<std::string, Bytes> segments_in(std::map<std::string, Bytes> files) {
    std::erase_if(files, [](auto const& file) { return is_manifest_name(file.first); });
    return files;
}

inline std::vector<Change> changes_of(int count, std::size_t text_bytes = 10) {
    Writer ann(1);
    std::vector<Change> changes;
    for (int i = 0; i < count; ++i) {
        std::string const text(text_bytes, static_cast<char>('a' + i % 26));
        changes.push_back(ann.write(1, {set_op(course(i % 5), "a", text)}));
    }
    return changes;
}

inline void save(Journal& journal, std::vector<Change> const& changes) {
    for (Change const& change : changes) journal.append(change);
    journal.flush();
    journal.pump();
    ASSERT_EQ(journal.state(), SaveState::saved);
}

inline Recovered recovered_from(Storage& storage) {
    Journal journal(storage);
    return journal.open().value();
}

inline std::vector<RawId> ids_of(std::vector<Change> const& changes) {
    std::vector<RawId> ids;
    for (Change const& change : changes) ids.push_back(change.id());
    return ids;
}

}  // namespace zhitu::vault::tests
