#include "ui/words.h"

#include <array>
#include <span>
#include <vector>

#include "base/assert.h"

namespace zhitu::ui {

namespace {

struct Entry {
    char const* zh;
    char const* en;
};

constexpr Entry entries[] = {
#define ZT_WORD(name, zh, en) {zh, en},
#include "ui/words.inc"
#undef ZT_WORD
};
// For tests: where nobody asks for names, the linker leaves them out.
constexpr char const* names[] = {
#define ZT_WORD(name, zh, en) #name,
#include "ui/words.inc"
#undef ZT_WORD
};
static_assert(std::size(entries) == words_count);

// In the order of ErrorCode.
constexpr std::array error_words = {
    Word::error_not_found, Word::error_already_exists, Word::error_empty_field,
    Word::error_too_long, Word::error_bad_value, Word::error_out_of_range, Word::error_cycle,
    Word::error_not_allowed, Word::error_nothing_to_undo, Word::error_overtaken,
    Word::error_past_is_fixed, Word::error_read_only, Word::error_unsaved,
    Word::error_file_too_large, Word::error_file_unknown, Word::error_bad_header,
    Word::error_bad_row, Word::error_not_text, Word::error_e_size, Word::error_e_utf8,
    Word::error_e_json, Word::error_e_depth, Word::error_e_dupkey, Word::error_e_num,
    Word::error_e_canon, Word::error_e_version, Word::error_e_chain, Word::error_e_fork,
    Word::error_e_gap, Word::error_e_body, Word::error_e_trunc, Word::error_e_field,
    Word::error_e_clock, Word::error_e_kind, Word::error_e_quota, Word::error_e_fenced,
    Word::error_e_busy, Word::error_storage_missing, Word::error_storage_failed,
    Word::error_job_failed, Word::error_cancelled,
};
static_assert(error_words.size() == static_cast<std::size_t>(ErrorCode::cancelled) + 1);

struct FieldWord {
    std::string_view field;
    Word word;
};
constexpr FieldWord field_words[] = {
    {"course", Word::thing_course},     {"person", Word::thing_person},
    {"skill", Word::thing_skill},       {"unit", Word::thing_unit},
    {"role", Word::thing_role},         {"team", Word::thing_team},
    {"login", Word::field_login},       {"name", Word::field_name},
    {"name_zh", Word::field_name_zh},   {"name_en", Word::field_name_en},
    {"email", Word::field_email},       {"access", Word::field_access},
    {"title", Word::field_title},       {"title_zh", Word::field_title_zh},
    {"title_en", Word::field_title_en}, {"summary_zh", Word::field_summary},
    {"summary_en", Word::field_summary}, {"url", Word::field_url},
    {"source", Word::field_source},     {"level", Word::field_level},
    {"duration_minutes", Word::field_hours}, {"hours", Word::field_hours},
    {"price_minor", Word::field_price},
    {"domain", Word::field_domain},     {"teaches", Word::field_skill},
    {"prerequisites", Word::prerequisites_heading},
    {"synonym", Word::thing_synonym},   {"weight", Word::field_weight},
    {"enrolment", Word::thing_enrolment}, {"on", Word::field_on},
    {"note", Word::field_note},
    // Columns of files
    {"courses", Word::things_courses},  {"people", Word::things_people},
    {"author", Word::field_author},     {"author_zh", Word::field_author},
    {"author_en", Word::field_author},  {"students", Word::field_students},
    {"learners_count", Word::field_students}, {"rating", Word::field_rating},
    {"rating_millionths", Word::field_rating}, {"difficulty", Word::field_difficulty},
    {"skills", Word::field_skills},     {"description", Word::field_description},
    {"price", Word::field_money},       {"department", Word::field_department},
    {"department_zh", Word::field_department}, {"department_en", Word::field_department},
    {"manager_login", Word::field_manager}, {"manager", Word::field_manager},
    {"job_title", Word::field_job_title}, {"weekly_hours", Word::field_weekly_hours},
    {"weekly_minutes", Word::field_weekly_hours}, {"budget", Word::field_budget},
    {"budget_minor", Word::field_budget}, {"currency", Word::field_currency},
    {"status", Word::field_status},     {"date", Word::field_date},
    {"time", Word::field_time},         {"user", Word::field_user},
    {"item", Word::field_item},         {"needs", Word::field_needs},
    {"synonyms", Word::field_synonyms}, {"priority", Word::field_priority},
    {"units", Word::field_units},
};

// What a value may be, and what is wrong with a row, as exchange/ names it.
constexpr FieldWord allowed_words[] = {
    {"number", Word::allowed_number},       {"no blanks", Word::allowed_no_blanks},
    {"list", Word::allowed_list},           {"beginner..advanced", Word::allowed_difficulty},
    {"https", Word::allowed_url},           {"['a', 'b']", Word::allowed_skill_list},
    {"unclosed_quote", Word::fault_unclosed_quote},
    {"stray_quote", Word::fault_stray_quote},
    {"more_cells_than_columns", Word::fault_too_many_cells},
};

std::string known_text(std::span<FieldWord const> words, std::string_view name,
                       Language language) {
    for (FieldWord const& known : words) {
        if (known.field == name) return text_of(known.word, language);
    }
    return std::string(name);
}

// Fields and kinds have words; file names, columns and values stand as they are.
std::string argument_text(Error const& error, std::size_t index, Language language) {
    std::string const& argument = error.arguments[index];
    bool const is_allowed = error.code == ErrorCode::bad_value && index == 2;
    if (is_allowed || error.code == ErrorCode::bad_row) {
        return known_text(allowed_words, argument, language);
    }
    bool const is_value = index == 1 && (error.code == ErrorCode::bad_value ||
                                         error.code == ErrorCode::already_exists);
    return is_value ? argument : field_text(argument, language);
}

std::string fill_all(std::string_view pattern, std::vector<std::string> const& arguments) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        bool const is_slot = pattern[i] == '{' && i + 2 < pattern.size() &&
                             pattern[i + 1] >= '0' && pattern[i + 1] <= '9' &&
                             pattern[i + 2] == '}';
        if (!is_slot) {
            out += pattern[i];
            continue;
        }
        auto const index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index < arguments.size()) out += arguments[index];
        i += 2;
    }
    return out;
}

}  // namespace

char const* text_of(Word word, Language language) {
    ZT_ASSERT(word < Word::count_);
    Entry const& entry = entries[static_cast<std::size_t>(word)];
    return language == Language::zh ? entry.zh : entry.en;
}

char const* name_of(Word word) {
    ZT_ASSERT(word < Word::count_);
    return names[static_cast<std::size_t>(word)];
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
    return fill_all(pattern, std::vector<std::string>(arguments.begin(), arguments.end()));
}

std::string field_text(std::string_view field, Language language) {
    return known_text(field_words, field, language);
}

std::string sentence(Error const& error, Language language) {
    auto const index = static_cast<std::size_t>(error.code);
    if (index >= error_words.size()) return text_of(Word::error_e_kind, language);
    std::vector<std::string> arguments;
    for (std::size_t i = 0; i < error.arguments.size(); ++i) {
        arguments.push_back(argument_text(error, i, language));
    }
    return fill_all(text_of(error_words[index], language), arguments);
}

}  // namespace zhitu::ui
