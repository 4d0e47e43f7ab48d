#include "ui/labels.h"

#include <algorithm>

#include "base/sort.h"
#include "ui/format.h"

namespace zhitu::ui {

std::string const& name_in(LocalText const& name, Language language) {
    std::string const& own = language == Language::zh ? name.zh : name.en;
    if (!own.empty()) return own;
    return language == Language::zh ? name.en : name.zh;
}

std::string course_title(Ui const& ui, app::State const& state, CourseId id) {
    auto const at = state.catalog.courses.find(id);
    return at != state.catalog.courses.end() ? name_in(at->second.title, ui.language) : "–";
}

std::string skill_name(Ui const& ui, app::State const& state, SkillId id) {
    auto const at = state.catalog.skills.find(id);
    return at != state.catalog.skills.end() ? name_in(at->second.name, ui.language) : "–";
}

std::string person_name(Ui const& ui, app::State const& state, PersonId id) {
    auto const at = state.people.people.find(id);
    if (at == state.people.people.end()) return "–";
    std::string const& name = name_in(at->second.name, ui.language);
    return name.empty() ? at->second.login : name;
}

std::string role_name(Ui& ui, app::State const& state, people::Person const& person) {
    auto const at = state.people.roles.find(person.role);
    if (at == state.people.roles.end()) return ui.say(Word::no_role);
    return name_in(at->second.name, ui.language);
}

std::string team_name(Ui& ui, app::State const& state, people::Person const& person) {
    auto const at = state.people.teams.find(person.team);
    if (at == state.people.teams.end()) return ui.say(Word::no_team);
    return name_in(at->second.name, ui.language);
}

Word level_word(std::int64_t level) {
    switch (level) {
    case 1: return Word::level_1;
    case 2: return Word::level_2;
    case 3: return Word::level_3;
    default: return Word::level_none;
    }
}

Word evidence_word(people::EvidenceKind kind) {
    switch (kind) {
    case people::EvidenceKind::manager: return Word::evidence_manager;
    case people::EvidenceKind::test: return Word::evidence_test;
    case people::EvidenceKind::self: break;
    }
    return Word::evidence_self;
}

Word status_word(learning::EnrolmentStatus status) {
    switch (status) {
    case learning::EnrolmentStatus::finished: return Word::status_finished;
    case learning::EnrolmentStatus::withdrawn: return Word::status_withdrawn;
    case learning::EnrolmentStatus::enrolled: break;
    }
    return Word::status_enrolled;
}

Word grade_word(assessment::Grade grade) {
    switch (grade) {
    case assessment::Grade::fail: return Word::grade_fail;
    case assessment::Grade::fair: return Word::grade_fair;
    case assessment::Grade::average: return Word::grade_average;
    case assessment::Grade::good: return Word::grade_good;
    case assessment::Grade::excellent: return Word::grade_excellent;
    }
    return Word::grade_fail;
}

Word access_word(std::string_view access) {
    if (access == "training_admin") return Word::access_admin;
    return access == "manager" ? Word::access_manager : Word::access_employee;
}

Word dismiss_word(learning::DismissReason reason) {
    switch (reason) {
    case learning::DismissReason::known_already: return Word::dismiss_known_already;
    case learning::DismissReason::not_relevant: return Word::dismiss_not_relevant;
    case learning::DismissReason::too_long: return Word::dismiss_too_long;
    case learning::DismissReason::too_expensive: return Word::dismiss_too_expensive;
    case learning::DismissReason::other: break;
    }
    return Word::dismiss_other;
}

std::string named(Ui& ui, std::vector<std::string> const& names, std::size_t names_max) {
    std::string out;
    for (std::size_t index = 0; index < std::min(names.size(), names_max); ++index) {
        if (index > 0) out += ui.say(Word::name_separator);
        out += names[index];
    }
    if (names.size() <= names_max) return out;
    return ui.say(Word::and_more, {out, std::to_string(names.size() - names_max)});
}

std::string course_facts(Ui& ui, catalog::Course const& course) {
    std::string out = duration_text(course.duration_minutes, ui.language);
    if (course.level > 0) out += std::string(" · ") + ui.say(level_word(course.level));
    return out + " · " + money_text(course.price_minor, course.currency, ui.language);
}

std::int64_t gap_sum(std::vector<app::GapRow> const& rows) {
    std::int64_t sum = 0;
    for (app::GapRow const& row : rows) sum += row.gap();
    return sum;
}

std::vector<PersonId> people_by_name(Ui const& ui, app::State const& state) {
    std::vector<std::pair<std::string, PersonId>> named;
    for (auto const& [id, person] : state.people.people) {
        named.emplace_back(person_name(ui, state, id) + "\x01" + person.login, id);
    }
    sort_list(named);
    std::vector<PersonId> out;
    for (auto const& entry : named) out.push_back(entry.second);
    return out;
}

}  // namespace zhitu::ui
