#pragma once

// Who takes which course and how far they are; what they were shown, want no more, or had
// recommended to them on record.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/limits.h"
#include "vault/fields.h"

namespace zhitu::learning {

inline constexpr char const* learning_kind = "learning";              // same id as the person's
inline constexpr char const* recommendation_kind = "recommendation";  // id: hash(person, course)

// The C++ names of the events of one learner. Dates are days as text, "2026-11-20".
struct LearnerEnrolled {
    CourseId course;
    std::string on;
};
struct LearnerWithdrawn {
    CourseId course;
    std::string on;
};
struct UnitFinished {
    CourseId course;
    UnitId unit;
    std::string on;
};
struct CourseFinished {
    CourseId course;
    std::string on;
};

// Why somebody wants to see a course no more.
enum class DismissReason : std::uint8_t {
    known_already,
    not_relevant,
    too_long,
    too_expensive,
    other,
};
inline constexpr DismissReason dismiss_reasons[] = {
    DismissReason::known_already, DismissReason::not_relevant, DismissReason::too_long,
    DismissReason::too_expensive, DismissReason::other};

char const* to_word(DismissReason reason);
std::optional<DismissReason> dismiss_reason_from_word(std::string_view word);

struct CourseDismissed {
    CourseId course;
    DismissReason reason = DismissReason::other;
    std::string on;
    std::string note;  // in the person's own words; may be empty
};
struct CourseRestored {
    CourseId course;
    std::string on;
};
// Something the person did with a course: "view", "click" or what a foreign log calls it.
struct InteractionRecorded {
    CourseId course;
    std::string kind;  // may be empty
    std::string on;    // may be empty: a log without times
    friend auto operator<=>(InteractionRecorded const&, InteractionRecorded const&) = default;
};

struct Dismissal {
    DismissReason reason = DismissReason::other;
    std::string on;
    std::string note;
    friend bool operator==(Dismissal const&, Dismissal const&) = default;
};

enum class EnrolmentStatus : std::uint8_t { enrolled, withdrawn, finished };

struct Enrolment {
    EnrolmentStatus status = EnrolmentStatus::enrolled;
    std::string since;  // date of the last change of status
    std::string first;  // earliest date of these events; empty: none has one
    std::set<UnitId> units_finished;
    friend bool operator==(Enrolment const&, Enrolment const&) = default;
};

// A recommendation on record (REC-2): unique for each pair. The product's own list is computed.
struct Recommendation {
    PersonId person;
    CourseId course;
    std::int64_t score_millionths = 0;
    std::string case_label;  // "S0-4.3" for the case of the sources
    friend bool operator==(Recommendation const&, Recommendation const&) = default;
};

struct State {
    std::map<PersonId, std::map<CourseId, Enrolment>> enrolments;
    std::map<PersonId, std::map<CourseId, Dismissal>> dismissals;      // not restored since
    std::map<PersonId, std::vector<InteractionRecorded>> interactions;  // by date, then arrival
    std::map<RawId, Recommendation> recommendations;
};

inline vault::EntityKey learning_key(PersonId id) { return {learning_kind, id.raw}; }
RawId recommendation_id(PersonId person, CourseId course);

void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity);

// Enrolled or finished: such a course is not recommended again.
bool is_taken(State const& state, PersonId person, CourseId course);
Enrolment const* find_enrolment(State const& state, PersonId person, CourseId course);
// Dismissed and not restored since: such a course is not recommended.
bool is_dismissed(State const& state, PersonId person, CourseId course);
Dismissal const* find_dismissal(State const& state, PersonId person, CourseId course);

vault::Op event_op(PersonId person, LearnerEnrolled const& event);
vault::Op event_op(PersonId person, LearnerWithdrawn const& event);
vault::Op event_op(PersonId person, UnitFinished const& event);
vault::Op event_op(PersonId person, CourseFinished const& event);
vault::Op event_op(PersonId person, CourseDismissed const& event);
vault::Op event_op(PersonId person, CourseRestored const& event);
vault::Op event_op(PersonId person, InteractionRecorded const& event);

template <class Visitor, class T>
    requires std::same_as<std::remove_const_t<T>, Recommendation>
void visit_fields(Visitor& v, T& recommendation) {
    v.value("person", recommendation.person, vault::Anything{});
    v.value("course", recommendation.course, vault::Anything{});
    v.value("score", recommendation.score_millionths, vault::Range{0, limits::million});
    v.value("case_label", recommendation.case_label, vault::TextBounds{limits::name_max});
}

}  // namespace zhitu::learning
