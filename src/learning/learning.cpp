#include "learning/learning.h"


#include "base/sort.h"

namespace zhitu::learning {

namespace {

constexpr char const* enrolled_word = "learner_enrolled";
constexpr char const* withdrawn_word = "learner_withdrawn";
constexpr char const* unit_word = "unit_finished";
constexpr char const* finished_word = "course_finished";
constexpr char const* dismissed_word = "course_dismissed";
constexpr char const* restored_word = "course_restored";
constexpr char const* interaction_word = "interaction_recorded";

Json event_json(char const* word, CourseId course, std::string const& on) {
    Json value = Json::object();
    value.set("k", word);
    value.set("course", to_text(course));
    value.set("on", on);
    return value;
}

struct ReadEvent {
    std::string word;
    CourseId course;
    UnitId unit;
    std::string on;
    std::string reason;
    std::string note;
    std::string kind;
};

bool read_event(Json const& json, ReadEvent& out) {
    Json const* word = json.find("k");
    Json const* course = json.find("course");
    if (word == nullptr || course == nullptr) return false;
    if (Json const* on = json.find("on")) vault::value_from_json(*on, out.on);
    if (Json const* unit = json.find("unit")) vault::value_from_json(*unit, out.unit);
    if (Json const* reason = json.find("reason")) vault::value_from_json(*reason, out.reason);
    if (Json const* note = json.find("note")) vault::value_from_json(*note, out.note);
    if (Json const* kind = json.find("kind")) vault::value_from_json(*kind, out.kind);
    return vault::value_from_json(*word, out.word) && vault::value_from_json(*course, out.course);
}

void note_date(Enrolment& enrolment, std::string const& on) {
    if (on.empty()) return;
    if (enrolment.first.empty() || on < enrolment.first) enrolment.first = on;
}

void set_status(Enrolment& enrolment, EnrolmentStatus status, std::string const& on) {
    note_date(enrolment, on);
    enrolment.status = status;
    enrolment.since = on;
}

// Total: a finished unit without enrolment (its op may still be on the way) enrols.
void fold(std::map<CourseId, Enrolment>& enrolments, ReadEvent const& event) {
    if (event.word == enrolled_word) {
        set_status(enrolments[event.course], EnrolmentStatus::enrolled, event.on);
    } else if (event.word == withdrawn_word) {
        set_status(enrolments[event.course], EnrolmentStatus::withdrawn, event.on);
    } else if (event.word == finished_word) {
        set_status(enrolments[event.course], EnrolmentStatus::finished, event.on);
    } else if (event.word == unit_word) {
        auto const [place, is_new] = enrolments.try_emplace(event.course);
        if (is_new) place->second.since = event.on;
        note_date(place->second, event.on);
        place->second.units_finished.insert(event.unit);
    }
}

// A reason of a newer version counts as another one.
void fold(std::map<CourseId, Dismissal>& dismissals, ReadEvent const& event) {
    if (event.word == restored_word) dismissals.erase(event.course);
    if (event.word != dismissed_word) return;
    DismissReason const reason =
        dismiss_reason_from_word(event.reason).value_or(DismissReason::other);
    dismissals[event.course] = {reason, event.on, event.note};
}

// Everything one person's events say.
struct Learner {
    std::map<CourseId, Enrolment> enrolments;
    std::map<CourseId, Dismissal> dismissals;
    std::vector<InteractionRecorded> interactions;
};

Learner learner_of(vault::Entity const& entity) {
    Learner learner;
    for (vault::Event const* event : entity.standing_events()) {
        ReadEvent read;
        if (!read_event(event->value, read)) continue;
        fold(learner.enrolments, read);
        fold(learner.dismissals, read);
        if (read.word != interaction_word) continue;
        learner.interactions.push_back({read.course, read.kind, read.on});
    }
    sort_list(learner.interactions, [](auto const& a, auto const& b) { return a.on < b.on; });
    return learner;
}

template <class Map, class Value>
void put_or_forget(Map& map, PersonId person, Value value) {
    map.erase(person);
    if (!value.empty()) map.emplace(person, std::move(value));
}

}  // namespace

char const* to_word(DismissReason reason) {
    switch (reason) {
        case DismissReason::known_already: return "known_already";
        case DismissReason::not_relevant: return "not_relevant";
        case DismissReason::too_long: return "too_long";
        case DismissReason::too_expensive: return "too_expensive";
        case DismissReason::other: return "other";
    }
    return "other";
}

std::optional<DismissReason> dismiss_reason_from_word(std::string_view word) {
    for (DismissReason reason : dismiss_reasons) {
        if (word == to_word(reason)) return reason;
    }
    return std::nullopt;
}

RawId recommendation_id(PersonId person, CourseId course) {
    return natural_id(recommendation_kind, to_text(person) + "\n" + to_text(course));
}

void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity) {
    if (entity != nullptr && entity->is_deleted) entity = nullptr;
    if (key.kind == recommendation_kind) {
        state.recommendations.erase(key.id);
        if (entity != nullptr) vault::decode_fields(*entity, state.recommendations[key.id]);
    }
    if (key.kind != learning_kind) return;
    PersonId const person{key.id};
    Learner learner = entity == nullptr ? Learner{} : learner_of(*entity);
    put_or_forget(state.enrolments, person, std::move(learner.enrolments));
    put_or_forget(state.dismissals, person, std::move(learner.dismissals));
    put_or_forget(state.interactions, person, std::move(learner.interactions));
}

