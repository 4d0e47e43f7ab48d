#include "app/importer.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "app/course_names.h"
#include "app/enrolment_rows.h"
#include "app/field_changes.h"
#include "app/import_tally.h"
#include "app/manager_cycles.h"
#include "app/role_names.h"
#include "app/united.h"
#include "exchange/refused_rows.h"

namespace zhitu::app {

namespace {

std::string const& shown(LocalText const& text) { return text.zh.empty() ? text.en : text.zh; }

// "王静 · go", in each language as far as it goes.
LocalText joined(LocalText const& first, LocalText const& second) {
    auto const one = [](std::string const& text, LocalText const& both) {
        return text.empty() ? shown(both) : text;
    };
    return {one(first.zh, first) + " · " + one(second.zh, second),
            (first.en.empty() ? shown(first) : first.en) + " · " +
                (second.en.empty() ? shown(second) : second.en)};
}

template <class Map, class Id>
std::string name_in(Map const& map, Id id) {
    auto const found = map.find(id);
    return found == map.end() ? to_text(id) : shown(found->second.name);
}

std::optional<Error> too_many(char const* things, std::size_t count, std::size_t most) {
    if (count <= most) return std::nullopt;
    return Error{ErrorCode::out_of_range, {things, "0", std::to_string(most)}};
}

// How many keys of `map` are not in `known`.
template <class Map, class Known>
std::size_t count_new(Map const& map, Known const& known) {
    std::size_t count = 0;
    for (auto const& [id, value] : map) count += known.contains(id) ? 0 : 1;
    return count;
}

}  // namespace

struct Importer::Content {
    Content(ImportContext given, exchange::ImportTable given_table, TakeOp given_take)
        : context(std::move(given)), table(std::move(given_table)), take(std::move(given_take)) {}

    ImportContext context;
    exchange::ImportTable table;
    TakeOp take;
    ImportTally tally{};
    Names names = make_names();
    std::optional<Error> error{};
    bool is_begun = false;
    std::size_t rows_done = 0;
    std::size_t rows_all = 0;
    std::size_t next_person = 0;
    std::unordered_map<std::string, PersonId> ids{};        // by comparison_key of the login
    std::vector<PersonId> row_ids{};                        // [table.people]; nil: refused
    Managers managers{};                                    // as wished and without a circle
    std::map<SkillId, catalog::Skill> skills_made{};        // by this import
    std::unordered_map<std::string, SkillId> skills_named{};  // as rosters write them
    RoleNames role_names{context.state.people, table.roles};
    std::map<RoleId, people::Role> roles_made{};
    std::unordered_map<std::string, RoleId> roles_named{};    // likewise
    std::map<TeamId, people::Team> teams{};                 // of the roster, to be saved
    std::unordered_map<std::string, TeamId> teams_named{};  // by department and team
    CourseNames course_names{};
    std::size_t next_enrolment = 0;
    std::map<std::pair<PersonId, CourseId>, learning::Enrolment> enrolled{};  // by this import
    std::size_t next_interaction = 0;
    // Known and new ones, of the people met so far.
    std::map<PersonId, std::set<learning::InteractionRecorded>> interacted{};

    Names make_names();
    std::optional<Error> begin();
    void number_people();
    void refuse_cycles();
    void name_courses();
    void refuse_row(std::size_t row, std::string_view column, std::string const& value, Error why);
    exchange::Refusal report(exchange::RowOrigin const& origin, std::string_view column,
                             std::string const& value, Error why) const;
    bool step_one();
    void save_person(std::size_t row);
    PersonId manager_of(std::size_t row);
    TeamId team_of(exchange::RosterRow const& row);
    RoleId role_of(std::string const& name);
    SkillId skill_of(std::string const& name);
    void save_statements(PersonId id, exchange::RosterRow const& row);
    struct Learner {
        PersonId person;
        CourseId course;
        LocalText name;  // of both
    };
    std::optional<Learner> learner_of(std::string const& login, std::string const& course,
                                      exchange::RowOrigin const& origin,
                                      char const* const (&columns)[2]);
    void save_enrolment(exchange::EnrolmentRow& row);
    void save_interaction(exchange::InteractionRow& row);

