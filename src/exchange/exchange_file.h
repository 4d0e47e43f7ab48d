#pragma once

// The exchange file, kind "full": every change of a profile, with counts and heads, as one JSON
// file (storage.md 2.6), canonical. The same set of changes gives the same bytes but for `made`.
//
//   {"changes":[…],"counts":{"changes":n},"format":"zhitu-exchange","heads":{"<w>":[s,"<hex>"]},
//    "kind":"full","made":"2026-11-20","minv":1,"sig":null,"state":"<hex64>","v":1}

#include <string>
#include <string_view>
#include <vector>

#include "vault/ledger.h"
#include "vault/verify.h"

namespace zhitu::exchange {

// Changes stand by writer and sequence. Cost: O(bytes). Beyond limits::file_bytes_max read_full
// refuses the file.
std::string write_full(vault::Ledger const& ledger, std::string_view made);

struct ExchangeFile {
    std::string made;
    std::vector<vault::Change> changes;
    Digest state{};
};

// Errors: e_size, e_utf8, e_json …, e_version, e_kind, e_trunc (counts differ), e_body.
Result<ExchangeFile> read_full(std::string_view bytes);

// The changes of a file that read_full refuses, each as it stands there, so that what is broken can
// be named: cut where the canonical form of one begins. Whole files are to be read, not cut.
std::vector<vault::ChangePiece> change_pieces(std::string_view bytes);

// True when the bytes look like an exchange file, so that the open-files door can take it too: the
// word of its format stands in its first or last MiB. Cost: O(2 MiB), however large the file is.
bool is_exchange_file(std::string_view bytes);

}  // namespace zhitu::exchange
