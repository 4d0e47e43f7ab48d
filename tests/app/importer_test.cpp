#include "app/importer.h"

#include <gtest/gtest.h>

#include "app/company.h"
#include "support/imports.h"

namespace zhitu::app {
namespace {

exchange::RosterRow row(std::string login, std::string name, std::string manager = {}) {
    exchange::RosterRow value;
    value.person.login = std::move(login);
    value.person.name.zh = std::move(name);
    value.team.zh = "订单平台";
    value.department.zh = "研发中心";
    value.role_name = "Backend engineer";
    value.manager_login = std::move(manager);
    value.skills = {{"go", 2}, {"sql", 1}};
    return value;
}

exchange::ImportTable table() {
    exchange::ImportTable table;
    table.people = {row("li.si", "李四", "wang.jing"), row("wang.jing", "王静")};
    catalog::Skill skill;
    skill.name.en = "go";
    table.skills[catalog::skill_id("go")] = skill;
    catalog::Course course;
    course.title.en = "Go in practice";
    course.level = 1;
    course.teaches[catalog::skill_id("go")] = {0, 1};
    table.courses[catalog::course_id(course)] = course;
    return table;
}

struct Imported {
    vault::Ops ops;
    Result<ImportProposal> proposal;
};

Imported decide(Store const& store, exchange::ImportTable from, std::uint64_t rows_a_step = 1'000) {
    vault::Ops ops;
    Importer importer({store.state(), store.ledger(), store.today(), RawId{7}}, std::move(from),
                      [&ops](vault::Op op) { ops.push_back(std::move(op)); });
    while (importer.step(rows_a_step)) {
    }
    EXPECT_EQ(importer.share_done(), 1);
    return {std::move(ops), importer.take_proposal()};
}

ThingCounts counts(Imported const& imported, Thing thing) {
    return imported.proposal.value().counts[static_cast<std::size_t>(thing)];
}

TEST(Importer, a_roster_makes_people_with_team_role_manager_and_skills) {
    test::Company company;
    ASSERT_TRUE(test::import_table(company.store, table()));
    people::State const& people = company.store.state().people;
    ASSERT_EQ(people.people.size(), 2u);
    PersonId const li = *people::find_by_login(people, "li.si");
    PersonId const wang = *people::find_by_login(people, "wang.jing");
    EXPECT_EQ(people.people.at(li).manager, wang);
    EXPECT_TRUE(people.people.at(wang).manager.is_nil());
    EXPECT_EQ(people.teams.at(people.people.at(li).team).name.zh, "订单平台");
    EXPECT_EQ(people.roles.at(people.people.at(li).role).name.en, "Backend engineer");
    EXPECT_EQ(people::current_skills(people, li).at(catalog::skill_id("go")).level, 2);
    EXPECT_TRUE(company.store.state().catalog.skills.contains(catalog::skill_id("sql")));
}

TEST(Importer, everything_new_is_counted_once) {
    test::Company company;
    Imported const first = decide(company.store, table());
    EXPECT_EQ(counts(first, Thing::course), (ThingCounts{1, 0, 0}));
    EXPECT_EQ(counts(first, Thing::skill), (ThingCounts{2, 0, 0}));
    EXPECT_EQ(counts(first, Thing::role), (ThingCounts{1, 0, 0}));
    EXPECT_EQ(counts(first, Thing::team), (ThingCounts{1, 0, 0}));
    EXPECT_EQ(counts(first, Thing::person), (ThingCounts{2, 0, 0}));
    EXPECT_EQ(counts(first, Thing::statement), (ThingCounts{4, 0, 0}));
    EXPECT_EQ(first.proposal.value().added.size(), 11u);
    EXPECT_EQ(first.ops, decide(company.store, table(), 1).ops);
}

TEST(Importer, the_same_files_again_change_nothing_on_any_day) {
    test::Company company;
    ASSERT_TRUE(test::import_table(company.store, table()));
    company.env.advance_ms(40LL * 86'400'000);
    Imported const again = decide(company.store, table());
    EXPECT_TRUE(again.ops.empty());
    EXPECT_EQ(counts(again, Thing::person), (ThingCounts{0, 0, 2}));
    EXPECT_EQ(counts(again, Thing::statement), (ThingCounts{0, 0, 4}));
    EXPECT_EQ(counts(again, Thing::skill), (ThingCounts{0, 0, 1}));
    EXPECT_TRUE(again.proposal.value().changed.empty());
}

TEST(Importer, what_the_file_does_not_say_is_kept) {
    test::Company company;
    ASSERT_TRUE(test::import_table(company.store, table()));
    CourseId const id = table().courses.begin()->first;
    catalog::Course edited = company.store.state().catalog.courses.at(id);
    edited.summary.zh = "我们自己写的简介。";
    edited.duration_minutes = 600;
    ASSERT_TRUE(company.store.dispatch(SaveCourse{edited, id}));
    EXPECT_TRUE(decide(company.store, table()).ops.empty());
}

TEST(Importer, a_changed_row_shows_exactly_the_fields_that_change) {
    test::Company company;
    ASSERT_TRUE(test::import_table(company.store, table()));
    exchange::ImportTable later = table();
    later.courses.begin()->second.level = 3;
    later.people[0].person.weekly_minutes = 240;
    later.people[0].manager_login = "";
    Imported const imported = decide(company.store, later);
    EXPECT_EQ(imported.ops.size(), 2u);
    std::vector<ProposedRow> const expected{
        {Thing::course, {"", "Go in practice"}, {{"level", "1", "3"}}},
        {Thing::person, {"李四", ""}, {{"weekly_minutes", "", "240"}}}};
    EXPECT_EQ(imported.proposal.value().changed, expected);
}

TEST(Importer, a_changed_level_is_a_new_statement_beside_the_old) {
    test::Company company;
    ASSERT_TRUE(test::import_table(company.store, table()));
    exchange::ImportTable later = table();
    later.people[0].skills["go"] = 3;
    Imported const imported = decide(company.store, later);
    EXPECT_EQ(counts(imported, Thing::statement), (ThingCounts{0, 1, 3}));
    EXPECT_EQ(imported.proposal.value().changed[0].name.zh, "李四 · go");
    EXPECT_EQ(imported.proposal.value().changed[0].fields[0], (FieldChange{"level", "2", "3"}));
    ASSERT_TRUE(company.store.record(imported.ops));
    people::State const& people = company.store.state().people;
    PersonId const li = *people::find_by_login(people, "li.si");
    EXPECT_EQ(people.evidence.at(li).size(), 3u);
    EXPECT_EQ(people::current_skills(people, li).at(catalog::skill_id("go")).level, 3);
}

TEST(Importer, a_person_is_found_by_login_whatever_its_spelling) {
    test::Company company;
    PersonId const known = company.add_person("li.si");
    exchange::ImportTable roster;
    roster.people = {row("Li.Si", "李四")};
    ASSERT_TRUE(test::import_table(company.store, roster));
    EXPECT_EQ(company.store.state().people.people.size(), 1u);
    EXPECT_TRUE(company.store.state().people.people.contains(known));
}

TEST(Importer, two_spellings_of_a_skill_are_one) {
    test::Company company;
    exchange::ImportTable roster;
    roster.people = {row("a", "甲"), row("b", "乙")};
    roster.people[0].skills = {{"Power BI", 1}};
    roster.people[1].skills = {{" power  bi", 2}};
    EXPECT_EQ(counts(decide(company.store, roster), Thing::skill), (ThingCounts{1, 0, 0}));
}

TEST(Importer, a_new_person_has_the_same_id_for_the_same_nonce_and_another_for_another) {
    test::Company company;
    EXPECT_EQ(decide(company.store, table()).ops, decide(company.store, table()).ops);
    vault::Ops other;
    Importer importer({company.store.state(), company.store.ledger(), company.store.today(),
                       RawId{8}},
                      table(), [&other](vault::Op op) { other.push_back(std::move(op)); });
    while (importer.step(100)) {
    }
    EXPECT_NE(other, decide(company.store, table()).ops);
}

TEST(Importer, a_manager_circle_is_refused_by_name_and_the_rest_comes_in) {
    test::Company company;
    exchange::ImportTable roster;
    roster.readings.push_back({.name = "people.csv"});
    roster.people = {row("a", "甲", "b"), row("b", "乙", "a"), row("c", "丙", "a"),
                     row("d", "丁", "c")};
    for (std::uint64_t i = 0; i < 4; ++i) roster.people[i].origin.row = i + 2;
    Imported const imported = decide(company.store, roster);
    ImportProposal const& proposal = imported.proposal.value();
    EXPECT_EQ(counts(imported, Thing::person), (ThingCounts{2, 0, 0}));
    ASSERT_EQ(proposal.refusals_count, 2u);
    for (exchange::Refusal const& refusal : proposal.refusals) {
        EXPECT_EQ(refusal.file, "people.csv");
        EXPECT_EQ(refusal.column, "manager_login");
        EXPECT_EQ(refusal.why.code, ErrorCode::cycle);
        std::string const& around = refusal.why.arguments.front();
        EXPECT_TRUE(around == "甲 → 乙 → 甲" || around == "乙 → 甲 → 乙") << around;
    }
    ASSERT_EQ(proposal.warnings_count, 1u);  // of 丙: 甲 is not there
    EXPECT_EQ(proposal.warnings[0].why, (Error{ErrorCode::not_found, {"person", "a"}}));
    EXPECT_FALSE(proposal.refused_rows.empty());
}

TEST(Importer, a_circle_with_people_already_known_changes_nothing_of_them) {
    test::Company company;
    exchange::ImportTable roster;
    roster.people = {row("a", "甲"), row("b", "乙", "a"), row("c", "丙", "b")};
    ASSERT_TRUE(test::import_table(company.store, roster));
    exchange::ImportTable later;
    later.readings.push_back({.name = "people.csv"});
    later.people = {row("a", "甲甲", "c")};
    Imported const imported = decide(company.store, later);
    EXPECT_TRUE(imported.ops.empty());
    ASSERT_EQ(imported.proposal.value().refusals_count, 1u);
    EXPECT_EQ(imported.proposal.value().refusals[0].why.code, ErrorCode::cycle);
}

TEST(Importer, a_deleted_course_comes_back_and_then_stays_the_same) {
    test::Company company;
    exchange::ImportTable const once = table();
    ASSERT_TRUE(test::import_table(company.store, once));
    CourseId const id = once.courses.begin()->first;
    ASSERT_TRUE(company.store.dispatch(DeleteCourse{id}));
    exchange::ImportTable later = table();
    later.courses.begin()->second.teaches = {{catalog::skill_id("sql"), {0, 2}}};
    EXPECT_EQ(counts(decide(company.store, later), Thing::course), (ThingCounts{1, 0, 0}));
    ASSERT_TRUE(test::import_table(company.store, later));
    EXPECT_EQ(company.store.state().catalog.courses.at(id), later.courses.begin()->second);
    EXPECT_TRUE(decide(company.store, later).ops.empty());
}

exchange::EnrolmentRow enrolment(std::string login, std::string course,
                                 exchange::EnrolmentStatus status, std::string date = {}) {
    exchange::EnrolmentRow value;
    value.login = std::move(login);
    value.course = std::move(course);
    value.status = status;
    value.date = std::move(date);
    return value;
}

TEST(Importer, enrolments_find_people_and_courses_of_the_same_import) {
    using exchange::EnrolmentStatus;
    test::Company company;
    exchange::ImportTable all = table();
    all.readings.push_back({.name = "learning.csv"});
    all.enrolments = {
        enrolment("LI.SI", "go in practice", EnrolmentStatus::enrolled, "2026-03-01"),
        enrolment("li.si", "Go in practice", EnrolmentStatus::finished, "2026-04-01"),
        enrolment("wang.jing", "Go in practice", EnrolmentStatus::enrolled),
        enrolment("nobody", "Go in practice", EnrolmentStatus::enrolled),
        enrolment("li.si", "Rust", EnrolmentStatus::enrolled)};
    Imported const first = decide(company.store, all);
    EXPECT_EQ(counts(first, Thing::enrolment), (ThingCounts{2, 1, 0}));
    ASSERT_EQ(first.proposal.value().refusals_count, 2u);
    EXPECT_EQ(first.proposal.value().refusals[0].why,
              (Error{ErrorCode::not_found, {"person", "nobody"}}));
    EXPECT_EQ(first.proposal.value().refusals[1].why,
              (Error{ErrorCode::not_found, {"course", "Rust"}}));
    ASSERT_TRUE(company.store.record(first.ops));
    State const& state = company.store.state();
    PersonId const li = *people::find_by_login(state.people, "li.si");
    CourseId const go = table().courses.begin()->first;
    EXPECT_EQ(learning::find_enrolment(state.learning, li, go)->status,
              learning::EnrolmentStatus::finished);
    EXPECT_EQ(learning::find_enrolment(state.learning, li, go)->since, "2026-04-01");
    company.env.advance_ms(86'400'000);
    EXPECT_TRUE(decide(company.store, all).ops.empty());
}

TEST(Importer, a_row_with_neither_person_nor_course_says_both) {
    test::Company company;
    exchange::ImportTable all;
    all.readings.push_back({.name = "learning.csv"});
    all.enrolments = {enrolment("nobody", "Rust", exchange::EnrolmentStatus::enrolled)};
    all.enrolments[0].origin = {0, 2, {"nobody", "Rust"}};
    ImportProposal const proposal = decide(company.store, all).proposal.value();
    ASSERT_EQ(proposal.refusals.size(), 2u);
    EXPECT_EQ(proposal.refusals[0].why, (Error{ErrorCode::not_found, {"person", "nobody"}}));
    EXPECT_EQ(proposal.refusals[1].why, (Error{ErrorCode::not_found, {"course", "Rust"}}));
    EXPECT_EQ(proposal.refusals_count, 1u);  // rows
}

TEST(Importer, an_interaction_comes_in_once) {
    test::Company company;
    exchange::ImportTable all = table();
    all.readings.push_back({.name = "log.csv"});
    all.interactions = {{"li.si", "Go in practice", "2026-03-01", {}},
                        {"LI.SI", "go in practice", "2026-03-01", {}},
                        {"li.si", "Go in practice", "", {}},
                        {"nobody", "Go in practice", "", {}}};
    Imported const first = decide(company.store, all);
    EXPECT_EQ(counts(first, Thing::interaction), (ThingCounts{2, 0, 1}));
    EXPECT_EQ(first.proposal.value().refusals_count, 1u);
    ASSERT_TRUE(company.store.record(first.ops));
    PersonId const li = *people::find_by_login(company.store.state().people, "li.si");
    EXPECT_EQ(company.store.state().learning.interactions.at(li).size(), 2u);
    EXPECT_TRUE(decide(company.store, all).ops.empty());
}

TEST(Importer, what_somebody_dismissed_or_rejected_stays_so) {
    test::Company company;
    ASSERT_TRUE(test::import_table(company.store, table()));
    SkillId const go = catalog::skill_id("go");
    SkillId const sql = catalog::skill_id("sql");
    exchange::ImportTable synonyms;
    synonyms.skills[go].name.en = "go";
    synonyms.skills[go].synonyms[sql] = {900'000};
    ASSERT_TRUE(test::import_table(company.store, synonyms));
    ASSERT_TRUE(company.store.dispatch(RejectSynonym{go, sql, true}));
    PersonId const li = *people::find_by_login(company.store.state().people, "li.si");
    CourseId const course = table().courses.begin()->first;
    ASSERT_TRUE(company.store.dispatch(
        DismissCourse{li, course, learning::DismissReason::not_relevant, ""}));
    exchange::ImportTable again = table();
    again.skills[go] = synonyms.skills[go];
    EXPECT_TRUE(decide(company.store, again).ops.empty());
    EXPECT_TRUE(learning::is_dismissed(company.store.state().learning, li, course));
    EXPECT_TRUE(
        catalog::live_synonyms(company.store.state().catalog.skills.at(go)).empty());
}

TEST(Importer, needs_decided_here_stay_and_the_preview_says_which) {
    test::Company company;
    exchange::ImportTable roles;
    SkillId const go = catalog::skill_id("go");
    RoleId const id = people::role_id("dev");
    roles.skills[go].name.en = "go";
    roles.roles[id].name.en = "dev";
    roles.roles[id].needs[go] = {1, 400'000};
    ASSERT_TRUE(test::import_table(company.store, roles));
    people::Role mine = company.store.state().people.roles.at(id);
    mine.name.en = "developer";
    mine.needs[go] = {3, 900'000};
    ASSERT_TRUE(company.store.dispatch(SaveRole{mine, id}));
    Imported const again = decide(company.store, roles);
    EXPECT_TRUE(again.ops.empty());
    ImportProposal const& proposal = again.proposal.value();
    EXPECT_EQ(proposal.kept_count, 1u);
    ProposedRow const kept{
        Thing::role, {"", "dev"}, {{"needs", "go 1 (0.4)", "go 3 (0.9)"}}};
    EXPECT_EQ(proposal.kept, (std::vector{kept}));
    ASSERT_TRUE(test::import_table(company.store, roles));
    EXPECT_EQ(company.store.state().people.roles.at(id).needs, mine.needs);
    EXPECT_EQ(company.store.state().people.roles.size(), 1u);
}

TEST(Importer, a_weight_set_here_stays_and_the_preview_says_so) {
    test::Company company;
    SkillId const go = company.add_skill("go");
    SkillId const git = company.add_skill("git");
    ASSERT_TRUE(company.store.dispatch(SetSynonym{go, git, {300'000}}));
    exchange::ImportTable synonyms;
    synonyms.skills[go].name.en = "go";
    synonyms.skills[go].synonyms[git] = {900'000};
    Imported const imported = decide(company.store, synonyms);
    EXPECT_TRUE(imported.ops.empty());
    std::vector<FieldChange> const fields{{"synonyms", "git (0.9)", "git (0.3)"}};
    ASSERT_EQ(imported.proposal.value().kept.size(), 1u);
    EXPECT_EQ(imported.proposal.value().kept[0].fields, fields);
}

TEST(Importer, more_people_than_there_may_be_are_an_error_and_no_op) {
    test::Company company;
    exchange::ImportTable roster;
    for (std::size_t i = 0; i <= limits::people_max; ++i) {
        roster.people.push_back(row("p" + std::to_string(i), "某"));
    }
    Imported const imported = decide(company.store, std::move(roster));
    EXPECT_TRUE(imported.ops.empty());
    ASSERT_FALSE(imported.proposal);
    EXPECT_EQ(imported.proposal.error().code, ErrorCode::out_of_range);
}

TEST(Importer, undo_takes_the_whole_import_back) {
    test::Company company;
    PersonId const person = company.add_person("old");
    auto const done = test::import_table(company.store, table());
    ASSERT_TRUE(done);
    ASSERT_TRUE(company.store.undo(done.value()));
    company.finish_drop();
    people::State const& people = company.store.state().people;
    EXPECT_TRUE(people.people.contains(person));
    EXPECT_EQ(people.people.size(), 1u);
    EXPECT_TRUE(people.teams.empty());
    EXPECT_TRUE(company.store.state().catalog.courses.empty());
}

}  // namespace
}  // namespace zhitu::app
