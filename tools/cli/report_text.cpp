#include "tools/cli/report_text.h"

#include <cstdio>

#include "tools/cli/words.h"

namespace zhitu::tools {

namespace {

std::string six_digits(double value) {
    char buffer[32] = {};
    std::snprintf(buffer, sizeof buffer, "%.6f", value == 0 ? 0.0 : value);  // no "-0"
    return buffer;
}

std::string six_digits(std::optional<double> const& value) {
    return value ? six_digits(*value) : "-";
}

std::string padded(std::string text, std::size_t width) {
    while (text.size() < width) text.push_back(' ');
    return text;
}

std::string list_of(char const* title, std::vector<exchange::Refusal> const& shown,
                    std::uint64_t count) {
    std::string text = std::string(title) + ": " + std::to_string(count) + "\n";
    for (exchange::Refusal const& each : shown) text += "  " + sentence(each) + "\n";
    if (shown.size() < count) {
        text += "  and " + std::to_string(count - shown.size()) + " more\n";
    }
    return text;
}

std::string file_text(exchange::FileReading const& file) {
    std::string text = file.name + ": " + std::to_string(file.rows_count) + " rows, " +
                       word(file.kind) + "\n";
    for (auto const& [assumption, count] : file.assumptions) {
        text += "  " + std::string(sentence(assumption)) + ": " + std::to_string(count) + "\n";
    }
    for (exchange::SourceReading const& source : file.sources) {
        if (source.prices_count == 0) continue;
        std::string const currency = source.currency.empty() ? "unknown" : source.currency;
        text += "  prices of " + source.source + ": " + std::to_string(source.prices_count) +
                ", currency " + currency + "\n";
    }
    for (exchange::Repairable const& repairable : file.repairables) {
        text += "  " + std::string(file.plan.is_repaired ? "repaired" : "broken, --repair helps") +
                ": " + repairable.field + " " + std::to_string(repairable.cells_count) + "\n";
    }
    return text;
}

std::string counts_text(app::ImportProposal const& proposal) {
    std::string text = padded("", 14) + "   added  changed     same\n";
    auto const number = [](std::uint64_t value) {
        std::string const digits = std::to_string(value);
        return std::string(digits.size() < 9 ? 9 - digits.size() : 1, ' ') + digits;
    };
    for (std::size_t i = 0; i < app::things_count; ++i) {
        app::ThingCounts const& counts = proposal.counts[i];
        if (counts == app::ThingCounts{}) continue;
        text += padded(word(static_cast<app::Thing>(i)), 12) + number(counts.added) +
                number(counts.changed) + number(counts.same) + "\n";
    }
    return text;
}

std::string changed_text(std::vector<app::ProposedRow> const& rows) {
    std::string text;
    for (app::ProposedRow const& row : rows) {
        text += "  " + one_name(row.name) + ":";
        for (app::FieldChange const& field : row.fields) {
            text += " " + field.field + " [" + field.before + "] → [" + field.after + "]";
        }
        text += "\n";
    }
    return text.empty() ? text : "changed:\n" + text;
}

template <class Map, class IdType>
std::string name_of(Map const& map, IdType id) {
    auto const found = map.find(id);
    return found == map.end() ? to_text(id) : one_name(found->second.name);
}

catalog::Course course_of(app::State const& state, CourseId id) {
    auto const found = state.catalog.courses.find(id);
    return found == state.catalog.courses.end() ? catalog::Course{} : found->second;
}

people::Person person_of(app::State const& state, PersonId id) {
    auto const found = state.people.people.find(id);
    return found == state.people.people.end() ? people::Person{} : found->second;
}

std::string role_of(app::State const& state, people::Person const& person) {
    return person.role.is_nil() ? std::string() : name_of(state.people.roles, person.role);
}

std::string contributions_of(recommend::ScoredItem const& scored) {
    std::string text;
    for (recommend::Contribution const& part : scored.contributions) {
        text += "  " + std::string(word(part.reason)) + " " + six_digits(part.value);
        if (!part.is_known) text += " (unknown)";
    }
    return text;
}

std::string closes_of(app::State const& state, app::Advice const& advice) {
    std::string text;
    for (SkillId const skill : advice.gaps_closed) {
        if (!text.empty()) text += ", ";
        text += name_of(state.catalog.skills, skill);
    }
    return text;
}

std::string in_json(std::string const& text) { return to_canonical(Json(text)); }

std::string item_json(app::State const& state, app::Advice const& advice) {
    catalog::Course const course = course_of(state, advice.course);
    std::string text = "{\"course\":" + in_json(to_text(advice.course));
    text += ",\"title\":" + in_json(one_name(course.title)) + ",\"url\":" + in_json(course.url);
    text += ",\"score\":" + six_digits(advice.scored.score) + ",\"contributions\":[";
    for (recommend::Contribution const& part : advice.scored.contributions) {
        if (&part != &advice.scored.contributions.front()) text += ",";
        text += "{\"reason\":" + in_json(word(part.reason)) + ",\"value\":" +
                six_digits(part.value) + ",\"known\":" + (part.is_known ? "true" : "false") + "}";
    }
    text += "],\"closes\":[";
    for (SkillId const& skill : advice.gaps_closed) {
        if (&skill != &advice.gaps_closed.front()) text += ",";
        text += in_json(name_of(state.catalog.skills, skill));
    }
    return text + "]}";
}

}  // namespace

std::string import_text(app::ImportProposal const& proposal) {
    std::string text;
    for (exchange::FileReading const& file : proposal.files) text += file_text(file);
    text += counts_text(proposal) + changed_text(proposal.changed);
    return text + list_of("refused", proposal.refusals, proposal.refusals_count) +
           list_of("warnings", proposal.warnings, proposal.warnings_count);
}

std::string advice_text(app::State const& state, PersonId id, app::AdviceList const& list) {
    people::Person const person = person_of(state, id);
    std::string text = both_names(person.name) + " [" + person.login + "]";
    std::string const role = role_of(state, person);
    if (!role.empty()) text += ", " + role;
    text += '\n';
    text += std::to_string(list.courses_count) + " courses looked at; " +
            sentence(list.status) + "\n";
    std::size_t rank = 0;
    for (app::Advice const& advice : list.items) {
        catalog::Course const course = course_of(state, advice.course);
        text += '\n';
        text += padded(std::to_string(++rank) + ".", 4) + six_digits(advice.scored.score) + "  " +
                one_name(course.title) + "\n      " + contributions_of(advice.scored) +
                "\n        closes " + closes_of(state, advice) + "\n";
        if (!course.url.empty()) text += "        " + course.url + "\n";
    }
    return text;
}

std::string advice_json(app::State const& state, PersonId id, app::AdviceList const& list) {
    people::Person const person = person_of(state, id);
    std::string text = "{\"person\":" + in_json(person.login);
    text += ",\"name\":" + in_json(both_names(person.name));
    text += ",\"role\":" + in_json(role_of(state, person));
    text += ",\"status\":" + in_json(word(list.status));
    text += ",\"courses_count\":" + std::to_string(list.courses_count) + ",\"items\":[";
    for (app::Advice const& advice : list.items) {
        text += &advice == &list.items.front() ? "\n" : ",\n";
        text += item_json(state, advice);
    }
    return text + "]}\n";
}

std::string case_text(app::State const& state, app::SourceCase const& source) {
    std::string text = "case " + std::string(app::source_case_label) + ": " +
                       std::to_string(source.people.size()) + " people, " +
                       std::to_string(source.catalog_view.size()) + " courses of score >= 0.5\n\n";
    text += padded("relevant is", 34) + "recommended  relevant  hits  precision  recall    f1\n";
    for (app::CaseRow const& row : source.rows) {
        text += padded(word(row.relevance), 34);
        text += padded(std::to_string(row.metrics.recommended_count), 13);
        text += padded(std::to_string(row.metrics.relevant_count), 10);
        text += padded(std::to_string(row.metrics.hits_count), 6);
        text += padded(six_digits(row.metrics.precision), 11);
        text += padded(six_digits(row.metrics.recall), 10);
        text += six_digits(row.metrics.f1) + "\n";
    }
    text += "\nloss as printed " + six_digits(source.loss_as_printed) + ", corrected " +
            six_digits(source.loss_corrected) + " (of the first row)\n\n";
    for (app::CasePerson const& each : source.people) {
        text += both_names(person_of(state, each.person).name) + ":";
        for (CourseId const course : each.recommended) {
            text += "  " + both_names(course_of(state, course).title);
        }
        text += each.is_in_skill_table ? "\n" : "  (not in the skill table)\n";
    }
    return text;
}

}  // namespace zhitu::tools
