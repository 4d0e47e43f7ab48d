#include "app/demo.h"

#include <algorithm>

#include "app/source_case.h"

namespace zhitu::app {

namespace {

constexpr std::int64_t hundredth = 10'000;  // in millionths
constexpr char const* source_evaluated_on = "2026-10-30";
constexpr char const* source_stated_on = "2026-08-31";

// Reads our own content with the first error kept; everything after an error is harmless.
class Reader {
public:
    std::optional<Error> error;

    Json const& member(Json const& json, char const* key) {
        static Json const nothing;
        Json const* found = json.find(key);
        if (found == nullptr) fail(key);
        return found == nullptr ? nothing : *found;
    }
    std::string text(Json const& json, char const* key) {
        std::string const* value = member(json, key).as_string();
        if (value == nullptr) fail(key);
        return value == nullptr ? std::string() : *value;
    }
    std::int64_t integer(Json const& json, char const* key) {
        std::int64_t const* value = member(json, key).as_integer();
        if (value == nullptr) fail(key);
        return value == nullptr ? 0 : *value;
    }
    std::optional<std::int64_t> optional_integer(Json const& json, char const* key) {
        if (json.find(key) == nullptr) return std::nullopt;
        return integer(json, key);
    }
    bool flag(Json const& json, char const* key) {
        bool const* value = member(json, key).as_bool();
        if (value == nullptr) fail(key);
        return value != nullptr && *value;
    }
    LocalText local(Json const& json, char const* key) {
        Json const& both = member(json, key);
        return {text(both, "zh"), text(both, "en")};
    }
    Json::Array const& list(Json const& json, char const* key) {
        static Json::Array const nothing;
        Json::Array const* value = member(json, key).as_array();
        if (value == nullptr) fail(key);
        return value == nullptr ? nothing : *value;
    }
    template <class Map>
    typename Map::mapped_type known(Map const& map, std::string const& key) {
        auto const found = map.find(key);
        if (found == map.end()) fail(key);
        return found == map.end() ? typename Map::mapped_type{} : found->second;
    }
    void fail(std::string const& place) {
        if (!error) error = Error{ErrorCode::e_field, {place}};
    }
};

class DemoContent {
public:
    Result<vault::Ops> read(Json const& root) {
        Json const& company = read_.member(root, "company");
        read_company(company);
        read_skills(company);
        read_roles(company);
        read_teams(company);
        number_courses(root);
        number_people(company);
        for (Json const& course : read_.list(root, "courses")) read_course(course);
        for (Json const& person : read_.list(company, "people")) read_person(person);
        for (Json const& row : read_.list(company, "history")) read_history(row);
        read_source_case(read_.member(company, "s0"));
        if (read_.error) return *read_.error;
        return std::move(ops_);
    }

private:
    template <class T>
    void put(vault::EntityKey const& key, T const& value, RawId const& subject = {}) {
        if (auto error = vault::check_fields(value)) read_.fail(error->arguments.front());
        for (vault::Op& op : vault::edit_ops(key, subject, T{}, value)) {
            ops_.push_back(std::move(op));
        }
    }

    void read_company(Json const& company) {
        people::Company const value{read_.local(read_.member(company, "company"), "name"), true};
        put(people::company_key(), value);
    }

    void read_skills(Json const& company) {
        std::map<std::string, LocalText> domains;
        for (Json const& domain : read_.list(company, "domains")) {
            domains[read_.text(domain, "key")] = read_.local(domain, "name");
        }
        for (Json const& json : read_.list(company, "skills")) {
            catalog::Skill skill;
            skill.name = read_.local(json, "name");
            skill.domain = read_.text(json, "domain");
            skill.domain_name = read_.known(domains, skill.domain);
            SkillId const id = catalog::skill_id(skill.name.en);
            skills_[read_.text(json, "key")] = id;
            put(catalog::key_of(id), skill);
        }
    }

