#pragma once

// What can be learned: skills, courses, their units.
//
//   skill ◀──teaches (from → to)── course ──prerequisites──▶ course
//                                    ▲
//                                  unit (in order)
//
// State is derived: apply() refolds one entity from the ledger (architecture.md, law 5).

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/limits.h"
#include "base/text.h"
#include "vault/fields.h"

namespace zhitu::catalog {

inline constexpr char const* skill_kind = "skill";
inline constexpr char const* course_kind = "course";
inline constexpr char const* unit_kind = "unit";

struct SynonymWeight {
    std::int64_t millionths = 0;
    friend bool operator==(SynonymWeight const&, SynonymWeight const&) = default;
};

struct Skill {
    LocalText name;
    std::string domain;                          // key of a domain of ORG-7; may be empty
    LocalText domain_name;                       // shown as a facet
    std::map<SkillId, SynonymWeight> synonyms;   // other skills that count as this one
    std::set<SkillId> rejected;                  // of the synonyms: somebody says they are wrong
    std::set<SkillId> weighed;                   // of the synonyms: somebody set the weight here
    friend bool operator==(Skill const&, Skill const&) = default;
};

// A course takes a learner from one level of a skill to another. from < to.
struct Lift {
    std::int64_t from = 0;
    std::int64_t to = 1;
    friend bool operator==(Lift const&, Lift const&) = default;
};

struct Course {
    LocalText title;
    LocalText summary;
    LocalText author;
    std::string url;
    std::string source;    // who published it: "Coursera", or empty for the company's own
    std::string language;  // BCP 47
    std::string format;    // text, video, audio, interactive; empty: unknown
    std::string updated;   // date, "2026-06-10"
    std::int64_t level = 0;  // 1 beginner, 2 intermediate, 3 advanced; 0: not said
    std::optional<std::int64_t> duration_minutes;
    std::optional<std::int64_t> price_minor;        // absent: unknown, which is not free;
                                                    // hundredths, whatever the currency
    std::string currency;                           // ISO 4217
    std::optional<std::int64_t> popularity_millionths;  // S0's 推荐度, 0..1
    std::optional<std::int64_t> rating_millionths;      // of 5
    std::optional<std::int64_t> rating_count;
    std::optional<std::int64_t> learners_count;
    bool has_theory = false;
    bool has_practice = false;
    std::map<SkillId, Lift> teaches;
    std::set<CourseId> prerequisites;
    friend bool operator==(Course const&, Course const&) = default;
};

struct Unit {
    CourseId course;
    std::string order;  // fractional index; units of a course sort by (order, id)
    LocalText title;
    LocalText body;  // Markdown
    std::int64_t duration_minutes = 0;
    friend bool operator==(Unit const&, Unit const&) = default;
};

struct State {
    std::map<SkillId, Skill> skills;
    std::map<CourseId, Course> courses;
    std::map<UnitId, Unit> units;
    std::map<CourseId, std::vector<UnitId>> units_of;  // in order
};

// Natural keys (architecture: ids). A course is its URL without query and fragment, else source and
// title; a skill is the comparison key of its name.
SkillId skill_id(std::string_view name);
CourseId course_id(Course const& course);
UnitId unit_id(CourseId const& course, std::string_view order);

inline vault::EntityKey key_of(SkillId id) { return {skill_kind, id.raw}; }
inline vault::EntityKey key_of(CourseId id) { return {course_kind, id.raw}; }
inline vault::EntityKey key_of(UnitId id) { return {unit_kind, id.raw}; }

// The synonyms that count: not rejected, weight above 0. A rejected one keeps its weight and stays
// rejected whatever a file says of it later, as a weight that somebody set stays.
std::map<SkillId, SynonymWeight> live_synonyms(Skill const& skill);

// Makes `state` agree with what the ledger says of one entity; a null or deleted entity goes.
// Other kinds than this room's change nothing. Total. Cost: O(fields log state).
void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity);

