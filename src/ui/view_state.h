#pragma once

// What the views remember that is no truth: the open page, half-typed text, sorting, toasts. One
// object, owned by the shell; pages keep their own part in it. Nothing here is saved but `device`.

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/advice.h"
#include "app/clock_watch.h"
#include "app/coverage.h"
#include "app/gap_matrix.h"
#include "app/import_proposal.h"
#include "app/own_list.h"
#include "app/ports.h"
#include "app/store.h"
#include "app/why_not.h"
#include "ui/doctor_view.h"
#include "ui/past_view.h"

namespace zhitu::ui {

enum class Language : std::uint8_t { zh, en };
enum class Theme : std::uint8_t { light, dark, system };

// This device's own settings: file "device" beside the journal, in no export.
struct DeviceSettings {
    Language language = Language::zh;
    Theme theme = Theme::system;
    PersonId me;  // whom one acts as
    std::int64_t exported_ms = 0;       // of the last export from here; 0: never
    std::int64_t exported_changes = 0;  // that were here then
};

enum class Page : std::uint8_t {
    doors,
    today,
    catalog,
    course,
    my_skills,
    person,
    team,
    lab,
    data,
    add_person,
    add_course,
    add_skill,
    roles,
    role,
    skills,
    skill,
    add_role,
    doctor,
};

struct Route {
    Page page = Page::doors;
    RawId subject{};  // course, person, role or skill
    friend bool operator==(Route const&, Route const&) = default;
};

struct Toast {
    std::uint64_t id = 0;
    std::string text;  // already in the language of the moment it came
    bool is_problem = false;
    std::optional<app::Dispatched> undo;  // offers Undo
    double shown_until = 0;               // ImGui time; 0: not shown yet
};

// What rows of their own heights measured when they were last drawn.
struct RowHeights {
    float width = 0;  // of the table, as measured
    std::vector<float> rows;
};

// Files on their way in; ui/import_flow.h takes it from step to step.
struct ImportState {
    enum class Step : std::uint8_t { idle, reading, preview, applying, applied } step = Step::idle;
    std::uint64_t job = 0;  // the reading under way; 0: none. An older proposal stays in view
    std::int64_t progress_millionths = 0;
    std::vector<app::NamedBytes> files;        // kept, to be read again
    std::vector<exchange::FilePlan> plans;     // [files], as last asked for
    std::vector<std::string> signatures;       // [files], as detected; none before the first answer
    std::vector<bool> are_remembered;          // [files], read as the last time
    bool is_stale = false;                     // read again because the state had changed
    std::optional<app::ImportProposal> proposal;
    std::optional<Error> error;
    std::optional<app::ExchangeReading> exchange;  // of an exchange file, instead of a proposal
    std::size_t next_part = 0;                     // of it, while it is merged
    app::Store::Merged merged;                     // so far
    std::array<RowHeights, 6> heights{};          // of the groups of rows
};

// The catalog's filter, and the rows it yields for one version of the state.
struct CatalogView {
    std::string query;
    std::string domain;
    int level = 0;             // 0: all
    bool is_source_view = false;  // score >= 0.5, best first
    std::uint64_t rows_version = 0;
    std::string rows_key;
    std::vector<CourseId> rows;
    std::map<std::string, std::size_t> domain_counts;  // what each facet would leave
    std::array<std::size_t, 3> level_counts{};
};

// What the team page shows of its map, and the map for one version of the state.
enum class TeamShows : std::uint8_t { gap, level, priority };
struct TeamView {
    app::PeopleFilter filter;
    TeamShows shows = TeamShows::gap;
    std::size_t first_column = 0;
    PersonId person;         // the cell chosen; nil: the first one that lacks something
    SkillId skill;           // nil: what lacks most
    std::int64_t level = 0;  // 0: the highest one that somebody's role wants
    // Made by team_view():
    std::uint64_t version = 0;
    app::PeopleFilter filter_of_matrix;
    app::GapMatrix matrix;
    std::vector<std::size_t> order;                // [people] most lacking first, ties by login
    std::vector<std::int64_t> priority_millionths;  // [people] summed over skills
    std::vector<std::int64_t> under_way;            // [people] courses
    std::uint32_t priority_max = 0;                 // of one cell
    std::vector<std::vector<app::PriorityPart>> parts;  // of the first skills that lack
    std::int64_t gap_levels = 0;
    std::int64_t under_way_count = 0;
};

// Roles and skills against what the catalog teaches, for one version of the state.
struct RoleRow {
    RoleId role;
    std::string name;
    app::RoleCoverage coverage;
    std::int64_t people_count = 0;
};
struct SkillRow {
    SkillId skill;
    std::string name;
    std::int64_t courses_count = 0;  // directly or through a live synonym
    std::int64_t level = 0;          // the highest these reach
    std::int64_t roles_count = 0;
    std::int64_t live_count = 0;      // synonyms
    std::int64_t rejected_count = 0;
};
struct AreaRows {
    std::uint64_t version = 0;
    Language language = Language::zh;
    app::TeachingIndex teaching;
    std::vector<RoleRow> roles;    // by name
    std::vector<SkillRow> skills;  // by name
    std::string skill_query;
    bool has_synonyms_only = false;
};

// One answer to "why not that one", for one version of the state.
struct WhyView {
    std::uint64_t version = 0;
    PersonId person;
    CourseId course;
    std::optional<CourseId> against;  // empty: the one above
    std::optional<CourseId> against_of_answer;
    app::WhyNot answer;
};

// The company's own list for one version of the state, by length of list.
struct OwnListView {
    std::uint64_t version = 0;
    std::vector<app::OwnListReport> reports;  // [own_list_k_max]
};

struct ViewState {
    Route route;
    std::vector<Route> history;  // for Back
    DeviceSettings device;
    bool device_changed = false;  // the shell saves the settings
    std::vector<Toast> toasts;
    std::uint64_t next_toast = 1;
    bool is_abandoning = false;  // what goes was never imported, rather than undone
    std::uint64_t next_job = 1;
    ImportState import;
    CatalogView catalog;
    TeamView team;
    WhyView why;
    OwnListView own_list;
    AreaRows areas;
    PastView past;
    std::string person_query;  // of the list of whom one acts as
    bool system_prefers_dark = false;
    bool has_coarse_pointer = false;
    bool are_files_over = false;  // somebody drags files over the page
    bool is_loading_demo = false;
    // Advice of the person looked at, tagged with the state it was made from.
    std::uint64_t advice_version = 0;
    PersonId advice_person;
    app::AdviceList advice;
    // Forms and disclosures of the pages: text by field, numbers by name, what is wrong by field.
    std::map<std::string, std::string, std::less<>> form;
    std::map<std::string, std::string, std::less<>> form_errors;
    std::map<std::string, std::int64_t, std::less<>> choices;
    // Today is passed in by the shell, so that views ask no clock.
    std::string today;
    int hour_of_day = 9;
    std::int64_t now_ms = 0;     // wall clock
    std::int64_t steady_ms = 0;  // since any beginning; only runs
    app::ClockWatch clock;
    bool is_clock_right = false;  // says the person
    // What the program was built from (hash of its code) and when; empty natively.
    std::string build_id;
    std::string build_date;
    app::StorageTold storage;
    bool has_asked_to_keep = false;  // app::KeepStorage, in this visit
    DoctorView doctor;
};

}  // namespace zhitu::ui