bool is_taken(State const& state, PersonId person, CourseId course) {
    Enrolment const* enrolment = find_enrolment(state, person, course);
    return enrolment != nullptr && enrolment->status != EnrolmentStatus::withdrawn;
}

Enrolment const* find_enrolment(State const& state, PersonId person, CourseId course) {
    auto const of_person = state.enrolments.find(person);
    if (of_person == state.enrolments.end()) return nullptr;
    auto const found = of_person->second.find(course);
    return found == of_person->second.end() ? nullptr : &found->second;
}

bool is_dismissed(State const& state, PersonId person, CourseId course) {
    return find_dismissal(state, person, course) != nullptr;
}

Dismissal const* find_dismissal(State const& state, PersonId person, CourseId course) {
    auto const of_person = state.dismissals.find(person);
    if (of_person == state.dismissals.end()) return nullptr;
    auto const found = of_person->second.find(course);
    return found == of_person->second.end() ? nullptr : &found->second;
}

vault::Op event_op(PersonId person, LearnerEnrolled const& event) {
    Json value = event_json(enrolled_word, event.course, event.on);
    return vault::evt_op(learning_key(person), std::move(value), person.raw);
}

vault::Op event_op(PersonId person, LearnerWithdrawn const& event) {
    Json value = event_json(withdrawn_word, event.course, event.on);
    return vault::evt_op(learning_key(person), std::move(value), person.raw);
}

vault::Op event_op(PersonId person, UnitFinished const& event) {
    Json value = event_json(unit_word, event.course, event.on);
    value.set("unit", to_text(event.unit));
    return vault::evt_op(learning_key(person), std::move(value), person.raw);
}

vault::Op event_op(PersonId person, CourseFinished const& event) {
    Json value = event_json(finished_word, event.course, event.on);
    return vault::evt_op(learning_key(person), std::move(value), person.raw);
}

vault::Op event_op(PersonId person, CourseDismissed const& event) {
    Json value = event_json(dismissed_word, event.course, event.on);
    value.set("reason", to_word(event.reason));
    if (!event.note.empty()) value.set("note", event.note);
    return vault::evt_op(learning_key(person), std::move(value), person.raw);
}

vault::Op event_op(PersonId person, CourseRestored const& event) {
    Json value = event_json(restored_word, event.course, event.on);
    return vault::evt_op(learning_key(person), std::move(value), person.raw);
}

vault::Op event_op(PersonId person, InteractionRecorded const& event) {
    Json value = event_json(interaction_word, event.course, event.on);
    if (!event.kind.empty()) value.set("kind", event.kind);
    return vault::evt_op(learning_key(person), std::move(value), person.raw);
}

}  // namespace zhitu::learning
