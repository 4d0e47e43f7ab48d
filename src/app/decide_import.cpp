// An import updates what is known and adds what is not; it removes nothing, and a field the file
// does not have keeps what the company already knows.

#include "app/decide.h"

namespace zhitu::app {

namespace {

void keep(std::string& after, std::string const& before) {
    if (after.empty()) after = before;
}
void keep(LocalText& after, LocalText const& before) {
    keep(after.zh, before.zh);
    keep(after.en, before.en);
}
template <class T>
void keep(std::optional<T>& after, std::optional<T> const& before) {
    if (!after) after = before;
}
template <class Tag>
void keep(Id<Tag>& after, Id<Tag> const& before) {
    if (after.is_nil()) after = before;
}

// One skill has many spellings; the one the company knows already stays.
catalog::Skill united(catalog::Skill after, catalog::Skill const& before) {
    LocalText known = before.name;
    keep(known, after.name);
    after.name = known;
    keep(after.domain, before.domain);
    keep(after.domain_name, before.domain_name);
    after.synonyms.insert(before.synonyms.begin(), before.synonyms.end());
    after.rejected = before.rejected;  // What somebody rejected no file brings back.
    return after;
}

catalog::Course united(catalog::Course after, catalog::Course const& before) {
    keep(after.title, before.title);
    keep(after.summary, before.summary);
    keep(after.author, before.author);
    keep(after.language, before.language);
    keep(after.format, before.format);
    keep(after.updated, before.updated);
    if (after.level == 0) after.level = before.level;
    keep(after.duration_minutes, before.duration_minutes);
    if (!after.price_minor) after.currency = before.currency;
    keep(after.price_minor, before.price_minor);
    keep(after.popularity_millionths, before.popularity_millionths);
    keep(after.rating_millionths, before.rating_millionths);
    keep(after.rating_count, before.rating_count);
    keep(after.learners_count, before.learners_count);
    after.has_theory = after.has_theory || before.has_theory;
    after.has_practice = after.has_practice || before.has_practice;
    if (after.teaches.empty()) after.teaches = before.teaches;
    if (after.prerequisites.empty()) after.prerequisites = before.prerequisites;
    return after;
}

people::Role united(people::Role after, people::Role const& before) {
    keep(after.name, before.name);
    if (after.needs.empty()) after.needs = before.needs;
    return after;
}

people::Team united(people::Team after, people::Team const& before) {
    keep(after.name, before.name);
    keep(after.department, before.department);
    return after;
}

people::Person united(people::Person after, people::Person const& before) {
    keep(after.name, before.name);
    keep(after.email, before.email);
    keep(after.team, before.team);
    keep(after.role, before.role);
    keep(after.manager, before.manager);
    keep(after.access, before.access);
    keep(after.hired, before.hired);
    keep(after.weekly_minutes, before.weekly_minutes);
    if (!after.budget_minor) after.currency = before.currency;
    keep(after.budget_minor, before.budget_minor);
    return after;
}

class Importer {
public:
    Importer(State const& state, exchange::ImportTable const& table, Context const& context)
        : state_(state), table_(table), context_(context) {}

    vault::Ops run() {
        for (auto const& [id, skill] : table_.skills) {
            save(catalog::key_of(id), state_.catalog.skills, id, skill);
        }
        for (auto const& [id, course] : table_.courses) {
            save(catalog::key_of(id), state_.catalog.courses, id, course);
        }
        for (auto const& [id, role] : table_.roles) {
            save(people::key_of(id), state_.people.roles, id, role);
        }
        number_people();
        for (exchange::RosterRow const& row : table_.people) save_row(row);
        for (auto const& [id, team] : teams_) {
            save(people::key_of(id), state_.people.teams, id, team);
        }
        return std::move(ops_);
    }

private:
    template <class Map, class Key, class T>
    void save(vault::EntityKey const& key, Map const& known, Key id, T const& imported,
              RawId const& subject = {}) {
        auto const before = known.find(id);
        bool const is_known = before != known.end();
        T const after = is_known ? united(imported, before->second) : imported;
        append(vault::edit_ops(key, subject, is_known ? before->second : T{}, after));
    }

    void append(vault::Ops ops) {
        for (vault::Op& op : ops) ops_.push_back(std::move(op));
    }

