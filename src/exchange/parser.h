#pragma once

// The one way in for files of the outside world: told apart by what is in them, not by their names,
// and read some rows a step into one table.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/decoder.h"
#include "exchange/file_plan.h"
#include "exchange/file_reader.h"

namespace zhitu::exchange {

// Files are read in the given order, each in its encoding (encoding.h), CSV by the columns of its
// header (file_kinds.h), JSON by its shape: an array of objects is a table too, {role: [object]}
// are roles, {skill: [list]} synonyms. A file that cannot be read at all is one refusal of row 0:
// file_too_large, not_text, file_unknown, or the error of JSON; the others come in. Every file
// leaves a reading, also one that is refused. A JSON file is tokenised in a single step (measured
// natively: 12 MB in 0.17 s), CSV is read row by row.
//
// When all are read, managers who are their own managers by way of others lose theirs, with the
// warning `cycle` for every one of them.
class Parser {
public:
    // Plans are by file; files without one are read as they seem to be. `decoder` may be null
    // (then GB18030 is not_text) and must outlive the parser.
    explicit Parser(std::vector<NamedBytes> files, std::vector<FilePlan> plans = {},
                    Decoder const* decoder = nullptr);
    ~Parser();
    Parser(Parser&&) noexcept;
    Parser& operator=(Parser&&) noexcept;

    // Reads about `rows_max` more rows; false when all files are done. Requires rows_max >= 1.
    bool step(std::uint64_t rows_max);
    std::int64_t progress_millionths() const;  // of all bytes; never falls
    ImportTable take_table();                  // once, after step() returned false

private:
    void open_file();
    void open_json(std::string_view text);
    void refuse_file(Error why);
    void close_file();
    std::vector<NamedBytes> files_;
    std::vector<FilePlan> plans_;  // [files_]
    Decoder const* decoder_;
    std::size_t next_ = 0;  // of files_
    std::unique_ptr<FileReader> reader_;
    std::size_t bytes_done_ = 0;  // of the files before next_
    std::size_t bytes_all_ = 0;
    ImportTable table_{};
};

// All steps at once.
ImportTable parse_files(std::vector<NamedBytes> files, std::vector<FilePlan> plans = {},
                        Decoder const* decoder = nullptr);

}  // namespace zhitu::exchange
