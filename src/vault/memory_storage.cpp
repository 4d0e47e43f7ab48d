#include "vault/memory_storage.h"

#include <utility>

#include "vault/layout.h"

namespace zhitu::vault {

bool is_file_name(std::string_view name) {
    if (name.empty() || name.size() > 80) return false;
    for (char const c : name) {
        bool const is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!is_letter && c != '/' && c != '.' && c != '_' && c != '-') return false;
    }
    return true;
}

Result<std::vector<StoredFile>> MemoryStorage::read_all() {
    std::vector<StoredFile> all;
    for (auto const& [name, bytes] : files) {
        if (!is_cold_name(name)) all.push_back({name, bytes});
    }
    return all;
}

void MemoryStorage::flush(FlushRequest request) {
    ZT_ASSERT(is_writer_);
    for (std::string const& name : request.deletes) {
        ZT_ASSERT(is_file_name(name));
        files.erase(name);
    }
    for (StoredFile& file : request.puts) {
        ZT_ASSERT(is_file_name(file.name));
        files.insert_or_assign(std::move(file.name), std::move(file.bytes));
    }
    done_.push_back(request.ticket);
}

std::optional<FlushAnswer> MemoryStorage::poll() {
    std::optional<FlushAnswer> answer;
    if (done_.empty()) return answer;
    answer.emplace().ticket = done_.front();
    done_.pop_front();
    return answer;
}

void MemoryStorage::read(std::string name) {
    auto const found = files.find(name);
    ReadAnswer answer{std::move(name), std::nullopt};
    if (found != files.end()) answer.bytes = found->second;
    read_.push_back(std::move(answer));
}

std::optional<ReadAnswer> MemoryStorage::poll_read() {
    if (read_.empty()) return std::nullopt;
    ReadAnswer answer = std::move(read_.front());
    read_.pop_front();
    return answer;
}

FailingStorage::FailingStorage(Storage& behind, std::uint64_t nth_flush, Error error)
    : behind_(behind), nth_flush_(nth_flush), error_(std::move(error)) {}

void FailingStorage::flush(FlushRequest request) {
    ++flushes_count_;
    if (flushes_count_ == nth_flush_) {
        ++faults_count_;
        expected_.push_back({request.ticket, true});
        return;
    }
    expected_.push_back({request.ticket, false});
    behind_.flush(std::move(request));
}

std::optional<FlushAnswer> FailingStorage::poll() {
    if (expected_.empty()) return std::nullopt;
    if (expected_.front().is_refused) {
        std::uint64_t const ticket = expected_.front().ticket;
        expected_.pop_front();
        return FlushAnswer{ticket, error_};
    }
    std::optional<FlushAnswer> answer = behind_.poll();
    if (answer) expected_.pop_front();
    return answer;
}

}  // namespace zhitu::vault
