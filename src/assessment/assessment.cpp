#include "assessment/assessment.h"


#include "base/sort.h"

namespace zhitu::assessment {

namespace {

constexpr char const* result_word = "result_recorded";

std::optional<ResultRecorded> read_result(Json const& json) {
    Json const* word = json.find("k");
    Json const* course = json.find("course");
    Json const* grade = json.find("grade");
    if (word == nullptr || course == nullptr || grade == nullptr) return {};
    if (word->as_string() == nullptr || *word->as_string() != result_word) return {};
    ResultRecorded event;
    std::string grade_word;
    if (!vault::value_from_json(*course, event.course)) return {};
    if (!vault::value_from_json(*grade, grade_word)) return {};
    auto const known = grade_from_word(grade_word);
    if (!known) return {};
    event.grade = *known;
    if (Json const* on = json.find("on")) vault::value_from_json(*on, event.on);
    if (Json const* label = json.find("case")) vault::value_from_json(*label, event.case_label);
    return event;
}

}  // namespace

char const* to_word(Grade grade) {
    switch (grade) {
        case Grade::fail: return "fail";
        case Grade::fair: return "fair";
        case Grade::average: return "average";
        case Grade::good: return "good";
        case Grade::excellent: return "excellent";
    }
    return "fail";
}

std::optional<Grade> grade_from_word(std::string_view word) {
    for (Grade grade : grades) {
        if (word == to_word(grade)) return grade;
    }
    return std::nullopt;
}

void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity) {
    if (key.kind != results_kind) return;
    PersonId const person{key.id};
    state.results.erase(person);
    if (entity == nullptr || entity->is_deleted) return;
    std::vector<ResultRecorded> list;
    for (vault::Event const* event : entity->standing_events()) {
        if (auto read = read_result(event->value)) list.push_back(std::move(*read));
    }
    sort_list(list, [](auto const& a, auto const& b) { return a.on < b.on; });
    if (!list.empty()) state.results[person] = std::move(list);
}

std::vector<ResultRecorded> results_in(State const& state, PersonId person, CourseId course) {
    std::vector<ResultRecorded> found;
    auto const of_person = state.results.find(person);
    if (of_person == state.results.end()) return found;
    for (ResultRecorded const& result : of_person->second) {
        if (result.course == course) found.push_back(result);
    }
    return found;
}

vault::Op event_op(PersonId person, ResultRecorded const& event) {
    Json value = Json::object();
    value.set("k", result_word);
    value.set("course", to_text(event.course));
    value.set("grade", to_word(event.grade));
    value.set("on", event.on);
    if (!event.case_label.empty()) value.set("case", event.case_label);
    return vault::evt_op(results_key(person), std::move(value), person.raw);
}

}  // namespace zhitu::assessment
