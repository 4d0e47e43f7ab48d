#include "tools/files/folder_storage.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>

#include "base/hash.h"
#include "tools/files/disk.h"
#include "vault/layout.h"

namespace zhitu::tools {

namespace fs = std::filesystem;

namespace {

using vault::FlushRequest;

constexpr std::string_view redo_mark = "zhitu-flush\n";
constexpr std::size_t redo_bytes_max = 1'073'741'824;  // one flush; a gigabyte is a mistake
constexpr std::size_t name_max = 80;                   // vault/storage.h

std::uint32_t checksum(std::string_view bytes) {
    return crc32c({reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()});
}

void append_number(std::string& out, std::uint64_t value) {
    for (int i = 0; i < 8; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

bool read_number(std::string_view& bytes, std::uint64_t& out) {
    if (bytes.size() < 8) return false;
    out = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        out |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes[i])) << (8 * i);
    }
    bytes.remove_prefix(8);
    return true;
}

void append_piece(std::string& out, std::string_view piece) {
    append_number(out, piece.size());
    out += piece;
}

bool read_piece(std::string_view& bytes, std::string& out) {
    std::uint64_t size = 0;
    if (!read_number(bytes, size) || size > bytes.size()) return false;
    out.assign(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return true;
}

// mark, checksum of the rest, then names and bytes with their sizes.
std::string redo_bytes(FlushRequest const& request) {
    std::string body;
    append_number(body, request.puts.size());
    for (vault::StoredFile const& put : request.puts) {
        append_piece(body, put.name);
        append_piece(body, put.bytes);
    }
    append_number(body, request.deletes.size());
    for (std::string const& name : request.deletes) append_piece(body, name);
    std::string out(redo_mark);
    append_number(out, checksum(body));
    return out + body;
}

// Nothing when the bytes are no whole flush.
std::optional<FlushRequest> read_redo(std::string_view bytes) {
    if (!bytes.starts_with(redo_mark)) return std::nullopt;
    bytes.remove_prefix(redo_mark.size());
    std::uint64_t sum = 0;
    std::uint64_t count = 0;
    if (!read_number(bytes, sum) || sum != checksum(bytes)) return std::nullopt;
    FlushRequest request;
    if (!read_number(bytes, count)) return std::nullopt;
    for (; count > 0; --count) {
        vault::StoredFile& put = request.puts.emplace_back();
        if (!read_piece(bytes, put.name) || !read_piece(bytes, put.bytes)) return std::nullopt;
    }
    if (!read_number(bytes, count)) return std::nullopt;
    for (; count > 0; --count) {
        if (!read_piece(bytes, request.deletes.emplace_back())) return std::nullopt;
    }
    return request;
}

bool has_good_names(FlushRequest const& request) {
    auto const is_good = [](vault::StoredFile const& put) {
        return FolderStorage::is_name(put.name);
    };
    return std::ranges::all_of(request.puts, is_good) &&
           std::ranges::all_of(request.deletes, FolderStorage::is_name);
}

using Files = std::map<std::string, std::string>;

std::optional<Error> read_tree(fs::path const& folder, Files& out) {
    std::error_code error;
    fs::recursive_directory_iterator each(folder, error);
    for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
        std::string const name = each->path().lexically_relative(folder).generic_string();
        std::error_code ignored;
        if (each->is_directory(ignored) && vault::is_cold_name(name + "/")) {
            each.disable_recursion_pending();
        }
        if (!FolderStorage::is_name(name) || !each->is_regular_file(ignored)) continue;
        auto bytes = read_file(each->path(), redo_bytes_max);
        if (!bytes) return bytes.error();
        out[name] = std::move(bytes).value();
    }
    if (error) return disk_error(folder, error.value());
    return std::nullopt;
}

void lay_over(FlushRequest const& redo, Files& files) {
    for (vault::StoredFile const& put : redo.puts) {
        if (!vault::is_cold_name(put.name)) files[put.name] = put.bytes;
    }
    for (std::string const& name : redo.deletes) files.erase(name);
}

bool is_name_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '_' ||
           c == '-';
}

}  // namespace

