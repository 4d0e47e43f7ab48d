#pragma once

// What was learned, as judged: results of courses on an ordinal scale (ASM-4).

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "vault/fields.h"

namespace zhitu::assessment {

inline constexpr char const* results_kind = "results";  // same id as the person's

// Worst first. S0 names four grades without their order; 一般 is taken as below 中等.
enum class Grade : std::uint8_t { fail, fair, average, good, excellent };
inline constexpr Grade grades[] = {Grade::fail, Grade::fair, Grade::average, Grade::good,
                                   Grade::excellent};

inline bool is_pass(Grade grade) { return grade != Grade::fail; }
char const* to_word(Grade grade);
std::optional<Grade> grade_from_word(std::string_view word);

// The C++ name of an evt.
struct ResultRecorded {
    CourseId course;
    Grade grade = Grade::fail;
    std::string on;          // date
    std::string case_label;  // "S0-4.3" for the case of the sources
    friend bool operator==(ResultRecorded const&, ResultRecorded const&) = default;
};

struct State {
    std::map<PersonId, std::vector<ResultRecorded>> results;  // by date, then arrival
};

inline vault::EntityKey results_key(PersonId id) { return {results_kind, id.raw}; }

void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity);
// The person's results in one course, by date.
std::vector<ResultRecorded> results_in(State const& state, PersonId person, CourseId course);

vault::Op event_op(PersonId person, ResultRecorded const& event);

}  // namespace zhitu::assessment
