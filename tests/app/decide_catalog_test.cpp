#include "app/decide.h"

#include <gtest/gtest.h>

#include "app/company.h"
#include "app/dependants.h"
#include "support/imports.h"

namespace zhitu::app {
namespace {

TEST(decide_catalog, a_course_title_is_counted_in_characters) {
    test::Company company;
    std::string title;
    for (std::size_t count = 0; count < limits::course_title_max; ++count) title += "课";
    catalog::Course course;
    course.title.zh = title;
    EXPECT_TRUE(company.store.dispatch(SaveCourse{course}));
    EXPECT_EQ(limits::course_title_max, 100u);  // what the sources ask for
    course.title.zh = title + "程";
    auto const refused = company.store.dispatch(SaveCourse{course});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::too_long);
}

TEST(decide_catalog, values_out_of_range_are_refused) {
    test::Company company;
    std::vector<catalog::Course> bad(9);
    for (auto& course : bad) course.title.en = "Go";
    bad[0].popularity_millionths = 1'000'001;
    bad[1].popularity_millionths = -1;
    bad[2].duration_minutes = 0;
    bad[3].duration_minutes = -5;
    bad[4].price_minor = -1;
    bad[4].currency = "CNY";
    bad[5].price_minor = 100;  // no currency
    bad[6].title.en = "   ";
    bad[7].duration_minutes = 1'000'000'000;
    bad[8].price_minor = limits::money_minor_max + 1;
    bad[8].currency = "CNY";
    int refused_count = 0;
    for (auto const& course : bad) {
        EXPECT_FALSE(company.store.dispatch(SaveCourse{course}));
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
    bad[0].popularity_millionths = 1'000'000;
    EXPECT_TRUE(company.store.dispatch(SaveCourse{bad[0]}));
}

TEST(decide_catalog, a_cycle_of_prerequisites_is_named) {
    test::Company company;
    CourseId const a = company.add_course("A");
    CourseId const b = company.add_course("B", {a});
    CourseId const c = company.add_course("C", {b});
    catalog::Course edited = company.store.state().catalog.courses.at(a);
    edited.prerequisites = {c};
    auto const refused = company.store.dispatch(SaveCourse{edited, a});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Error{ErrorCode::cycle, {"A → C → B → A"}}));
}

TEST(decide_catalog, adding_what_is_there_is_refused_and_editing_nothing_too) {
    test::Company company;
    company.add_course("Go");
    company.add_skill("go");
    catalog::Course course;
    course.title.en = "Go";
    catalog::Skill skill;
    skill.name.en = "GO";
    EXPECT_EQ(company.store.dispatch(SaveCourse{course}).error().code, ErrorCode::already_exists);
    EXPECT_EQ(company.store.dispatch(SaveSkill{skill}).error().code, ErrorCode::already_exists);
    CourseId const nothing{natural_id("course", "nothing")};
    EXPECT_EQ(company.store.dispatch(SaveCourse{course, nothing}).error().code,
              ErrorCode::not_found);
}

