#include <gtest/gtest.h>

#include <functional>

#include "app/company.h"
#include "support/imports.h"

// Store::undo and redo: every kind of command, and beside what others write.

namespace zhitu::app {
namespace {

using test::Company;

// What people see of a company: everything but when it was written and by which change.
void expect_same(State const& state, State const& expected, char const* what) {
    EXPECT_EQ(state.catalog.courses, expected.catalog.courses) << what;
    EXPECT_EQ(state.catalog.skills, expected.catalog.skills) << what;
    EXPECT_EQ(state.catalog.units, expected.catalog.units) << what;
    EXPECT_EQ(state.catalog.units_of, expected.catalog.units_of) << what;
    EXPECT_EQ(state.people.company, expected.people.company) << what;
    EXPECT_EQ(state.people.teams, expected.people.teams) << what;
    EXPECT_EQ(state.people.roles, expected.people.roles) << what;
    EXPECT_EQ(state.people.people, expected.people.people) << what;
    EXPECT_EQ(state.people.evidence, expected.people.evidence) << what;
    EXPECT_EQ(state.learning.enrolments, expected.learning.enrolments) << what;
    EXPECT_EQ(state.learning.dismissals, expected.learning.dismissals) << what;
    EXPECT_EQ(state.learning.interactions, expected.learning.interactions) << what;
    EXPECT_EQ(state.learning.recommendations, expected.learning.recommendations) << what;
    EXPECT_EQ(state.assessment.results, expected.assessment.results) << what;
}

// A company in which every command has something to do.
struct Busy : Company {
    SkillId go = add_skill("go");
    SkillId git = add_skill("git");
    SkillId sql = add_skill("sql");
    PersonId me = add_person("li.si");
    CourseId course = add_course("Go");
    CourseId other = add_course("SQL");
    CourseId third = add_course("Git");
    CourseId parted = add_course("In parts");
    UnitId unit = catalog::unit_id(parted, "a1");
    RoleId role{};

