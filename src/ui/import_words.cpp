#include "ui/import_words.h"

#include <array>
#include <optional>
#include <vector>

#include "ui/format.h"

namespace zhitu::ui {

namespace {

struct ThingWords {
    Word name;
    Word one;
    Word many;
};
// In the order of app::Thing.
constexpr std::array<ThingWords, app::things_count> thing_words = {{
    {Word::things_courses, Word::one_course, Word::n_courses},
    {Word::things_skills, Word::one_skill, Word::n_skills},
    {Word::things_roles, Word::one_role, Word::n_roles},
    {Word::things_teams, Word::one_team, Word::n_teams},
    {Word::things_people, Word::one_person, Word::n_people},
    {Word::things_statements, Word::one_statement, Word::n_statements},
    {Word::things_enrolments, Word::one_enrolment, Word::n_enrolments},
    {Word::things_interactions, Word::one_interaction, Word::n_interactions},
}};

ThingWords const& words_of(app::Thing thing) {
    return thing_words[static_cast<std::size_t>(thing)];
}

std::string count_of(std::uint64_t count) { return count_text(static_cast<std::int64_t>(count)); }

std::string joined(std::vector<std::string> const& parts, Language language) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        bool const is_last = i + 1 == parts.size();
        if (i > 0) out += text_of(is_last ? Word::list_and : Word::list_comma, language);
        out += parts[i];
    }
    return out;
}

// "697 courses, 60 roles and 50 people", or nothing.
std::string list_of(app::ImportProposal const& proposal, std::uint64_t app::ThingCounts::*count,
                    Language language) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < app::things_count; ++i) {
        std::uint64_t const value = proposal.counts[i].*count;
        if (value == 0) continue;
        parts.push_back(counted_text(static_cast<app::Thing>(i), value, language));
    }
    return joined(parts, language);
}

struct ChangeWords {
    Word adds;
    Word changes;
    Word both;
};

std::string changes_text(app::ImportProposal const& proposal, ChangeWords const& words,
                         Language language) {
    std::string const added = list_of(proposal, &app::ThingCounts::added, language);
    std::string const changed = list_of(proposal, &app::ThingCounts::changed, language);
    if (changed.empty()) return fill(text_of(words.adds, language), {added});
    if (added.empty()) return fill(text_of(words.changes, language), {changed});
    return fill(text_of(words.both, language), {added, changed});
}

void add_sentence(std::string& text, std::string_view next, Language language) {
    if (!text.empty() && language == Language::en) text += ' ';
    text += next;
}

std::optional<Word> remedy_of(exchange::Refusal const& refusal) {
    switch (refusal.why.code) {
    case ErrorCode::empty_field: return Word::remedy_fill;
    case ErrorCode::too_long: return Word::remedy_shorten;
    case ErrorCode::bad_value:
    case ErrorCode::out_of_range:
    case ErrorCode::e_field: return Word::remedy_value;
    case ErrorCode::already_exists: return Word::remedy_double;
    case ErrorCode::bad_row: return Word::remedy_row;
    case ErrorCode::not_found: return Word::remedy_missing;
    case ErrorCode::cycle: return Word::remedy_cycle;
    case ErrorCode::bad_header: return Word::remedy_header;
    case ErrorCode::file_unknown: return Word::remedy_kind;
    case ErrorCode::not_text:
    case ErrorCode::e_utf8: return Word::remedy_encoding;
    case ErrorCode::e_size: return Word::remedy_split;
    case ErrorCode::file_too_large: return std::nullopt;  // its sentence says what to do
    default: break;
    }
    return refusal.row == 0 ? Word::remedy_file : Word::remedy_other;
}

Word outcome_of(exchange::Refusal const& warning) {
    if (warning.why.code == ErrorCode::already_exists) return Word::taken_merged;
    if (warning.why.code == ErrorCode::too_long) return Word::taken_shortened;
    return Word::taken_empty;
}

std::string reason_of(exchange::Refusal const& refusal, Language language) {
    if (refusal.why.code != ErrorCode::cycle) return sentence(refusal.why, language);
    std::string const circle =
        refusal.why.arguments.empty() ? refusal.value : refusal.why.arguments.front();
    return fill(text_of(Word::import_cycle, language), {circle});
}

}  // namespace