TEST(decide_catalog, deleting_a_recommended_course_takes_the_recommendation_and_undo_both_back) {
    test::Company company;
    CourseId const id = company.add_course("Go");
    PersonId const person = company.add_person("li.si");
    learning::Recommendation const advice{person, id, 900'000, "S0-4.3"};
    RawId const key = learning::recommendation_id(person, id);
    ASSERT_TRUE(company.store.record(vault::edit_ops({learning::recommendation_kind, key},
                                                     person.raw, learning::Recommendation{},
                                                     advice)));
    State const& state = company.store.state();
    auto const deleted = company.store.dispatch(DeleteCourse{id});
    ASSERT_TRUE(deleted);
    EXPECT_EQ(deleted.value().changes.size(), 1u);
    EXPECT_TRUE(state.learning.recommendations.empty());
    ASSERT_TRUE(company.store.undo(deleted.value()));
    EXPECT_TRUE(state.catalog.courses.contains(id));
    ASSERT_TRUE(state.learning.recommendations.contains(key));
    EXPECT_EQ(state.learning.recommendations.at(key), advice);
}

TEST(decide_catalog, a_course_in_use_says_who_hangs_on_it_and_undo_brings_all_back) {
    test::Company company;
    CourseId const id = company.add_course("Go");
    CourseId const next = company.add_course("Go in depth", {id});
    PersonId const person = company.add_person("li.si");
    ASSERT_TRUE(company.store.dispatch(EnrollLearner{person, id}));
    State const& state = company.store.state();
    CourseDependants const before = dependants_of(state, id);
    EXPECT_EQ(before.enrolled, std::vector<PersonId>{person});
    EXPECT_EQ(before.required_by, std::vector<CourseId>{next});
    auto const deleted = company.store.dispatch(DeleteCourse{id});
    ASSERT_TRUE(deleted);
    EXPECT_FALSE(state.catalog.courses.contains(id));
    EXPECT_TRUE(learning::is_taken(state.learning, person, id));  // what was learned stays
    ASSERT_TRUE(company.store.undo(deleted.value()));
    CourseDependants const after = dependants_of(state, id);
    EXPECT_EQ(after.enrolled, before.enrolled);
    EXPECT_EQ(after.required_by, before.required_by);
}

TEST(decide_catalog, a_name_is_counted_in_characters) {
    test::Company company;
    std::string name;
    for (std::size_t count = 0; count < limits::name_max; ++count) name += "技";
    catalog::Skill skill;
    people::Role role;
    skill.name.zh = role.name.zh = name;
    EXPECT_EQ(limits::name_max, 100u);  // what the sources ask for
    EXPECT_TRUE(company.store.dispatch(SaveSkill{skill}));
    EXPECT_TRUE(company.store.dispatch(SaveRole{role}));
    EXPECT_TRUE(company.store.dispatch(NameCompany{{name, ""}}));
    skill.name.zh = role.name.zh = name + "能";
    Command const longer[] = {SaveSkill{skill}, SaveRole{role}, NameCompany{{name + "能", ""}}};
    for (Command const& wish : longer) {
        auto const refused = company.store.dispatch(wish);
        ASSERT_FALSE(refused) << wish.index();
        EXPECT_EQ(refused.error().code, ErrorCode::too_long) << wish.index();
    }
    EXPECT_GT(std::size(longer), 0u);
}

struct Synonyms : test::Company {
    SkillId go = add_skill("go");
    SkillId git = add_skill("git");
    catalog::Skill const& skill() const { return store.state().catalog.skills.at(go); }
};

TEST(decide_catalog, a_synonym_is_set_rejected_accepted_and_taken_back) {
    Synonyms company;
    ASSERT_TRUE(company.store.dispatch(SetSynonym{company.go, company.git, {950'000}}));
    EXPECT_EQ(catalog::live_synonyms(company.skill()).size(), 1u);
    auto const rejected = company.store.dispatch(RejectSynonym{company.go, company.git, true});
    ASSERT_TRUE(rejected);
    EXPECT_TRUE(catalog::live_synonyms(company.skill()).empty());
    ASSERT_TRUE(company.store.undo(rejected.value()));
    EXPECT_EQ(catalog::live_synonyms(company.skill()).size(), 1u);
    ASSERT_TRUE(company.store.dispatch(RejectSynonym{company.go, company.git, true}));
    ASSERT_TRUE(company.store.dispatch(SetSynonym{company.go, company.git, {500'000}}));
    EXPECT_TRUE(catalog::live_synonyms(company.skill()).empty());  // another weight revives nothing
    ASSERT_TRUE(company.store.dispatch(RejectSynonym{company.go, company.git, false}));
    EXPECT_EQ(catalog::live_synonyms(company.skill()).at(company.git).millionths, 500'000);
}

TEST(decide_catalog, a_rejected_synonym_stays_rejected_when_its_file_comes_again) {
    Synonyms company;
    exchange::ImportTable table;
    table.skills[company.go].name.en = "go";
    table.skills[company.go].synonyms[company.git] = {950'000};
    ASSERT_TRUE(test::import_table(company.store, table));
    ASSERT_TRUE(company.store.dispatch(RejectSynonym{company.go, company.git, true}));
    auto const again = test::import_table(company.store, table);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again.value().changes.empty());
    EXPECT_TRUE(catalog::live_synonyms(company.skill()).empty());
}

TEST(decide_catalog, a_weight_set_by_hand_stays_when_its_file_comes_again) {
    Synonyms company;
    SkillId const rust = company.add_skill("rust");
    exchange::ImportTable table;
    table.skills[company.go].name.en = "go";
    table.skills[company.go].synonyms = {{company.git, {950'000}}, {rust, {400'000}}};
    ASSERT_TRUE(test::import_table(company.store, table));
    ASSERT_TRUE(company.store.dispatch(SetSynonym{company.go, company.git, {200'000}}));
    table.skills[company.go].synonyms[rust] = {450'000};
    ASSERT_TRUE(test::import_table(company.store, table));
    EXPECT_EQ(company.skill().synonyms.at(company.git).millionths, 200'000);
    EXPECT_EQ(company.skill().synonyms.at(rust).millionths, 450'000);  // nobody touched it
    auto const again = test::import_table(company.store, table);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again.value().changes.empty());
}

TEST(decide_catalog, a_synonym_needs_two_skills_and_a_weight_up_to_1) {
    Synonyms company;
    SkillId const nothing{natural_id("skill", "nothing")};
    std::pair<Command, ErrorCode> const bad[] = {
        {SetSynonym{nothing, company.git, {1}}, ErrorCode::not_found},
        {SetSynonym{company.go, nothing, {1}}, ErrorCode::not_found},
        {SetSynonym{company.go, company.go, {1}}, ErrorCode::bad_value},
        {SetSynonym{company.go, company.git, {0}}, ErrorCode::out_of_range},
        {SetSynonym{company.go, company.git, {-1}}, ErrorCode::out_of_range},
        {SetSynonym{company.go, company.git, {1'000'001}}, ErrorCode::out_of_range},
        {RejectSynonym{nothing, company.git}, ErrorCode::not_found},
        {RejectSynonym{company.go, company.git}, ErrorCode::not_found},
    };
    for (auto const& [wish, code] : bad) {
        auto const answer = company.store.dispatch(wish);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, code);
    }
    EXPECT_TRUE(company.store.dispatch(SetSynonym{company.go, company.git, {1'000'000}}));
}

TEST(decide_catalog, a_deleted_course_can_be_added_again) {
    test::Company company;
    CourseId const id = company.add_course("Go");
    ASSERT_TRUE(company.store.dispatch(DeleteCourse{id}));
    EXPECT_FALSE(company.store.state().catalog.courses.contains(id));
    company.add_course("Go");
    EXPECT_TRUE(company.store.state().catalog.courses.contains(id));
}

}  // namespace
}  // namespace zhitu::app
