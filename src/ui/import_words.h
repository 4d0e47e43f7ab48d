#pragma once

// What an import says: what it would do in one sentence, why a row was refused and what to do
// about it, and the names of what a file may be.

#include <string>

#include "app/import_proposal.h"
#include "ui/words.h"

namespace zhitu::ui {

Word kind_word(exchange::FileKind kind);
Word thing_word(app::Thing thing);           // "Courses"
Word assumption_word(exchange::Assumption assumption);
std::string encoding_text(exchange::Encoding encoding);   // "UTF-16 LE": names, in no language
std::string delimiter_text(char delimiter, Language language);
std::string size_text(std::uint64_t size_bytes, Language language);  // 922,696: "923 kB"

// "697 courses", "1 course".
std::string counted_text(app::Thing thing, std::uint64_t count, Language language);

// "This adds 697 courses, 60 roles and 50 people. 16 rows cannot be read. Nothing changes until you
// apply."
std::string proposal_text(app::ImportProposal const& proposal, Language language);
// "Added 697 courses, 60 roles and 50 people."
std::string applied_text(app::ImportProposal const& proposal, Language language);

// Some of what the files hold is here already.
bool has_known_things(app::ImportProposal const& proposal);

// The reason and what to do about it; of warnings, what was done instead. Total: every code.
std::string refusal_text(exchange::Refusal const& refusal, Language language);
std::string warning_text(exchange::Refusal const& warning, Language language);

}  // namespace zhitu::ui
