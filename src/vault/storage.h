#pragma once

// The port to bytes that outlast the program. Four implementations pass one contract suite:
// memory and failing (vault/memory_storage.h), a folder (tools/), IndexedDB (wasm/).
//
// A flush is atomic: all puts and deletes, or none. It is answered later, exactly once and in
// order, through poll(): the shell drains answers at the next frame. Names are relative
// ("p/main/j/00000001"), [a-z0-9/._-]{1,80}. A flush names a file once; deleting one that is not
// there is fine. Files under "cold/" take part in flushes like others, but are not read at the
// start: they may be many.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace zhitu::vault {

using Bytes = std::string;  // octets
// Parts of a snapshot by label, [a-z0-9-]{1,20}.
using Parts = std::map<std::string, Bytes, std::less<>>;

// Whether a storage takes the name.
bool is_file_name(std::string_view name);

struct StoredFile {
    std::string name;
    Bytes bytes;
};

struct FlushRequest {
    std::uint64_t ticket = 0;  // chosen by the caller, comes back in the answer
    std::vector<StoredFile> puts;
    std::vector<std::string> deletes;
};

struct FlushAnswer {
    std::uint64_t ticket = 0;
    std::optional<Error> error;  // empty: on disk. e_quota, e_fenced, storage_failed otherwise
};

struct ReadAnswer {
    std::string name;
    std::optional<Bytes> bytes;  // empty: not there, or it cannot be read
};

class Storage {
public:
    virtual ~Storage() = default;
    // All hot files by name, as of opening. Errors: storage_missing, storage_failed.
    virtual Result<std::vector<StoredFile>> read_all() = 0;
    // Never blocks. Requires is_writer().
    virtual void flush(FlushRequest request) = 0;
    virtual std::optional<FlushAnswer> poll() = 0;
    // False: another tab writes; everything can be read, nothing flushed.
    virtual bool is_writer() const = 0;
    // Whether single files can be read; without, nothing is made cold.
    virtual bool can_read() const { return false; }
    // One file as it is on disk now, hot or cold; answered once and in order through poll_read.
    // Requires can_read().
    virtual void read(std::string name) { ZT_ASSERT(name.empty()); }
    virtual std::optional<ReadAnswer> poll_read() { return std::nullopt; }
};

}  // namespace zhitu::vault