    // Everybody gets an id first: a manager may stand further down in the file.
    void number_people() {
        for (auto const& [id, person] : state_.people.people) {
            ids_.emplace(comparison_key(person.login), id);
        }
        for (exchange::RosterRow const& row : table_.people) {
            std::string login = comparison_key(row.person.login);
            if (!ids_.contains(login)) {
                ids_.emplace(std::move(login), PersonId{context_.env->random_id()});
            }
        }
    }

    void save_row(exchange::RosterRow const& row) {
        PersonId const id = ids_.at_key(comparison_key(row.person.login));
        people::Person person = row.person;
        if (!row.team.is_empty() || !row.department.is_empty()) person.team = team_of(row);
        if (!row.role_name.empty()) person.role = role_of(row.role_name);
        person.manager = ids_.at_key(comparison_key(row.manager_login));
        save(people::key_of(id), state_.people.people, id, person, id.raw);
        save_skills(id, row);
    }

    TeamId team_of(exchange::RosterRow const& row) {
        auto const shown = [](LocalText const& text) {
            return text.zh.empty() ? text.en : text.zh;
        };
        TeamId const id = people::team_id(shown(row.department), shown(row.team));
        teams_.emplace(id, people::Team{row.team, row.department});
        return id;
    }

    // A role nobody described yet keeps its name; its needs can follow in another file.
    RoleId role_of(std::string const& name) {
        RoleId const id = people::role_id(name);
        bool const is_known = state_.people.roles.contains(id) || table_.roles.contains(id);
        if (!is_known && roles_made_.insert(id).second) {
            people::Role const role{.name = {.zh = {}, .en = name}, .needs = {}};
            append(vault::edit_ops(people::key_of(id), {}, people::Role{}, role));
        }
        return id;
    }

    void save_skills(PersonId person, exchange::RosterRow const& row) {
        auto const stated = self_stated(person);
        for (auto const& [name, level] : row.skills) {
            SkillId const skill = skill_of(name);
            auto const before = stated.find(skill);
            if (before != stated.end() && before->second == level) continue;
            people::SkillAssessed event;
            event.skill = skill;
            event.level = level;
            event.on = context_.today;
            ops_.push_back(people::skill_assessed_op(person, event));
        }
    }

    std::map<SkillId, std::int64_t> self_stated(PersonId person) const {
        std::map<SkillId, std::int64_t> stated;
        auto const found = state_.people.evidence.find(person);
        if (found == state_.people.evidence.end()) return stated;
        for (people::SkillAssessed const& event : found->second) {
            if (event.kind == people::EvidenceKind::self) stated[event.skill] = event.level;
        }
        return stated;
    }

    SkillId skill_of(std::string const& name) {
        SkillId const id = catalog::skill_id(name);
        bool const is_known = state_.catalog.skills.contains(id) || table_.skills.contains(id);
        if (!is_known && skills_made_.insert(id).second) {
            catalog::Skill skill;
            skill.name.en = name;
            append(vault::edit_ops(catalog::key_of(id), {}, catalog::Skill{}, skill));
        }
        return id;
    }

    struct Logins : std::map<std::string, PersonId> {
        PersonId at_key(std::string const& login) const {
            auto const found = find(login);
            return found == end() ? PersonId{} : found->second;
        }
    };

    State const& state_;
    exchange::ImportTable const& table_;
    Context const& context_;
    vault::Ops ops_{};
    Logins ids_{};
    std::map<TeamId, people::Team> teams_{};
    std::set<RoleId> roles_made_{};
    std::set<SkillId> skills_made_{};
};

}  // namespace

// Errors: out_of_range when the company would grow beyond the limits.
Result<vault::Ops> decide(State const& state, ImportFiles const& wish, Context const& context) {
    ZT_ASSERT(context.env != nullptr);
    std::size_t const courses = state.catalog.courses.size() + wish.table.courses.size();
    if (courses > limits::courses_max) {
        std::string const most = std::to_string(limits::courses_max);
        return Error{ErrorCode::out_of_range, {"courses", "0", most}};
    }
    if (state.people.people.size() + wish.table.people.size() > limits::people_max) {
        std::string const most = std::to_string(limits::people_max);
        return Error{ErrorCode::out_of_range, {"people", "0", most}};
    }
    return Importer(state, wish.table, context).run();
}

}  // namespace zhitu::app
