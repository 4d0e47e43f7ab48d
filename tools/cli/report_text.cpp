#include "tools/cli/report_text.h"

#include <cstdio>

#include "base/decimal.h"
#include "tools/cli/json_text.h"
#include "tools/cli/lookups.h"

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

// `count` and `shown_count` are of rows; one can be refused for several reasons.
std::string list_of(char const* title, std::vector<exchange::Refusal> const& shown,
                    std::uint64_t shown_count, std::uint64_t count) {
    std::string text = std::string(title) + ": " + std::to_string(count) + "\n";
    for (exchange::Refusal const& each : shown) text += "  " + sentence(each) + "\n";
    if (shown_count < count) {
        text += "  and " + std::to_string(count - shown_count) + " more\n";
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

catalog::Course course_of(app::State const& state, CourseId id) {
    auto const found = state.catalog.courses.find(id);
    return found == state.catalog.courses.end() ? catalog::Course{} : found->second;
}

// "0.45 × 1 = 0.45"
std::string product_text(recommend::Contribution const& part) {
    if (part.reason == recommend::Reason::clip) return decimal_text(part.value);
    return decimal_text(part.weight) + " × " + decimal_text(part.term) + " = " +
           decimal_text(part.value) + (part.is_known ? "" : " (unknown)");
}

std::string contributions_of(recommend::ScoredItem const& scored) {
    std::string text;
    for (recommend::Contribution const& part : scored.contributions) {
        text += "        " + padded(word(part.reason), 14) + product_text(part) + "\n";
    }
    return text;
}

std::string joined(std::vector<std::string> const& names) {
    std::string text;
    for (std::string const& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

// "秦雪 (Qin Xue) [qin.xue], data engineer"
std::string person_line(app::State const& state, PersonId id) {
    people::Person const person = person_of(state, id);
    std::string const role = role_of(state, person);
    return both_names(person.name) + " [" + person.login + "]" +
           (role.empty() ? "" : ", " + role) + "\n";
}

std::string gap_line(app::State const& state, app::GapRow const& row) {
    std::string const evidence =
        row.evidence ? std::string(people::to_word(row.evidence->kind)) + " " + row.evidence->on
                     : "no record";
    std::string const product = std::to_string(row.gap()) + " × " +
                                json_millionths(row.need.weight_millionths) + " = " +
                                json_millionths(row.priority_millionths());
    return "  " + padded(product, 24) + std::to_string(row.level) + " of " +
           std::to_string(row.need.level) + "  " + skill_name(state, row.skill) + " (" +
           evidence + ")\n";
}

std::string lever_value(app::Lever lever, std::optional<std::int64_t> const& value) {
    if (!value) return "unknown";
    bool const is_share = lever == app::Lever::rating || lever == app::Lever::weight;
    return is_share ? json_millionths(*value) : std::to_string(*value);
}

std::string flip_line(app::State const& state, app::Flip const& flip) {
    if (flip.lever == app::Lever::prerequisite) {
        return "  takes " + course_title(state, flip.prerequisite) + " first\n";
    }
    std::string text = "  " + std::string(word(flip.lever));
    if (!flip.skill.is_nil()) text += " of " + skill_name(state, flip.skill);
    if (flip.lever == app::Lever::price) text += " in minor units";
    return text + ": " + lever_value(flip.lever, flip.from) + " → " +
           lever_value(flip.lever, flip.to) + "\n";
}

std::string comparison_text(app::State const& state, app::Comparison const& comparison) {
    std::string text = "against " + course_title(state, comparison.other) + ", rank " +
                       std::to_string(comparison.other_rank) + ":\n";
    for (app::TermPair const& term : comparison.terms) {
        text += "  " + padded(word(term.mine.reason), 14) + product_text(term.mine) +
                "   against " + product_text(term.other) + "   difference " +
                decimal_text(term.difference()) + "\n";
    }
    text += "  " + padded("score", 14) + decimal_text(comparison.mine_score) +
            "   against " + decimal_text(comparison.other_score) + "\n";
    if (comparison.is_behind_prerequisites) text += "it waits for courses that stand first\n";
    if (!comparison.flips.empty()) text += "smallest single changes that put it above:\n";
    for (app::Flip const& flip : comparison.flips) text += flip_line(state, flip);
    return text;
}

std::string standing_text(app::WhyNot const& why) {
    if (why.standing == app::Standing::listed) return "rank " + std::to_string(why.rank) + "\n";
    std::string text = sentence(why.standing);
    if (why.standing == app::Standing::no_list) text += ": " + std::string(sentence(why.status));
    return text + "\n";
}

std::string figure(std::optional<double> const& value) {
    return value ? decimal_text(*value) : "-";
}

std::string own_row_text(char const* name, app::OwnListRow const& row) {
    return "  " + padded(name, 14) + "precision " + figure(row.pairs.precision) + "  recall " +
           figure(row.pairs.recall) + "  f1 " + figure(row.pairs.f1) + "  mean f1 of people " +
           figure(row.people.f1) + "  " + counted(row.courses_listed, "course") + " listed\n";
}

}  // namespace

std::string import_text(app::ImportProposal const& proposal) {
    std::string text;
    for (exchange::FileReading const& file : proposal.files) text += file_text(file);
    text += counts_text(proposal) + changed_text(proposal.changed);
    auto const refused_rows = exchange::count_rows(proposal.refusals, proposal.refusals.size());
    return text + list_of("refused", proposal.refusals, refused_rows, proposal.refusals_count) +
           list_of("warnings", proposal.warnings, proposal.warnings.size(),
                   proposal.warnings_count);
}

std::string advice_text(app::State const& state, PersonId id, app::AdviceList const& list) {
    std::string text = person_line(state, id);
    text += std::to_string(list.courses_count) + " courses looked at; " +
            sentence(list.status) + "\n";
    std::size_t rank = 0;
    for (app::Advice const& advice : list.items) {
        text += '\n';
        text += padded(std::to_string(++rank) + ".", 4) + decimal_text(advice.scored.score) +
                "  " + course_title(state, advice.course) + "\n" +
                contributions_of(advice.scored) + "        closes " +
                joined(skill_names(state, advice.gaps_closed)) + "\n";
        std::string const url = course_of(state, advice.course).url;
        if (!url.empty()) text += "        " + url + "\n";
    }
    return text;
}

std::string gap_text(app::State const& state, PersonId person) {
    std::string text = person_line(state, person);
    auto const rows = app::gap_of(state, person);
    if (rows.empty()) text += "no role whose needs are known\n";
    else text += "gap × weight = priority, level of wanted, skill\n";
    for (app::GapRow const& row : rows) text += gap_line(state, row);
    return text;
}

std::string team_gap_text(app::State const& state, app::GapMatrix const& matrix) {
    std::string text = std::to_string(matrix.people.size()) + " people, " +
                       counted(matrix.skills.size(), "skill") + " wanted\n" +
                       "summed priority, levels lacking, people lacking, skill\n";
    for (std::size_t i = 0; i < matrix.skills.size(); ++i) {
        app::SkillColumn const& column = matrix.columns[i];
        text += "  " + padded(json_millionths(column.priority_millionths), 14) +
                padded(std::to_string(column.levels_lacking), 6) +
                padded(std::to_string(column.lacking_count), 6) +
                skill_name(state, matrix.skills[i]) + "\n";
    }
    return text;
}

std::string why_text(app::State const& state, PersonId person, CourseId course,
                     app::WhyNot const& why) {
    std::string text = person_line(state, person) + course_title(state, course) + ": " +
                       standing_text(why);
    if (why.rank > 0) {
        auto const list = app::advise(state, person, why.rank);
        text += "  score " + decimal_text(list.items.back().scored.score) + "\n" +
                contributions_of(list.items.back().scored);
    }
    return why.comparison ? text + comparison_text(state, *why.comparison) : text;
}

std::string own_list_text(app::OwnListReport const& report) {
    if (report.people_count == 0) return "nobody has taken a course: there is nothing to measure\n";
    std::string text = "own list of " + counted(report.k, "course") + " against " +
                       counted(report.enrolments_count, "enrolment") + " of " +
                       std::to_string(report.people_count) + " people (" +
                       std::to_string(report.listed_people_count) + " got a list), " +
                       counted(report.courses_count, "course") + " in the catalog\n";
    if (report.is_few()) {
        text += "fewer than " + std::to_string(app::own_list_people_min) +
                " people: this says little\n";
    }
    return text + "relevant: " + own_list_relevance() + "\n" +
           own_row_text("advice", report.advice) + own_row_text("most popular", report.popular);
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
