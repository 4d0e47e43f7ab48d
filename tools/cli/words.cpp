#include "tools/cli/words.h"

#include <cstring>

namespace zhitu::tools {

namespace {

// `%0`, `%1`, `%2` stand for the error's arguments.
char const* pattern(ErrorCode code) {
    switch (code) {
        case ErrorCode::not_found: return "there is no such %0: %1";
        case ErrorCode::already_exists: return "there is already a %0 %1";
        case ErrorCode::empty_field: return "the field %0 is empty";
        case ErrorCode::too_long: return "the field %0 has more than %1 characters";
        case ErrorCode::bad_value: return "%0 cannot be %1; allowed: %2";
        case ErrorCode::out_of_range: return "%0 must be from %1 to %2";
        case ErrorCode::cycle: return "this would close a circle: %0";
        case ErrorCode::not_allowed: return "the %0 may be recorded by the person, their manager "
                                            "or a training admin only";
        case ErrorCode::nothing_to_undo: return "there is nothing to undo";
        case ErrorCode::overtaken: return "it has been changed again since, so it stays";
        case ErrorCode::past_is_fixed: return "the past cannot be changed";
        case ErrorCode::read_only: return "another program writes to this folder";
        case ErrorCode::unsaved: return "%0 changes could not be saved; no more are taken";
        case ErrorCode::file_too_large: return "%0 is larger than %1 bytes";
        case ErrorCode::file_unknown: return "nothing in %0 that can be read; columns or JSON of "
                                             "courses, roles, synonyms or people are expected";
        case ErrorCode::bad_header: return "%0 lacks these columns, or has them twice: %1";
        case ErrorCode::bad_row: return "the row cannot be read: %0";
        case ErrorCode::not_text: return "%0 is no text in UTF-8, UTF-16 or GB18030";
        case ErrorCode::e_size: return "larger than anything that is read here";
        case ErrorCode::e_utf8: return "not UTF-8 at byte %0";
        case ErrorCode::e_json: return "not JSON at byte %0";
        case ErrorCode::e_depth: return "nested too deeply";
        case ErrorCode::e_dupkey: return "the key %0 stands there twice";
        case ErrorCode::e_num: return "not a whole number at byte %0";
        case ErrorCode::e_canon: return "not in canonical form";
        case ErrorCode::e_version: return "written by a newer version (%0)";
        case ErrorCode::e_chain: return "a change does not follow its predecessor";
        case ErrorCode::e_fork: return "one device wrote two different histories";
        case ErrorCode::e_gap: return "a change is missing";
        case ErrorCode::e_body: return "a change was altered after it was sealed";
        case ErrorCode::e_trunc: return "the file is cut off";
        case ErrorCode::e_field: return "the field %0 cannot be read";
        case ErrorCode::e_clock: return "a time lies outside of what is possible";
        case ErrorCode::e_kind: return "not a full exchange file (%0)";
        case ErrorCode::e_quota: return "the disk is full: %0";
        case ErrorCode::e_fenced: return "another program took over the folder: %0";
        case ErrorCode::e_busy: return "busy";
        case ErrorCode::storage_missing: return "no storage: %0";
        case ErrorCode::storage_failed: return "%0";
        case ErrorCode::job_failed: return "the work failed: %0";
        case ErrorCode::cancelled: return "cancelled";
    }
    return "an unknown error";
}

char const* row_word(std::string const& word) {
    if (word == "unclosed_quote") return "a quotation mark is not closed";
    if (word == "stray_quote") return "text stands behind a closing quotation mark";
    if (word == "more_cells_than_columns") return "more cells than the header has columns";
    return word.c_str();
}

std::string argument(Error const& error, std::size_t index) {
    if (index >= error.arguments.size()) return "?";
    std::string const& text = error.arguments[index];
    return error.code == ErrorCode::bad_row ? row_word(text) : text;
}

}  // namespace

std::string sentence(Error const& error) {
    std::string text;
    char const* const words = pattern(error.code);
    std::size_t const size = std::strlen(words);
    for (std::size_t i = 0; i < size; ++i) {
        bool const is_argument = words[i] == '%' && i + 1 < size;
        text += is_argument ? argument(error, static_cast<std::size_t>(words[i + 1] - '0'))
                            : std::string(1, words[i]);
        if (is_argument) ++i;
    }
    return text;
}

std::string sentence(exchange::Refusal const& refusal) {
    std::string text = refusal.file;
    if (refusal.row > 0) text += ", row " + std::to_string(refusal.row);
    if (!refusal.column.empty()) text += ", " + refusal.column;
    if (!refusal.value.empty()) text += " [" + refusal.value + "]";
    return text + ": " + sentence(refusal.why);
}

std::string counted(std::size_t count, char const* thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string let_go_line(std::uint64_t count) {
    if (count == 0) return {};
    return counted(count, "change") +
           " let go: too many were waiting; import the whole file of the other device again\n";
}

char const* word(app::Thing thing) {
    switch (thing) {
        case app::Thing::course: return "courses";
        case app::Thing::skill: return "skills";
        case app::Thing::role: return "roles";
        case app::Thing::team: return "teams";
        case app::Thing::person: return "people";
        case app::Thing::statement: return "statements";
        case app::Thing::enrolment: return "enrolments";
        case app::Thing::interaction: return "interactions";
        case app::Thing::count_: break;
    }
    return "?";
}

char const* sentence(exchange::Assumption assumption) {
    switch (assumption) {
        case exchange::Assumption::rating_zero_is_none: return "a rating of 0 is no rating";
        case exchange::Assumption::price_empty_is_unknown: return "no price is not free: unknown";
        case exchange::Assumption::price_zero_is_unknown:
            return "the source writes 0 for a price it does not know";
        case exchange::Assumption::hours_missing:
            return "no hours: unknown, takes no part in the score";
        case exchange::Assumption::one_unit: return "no units: one unit";
        case exchange::Assumption::count_: break;
    }
    return "?";
}

char const* word(exchange::FileKind kind) {
    switch (kind) {
        case exchange::FileKind::unknown: return "unknown";
        case exchange::FileKind::courses: return "courses";
        case exchange::FileKind::people: return "people";
        case exchange::FileKind::enrolments: return "enrolments";
        case exchange::FileKind::interactions: return "interactions";
        case exchange::FileKind::roles: return "roles";
        case exchange::FileKind::synonyms: return "synonyms";
    }
    return "?";
}

std::string one_name(LocalText const& name) { return name.en.empty() ? name.zh : name.en; }

std::string both_names(LocalText const& name) {
    if (name.zh.empty() || name.en.empty()) return one_name(name);
    return name.zh + " (" + name.en + ")";
}

char const* word(recommend::Reason reason) {
    switch (reason) {
        case recommend::Reason::gap: return "gap";
        case recommend::Reason::fit: return "fit";
        case recommend::Reason::quality: return "quality";
        case recommend::Reason::popularity: return "popularity";
        case recommend::Reason::price: return "price";
        case recommend::Reason::prerequisites: return "prerequisites";
        case recommend::Reason::clip: return "clip";
    }
    return "?";
}

char const* word(app::Lever lever) {
    switch (lever) {
        case app::Lever::rating: return "rating";
        case app::Lever::price: return "price";
        case app::Lever::weight: return "weight";
        case app::Lever::level: return "level";
        case app::Lever::prerequisite: return "prerequisite";
    }
    return "?";
}

char const* word(app::Standing standing) {
    switch (standing) {
        case app::Standing::listed: return "listed";
        case app::Standing::taken: return "taken";
        case app::Standing::dismissed: return "dismissed";
        case app::Standing::closes_nothing: return "closes_nothing";
        case app::Standing::no_course: return "no_course";
        case app::Standing::no_list: return "no_list";
    }
    return "?";
}

char const* sentence(app::Standing standing) {
    switch (standing) {
        case app::Standing::listed: return "";
        case app::Standing::taken: return "not in the list: it is taken already";
        case app::Standing::dismissed: return "not in the list: it was dismissed";
        case app::Standing::closes_nothing: return "not in the list: it closes no part of the gap";
        case app::Standing::no_course: return "not in the catalog";
        case app::Standing::no_list: return "there is no list";
    }
    return "?";
}

char const* own_list_relevance() {
    return "each course of the catalog that a person is enrolled in or has finished, without the "
           "worked case; the list is made as before the person's first enrolment, from statements "
           "dated earlier";
}

char const* word(app::Relevance relevance) {
    switch (relevance) {
        case app::Relevance::taken: return "taken";
        case app::Relevance::taken_score_half: return "taken, score >= 0.5";
        case app::Relevance::taken_skill_table: return "taken, skill table only";
        case app::Relevance::graded_good: return "good or better";
        case app::Relevance::graded_good_skill_table: return "good or better, skill table only";
        case app::Relevance::graded_good_score_half: return "good or better, score >= 0.5";
    }
    return "?";
}

char const* word(app::AdviceStatus status) {
    switch (status) {
        case app::AdviceStatus::ok: return "ok";
        case app::AdviceStatus::no_person: return "no_person";
        case app::AdviceStatus::no_role: return "no_role";
        case app::AdviceStatus::no_gap: return "no_gap";
        case app::AdviceStatus::no_course: return "no_course";
        case app::AdviceStatus::nothing_fits: return "nothing_fits";
    }
    return "?";
}

char const* sentence(app::AdviceStatus status) {
    switch (status) {
        case app::AdviceStatus::ok: return "best first";
        case app::AdviceStatus::no_person: return "nobody has this login";
        case app::AdviceStatus::no_role: return "the person has no role whose needs are known";
        case app::AdviceStatus::no_gap: return "the person has every skill of the role";
        case app::AdviceStatus::no_course: return "the catalog is empty";
        case app::AdviceStatus::nothing_fits: return "no course closes any part of the gap";
    }
    return "?";
}

}  // namespace zhitu::tools
