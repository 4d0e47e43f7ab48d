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
    bool can_read() const override { return true; }
    void read(std::string name) override;
    std::optional<vault::ReadAnswer> poll_read() override;

    // The page answers the oldest open flush. `code`: 0 saved, 1 quota, 2 fenced, 3 anything else.
    void on_answer(int code, std::string reason);
    // The page answers the oldest open read; nothing: not there, or it cannot be read.
    void on_read(std::optional<vault::Bytes> bytes);
    // The lock was taken by another tab.
    void lose_writer() { is_lost_ = true; }

private:
    std::deque<std::uint64_t> open_tickets_;
    std::deque<vault::FlushAnswer> answers_;
    std::deque<std::string> open_reads_;
    std::deque<vault::ReadAnswer> read_;
    bool is_lost_ = false;
};

}  // namespace zhitu::wasm
