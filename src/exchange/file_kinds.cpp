#include "exchange/file_kinds.h"

#include <algorithm>

#include "base/assert.h"
#include "exchange/course_file.h"
#include "exchange/enrolment_file.h"
#include "exchange/interaction_file.h"
#include "exchange/roster_file.h"

namespace zhitu::exchange {

namespace {

constexpr FileKind table_kinds[] = {FileKind::courses, FileKind::people, FileKind::enrolments,
                                    FileKind::interactions};
constexpr std::size_t complete_least = 2;  // known columns, all required ones among them
constexpr std::size_t partial_least = 3;

// 0: the header does not speak of these columns.
std::size_t score_of(std::vector<std::string> const& header, std::span<Column const> columns) {
    std::size_t known_count = 0;
    bool is_complete = true;
    for (Column const& column : columns) {
        auto const is_it = [&](std::string const& cell) { return is_named(column, cell); };
        bool const is_known = std::ranges::any_of(header, is_it);
        known_count += is_known;
        is_complete = is_complete && (is_known || !column.is_required);
    }
    if (known_count < (is_complete ? complete_least : partial_least)) return 0;
    return known_count + (is_complete ? header.size() : 0);
}

}  // namespace

std::span<Column const> columns_of(FileKind kind) {
    switch (kind) {
        case FileKind::courses: return course_columns();
        case FileKind::people: return roster_columns();
        case FileKind::enrolments: return enrolment_columns();
        case FileKind::interactions: return interaction_columns();
        case FileKind::roles:
        case FileKind::synonyms:
        case FileKind::unknown: break;
    }
    return {};
}

FileKind kind_of_header(std::vector<std::string> const& header) {
    FileKind best = FileKind::unknown;
    std::size_t best_score = 0;
    for (FileKind const kind : table_kinds) {
        std::size_t const score = score_of(header, columns_of(kind));
        if (score > best_score) best = kind;
        best_score = std::max(best_score, score);
    }
    return best;
}

std::unique_ptr<RowTaker> make_taker(FileKind kind, FilePlan const& plan) {
    switch (kind) {
        case FileKind::courses: return make_course_taker(plan);
        case FileKind::people: return make_roster_taker();
        case FileKind::enrolments: return make_enrolment_taker();
        case FileKind::interactions: return make_interaction_taker();
        case FileKind::roles:
        case FileKind::synonyms:
        case FileKind::unknown: break;
    }
    ZT_ASSERT(false);
    return nullptr;
}

}  // namespace zhitu::exchange