    void read_roles(Json const& company) {
        for (Json const& json : read_.list(company, "roles")) {
            people::Role role;
            role.name = read_.local(json, "name");
            for (Json const& need : read_.list(json, "needs")) {
                SkillId const skill = read_.known(skills_, read_.text(need, "skill"));
                role.needs[skill] = {read_.integer(need, "level"),
                                     read_.integer(need, "weight") * hundredth};
            }
            RoleId const id = people::role_id(role.name.en);
            roles_[read_.text(json, "key")] = id;
            put(people::key_of(id), role);
        }
    }

    void read_teams(Json const& company) {
        for (Json const& json : read_.list(company, "teams")) {
            people::Team const team{read_.local(json, "name"), read_.local(json, "department")};
            TeamId const id = people::team_id(team.department.zh, team.name.zh);
            teams_[read_.text(json, "key")] = id;
            put(people::key_of(id), team);
        }
    }

    void number_courses(Json const& root) {
        for (Json const& json : read_.list(root, "courses")) {
            catalog::Course course;
            course.title = read_.local(json, "title");
            courses_[read_.text(json, "key")] = catalog::course_id(course);
        }
    }

    // Demo people have the same id on every device: the demo is one company, wherever it is opened.
    void number_people(Json const& company) {
        for (Json const& json : read_.list(company, "people")) {
            std::string const login = read_.text(json, "login");
            people_[login] = PersonId{natural_id("demo_person", login)};
        }
    }

    void read_course(Json const& json) {
        CourseId const id = read_.known(courses_, read_.text(json, "key"));
        catalog::Course course;
        course.title = read_.local(json, "title");
        course.summary = read_.local(json, "summary");
        course.author = read_.local(json, "author");
        course.language = read_.text(json, "language");
        course.format = read_.text(json, "format");
        course.updated = read_.text(json, "updated");
        course.level = read_.integer(json, "level");
        course.duration_minutes = read_.integer(json, "duration_minutes");
        course.price_minor = read_.integer(read_.member(json, "price"), "amount_minor");
        course.currency = read_.text(read_.member(json, "price"), "currency");
        course.popularity_millionths = read_.optional_integer(json, "popularity_millionths");
        course.rating_millionths = read_.integer(json, "rating_millionths");
        course.rating_count = read_.integer(json, "rating_count");
        course.has_theory = read_.flag(json, "theory");
        course.has_practice = read_.flag(json, "practice");
        for (Json const& lift : read_.list(json, "teaches")) {
            SkillId const skill = read_.known(skills_, read_.text(lift, "skill"));
            course.teaches[skill] = {read_.integer(lift, "from"), read_.integer(lift, "to")};
        }
        for (Json const& key : read_.list(json, "prerequisites")) {
            std::string const* text = key.as_string();
            course.prerequisites.insert(read_.known(courses_, text == nullptr ? "" : *text));
        }
        put(catalog::key_of(id), course);
        read_units(id, read_.list(json, "units"));
    }

    void read_units(CourseId course, Json::Array const& units) {
        for (std::size_t index = 0; index < units.size(); ++index) {
            catalog::Unit unit;
            unit.course = course;
            unit.order = "a" + std::to_string(index + 1);
            unit.title = read_.local(units[index], "title");
            unit.body = read_.local(units[index], "body");
            unit.duration_minutes = read_.integer(units[index], "minutes");
            put(catalog::key_of(catalog::unit_id(course, unit.order)), unit);
        }
    }

    void read_person(Json const& json) {
        PersonId const id = read_.known(people_, read_.text(json, "login"));
        people::Person person;
        person.login = read_.text(json, "login");
        person.name = read_.local(json, "name");
        person.email = read_.text(json, "email");
        person.team = read_.known(teams_, read_.text(json, "team"));
        person.role = read_.known(roles_, read_.text(json, "role"));
        std::string const* manager = read_.member(json, "manager").as_string();
        if (manager != nullptr) person.manager = read_.known(people_, *manager);
        person.access = read_.text(json, "access");
        person.hired = read_.text(json, "hired");
        person.weekly_minutes = read_.integer(json, "weekly_minutes");
        person.budget_minor = read_.integer(read_.member(json, "budget"), "amount_minor");
        person.currency = read_.text(read_.member(json, "budget"), "currency");
        put(people::key_of(id), person, id.raw);
        for (Json const& row : read_.list(json, "skills")) read_statement(id, row);
    }

