#include "app/dependants.h"


#include "base/sort.h"

namespace zhitu::app {

CourseDependants dependants_of(State const& state, CourseId course) {
    CourseDependants found;
    for (auto const& [person, enrolments] : state.learning.enrolments) {
        auto const enrolment = enrolments.find(course);
        if (enrolment == enrolments.end()) continue;
        auto const status = enrolment->second.status;
        if (status == learning::EnrolmentStatus::enrolled) found.enrolled.push_back(person);
        if (status == learning::EnrolmentStatus::finished) found.finished.push_back(person);
    }
    for (auto const& [id, recommendation] : state.learning.recommendations) {
        if (recommendation.course == course) found.recommended.push_back(recommendation.person);
    }
    sort_list(found.recommended);
    for (auto const& [id, other] : state.catalog.courses) {
        if (other.prerequisites.contains(course)) found.required_by.push_back(id);
    }
    return found;
}

std::vector<PersonId> dependants_of(State const& state, RoleId role) {
    std::vector<PersonId> found;
    for (auto const& [id, person] : state.people.people) {
        if (person.role == role) found.push_back(id);
    }
    return found;
}

}  // namespace zhitu::app
