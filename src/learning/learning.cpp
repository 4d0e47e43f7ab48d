#include "learning/learning.h"

namespace zhitu::learning {

namespace {

constexpr char const* enrolled_word = "learner_enrolled";
constexpr char const* withdrawn_word = "learner_withdrawn";
constexpr char const* unit_word = "unit_finished";
constexpr char const* finished_word = "course_finished";

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
};

bool read_event(Json const& json, ReadEvent& out) {
    Json const* word = json.find("k");
    Json const* course = json.find("course");
    if (word == nullptr || course == nullptr) return false;
    if (Json const* on = json.find("on")) vault::value_from_json(*on, out.on);
    if (Json const* unit = json.find("unit")) vault::value_from_json(*unit, out.unit);
    return vault::value_from_json(*word, out.word) && vault::value_from_json(*course, out.course);
}

void set_status(Enrolment& enrolment, EnrolmentStatus status, std::string const& on) {
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
        place->second.units_finished.insert(event.unit);
    }
}

}  // namespace

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
    state.enrolments.erase(person);
    if (entity == nullptr) return;
    std::map<CourseId, Enrolment> enrolments;
    for (vault::Event const* event : entity->standing_events()) {
        ReadEvent read;
        if (read_event(event->value, read)) fold(enrolments, read);
    }
    if (!enrolments.empty()) state.enrolments[person] = std::move(enrolments);
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

}  // namespace zhitu::learning
