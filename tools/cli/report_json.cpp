#include "tools/cli/report_json.h"

#include "tools/cli/json_text.h"
#include "tools/cli/lookups.h"

namespace zhitu::tools {

namespace {

JsonObject person_head(app::State const& state, PersonId id) {
    people::Person const person = person_of(state, id);
    JsonObject head;
    head.text("person", person.login).text("name", both_names(person.name));
    head.text("role", role_of(state, person));
    return head;
}

std::string contribution_json(recommend::Contribution const& part) {
    JsonObject object;
    object.text("reason", word(part.reason)).figure("weight", part.weight);
    object.figure("term", part.term).figure("value", part.value).flag("known", part.is_known);
    return object.done();
}

std::string contributions_json(recommend::ScoredItem const& scored) {
    std::vector<std::string> parts;
    for (auto const& part : scored.contributions) parts.push_back(contribution_json(part));
    return json_list(parts);
}

std::string item_json(app::State const& state, app::Advice const& advice) {
    auto const course = state.catalog.courses.find(advice.course);
    bool const is_known = course != state.catalog.courses.end();
    JsonObject object;
    object.text("course", to_text(advice.course));
    object.text("title", course_title(state, advice.course));
    object.text("url", is_known ? course->second.url : std::string());
    object.figure("score", advice.scored.score);
    object.json("contributions", contributions_json(advice.scored));
    return object.json("closes", json_strings(skill_names(state, advice.gaps_closed))).done();
}

std::string evidence_json(app::GapRow const& row) {
    if (!row.evidence) return "null";
    JsonObject object;
    return object.text("kind", people::to_word(row.evidence->kind)).text("on", row.evidence->on)
        .done();
}

std::string gap_row_json(app::State const& state, app::GapRow const& row) {
    JsonObject object;
    object.text("skill", skill_name(state, row.skill)).count("level", row.level);
    object.count("wanted", row.need.level).count("gap", row.gap());
    object.millionths("weight", row.need.weight_millionths);
    object.millionths("priority", row.priority_millionths());
    return object.json("evidence", evidence_json(row)).done();
}

std::string column_json(app::State const& state, app::GapMatrix const& matrix, std::size_t skill) {
    app::SkillColumn const& column = matrix.columns[skill];
    JsonObject object;
    object.text("skill", skill_name(state, matrix.skills[skill]));
    object.count("people_lacking", std::uint64_t{column.lacking_count});
    object.count("levels_lacking", std::uint64_t{column.levels_lacking});
    return object.millionths("priority", column.priority_millionths).done();
}

std::string matrix_row_json(app::State const& state, app::GapMatrix const& matrix,
                            std::size_t person) {
    std::vector<std::string> cells;
    for (std::size_t skill = 0; skill < matrix.skills.size(); ++skill) {
        std::size_t const cell = matrix.cell(person, skill);
        if (matrix.wanted[cell] == 0) continue;
        JsonObject object;
        object.text("skill", skill_name(state, matrix.skills[skill]));
        object.count("level", std::int64_t{matrix.levels[cell]});
        object.count("wanted", std::int64_t{matrix.wanted[cell]});
        object.count("gap", std::int64_t{matrix.gap(cell)});
        object.millionths("priority", matrix.priority_millionths[cell]);
        cells.push_back(object.done());
    }
    JsonObject row;
    row.text("person", person_of(state, matrix.people[person]).login);
    return row.json("skills", json_list(cells)).done();
}

std::string term_json(app::TermPair const& term) {
    JsonObject object;
    object.text("reason", word(term.mine.reason));
    object.json("mine", contribution_json(term.mine));
    object.json("other", contribution_json(term.other));
    return object.figure("difference", term.difference()).done();
}

std::string lever_value(app::Lever lever, std::int64_t value) {
    bool const is_share = lever == app::Lever::rating || lever == app::Lever::weight;
    return is_share ? json_millionths(value) : std::to_string(value);
}

std::string flip_json(app::State const& state, app::Flip const& flip) {
    JsonObject object;
    object.text("lever", word(flip.lever));
    if (!flip.skill.is_nil()) object.text("skill", skill_name(state, flip.skill));
    if (!flip.prerequisite.is_nil()) {
        object.text("prerequisite", course_title(state, flip.prerequisite));
    }
    object.json("from", flip.from ? lever_value(flip.lever, *flip.from) : "null");
    return object.json("to", lever_value(flip.lever, flip.to)).figure("size", flip.size).done();
}

std::string comparison_json(app::State const& state, app::Comparison const& comparison) {
    std::vector<std::string> terms;
    std::vector<std::string> flips;
    for (app::TermPair const& term : comparison.terms) terms.push_back(term_json(term));
    for (app::Flip const& flip : comparison.flips) flips.push_back(flip_json(state, flip));
    JsonObject object;
    object.text("other", to_text(comparison.other));
    object.text("title", course_title(state, comparison.other));
    object.count("rank", comparison.other_rank);
    object.figure("score", comparison.mine_score).figure("other_score", comparison.other_score);
    object.flag("is_behind_prerequisites", comparison.is_behind_prerequisites);
    return object.json("terms", json_list(terms)).json("flips", json_list(flips)).done();
}

template <class Metrics>
JsonObject& put_metrics(JsonObject& object, Metrics const& metrics) {
    return object.figure("precision", metrics.precision).figure("recall", metrics.recall)
        .figure("f1", metrics.f1);
}

std::string own_row_json(app::OwnListRow const& row) {
    JsonObject object;
    object.count("recommended_count", row.pairs.recommended_count);
    object.count("hits_count", row.pairs.hits_count);
    put_metrics(object, row.pairs);
    JsonObject people;
    object.json("mean_of_people", put_metrics(people, row.people).done());
    return object.count("courses_listed", row.courses_listed).done();
}

}  // namespace

std::string advice_json(app::State const& state, PersonId person, app::AdviceList const& list) {
    std::vector<std::string> items;
    for (app::Advice const& advice : list.items) items.push_back(item_json(state, advice));
    JsonObject object = person_head(state, person);
    object.text("status", word(list.status)).count("courses_count", list.courses_count);
    return object.json("items", json_list(items)).done() + "\n";
}

std::string gap_json(app::State const& state, PersonId person) {
    std::vector<std::string> rows;
    for (app::GapRow const& row : app::gap_of(state, person)) {
        rows.push_back(gap_row_json(state, row));
    }
    return person_head(state, person).json("skills", json_list(rows)).done() + "\n";
}

std::string team_gap_json(app::State const& state, app::GapMatrix const& matrix) {
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < matrix.skills.size(); ++i) {
        columns.push_back(column_json(state, matrix, i));
    }
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < matrix.people.size(); ++i) {
        rows.push_back(matrix_row_json(state, matrix, i));
    }
    JsonObject object;
    object.count("people_count", std::uint64_t{matrix.people.size()});
    object.json("skills", json_list(columns));
    return object.json("rows", json_list(rows)).done() + "\n";
}