    struct Kind {
        Thing thing;
        vault::EntityKey key;
        RawId subject{};
    };
    template <class Known, class Id, class T>
    void save(Kind const& kind, Known const& known, Id id, T imported, LocalText const& name);
    template <class T>
    void add_new(Kind const& kind, T const& imported, LocalText const& name);
    void take_all(vault::Ops ops) {
        for (vault::Op& op : ops) take(std::move(op));
    }
};

// --- Names, for texts of fields
Names Importer::Content::make_names() {
    Names all;
    all.skill = [this](SkillId id) {
        bool const is_made = skills_made.contains(id);
        return is_made ? name_in(skills_made, id) : name_in(context.state.catalog.skills, id);
    };
    all.course = [this](CourseId id) {
        auto const found = context.state.catalog.courses.find(id);
        bool const is_known = found != context.state.catalog.courses.end();
        return is_known ? shown(found->second.title) : to_text(id);
    };
    all.role = [this](RoleId id) {
        bool const is_made = roles_made.contains(id);
        return is_made ? name_in(roles_made, id) : name_in(context.state.people.roles, id);
    };
    all.team = [this](TeamId id) {
        return name_in(teams.contains(id) ? teams : context.state.people.teams, id);
    };
    all.person = [this](PersonId id) {
        auto const found = context.state.people.people.find(id);
        if (found != context.state.people.people.end()) return shown(found->second.name);
        for (std::size_t row = 0; row < row_ids.size(); ++row) {
            if (row_ids[row] == id) return shown(table.people[row].person.name);
        }
        return to_text(id);
    };
    return all;
}

// --- Before the first row
std::optional<Error> Importer::Content::begin() {
    is_begun = true;
    State const& state = context.state;
    auto const new_courses = count_new(table.courses, state.catalog.courses);
    if (auto many = too_many("courses", state.catalog.courses.size() + new_courses,
                             limits::courses_max)) {
        return many;
    }
    number_people();
    if (auto many = too_many("people", ids.size(), limits::people_max)) return many;
    refuse_cycles();
    if (!table.enrolments.empty() || !table.interactions.empty()) name_courses();
    rows_all = table.skills.size() + table.courses.size() + table.roles.size() +
               table.people.size() + table.enrolments.size() + table.interactions.size();
    return std::nullopt;
}

void Importer::Content::name_courses() {
    for (auto const& [id, course] : context.state.catalog.courses) course_names.add(id, course);
    for (auto const& [id, course] : table.courses) course_names.add(id, course);
}

// Everybody gets an id first: a manager may stand further down in the file.
void Importer::Content::number_people() {
    for (auto const& [id, person] : context.state.people.people) {
        ids.emplace(comparison_key(person.login), id);
    }
    std::string const nonce = to_text(context.nonce);
    for (exchange::RosterRow const& row : table.people) {
        std::string const login = comparison_key(row.person.login);
        auto const [place, is_new] = ids.try_emplace(login);
        if (is_new) place->second = PersonId{natural_id(people::person_kind, nonce + "\n" + login)};
        row_ids.push_back(place->second);
    }
}

// A row on a circle stays out whole, and so does nobody else's.
void Importer::Content::refuse_cycles() {
    Managers known;
    for (auto const& [id, person] : context.state.people.people) known[id] = person.manager;
    std::map<PersonId, std::size_t> row_of;
    for (std::size_t row = 0; row < row_ids.size(); ++row) {
        row_of[row_ids[row]] = row;
        std::string const& login = table.people[row].manager_login;
        auto const manager = login.empty() ? ids.end() : ids.find(comparison_key(login));
        if (manager != ids.end()) managers[row_ids[row]] = manager->second;
    }
    for (std::vector<PersonId> const& cycle : take_out_cycles(known, managers)) {
        std::string around;
        for (PersonId person : cycle) {
            around += (around.empty() ? "" : " → ") + names.person(person);
        }
        for (std::size_t i = 1; i < cycle.size(); ++i) {
            auto const row = row_of.find(cycle[i]);
            if (row == row_of.end()) continue;
            std::string const& manager = table.people[row->second].manager_login;
            refuse_row(row->second, "manager_login", manager, {ErrorCode::cycle, {around}});
        }
    }
}

void Importer::Content::refuse_row(std::size_t row, std::string_view column,
                                   std::string const& value, Error why) {
    exchange::RosterRow& refused = table.people[row];
    if (!context.state.people.people.contains(row_ids[row])) {
        ids.erase(comparison_key(refused.person.login));  // nobody can report to them
    }
    row_ids[row] = {};
    exchange::Refusal refusal = report(refused.origin, column, value, std::move(why));
    exchange::refuse(table, std::move(refused.origin), std::move(refusal));
}

exchange::Refusal Importer::Content::report(exchange::RowOrigin const& origin,
                                            std::string_view column, std::string const& value,
                                            Error why) const {
    std::string const file =
        origin.file < table.readings.size() ? table.readings[origin.file].name : std::string();
    return {file, origin.row, std::string(column), value, std::move(why)};
}

// --- Things
template <class Known, class Id, class T>
void Importer::Content::save(Kind const& kind, Known const& known, Id id, T imported,
                             LocalText const& name) {
    auto const found = known.find(id);
    if (found == known.end()) return add_new(kind, imported, name);
    T const& before = found->second;
    T const file_says = has_decisions(before) ? imported : T{};
    T const after = united(std::move(imported), before);
    Effect const effect = after == before ? Effect::same : Effect::changed;
    bool const is_shown = tally.count(kind.thing, effect);
    if (is_shown) {
        auto changes = effect == Effect::same
                           ? std::vector<FieldChange>{}
                           : changes_between(tell_fields(names, before), tell_fields(names, after));
        tally.add_row(effect, {kind.thing, name, std::move(changes)});
    }
    if (effect == Effect::changed) {
        take_all(vault::edit_ops(kind.key, kind.subject, before, after));
    }
    if (!has_decisions(before)) return;
    T const otherwise = undecided(united(file_says, undecided(before)));
    auto kept = changes_between(tell_fields(names, otherwise),
                                tell_fields(names, undecided(after)));
    if (!kept.empty()) tally.add_kept({kind.thing, name, std::move(kept)});
}

// What was deleted comes back as it was, with what the file says.
template <class T>
void Importer::Content::add_new(Kind const& kind, T const& imported, LocalText const& name) {
    if (tally.count(kind.thing, Effect::added)) {
        tally.add_row(Effect::added, {kind.thing, name, {}});
    }
    vault::Entity const* const deleted = context.ledger.find(kind.key);
    T before{};
    if (deleted != nullptr) vault::decode_fields(*deleted, before);
    T const after = deleted == nullptr ? imported : united(imported, before);
    take_all(vault::edit_ops(kind.key, kind.subject, before, after));
    if (deleted == nullptr || !deleted->is_deleted) return;
    take({.kind = vault::OpKind::undel, .entity = kind.key});
}

bool Importer::Content::step_one() {
    State const& state = context.state;
    if (!table.skills.empty()) {
        auto const node = table.skills.extract(table.skills.begin());
        SkillId const id = node.key();
        skills_made.emplace(id, node.mapped());
        save({Thing::skill, catalog::key_of(id)}, state.catalog.skills, id, node.mapped(),
             node.mapped().name);
    } else if (!table.roles.empty()) {
        auto const node = table.roles.extract(table.roles.begin());
        RoleId const id = role_names.find(shown(node.mapped().name));
        roles_made.emplace(id, node.mapped());
        save({Thing::role, people::key_of(id)}, state.people.roles, id, node.mapped(),
             node.mapped().name);
    } else if (!table.courses.empty()) {
        auto const node = table.courses.extract(table.courses.begin());
        CourseId const id = node.key();
        save({Thing::course, catalog::key_of(id)}, state.catalog.courses, id, node.mapped(),
             node.mapped().title);
    } else if (next_person < table.people.size()) {
        save_person(next_person++);
    } else if (!teams.empty()) {
        auto const node = teams.extract(teams.begin());
        TeamId const id = node.key();
        save({Thing::team, people::key_of(id)}, state.people.teams, id, node.mapped(),
             node.mapped().name);
    } else if (next_enrolment < table.enrolments.size()) {
        save_enrolment(table.enrolments[next_enrolment++]);
    } else if (next_interaction < table.interactions.size()) {
        save_interaction(table.interactions[next_interaction++]);
    } else {
        return false;
    }
    ++rows_done;
    return true;
}

// --- People
void Importer::Content::save_person(std::size_t row) {
    PersonId const id = row_ids[row];
    if (id.is_nil()) return;
    exchange::RosterRow const& from = table.people[row];
    people::Person person = from.person;
    if (!from.team.is_empty() || !from.department.is_empty()) person.team = team_of(from);
    if (!from.role_name.empty()) person.role = role_of(from.role_name);
    person.manager = manager_of(row);
    save({Thing::person, people::key_of(id), id.raw}, context.state.people.people, id,
         std::move(person), from.person.name);
    save_statements(id, from);
}

PersonId Importer::Content::manager_of(std::size_t row) {
    std::string const& login = table.people[row].manager_login;
    if (login.empty()) return {};
    auto const found = ids.find(comparison_key(login));
    if (found != ids.end()) return found->second;
    table.warnings.push_back(report(table.people[row].origin, "manager_login", login,
                                    {ErrorCode::not_found, {"person", login}}));
    return {};
}

TeamId Importer::Content::team_of(exchange::RosterRow const& row) {
    std::string const& department = shown(row.department);
    auto const [place, is_new] = teams_named.try_emplace(department + '\0' + shown(row.team));
    if (!is_new) return place->second;
    place->second = people::team_id(department, shown(row.team));
    teams.emplace(place->second, people::Team{row.team, row.department});
    return place->second;
}

// A role nobody described yet keeps its name; its needs can follow in another file.
RoleId Importer::Content::role_of(std::string const& name) {
    auto const [place, is_new] = roles_named.try_emplace(name);
    if (!is_new) return place->second;
    RoleId const id = role_names.find(name);
    place->second = id;
    if (context.state.people.roles.contains(id) || roles_made.contains(id)) return id;
    people::Role const role{.name = {.zh = {}, .en = name}};
    roles_made.emplace(id, role);
    add_new({Thing::role, people::key_of(id)}, role, role.name);
    return id;
}

SkillId Importer::Content::skill_of(std::string const& name) {
    auto const [place, is_new] = skills_named.try_emplace(name);
    if (!is_new) return place->second;
    SkillId const id = catalog::skill_id(name);
    place->second = id;
    if (context.state.catalog.skills.contains(id) || skills_made.contains(id)) return id;
    catalog::Skill skill;
    skill.name.en = name;
    skills_made.emplace(id, skill);
    add_new({Thing::skill, catalog::key_of(id)}, skill, skill.name);
    return id;
}

void Importer::Content::save_statements(PersonId person, exchange::RosterRow const& row) {
    auto const stated = people::self_stated(context.state.people, person);
    for (auto const& [name, level] : row.skills) {
        SkillId const skill = skill_of(name);
        auto const before = stated.find(skill);
        bool const is_new = before == stated.end();
        bool const is_same = !is_new && before->second == level;
        Effect const effect = is_new ? Effect::added : is_same ? Effect::same : Effect::changed;
        if (tally.count(Thing::statement, effect)) {
            ProposedRow shown_row{Thing::statement, joined(row.person.name, {{}, name}), {}};
            if (effect == Effect::changed) {
                shown_row.fields.push_back(
                    {"level", std::to_string(before->second), std::to_string(level)});
            }
            tally.add_row(effect, std::move(shown_row));
        }
        if (is_same) continue;
        people::SkillAssessed event;
        event.skill = skill;
        event.level = level;
        event.on = context.today;
        take(people::skill_assessed_op(person, event));
    }
}

// --- Learning
// Refuses the row when nobody has the login or no course the name, for both when both.
std::optional<Importer::Content::Learner> Importer::Content::learner_of(
    std::string const& login, std::string const& course, exchange::RowOrigin const& origin,
    char const* const (&columns)[2]) {
    auto const refuse = [&](char const* column, std::string const& value, Error why) {
        exchange::refuse(table, origin, report(origin, column, value, std::move(why)));
    };
    auto const person = ids.find(comparison_key(login));
    Result<CourseId> const found = course_names.find(course);
    bool const is_person = person != ids.end();
    if (!is_person) refuse(columns[0], login, {ErrorCode::not_found, {"person", login}});
    if (!found) refuse(columns[1], course, found.error());
    if (!is_person || !found) return std::nullopt;
    return Learner{person->second, found.value(), joined({{}, login}, {{}, course})};
}

void Importer::Content::save_enrolment(exchange::EnrolmentRow& row) {
    auto const learner = learner_of(row.login, row.course, row.origin, {"login", "course"});
    if (!learner) return;
    auto const of_import = enrolled.find({learner->person, learner->course});
    learning::Enrolment const* const known =
        of_import != enrolled.end()
            ? &of_import->second
            : learning::find_enrolment(context.state.learning, learner->person, learner->course);
    Effect const effect = effect_of(row, known);
    if (tally.count(Thing::enrolment, effect)) {
        ProposedRow shown_row{Thing::enrolment, learner->name, {}};
        if (effect == Effect::changed) {
            shown_row.fields.push_back({"status", to_word(known->status), to_word(status_of(row))});
        }
        tally.add_row(effect, std::move(shown_row));
    }
    if (effect == Effect::same) return;
    take(enrolment_op(learner->person, learner->course, row, context.today));
    enrolled[{learner->person, learner->course}] = {
        status_of(row), row.date.empty() ? context.today : row.date, {}};
}

// The same person, course and date is the same interaction, however often it stands there.
void Importer::Content::save_interaction(exchange::InteractionRow& row) {
    auto const learner = learner_of(row.user, row.item, row.origin, {"user", "item"});
    if (!learner) return;
    auto const [of_person, is_first] = interacted.try_emplace(learner->person);
    auto const known = context.state.learning.interactions.find(learner->person);
    if (is_first && known != context.state.learning.interactions.end()) {
        of_person->second.insert(known->second.begin(), known->second.end());
    }
    learning::InteractionRecorded const event{learner->course, {}, row.date};
    bool const is_new = of_person->second.insert(event).second;
    Effect const effect = is_new ? Effect::added : Effect::same;
    if (tally.count(Thing::interaction, effect)) {
        tally.add_row(effect, {Thing::interaction, learner->name, {}});
    }
    if (is_new) take(learning::event_op(learner->person, event));
}

// --- Importer
Importer::Importer(ImportContext context, exchange::ImportTable table, TakeOp take)
    : content_(std::make_unique<Content>(std::move(context), std::move(table), std::move(take))) {}
Importer::~Importer() = default;
Importer::Importer(Importer&&) noexcept = default;

bool Importer::step(std::uint64_t rows_max) {
    ZT_ASSERT(rows_max >= 1);
    if (!content_->is_begun) content_->error = content_->begin();
    if (content_->error) return false;
    for (std::uint64_t i = 0; i < rows_max; ++i) {
        if (!content_->step_one()) return false;
    }
    return true;
}

double Importer::share_done() const {
    if (content_->rows_all == 0) return content_->is_begun ? 1 : 0;
    return std::min(1.0, static_cast<double>(content_->rows_done) /
                             static_cast<double>(content_->rows_all));
}

Result<ImportProposal> Importer::take_proposal() {
    if (content_->error) return *content_->error;
    ImportProposal proposal;
    content_->tally.give_to(proposal);
    exchange::ImportTable& table = content_->table;
    proposal.refused_rows = exchange::to_bytes(exchange::refused_files(table));
    proposal.files = std::move(table.readings);
    proposal.refusals_count = table.refused_rows.size();
    proposal.warnings_count = table.warnings.size();
    auto const first = [](std::vector<exchange::Refusal>& all) {
        if (all.size() > limits::rows_shown_max) all.resize(limits::rows_shown_max);
        return std::move(all);
    };
    proposal.refusals = first(table.refusals);
    proposal.warnings = first(table.warnings);
    return proposal;
}

}  // namespace zhitu::app
