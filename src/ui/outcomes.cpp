#include "ui/outcomes.h"

#include "ui/format.h"
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

    std::string skill(SkillId id) const {
        auto const at = state.catalog.skills.find(id);
        return at != state.catalog.skills.end() ? name_in(at->second.name, language) : "";
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
    std::string operator()(app::RejectSynonym const& command) const {
        Word const word = command.is_rejected ? Word::toast_synonym_rejected
                                              : Word::toast_synonym_accepted;
        return say(word, {skill(command.skill), skill(command.synonym)});
    }
    std::string operator()(app::SetSynonym const& command) const {
        return say(Word::toast_synonym_set, {skill(command.skill), skill(command.synonym),
                                             millionths_text(command.weight.millionths, 2)});
    }
    std::string operator()(app::SaveRole const& command) const {
        return say(Word::toast_person_saved, {name_in(command.role.name, language)});
    }
    std::string operator()(app::DeleteRole const& command) const {
        auto const at = state.people.roles.find(command.role);
        bool const is_known = at != state.people.roles.end();
        return say(Word::toast_deleted, {is_known ? name_in(at->second.name, language) : ""});
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
    std::string operator()(app::FinishCourse const& command) const {
        return say(Word::toast_unit_done, {course(command.course)});
    }
    std::string operator()(app::DismissCourse const& command) const {
        return say(Word::toast_dismissed, {course(command.course)});
    }
    std::string operator()(app::RestoreCourse const& command) const {
        return say(Word::toast_restored, {course(command.course)});
    }
    std::string operator()(app::RecordResult const& command) const {
        return say(Word::toast_result,
                   {course(command.course), text_of(grade_word(command.grade), language)});
    }
    std::string operator()(app::AssessSkill const& command) const {
        return say(Word::toast_assessed, {skill(command.statement.skill),
                                          std::to_string(command.statement.level)});
    }
};

// The same commands, taken back. What has a counterpart is said as that.
struct UndoSpeaker {
    Speaker speaker;

    std::string saved(bool is_edited, std::string const& name) const {
        return speaker.say(is_edited ? Word::undone_edited : Word::undone_made, {name});
    }
    std::string course(Word word, CourseId id) const {
        return speaker.say(word, {speaker.course(id)});
    }

    std::string operator()(app::NameCompany const& command) const {
        return saved(true, name_in(command.name, speaker.language));
    }
    std::string operator()(app::SavePerson const& command) const {
        std::string const& name = name_in(command.person.name, speaker.language);
        return saved(command.id.has_value(), name.empty() ? command.person.login : name);
    }
    std::string operator()(app::SaveSkill const& command) const {
        return saved(command.id.has_value(), name_in(command.skill.name, speaker.language));
    }
    std::string operator()(app::SaveRole const& command) const {
        return saved(command.id.has_value(), name_in(command.role.name, speaker.language));
    }
    std::string operator()(app::SaveCourse const& command) const {
        return saved(command.id.has_value(), name_in(command.course.title, speaker.language));
    }
    std::string operator()(app::RejectSynonym command) const {
        command.is_rejected = !command.is_rejected;
        return speaker(command);
    }
    std::string operator()(app::SetSynonym const& command) const {
        return saved(true, speaker.skill(command.skill));
    }
    std::string operator()(app::DeleteRole const& command) const {
        auto const at = speaker.state.people.roles.find(command.role);
        bool const is_known = at != speaker.state.people.roles.end();
        return speaker.say(Word::undone_deleted,
                           {is_known ? name_in(at->second.name, speaker.language) : ""});
    }
    std::string operator()(app::DeleteCourse const& command) const {
        return course(Word::undone_deleted, command.course);
    }
    std::string operator()(app::EnrollLearner const& command) const {
        return course(Word::undone_enrolled, command.course);
    }
    std::string operator()(app::WithdrawLearner const& command) const {
        return course(Word::undone_withdrawn, command.course);
    }
    std::string operator()(app::FinishUnit const& command) const {
        auto const unit = speaker.state.catalog.units.find(command.unit);
        bool const is_known = unit != speaker.state.catalog.units.end();
        return speaker.say(Word::undone_finished,
                           {is_known ? name_in(unit->second.title, speaker.language)
                                     : speaker.course(command.course)});
    }
    std::string operator()(app::FinishCourse const& command) const {
        return course(Word::undone_finished, command.course);
    }
    std::string operator()(app::DismissCourse const& command) const {
        return course(Word::toast_restored, command.course);
    }
    std::string operator()(app::RestoreCourse const& command) const {
        return course(Word::toast_dismissed, command.course);
    }
    std::string operator()(app::RecordResult const& command) const {
        return course(Word::undone_result, command.course);
    }
    std::string operator()(app::AssessSkill const& command) const {
        return speaker.say(Word::undone_assessed, {speaker.skill(command.statement.skill)});
    }
};

}  // namespace

std::string outcome_text(app::State const& state, app::Command const& command, Language language) {
    return std::visit(Speaker{state, language}, command);
}

std::string undone_text(app::State const& state, app::Command const& command, Language language) {
    return std::visit(UndoSpeaker{{state, language}}, command);
}

}  // namespace zhitu::ui
