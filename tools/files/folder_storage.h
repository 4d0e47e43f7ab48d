#pragma once

// vault::Storage over a folder of the file system, for the native tools.
//
//   FOLDER/.lock          held by the one writer (flock); others may read
//   FOLDER/.flush         a flush on its way: {"zhitu-flush" crc32c | puts | deletes}
//   FOLDER/p/main/j/…     the files; those under cold/ are read one by one, when asked for
//
// A flush is atomic by a redo file: its whole content is written to .flush.new, synced and renamed
// to .flush; from that moment it has happened. Then the files are replaced one by one (temporary
// file, rename) and .flush goes. Who opens the folder finishes a .flush that still stands there; a
// reader that may not write lays it over what it reads. A half-written .flush.new is passed over.
// When replacing fails half-way the flush is answered with the error, and completed before the next
// one begins.

#include <deque>
#include <filesystem>
#include <string>

#include "vault/storage.h"

namespace zhitu::tools {

class FolderStorage final : public vault::Storage {
public:
    // Makes the folder where it does not exist. What goes wrong is said by read_all.
    explicit FolderStorage(std::filesystem::path folder);
    ~FolderStorage() override;
    FolderStorage(FolderStorage const&) = delete;
    FolderStorage& operator=(FolderStorage const&) = delete;

    // Ascending by name. Files whose names are not those of vault/storage.h are not ours.
    Result<std::vector<vault::StoredFile>> read_all() override;
    void flush(vault::FlushRequest request) override;
    std::optional<vault::FlushAnswer> poll() override;
    bool is_writer() const override { return is_writer_; }
    bool can_read() const override { return true; }
    void read(std::string name) override;
    std::optional<vault::ReadAnswer> poll_read() override;

    // The name stays inside the folder: [a-z0-9/._-]{1,80}, no empty part, none that begins with
    // a point, and not the name of a temporary file (*.new).
    static bool is_name(std::string_view name);

private:
    std::optional<Error> carry_out(vault::FlushRequest const& request);
    std::optional<Error> apply(vault::FlushRequest const& request);

    std::filesystem::path folder_;
    int lock_ = -1;
    bool is_writer_ = false;
    std::optional<Error> open_error_{};
    std::optional<vault::FlushRequest> unfinished_{};
    std::deque<vault::FlushAnswer> answers_{};
    std::deque<vault::ReadAnswer> reads_{};
};

}  // namespace zhitu::tools
