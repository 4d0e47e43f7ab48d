#pragma once

// What differs between two versions of one thing, as text for people.

#include <concepts>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/import_proposal.h"
#include "catalog/catalog.h"
#include "people/people.h"

namespace zhitu::app {

// Names of what ids stand for. Requires all of them set.
struct Names {
    std::function<std::string(SkillId)> skill;
    std::function<std::string(CourseId)> course;
    std::function<std::string(RoleId)> role;
    std::function<std::string(TeamId)> team;
    std::function<std::string(PersonId)> person;
};

// One value, or the elements of a set.
using FieldTexts = std::vector<std::pair<std::string, std::vector<std::string>>>;

// Writes a struct down field by field, in the order of its visit_fields.
struct FieldTeller {
    Names const& names;
    FieldTexts& out;

    std::string tell(std::string const& value) const { return value; }
    std::string tell(bool value) const { return value ? "true" : "false"; }
    std::string tell(std::int64_t value) const { return std::to_string(value); }
    std::string tell(std::optional<std::int64_t> const& value) const {
        return value ? std::to_string(*value) : std::string();
    }
    std::string tell(SkillId id) const { return id.is_nil() ? "" : names.skill(id); }
    std::string tell(CourseId id) const { return id.is_nil() ? "" : names.course(id); }
    std::string tell(RoleId id) const { return id.is_nil() ? "" : names.role(id); }
    std::string tell(TeamId id) const { return id.is_nil() ? "" : names.team(id); }
    std::string tell(PersonId id) const { return id.is_nil() ? "" : names.person(id); }
    std::string tell(SkillId id, catalog::Lift lift) const {
        return names.skill(id) + " " + std::to_string(lift.from) + "→" + std::to_string(lift.to);
    }
    std::string tell(SkillId id, people::Need need) const {
        return names.skill(id) + " " + std::to_string(need.level) + " (" +
               shares(need.weight_millionths) + ")";
    }
    std::string tell(SkillId id, catalog::SynonymWeight weight) const {
        return names.skill(id) + " (" + shares(weight.millionths) + ")";
    }

    template <class T, class Bounds>
    void value(char const* field, T const& value, Bounds) {
        out.push_back({field, {tell(value)}});
    }
    void position(char const* field, std::string const& value) { out.push_back({field, {value}}); }
    template <class T>
    void elements(char const* field, std::set<T> const& elements, std::size_t) {
        out.push_back({field, {}});
        for (T const& element : elements) out.back().second.push_back(tell(element));
    }
    template <class K, class V>
    void elements(char const* field, std::map<K, V> const& elements, std::size_t) {
        out.push_back({field, {}});
        for (auto const& [key, value] : elements) out.back().second.push_back(tell(key, value));
    }

private:
    static std::string shares(std::int64_t millionths);  // "0.85"
};

template <class T>
FieldTexts tell_fields(Names const& names, T const& value) {
    FieldTexts texts;
    FieldTeller teller{names, texts};
    visit_fields(teller, value);
    return texts;
}

// The fields whose texts differ; of sets only what goes and what comes. Texts are shortened to 200
// code points. Requires texts of one type.
std::vector<FieldChange> changes_between(FieldTexts const& before, FieldTexts const& after);

}  // namespace zhitu::app
