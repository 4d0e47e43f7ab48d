#pragma once

// Storage over IndexedDB. How a save becomes one strict transaction is told in storage.js; here
// names and bytes are handed over and answers wait for poll().

#include <deque>
#include <string>

#include "vault/storage.h"

namespace zhitu::wasm {

class IdbStorage final : public vault::Storage {
public:
    // As of opening; saves of this session do not show. Errors: storage_missing.
    Result<std::vector<vault::StoredFile>> read_all() override;
    void flush(vault::FlushRequest request) override;
    std::optional<vault::FlushAnswer> poll() override;
    bool is_writer() const override;

    // The page answers the oldest open flush. `code`: 0 saved, 1 quota, 2 fenced, 3 anything else.
    void on_answer(int code, std::string reason);
    // The lock was taken by another tab.
    void lose_writer() { is_lost_ = true; }

private:
    std::deque<std::uint64_t> open_tickets_;
    std::deque<vault::FlushAnswer> answers_;
    bool is_lost_ = false;
};

}  // namespace zhitu::wasm