    Busy() {
        make(NameCompany{{"甲", "A"}, false});
        people::Role keeper;
        keeper.name.en = "Keeper";
        keeper.needs[go] = {2, 500'000};
        make(SaveRole{keeper});
        role = people::role_id("Keeper");
        make(SetSynonym{go, git, {900'000}});
        make(EnrollLearner{me, other});
        make(EnrollLearner{me, parted});
        make(DismissCourse{me, third, learning::DismissReason::too_long, ""});
        vault::Op title = vault::set_op(catalog::key_of(unit), "title_en", Json("One"));
        vault::Ops ops = vault::edit_ops(catalog::key_of(unit), {}, catalog::Unit{},
                                         catalog::Unit{parted, "a1", {"", "One"}, {}, 10});
        ZT_ASSERT(store.record(ops).is_ok());
    }
    void make(Command const& command) { ZT_ASSERT(store.dispatch(command).is_ok()); }
    State const& state() const { return store.state(); }

    // One of each kind, in the order of the variant; edits beside new things.
    std::vector<Command> commands() {
        people::Person person = state().people.people.at(me);
        person.name.en = "Li Si";
        person.role = role;
        people::Person new_person;
        new_person.login = "zhao";
        new_person.name.en = "Zhao";
        catalog::Skill skill = state().catalog.skills.at(go);
        skill.name.zh = "语言";
        catalog::Skill new_skill;
        new_skill.name.en = "java";
        catalog::Course edited = state().catalog.courses.at(course);
        edited.teaches[go] = {0, 2};
        edited.prerequisites = {other};
        catalog::Course new_course;
        new_course.title.en = "Java";
        people::Role keeper = state().people.roles.at(role);
        keeper.needs[sql] = {1, 250'000};
        people::Role new_role;
        new_role.name.en = "Guard";
        people::SkillAssessed statement{.skill = go, .level = 2, .kind = {}, .on = "2026-11-20",
                                        .case_label = {}, .course = {}};
        return {NameCompany{{"乙", "B"}, false},
                SavePerson{new_person},
                SavePerson{person, me},
                SaveSkill{new_skill},
                SaveSkill{skill, go},
                RejectSynonym{go, git, true},
                SetSynonym{go, sql, {800'000}},
                SetSynonym{go, git, {700'000}},
                SaveRole{new_role},
                SaveRole{keeper, role},
                DeleteRole{role},
                SaveCourse{new_course},
                SaveCourse{edited, course},
                DeleteCourse{course},
                EnrollLearner{me, course},
                EnrollLearner{me, third},
                WithdrawLearner{me, other},
                FinishUnit{me, parted, unit},
                FinishCourse{me, other},
                DismissCourse{me, course, learning::DismissReason::other, "no"},
                RestoreCourse{me, third},
                RecordResult{me, course, assessment::Grade::good, ""},
                AssessSkill{me, statement}};
    }
};

TEST(store_undo, every_kind_of_command_is_undone_and_redone_again_and_again) {
    std::set<std::size_t> kinds;
    Busy first;
    std::size_t const count = first.commands().size();
    for (std::size_t i = 0; i < count; ++i) {
        Busy company;
        Command const command = company.commands()[i];
        kinds.insert(command.index());
        State const before = company.state();
        auto const done = company.store.dispatch(command);
        ASSERT_TRUE(done) << i;
        ASSERT_FALSE(done.value().changes.empty()) << i;
        State const after = company.state();
        for (int round = 0; round < 3; ++round) {
            std::string const what = "command " + std::to_string(i);
            auto const undone = company.store.undo();
            ASSERT_TRUE(undone) << i;
            EXPECT_FALSE(undone.value().is_partial) << i;
            expect_same(company.state(), before, what.c_str());
            auto const redone = company.store.redo();
            ASSERT_TRUE(redone) << i;
            EXPECT_FALSE(redone.value().is_partial) << i;
            expect_same(company.state(), after, what.c_str());
        }
        company.settle();
        EXPECT_EQ(test::digest_after_reopening(company.storage), company.store.state_digest());
    }
    EXPECT_EQ(kinds.size(), std::variant_size_v<Command>);
}

TEST(store_undo, a_whole_day_is_taken_back_step_by_step_and_brought_back) {
    Busy company;
    State const begin = company.state();
    std::vector<State> states;
    for (Command const& command : company.commands()) {
        auto const done = company.store.dispatch(command);
        bool const is_done = done && !done.value().changes.empty();
        if (is_done) states.push_back(company.state());
    }
    ASSERT_GT(states.size(), 15u);
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = states.size(); i-- > 0;) {
            ASSERT_TRUE(company.store.undo());
            expect_same(company.state(), i > 0 ? states[i - 1] : begin, "undo");
        }
        for (State const& state : states) {
            ASSERT_TRUE(company.store.redo());
            expect_same(company.state(), state, "redo");
        }
        EXPECT_EQ(company.store.redo().error().code, ErrorCode::nothing_to_undo);
    }
}

TEST(store_undo, a_deed_in_the_middle_goes_and_what_came_after_stays) {
    Busy company;
    auto const first = company.store.dispatch(EnrollLearner{company.me, company.course});
    people::Person person = company.state().people.people.at(company.me);
    person.name.en = "Li";
    company.make(SavePerson{person, company.me});
    ASSERT_TRUE(company.store.undo(first.value()));
    EXPECT_FALSE(learning::is_taken(company.state().learning, company.me, company.course));
    EXPECT_EQ(company.state().people.people.at(company.me).name.en, "Li");
    ASSERT_TRUE(company.store.redo());
    EXPECT_TRUE(learning::is_taken(company.state().learning, company.me, company.course));
}

// Two devices that know the same, and exchange what they write.
struct Two {
    Busy here;
    Company there;
    Two() { bring(here.store, there.store); }
    static void bring(Store const& from, Store& to) {
        ASSERT_TRUE(to.merge(from.ledger().changes()));
    }
    catalog::Skill skill() { return here.state().catalog.skills.at(here.go); }
    void write_here(std::string name) {
        catalog::Skill changed = skill();
        changed.name.en = std::move(name);
        here.make(SaveSkill{changed, here.go});
    }
    void write_there(std::string name) {
        catalog::Skill changed = there.store.state().catalog.skills.at(here.go);
        changed.name.en = std::move(name);
        ASSERT_TRUE(there.store.dispatch(SaveSkill{changed, here.go}));
    }
    std::string name() { return skill().name.en; }
};

TEST(store_undo, what_somebody_wrote_over_ours_stays_and_we_are_told) {
    Two two;
    two.write_here("ours");
    Two::bring(two.here.store, two.there.store);
    two.write_there("theirs");
    Two::bring(two.there.store, two.here.store);
    ASSERT_EQ(two.name(), "theirs");
    auto const undone = two.here.store.undo();
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, ErrorCode::overtaken);
    EXPECT_EQ(two.name(), "theirs");
    // The deed before it is the next.
    ASSERT_TRUE(two.here.store.undo());
}

TEST(store_undo, what_somebody_wrote_at_the_same_time_is_what_is_left) {
    for (bool const is_theirs_later : {false, true}) {
        Two two;
        if (is_theirs_later) two.there.env.advance_ms(3'600'000);
        else two.here.env.advance_ms(3'600'000);
        two.write_there("theirs");
        two.write_here("ours");
        Two::bring(two.there.store, two.here.store);
        EXPECT_EQ(two.name(), is_theirs_later ? "theirs" : "ours");
        auto const undone = two.here.store.undo();
        ASSERT_EQ(bool(undone), true);
        EXPECT_TRUE(undone.value().is_partial);
        EXPECT_EQ(two.name(), "theirs");
        ASSERT_TRUE(two.here.store.redo());
        EXPECT_EQ(two.name(), is_theirs_later ? "theirs" : "ours");
        Two::bring(two.here.store, two.there.store);
        EXPECT_EQ(two.there.store.state_digest(), two.here.store.state_digest());
    }
}

TEST(store_undo, only_the_fields_that_others_left_alone_go_back) {
    Two two;
    catalog::Skill changed = two.skill();
    changed.name = {"我们", "ours"};
    two.here.make(SaveSkill{changed, two.here.go});
    Two::bring(two.here.store, two.there.store);
    two.write_there("theirs");
    Two::bring(two.there.store, two.here.store);
    auto const undone = two.here.store.undo();
    ASSERT_TRUE(undone);
    EXPECT_TRUE(undone.value().is_partial);
    EXPECT_EQ(two.skill().name, (LocalText{"", "theirs"}));
    ASSERT_TRUE(two.here.store.redo());
    EXPECT_EQ(two.skill().name, (LocalText{"我们", "theirs"}));
}

TEST(store_undo, an_element_that_somebody_added_too_stays) {
    Two two;
    catalog::Course mine = two.here.state().catalog.courses.at(two.here.course);
    mine.prerequisites = {two.here.other, two.here.third};
    two.here.make(SaveCourse{mine, two.here.course});
    catalog::Course theirs = two.there.store.state().catalog.courses.at(two.here.course);
    theirs.prerequisites = {two.here.other};
    ASSERT_TRUE(two.there.store.dispatch(SaveCourse{theirs, two.here.course}));
    Two::bring(two.there.store, two.here.store);
    ASSERT_TRUE(two.here.store.undo());
    EXPECT_EQ(two.here.state().catalog.courses.at(two.here.course).prerequisites,
              std::set<CourseId>{two.here.other});
}

TEST(store_undo, a_thing_we_made_stays_whole_once_others_work_on_it) {
    Two two;
    CourseId const course = two.here.add_course("New");
    Two::bring(two.here.store, two.there.store);
    catalog::Course changed = two.there.store.state().catalog.courses.at(course);
    changed.level = 3;
    ASSERT_TRUE(two.there.store.dispatch(SaveCourse{changed, course}));
    Two::bring(two.there.store, two.here.store);
    EXPECT_EQ(two.here.store.undo().error().code, ErrorCode::overtaken);
    EXPECT_EQ(two.here.state().catalog.courses.at(course), changed);
}

TEST(store_undo, a_merge_in_between_changes_nothing_of_what_is_undone) {
    Two two;
    State const before = two.here.state();
    two.here.make(EnrollLearner{two.here.me, two.here.course});
    two.there.add_skill("rust");
    Two::bring(two.there.store, two.here.store);
    ASSERT_TRUE(two.here.store.undo());
    EXPECT_EQ(two.here.state().learning.enrolments, before.learning.enrolments);
    EXPECT_TRUE(two.here.state().catalog.skills.contains(catalog::skill_id("rust")));
}

TEST(store_undo, nothing_is_undone_across_an_export) {
    Busy company;
    auto const done = company.store.dispatch(EnrollLearner{company.me, company.course});
    company.store.note_exported();
    Digest const digest = company.store.state_digest();
    EXPECT_EQ(company.store.undo().error().code, ErrorCode::nothing_to_undo);
    EXPECT_EQ(company.store.undo(done.value()).error().code, ErrorCode::nothing_to_undo);
    EXPECT_EQ(company.store.undo_stack().exported_on(), "2026-11-20");
    EXPECT_EQ(company.store.state_digest(), digest);
    company.add_skill("java");
    ASSERT_TRUE(company.store.undo());
    EXPECT_EQ(company.store.undo().error().code, ErrorCode::nothing_to_undo);
}

TEST(store_undo, what_was_undone_before_an_export_is_not_redone_after_it) {
    Busy company;
    company.make(EnrollLearner{company.me, company.course});
    ASSERT_TRUE(company.store.undo());
    company.store.note_exported();
    EXPECT_EQ(company.store.redo().error().code, ErrorCode::nothing_to_undo);
}

TEST(store_undo, opening_anew_and_clearing_leave_nothing_to_undo) {
    Busy company;
    company.make(EnrollLearner{company.me, company.course});
    company.settle();
    SimulatedEnv env(55);
    Store next(env, company.storage);
    ASSERT_TRUE(next.open());
    EXPECT_EQ(next.undo().error().code, ErrorCode::nothing_to_undo);
    ASSERT_TRUE(company.store.clear());
    EXPECT_EQ(company.store.undo().error().code, ErrorCode::nothing_to_undo);
    EXPECT_EQ(company.store.redo().error().code, ErrorCode::nothing_to_undo);
}

TEST(store_undo, a_dropped_import_leaves_what_was_done_before_it_undoable) {
    Busy company;
    State const begin = company.state();
    company.make(EnrollLearner{company.me, company.course});
    Digest const digest = company.store.state_digest();
    exchange::ImportTable table;
    catalog::Course course;
    course.title.en = "Imported";
    table.courses[catalog::course_id(course)] = course;
    ASSERT_TRUE(test::import_table(company.store, table));
    auto const dropped = company.store.undo();
    ASSERT_TRUE(dropped);
    EXPECT_TRUE(dropped.value().changes.empty());
    while (company.store.step_drop()) {
    }
    EXPECT_EQ(company.store.state_digest(), digest);
    EXPECT_EQ(company.store.redo().error().code, ErrorCode::nothing_to_undo);
    EXPECT_TRUE(company.store.undo_stack().is_import_dropped());
    ASSERT_TRUE(company.store.undo());
    expect_same(company.state(), begin, "begin");
    ASSERT_TRUE(company.store.redo());
}

TEST(store_undo, an_import_with_something_after_it_is_undone_and_redone_by_new_ops) {
    Busy company;
    State const begin = company.state();
    exchange::ImportTable table;
    catalog::Course course;
    course.title.en = "Imported";
    table.courses[catalog::course_id(course)] = course;
    ASSERT_TRUE(test::import_table(company.store, table));
    State const imported = company.state();
    company.make(EnrollLearner{company.me, company.course});
    ASSERT_TRUE(company.store.undo());
    ASSERT_TRUE(company.store.undo());
    expect_same(company.state(), begin, "undone");
    ASSERT_TRUE(company.store.redo());
    expect_same(company.state(), imported, "redone");
}

TEST(store_undo, a_reader_tab_undoes_nothing) {
    Busy company;
    company.make(EnrollLearner{company.me, company.course});
    company.storage.set_writer(false);
    EXPECT_EQ(company.store.undo().error().code, ErrorCode::read_only);
    company.storage.set_writer(true);
    EXPECT_TRUE(company.store.undo());
}

}  // namespace
}  // namespace zhitu::app