bool FolderStorage::is_name(std::string_view name) {
    if (name.empty() || name.size() > name_max || name.ends_with('/')) return false;
    if (name.ends_with(".new")) return false;
    bool is_start = true;
    for (char const c : name) {
        bool const is_bad_start = is_start && (c == '/' || c == '.');
        if (!is_name_letter(c) || is_bad_start) return false;
        is_start = c == '/';
    }
    return true;
}

FolderStorage::FolderStorage(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) {
        open_error_ = disk_error(folder_, error.value());
        return;
    }
    lock_ = ::open((folder_ / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    is_writer_ = lock_ >= 0 && ::flock(lock_, LOCK_EX | LOCK_NB) == 0;
}

FolderStorage::~FolderStorage() {
    if (lock_ >= 0) ::close(lock_);
}

Result<std::vector<vault::StoredFile>> FolderStorage::read_all() {
    if (open_error_) return *open_error_;
    std::optional<FlushRequest> redo;
    auto const bytes = read_file(folder_ / ".flush", redo_bytes_max);
    if (bytes) redo = read_redo(bytes.value());
    if (redo && !has_good_names(*redo)) redo.reset();
    if (redo && is_writer_) {
        if (auto error = apply(*redo)) return *std::move(error);
    }
    Files files;
    if (auto error = read_tree(folder_, files)) return *std::move(error);
    if (redo) lay_over(*redo, files);
    std::vector<vault::StoredFile> all;
    for (auto& [name, content] : files) all.push_back({name, std::move(content)});
    return all;
}

void FolderStorage::flush(FlushRequest request) {
    ZT_ASSERT(is_writer_ && has_good_names(request));
    answers_.push_back({request.ticket, carry_out(request)});
}

std::optional<Error> FolderStorage::carry_out(FlushRequest const& request) {
    std::error_code error;
    bool const is_ours = fs::equivalent(folder_ / ".lock", fs::path("/dev/fd") /
                                        std::to_string(lock_), error);
    if (error || !is_ours) return Error{ErrorCode::e_fenced, {folder_.string()}};
    if (unfinished_) {
        if (auto failed = apply(*unfinished_)) return failed;
        unfinished_.reset();
    }
    Status const written = replace_file(folder_ / ".flush", redo_bytes(request));
    if (!written) return written.error();
    sync_folder(folder_);
    auto failed = apply(request);
    if (failed) unfinished_ = request;
    return failed;
}

// Doing it twice gives the same. An error leaves .flush in place: the flush has happened, and the
// next who opens the folder completes it.
std::optional<Error> FolderStorage::apply(FlushRequest const& request) {
    std::error_code error;
    for (vault::StoredFile const& put : request.puts) {
        fs::path const path = folder_ / put.name;
        fs::create_directories(path.parent_path(), error);
        if (error) return disk_error(path, error.value());
        Status const written = replace_file(path, put.bytes);
        if (!written) return written.error();
        sync_folder(path.parent_path());
    }
    for (std::string const& name : request.deletes) {
        fs::remove(folder_ / name, error);
        if (error) return disk_error(folder_ / name, error.value());
    }
    fs::remove(folder_ / ".flush", error);
    sync_folder(folder_);
    return std::nullopt;
}

void FolderStorage::read(std::string name) {
    ZT_ASSERT(is_name(name));
    vault::ReadAnswer answer{std::move(name), std::nullopt};
    auto bytes = read_file(folder_ / answer.name, redo_bytes_max);
    if (bytes) answer.bytes = std::move(bytes).value();
    reads_.push_back(std::move(answer));
}

std::optional<vault::ReadAnswer> FolderStorage::poll_read() {
    if (reads_.empty()) return std::nullopt;
    vault::ReadAnswer answer = std::move(reads_.front());
    reads_.pop_front();
    return answer;
}

std::optional<vault::FlushAnswer> FolderStorage::poll() {
    std::optional<vault::FlushAnswer> answer;
    if (answers_.empty()) return answer;
    std::swap(answer.emplace(), answers_.front());
    answers_.pop_front();
    return answer;
}

}  // namespace zhitu::tools
