#pragma once

// What foreign files turned into: checked values of the areas' own structs, and every row that
// could not be read, with its number and reason. Nothing is applied yet.

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "catalog/catalog.h"
#include "exchange/file_plan.h"
#include "people/people.h"

namespace zhitu::exchange {

// A file as somebody gave it to us.
struct NamedBytes {
    std::string name;
    std::string bytes;
};

// One reason why something of a file was left out. A row has as many as there are reasons, behind
// each other.
struct Refusal {
    std::string file;
    std::uint64_t row = 0;  // of CSV: 1 is the header; of JSON: the n-th member; 0: the whole file
    std::string column;     // of JSON: the member or field
    std::string value;      // shortened to 80 code points, like the arguments of `why`
    // In warnings: already_exists = merged with what came before, too_long = shortened or left out,
    // everything else = left out. bad_row's word: unclosed_quote, stray_quote,
    // more_cells_than_columns.
    Error why;
    friend bool operator==(Refusal const&, Refusal const&) = default;
};

// Where a row stood and what it held, so that it can still be refused when the world is known.
struct RowOrigin {
    std::uint32_t file = 0;          // of ImportTable::readings
    std::uint64_t row = 0;           // as Refusal::row
    std::vector<std::string> cells;  // as they stood, by column of the file
    friend bool operator==(RowOrigin const&, RowOrigin const&) = default;
};

// A refused row on its way back to whoever can mend it.
struct RefusedRow {
    struct Reason {
        std::string column;
        Error why;
        friend bool operator==(Reason const&, Reason const&) = default;
    };
    RowOrigin origin;
    std::vector<Reason> reasons;  // at least one
    friend bool operator==(RefusedRow const&, RefusedRow const&) = default;
};

// One line of a roster; team, role and manager are still names, because they may stand in another
// file or further down.
struct RosterRow {
    people::Person person;  // team, role, manager empty
    LocalText team;
    LocalText department;
    std::string role_name;
    std::string manager_login;
    std::map<std::string, std::int64_t> skills;  // name -> self-assessed level 0..3
    RowOrigin origin;
    friend bool operator==(RosterRow const&, RosterRow const&) = default;
};

enum class EnrolmentStatus : std::uint8_t { enrolled, finished, withdrawn };

// Who takes which course; both are still names.
struct EnrolmentRow {
    std::string login;
    std::string course;  // url or title
    EnrolmentStatus status = EnrolmentStatus::enrolled;
    std::string date;  // "2026-11-20"; empty: not said
    RowOrigin origin;
    friend bool operator==(EnrolmentRow const&, EnrolmentRow const&) = default;
};

// Who had to do with what, as recommenders are trained on it.
struct InteractionRow {
    std::string user;
    std::string item;  // url or title of a course
    std::string date;  // "2026-11-20"; empty: not said
    RowOrigin origin;
    friend bool operator==(InteractionRow const&, InteractionRow const&) = default;
};

struct ImportTable {
    std::vector<FileReading> readings;  // one a file, in order
    std::map<SkillId, catalog::Skill> skills;
    std::map<CourseId, catalog::Course> courses;
    std::map<RoleId, people::Role> roles;
    std::vector<RosterRow> people;
    std::vector<EnrolmentRow> enrolments;
    std::vector<InteractionRow> interactions;
    std::vector<Refusal> refusals;  // why rows were left out, every reason of each
    std::vector<RefusedRow> refused_rows;  // in the order of refusals
    std::vector<Refusal> warnings;   // rows taken with a field left empty, or merged
    std::map<std::string, std::uint64_t> rows_read;  // by file

    bool is_empty() const {
        return skills.empty() && courses.empty() && roles.empty() && people.empty() &&
               enrolments.empty() && interactions.empty();
    }
    friend bool operator==(ImportTable const&, ImportTable const&) = default;
};

// Leaves a row out, now or because of what else is known later. Again for the same row: a further
// reason.
void refuse(ImportTable& table, RowOrigin origin, Refusal refusal);

// How many rows the first `count` refusals are about; a whole file is a row each time.
std::size_t count_rows(std::vector<Refusal> const& refusals, std::size_t count);

}  // namespace zhitu::exchange
