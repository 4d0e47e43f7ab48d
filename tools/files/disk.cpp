#include "tools/files/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace zhitu::tools {

namespace fs = std::filesystem;

namespace {

// Closes what it opened.
class OpenFile {
public:
    OpenFile(fs::path const& path, int flags) : descriptor_(::open(path.c_str(), flags, 0644)) {}
    ~OpenFile() { close(); }
    OpenFile(OpenFile const&) = delete;
    OpenFile& operator=(OpenFile const&) = delete;
    bool is_open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }
    bool close() {
        int const descriptor = descriptor_;
        descriptor_ = -1;
        return descriptor < 0 || ::close(descriptor) == 0;
    }

private:
    int descriptor_;
};

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t const written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Error disk_error(fs::path const& path, int error_number) {
    bool const is_full = error_number == ENOSPC || error_number == EDQUOT;
    ErrorCode const code = is_full ? ErrorCode::e_quota : ErrorCode::storage_failed;
    return {code, {path.string() + ": " + std::strerror(error_number)}};
}

Result<std::string> read_file(fs::path const& path, std::size_t size_max) {
    OpenFile file(path, O_RDONLY | O_CLOEXEC);
    if (!file.is_open()) return disk_error(path, errno);
    struct stat status = {};
    if (::fstat(file.descriptor(), &status) != 0) return disk_error(path, errno);
    if (S_ISDIR(status.st_mode)) return disk_error(path, EISDIR);
    if (status.st_size > 0 && static_cast<std::size_t>(status.st_size) > size_max) {
        return Error{ErrorCode::file_too_large, {path.string(), std::to_string(size_max)}};
    }
    std::string bytes;
    char buffer[65'536];
    for (;;) {
        ssize_t const count = ::read(file.descriptor(), buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return disk_error(path, errno);
        if (count == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(count));
        if (bytes.size() > size_max) {
            return Error{ErrorCode::file_too_large, {path.string(), std::to_string(size_max)}};
        }
    }
}

Status replace_file(fs::path const& path, std::string_view bytes) {
    fs::path const beside = path.string() + ".new";
    OpenFile file(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    if (!file.is_open()) return disk_error(path, errno);
    bool const is_written = write_all(file.descriptor(), bytes) && ::fsync(file.descriptor()) == 0;
    int const write_error = errno;
    bool const is_closed = file.close();
    if (is_written && is_closed && std::rename(beside.c_str(), path.c_str()) == 0) return Done{};
    int const error_number = is_written ? errno : write_error;
    ::unlink(beside.c_str());
    return disk_error(path, error_number);
}

void sync_folder(fs::path const& folder) {
    OpenFile const file(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file.is_open()) ::fsync(file.descriptor());
}

}  // namespace zhitu::tools