std::string why_json(app::State const& state, PersonId person, CourseId course,
                     app::WhyNot const& why) {
    std::vector<std::string> missing;
    for (CourseId const id : why.prerequisites_missing) missing.push_back(course_title(state, id));
    JsonObject object = person_head(state, person);
    object.text("course", to_text(course)).text("title", course_title(state, course));
    object.text("standing", word(why.standing)).text("status", word(why.status));
    object.count("rank", why.rank);
    object.json("skills_lacking", json_strings(skill_names(state, why.skills_lacking)));
    object.json("prerequisites_missing", json_strings(missing));
    auto const list = app::advise(state, person, why.rank);
    object.json("contributions", why.rank == 0 ? "[]"
                                               : contributions_json(list.items.back().scored));
    object.json("comparison", why.comparison ? comparison_json(state, *why.comparison) : "null");
    return object.done() + "\n";
}

std::string case_json(app::SourceCase const& source) {
    std::vector<std::string> rows;
    for (app::CaseRow const& row : source.rows) {
        JsonObject object;
        object.text("relevant", word(row.relevance));
        object.count("recommended_count", row.metrics.recommended_count);
        object.count("relevant_count", row.metrics.relevant_count);
        object.count("hits_count", row.metrics.hits_count);
        rows.push_back(put_metrics(object, row.metrics).done());
    }
    JsonObject object;
    object.text("case", app::source_case_label).json("rows", json_list(rows));
    object.figure("loss_as_printed", source.loss_as_printed);
    return object.figure("loss_corrected", source.loss_corrected).done() + "\n";
}

std::string own_list_json(app::OwnListReport const& report) {
    JsonObject object;
    object.count("k", std::uint64_t{report.k}).count("people_count", report.people_count);
    object.count("listed_people_count", report.listed_people_count);
    object.count("enrolments_count", report.enrolments_count);
    object.count("courses_count", report.courses_count).flag("is_few", report.is_few());
    object.text("relevant", own_list_relevance());
    object.json("advice", own_row_json(report.advice));
    return object.json("popular", own_row_json(report.popular)).done() + "\n";
}

}  // namespace zhitu::tools
