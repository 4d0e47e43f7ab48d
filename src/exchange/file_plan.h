#pragma once

// How a foreign file is to be read, and what was found in it. A plan starts empty: everything is
// detected; the dialog shows the reading, somebody changes it, and the changed plan is carried out
// in a new run. Remembered plans are kept by signature.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::exchange {

enum class Encoding : std::uint8_t { utf8, utf16_little, utf16_big, gb18030 };

enum class FileKind : std::uint8_t {
    unknown,
    // CSV, or JSON: an array of objects
    courses,
    people,
    enrolments,
    interactions,  // user, item, and a time where there is one
    // JSON objects
    roles,     // {role: [{skill, priority}]}
    synonyms,  // {skill: [[synonym, weight]]}
};

struct FilePlan {
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<FileKind> kind;
    // Field of ours -> column of the file, by its name in the header; an empty name: passed over.
    // Fields that are not here are matched by name. Fields of another kind count for nothing; who
    // changes the kind clears this.
    std::map<std::string, std::string> columns;
    // Source -> ISO 4217 of its prices; empty: its prices are left out. Sources that are not here
    // have the currency that is known of them, or none.
    std::map<std::string, std::string> currencies;
    bool is_repaired = false;  // double-decoded text is put right
    friend bool operator==(FilePlan const&, FilePlan const&) = default;
};

// One column of the file.
struct ColumnReading {
    std::string name;                  // as in the header
    std::string field;                 // of ours; empty: passed over
    // The first three cells that hold something, of the first 50 rows, shortened.
    std::vector<std::string> samples;
    friend bool operator==(ColumnReading const&, ColumnReading const&) = default;
};

// One source of courses and what its prices are in.
struct SourceReading {
    std::string source;
    std::uint64_t courses_count = 0;
    std::uint64_t prices_count = 0;  // known ones
    std::string currency;            // empty: unknown
    friend bool operator==(SourceReading const&, SourceReading const&) = default;
};

// Text whose UTF-8 bytes had been read as Latin-1 once.
struct Repairable {
    std::string field;  // of ours: "description", "title"
    std::uint64_t cells_count = 0;
    std::string before;  // of the first one, around the first difference
    std::string after;
    friend bool operator==(Repairable const&, Repairable const&) = default;
};

// What was taken for granted, with how often: of ratings and prices in all rows that were read, of
// hours and units in the courses that came in.
enum class Assumption : std::uint8_t {
    rating_zero_is_none,
    price_empty_is_unknown,
    price_zero_is_unknown,  // of a source that writes 0.0 for "not known"
    hours_missing,          // of courses: unknown, takes no part in the score
    one_unit,               // of courses: no units, so one
    count_,
};
inline constexpr std::size_t assumptions_count =
    static_cast<std::size_t>(Assumption::count_);

struct FileReading {
    std::string name;
    std::uint64_t size_bytes = 0;
    std::string signature;  // of the header, whatever the plan: such files are read alike next time
    Encoding encoding = Encoding::utf8;
    bool has_byte_order_mark = false;
    char delimiter = 0;  // 0: not a table
    FileKind kind = FileKind::unknown;
    std::uint64_t rows_count = 0;
    std::vector<ColumnReading> columns;
    std::vector<SourceReading> sources;  // of courses, ascending
    std::vector<Repairable> repairables;
    std::map<Assumption, std::uint64_t> assumptions;  // only those with a count
    FilePlan plan;  // as carried out: what was left open is filled in, all fields and currencies
    friend bool operator==(FileReading const&, FileReading const&) = default;
};

// The fields a plan may name for a kind, in the order the dialog shows them. Roles and synonyms
// have none.
struct PlanField {
    char const* name = "";
    bool is_required = false;
};
std::vector<PlanField> plan_fields(FileKind kind);

// Canonical JSON of a plan and back, for remembering it on this device.
std::string to_bytes(FilePlan const& plan);
std::optional<FilePlan> file_plan_from_bytes(std::string_view bytes);

}  // namespace zhitu::exchange
