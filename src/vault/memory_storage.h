#pragma once

// Storage in memory, for tests and guests, and one that fails on purpose.

#include <deque>
#include <map>

#include "vault/storage.h"

namespace zhitu::vault {

class MemoryStorage final : public Storage {
public:
    Result<std::vector<StoredFile>> read_all() override;
    void flush(FlushRequest request) override;
    std::optional<FlushAnswer> poll() override;
    bool is_writer() const override { return is_writer_; }
    bool can_read() const override { return true; }
    void read(std::string name) override;
    std::optional<ReadAnswer> poll_read() override;

    std::map<std::string, Bytes> files;
    void set_writer(bool is_writer) { is_writer_ = is_writer; }

private:
    std::deque<std::uint64_t> done_;  // tickets not yet asked for
    std::deque<ReadAnswer> read_;
    bool is_writer_ = true;
};

// Passes everything on, but the n-th flush (1, 2, …; 0: none) is refused with the given error and
// nothing of it reaches the storage behind. Answers keep the order of the flushes.
class FailingStorage final : public Storage {
public:
    FailingStorage(Storage& behind, std::uint64_t nth_flush, Error error);
    Result<std::vector<StoredFile>> read_all() override { return behind_.read_all(); }
    void flush(FlushRequest request) override;
    std::optional<FlushAnswer> poll() override;
    bool is_writer() const override { return behind_.is_writer(); }
    bool can_read() const override { return behind_.can_read(); }
    void read(std::string name) override { behind_.read(std::move(name)); }
    std::optional<ReadAnswer> poll_read() override { return behind_.poll_read(); }
    std::uint64_t faults_count() const { return faults_count_; }

private:
    Storage& behind_;
    std::uint64_t nth_flush_;
    Error error_;
    std::uint64_t flushes_count_ = 0;
    std::uint64_t faults_count_ = 0;
    struct Expected {
        std::uint64_t ticket = 0;
        bool is_refused = false;  // otherwise the storage behind has the answer
    };
    std::deque<Expected> expected_;  // in the order of the flushes
};

}  // namespace zhitu::vault
