#include "ui/outcomes.h"

#include "ui/labels.h"

namespace zhitu::ui {

namespace {

struct Speaker {
    app::State const& state;
    Language language;

    std::string say(Word word, std::initializer_list<std::string_view> arguments) const {
        return fill(text_of(word, language), arguments);
    }
    std::string course(CourseId id) const {
        auto const at = state.catalog.courses.find(id);
        return at != state.catalog.courses.end() ? name_in(at->second.title, language) : "";
    }

    std::string operator()(app::NameCompany const& command) const {
        return say(Word::toast_company_named, {name_in(command.name, language)});
    }
    std::string operator()(app::SavePerson const& command) const {
        std::string const& name = name_in(command.person.name, language);
        return say(Word::toast_person_saved, {name.empty() ? command.person.login : name});
    }
    std::string operator()(app::SaveSkill const& command) const {
        return say(Word::toast_person_saved, {name_in(command.skill.name, language)});
    }
    std::string operator()(app::SaveCourse const& command) const {
        return say(Word::toast_person_saved, {name_in(command.course.title, language)});
    }
    std::string operator()(app::DeleteCourse const& command) const {
        return say(Word::toast_deleted, {course(command.course)});
    }
    std::string operator()(app::EnrollLearner const& command) const {
        return say(Word::toast_enrolled, {course(command.course)});
    }
    std::string operator()(app::WithdrawLearner const& command) const {
        return say(Word::toast_withdrawn, {course(command.course)});
    }
    std::string operator()(app::FinishUnit const& command) const {
        auto const unit = state.catalog.units.find(command.unit);
        if (unit == state.catalog.units.end()) return course(command.course);
        return say(Word::toast_unit_done, {name_in(unit->second.title, language)});
    }
    std::string operator()(app::AssessSkill const& command) const {
        auto const skill = state.catalog.skills.find(command.statement.skill);
        std::string const name =
            skill != state.catalog.skills.end() ? name_in(skill->second.name, language) : "";
        return say(Word::toast_assessed, {name, std::to_string(command.statement.level)});
    }
    std::string operator()(app::ImportFiles const&) const { return say(Word::toast_imported, {}); }
};

}  // namespace

std::string outcome_text(app::State const& state, app::Command const& command, Language language) {
    return std::visit(Speaker{state, language}, command);
}

}  // namespace zhitu::ui