// The least cycle of prerequisites that `course` would close with these prerequisites, in order,
// first = last; empty when there is none. Cost: O(courses + prerequisites).
std::vector<CourseId> find_cycle(State const& state, CourseId course,
                                 std::set<CourseId> const& prerequisites);

// --- Fields
template <class Visitor, class T>
    requires std::same_as<std::remove_const_t<T>, Skill>
void visit_fields(Visitor& v, T& skill) {
    v.value("name_zh", skill.name.zh, vault::TextBounds{limits::name_max});
    v.value("name_en", skill.name.en, vault::TextBounds{limits::name_max});
    v.value("domain", skill.domain, vault::TextBounds{limits::name_max});
    v.value("domain_zh", skill.domain_name.zh, vault::TextBounds{limits::name_max});
    v.value("domain_en", skill.domain_name.en, vault::TextBounds{limits::name_max});
    v.elements("synonyms", skill.synonyms, limits::course_skills_max);
    v.elements("rejected", skill.rejected, limits::course_skills_max);
    v.elements("weighed", skill.weighed, limits::course_skills_max);
}

template <class Visitor, class T>
    requires std::same_as<std::remove_const_t<T>, Course>
void visit_fields(Visitor& v, T& course) {
    v.value("title_zh", course.title.zh, vault::TextBounds{limits::course_title_max});
    v.value("title_en", course.title.en, vault::TextBounds{limits::course_title_max});
    v.value("summary_zh", course.summary.zh, vault::TextBounds{limits::summary_max});
    v.value("summary_en", course.summary.en, vault::TextBounds{limits::summary_max});
    v.value("author_zh", course.author.zh, vault::TextBounds{limits::name_max});
    v.value("author_en", course.author.en, vault::TextBounds{limits::name_max});
    v.value("url", course.url, vault::TextBounds{limits::url_max});
    v.value("source", course.source, vault::TextBounds{limits::name_max});
    v.value("language", course.language, vault::TextBounds{limits::name_max});
    v.value("format", course.format, vault::TextBounds{limits::name_max});
    v.value("updated", course.updated, vault::TextBounds{limits::name_max});
    v.value("level", course.level, vault::Range{0, limits::level_max});
    v.value("duration_minutes", course.duration_minutes,
            vault::Range{1, limits::duration_minutes_max});
    v.value("price_minor", course.price_minor, vault::Range{0, limits::money_minor_max});
    v.value("currency", course.currency, vault::TextBounds{3});
    v.value("popularity", course.popularity_millionths, vault::Range{0, limits::million});
    v.value("rating", course.rating_millionths, vault::Range{0, 5 * limits::million});
    v.value("rating_count", course.rating_count, vault::Range{});
    v.value("learners_count", course.learners_count, vault::Range{});
    v.value("has_theory", course.has_theory, vault::Anything{});
    v.value("has_practice", course.has_practice, vault::Anything{});
    v.elements("teaches", course.teaches, limits::course_skills_max);
    v.elements("prerequisites", course.prerequisites, limits::prerequisites_max);
}

template <class Visitor, class T>
    requires std::same_as<std::remove_const_t<T>, Unit>
void visit_fields(Visitor& v, T& unit) {
    v.value("course", unit.course, vault::Anything{});
    v.position("order", unit.order);
    v.value("title_zh", unit.title.zh, vault::TextBounds{limits::course_title_max});
    v.value("title_en", unit.title.en, vault::TextBounds{limits::course_title_max});
    v.value("body_zh", unit.body.zh, vault::TextBounds{limits::text_bytes_max / 4});
    v.value("body_en", unit.body.en, vault::TextBounds{limits::text_bytes_max / 4});
    v.value("duration_minutes", unit.duration_minutes,
            vault::Range{0, limits::duration_minutes_max});
}

Json pair_to_json(SkillId skill, Lift lift);
bool pair_from_json(Json const& json, SkillId& skill, Lift& lift);
Json pair_to_json(SkillId skill, SynonymWeight weight);
bool pair_from_json(Json const& json, SkillId& skill, SynonymWeight& weight);

}  // namespace zhitu::catalog
