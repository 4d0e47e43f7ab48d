#pragma once

// Words of the terminal, in English. The page has its own (src/ui).

#include <string>

#include "app/advice.h"
#include "app/import_proposal.h"
#include "app/source_case.h"
#include "app/why_not.h"

namespace zhitu::tools {

// One sentence without a full stop, for every code.
std::string sentence(Error const& error);

// "courses.csv, row 7, title [https://…]: the field title is empty"
std::string sentence(exchange::Refusal const& refusal);

// "3 courses", "1 course"
std::string counted(std::size_t count, char const* thing);

// "3 changes let go: …\n" of those that waited longest; nothing for none.
std::string let_go_line(std::uint64_t count);

// One side of a name; English first.
std::string one_name(LocalText const& name);
// "王伟 (Wang Wei)" where both sides are there.
std::string both_names(LocalText const& name);

char const* word(app::Thing thing);  // of many: "courses"
char const* sentence(exchange::Assumption assumption);
char const* word(exchange::FileKind kind);
char const* word(recommend::Reason reason);
char const* word(app::Lever lever);
char const* word(app::Standing standing);      // for programs
char const* sentence(app::Standing standing);  // for people; empty: its rank says it
// What counts as relevant when the company's own list is measured.
char const* own_list_relevance();
char const* word(app::Relevance relevance);
char const* word(app::AdviceStatus status);      // for programs
char const* sentence(app::AdviceStatus status);  // for people

}  // namespace zhitu::tools
