#include "wasm/idb_storage.h"

#include <array>

#include "wasm/bridge.h"

namespace zhitu::wasm {

namespace {

constexpr int state_missing = 0;
constexpr int state_writer = 2;

ErrorCode code_of(int answer) {
    if (answer == 1) return ErrorCode::e_quota;
    if (answer == 2) return ErrorCode::e_fenced;
    return ErrorCode::storage_failed;
}

}  // namespace

Result<std::vector<vault::StoredFile>> IdbStorage::read_all() {
    std::array<char, 512> text{};
    if (zt_js_storage_state() == state_missing) {
        int const length = zt_js_storage_reason(text.data(), static_cast<int>(text.size()));
        return Error{ErrorCode::storage_missing, {std::string(text.data(), length)}};
    }
    std::vector<vault::StoredFile> files(zt_js_files_count());
    for (int index = 0; index < static_cast<int>(files.size()); index++) {
        int const length = zt_js_file_name(index, text.data(), static_cast<int>(text.size()));
        files[index].name.assign(text.data(), length);
        files[index].bytes.resize(zt_js_file_size(index));
        zt_js_file_read(index, files[index].bytes.data());
    }
    return files;
}

void IdbStorage::flush(vault::FlushRequest request) {
    ZT_ASSERT(is_writer());
    for (auto const& file : request.puts)
        zt_js_flush_put(file.name.c_str(), file.bytes.data(), static_cast<int>(file.bytes.size()));
    for (auto const& name : request.deletes) zt_js_flush_delete(name.c_str());
    open_tickets_.push_back(request.ticket);
    zt_js_flush_commit();
}

std::optional<vault::FlushAnswer> IdbStorage::poll() {
    if (answers_.empty()) return std::nullopt;
    vault::FlushAnswer answer = std::move(answers_.front());
    answers_.pop_front();
    return answer;
}

bool IdbStorage::is_writer() const {
    return !is_lost_ && zt_js_storage_state() == state_writer;
}

void IdbStorage::on_answer(int code, std::string reason) {
    ZT_ASSERT(!open_tickets_.empty());
    vault::FlushAnswer answer{open_tickets_.front(), std::nullopt};
    open_tickets_.pop_front();
    if (code != 0) answer.error = Error{code_of(code), {std::move(reason)}};
    answers_.push_back(std::move(answer));
}

void IdbStorage::read(std::string name) {
    zt_js_read(name.c_str());
    open_reads_.push_back(std::move(name));
}

std::optional<vault::ReadAnswer> IdbStorage::poll_read() {
    if (read_.empty()) return std::nullopt;
    vault::ReadAnswer answer = std::move(read_.front());
    read_.pop_front();
    return answer;
}

void IdbStorage::on_read(std::optional<vault::Bytes> bytes) {
    ZT_ASSERT(!open_reads_.empty());
    read_.push_back({std::move(open_reads_.front()), std::move(bytes)});
    open_reads_.pop_front();
}

}  // namespace zhitu::wasm