Word kind_word(exchange::FileKind kind) {
    switch (kind) {
    case exchange::FileKind::unknown: break;
    case exchange::FileKind::courses: return Word::kind_courses;
    case exchange::FileKind::people: return Word::kind_people;
    case exchange::FileKind::enrolments: return Word::kind_enrolments;
    case exchange::FileKind::interactions: return Word::kind_interactions;
    case exchange::FileKind::roles: return Word::kind_roles;
    case exchange::FileKind::synonyms: return Word::kind_synonyms;
    }
    return Word::kind_unknown;
}

Word thing_word(app::Thing thing) { return words_of(thing).name; }

Word assumption_word(exchange::Assumption assumption) {
    constexpr std::array<Word, exchange::assumptions_count> words = {
        Word::assume_rating_zero, Word::assume_price_empty, Word::assume_price_zero,
        Word::assume_hours, Word::assume_one_unit,
    };
    return words[static_cast<std::size_t>(assumption)];
}

std::string encoding_text(exchange::Encoding encoding) {
    switch (encoding) {
    case exchange::Encoding::utf8: break;
    case exchange::Encoding::utf16_little: return "UTF-16 LE";
    case exchange::Encoding::utf16_big: return "UTF-16 BE";
    case exchange::Encoding::gb18030: return "GB18030";
    }
    return "UTF-8";
}

std::string delimiter_text(char delimiter, Language language) {
    switch (delimiter) {
    case ',': return text_of(Word::delimiter_comma, language);
    case ';': return text_of(Word::delimiter_semicolon, language);
    case '\t': return text_of(Word::delimiter_tab, language);
    default: return std::string(1, delimiter);
    }
}

std::string size_text(std::uint64_t size_bytes, Language language) {
    auto const size = static_cast<double>(size_bytes);
    if (size_bytes < 1'000) {
        return fill(text_of(Word::bytes_size, language), {count_of(size_bytes)});
    }
    if (size_bytes < 1'000'000) return fixed_text(size / 1e3, 0) + " kB";
    return fixed_text(size / 1e6, 1) + " MB";
}

std::string counted_text(app::Thing thing, std::uint64_t count, Language language) {
    ThingWords const& words = words_of(thing);
    return fill(text_of(count == 1 ? words.one : words.many, language), {count_of(count)});
}

std::string proposal_text(app::ImportProposal const& proposal, Language language) {
    std::string text;
    if (proposal.has_changes()) {
        text = changes_text(proposal, {Word::import_adds, Word::import_changes,
                                       Word::import_adds_changes}, language);
    } else {
        bool const is_known = has_known_things(proposal);
        text = text_of(is_known ? Word::import_no_change : Word::nothing_to_apply, language);
    }
    if (proposal.refusals_count == 1) {
        add_sentence(text, text_of(Word::import_refused_one, language), language);
    } else if (proposal.refusals_count > 1) {
        add_sentence(text, fill(text_of(Word::import_refused_some, language),
                                {count_of(proposal.refusals_count)}), language);
    }
    if (!proposal.has_changes()) return text;
    add_sentence(text, text_of(Word::import_not_yet, language), language);
    return text;
}

std::string applied_text(app::ImportProposal const& proposal, Language language) {
    return changes_text(proposal, {Word::import_added, Word::import_changed,
                                   Word::import_added_changed}, language);
}

bool has_known_things(app::ImportProposal const& proposal) {
    for (app::ThingCounts const& counts : proposal.counts) {
        if (counts.same > 0) return true;
    }
    return false;
}

std::string refusal_text(exchange::Refusal const& refusal, Language language) {
    std::string text = reason_of(refusal, language);
    auto const remedy = remedy_of(refusal);
    if (remedy) add_sentence(text, text_of(*remedy, language), language);
    return text;
}

std::string warning_text(exchange::Refusal const& warning, Language language) {
    std::string text = reason_of(warning, language);
    add_sentence(text, text_of(outcome_of(warning), language), language);
    return text;
}

}  // namespace zhitu::ui