    void read_statement(PersonId person, Json const& json) {
        people::SkillAssessed event;
        event.skill = read_.known(skills_, read_.text(json, "skill"));
        event.level = read_.integer(json, "level");
        event.on = read_.text(json, "on");
        std::string const kind = read_.text(json, "kind");
        if (kind == "manager") event.kind = people::EvidenceKind::manager;
        if (kind == "test") event.kind = people::EvidenceKind::test;
        ops_.push_back(people::skill_assessed_op(person, event));
    }

    void read_history(Json const& json) {
        PersonId const person = read_.known(people_, read_.text(json, "person"));
        CourseId const course = read_.known(courses_, read_.text(json, "course"));
        std::string const on = read_.text(json, "on");
        std::string const kind = read_.text(json, "kind");
        if (kind == "enrolled") {
            ops_.push_back(event_op(person, learning::LearnerEnrolled{course, on}));
        } else if (kind == "withdrawn") {
            ops_.push_back(event_op(person, learning::LearnerWithdrawn{course, on}));
        } else if (kind == "unit_done") {
            std::string const order = "a" + std::to_string(read_.integer(json, "unit"));
            UnitId const unit = catalog::unit_id(course, order);
            ops_.push_back(event_op(person, learning::UnitFinished{course, unit, on}));
        } else if (kind == "completed") {
            ops_.push_back(event_op(person, learning::CourseFinished{course, on}));
            read_result(person, course, json, on);
        } else {
            read_.fail("history: " + kind);
        }
    }

    void read_result(PersonId person, CourseId course, Json const& json, std::string const& on,
                     std::string const& label = {}) {
        auto const grade = assessment::grade_from_word(read_.text(json, "grade"));
        if (!grade) read_.fail("grade");
        assessment::ResultRecorded const event{course, grade.value_or(assessment::Grade::fail), on,
                                               label};
        ops_.push_back(assessment::event_op(person, event));
    }

    void read_source_case(Json const& json) {
        for (Json const& row : read_.list(json, "skill_table")) {
            people::SkillAssessed event;
            event.skill = read_.known(skills_, read_.text(row, "skill"));
            event.level = read_.integer(row, "level");
            event.on = source_stated_on;
            event.case_label = source_case_label;
            PersonId const person = read_.known(people_, read_.text(row, "person"));
            ops_.push_back(people::skill_assessed_op(person, event));
        }
        for (Json const& row : read_.list(json, "recommendations")) {
            learning::Recommendation value;
            value.person = read_.known(people_, read_.text(row, "person"));
            value.course = read_.known(courses_, read_.text(row, "course"));
            value.score_millionths = read_.integer(row, "score_millionths");
            value.case_label = source_case_label;
            RawId const id = learning::recommendation_id(value.person, value.course);
            put({learning::recommendation_kind, id}, value, value.person.raw);
        }
        for (Json const& row : read_.list(json, "evaluations")) {
            PersonId const person = read_.known(people_, read_.text(row, "person"));
            CourseId const course = read_.known(courses_, read_.text(row, "course"));
            read_result(person, course, row, source_evaluated_on, source_case_label);
        }
    }

    Reader read_;
    vault::Ops ops_;
    std::map<std::string, SkillId> skills_;
    std::map<std::string, RoleId> roles_;
    std::map<std::string, TeamId> teams_;
    std::map<std::string, CourseId> courses_;
    std::map<std::string, PersonId> people_;
};

}  // namespace

Status load_demo(Store& store, std::string_view demo_json) {
    Result<Json> const json = read_json(demo_json);
    if (!json) return json.error();
    Result<vault::Ops> ops = DemoContent().read(json.value());
    if (!ops) return ops.error();
    Result<Dispatched> const done = store.record(std::move(ops).value());
    if (!done) return done.error();
    return Done{};
}

}  // namespace zhitu::app
