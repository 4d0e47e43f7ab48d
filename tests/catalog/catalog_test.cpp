#include "catalog/catalog.h"

#include <gtest/gtest.h>

#include "support/scribe.h"

namespace zhitu::catalog {
namespace {

Course full_course() {
    Course course;
    course.title = {"分布式架构入门", "Introduction to distributed architecture"};
    course.summary = {"从一次远程调用说起。", "It begins with one remote call."};
    course.author = {"周岚", "Zhou Lan"};
    course.url = "https://example.invalid/c1";
    course.source = "Example";
    course.language = "zh";
    course.format = "text";
    course.updated = "2026-06-10";
    course.level = 1;
    course.duration_minutes = 1'200;
    course.price_minor = 39'900;
    course.currency = "CNY";
    course.popularity_millionths = 800'000;
    course.rating_millionths = 4'700'000;
    course.rating_count = 212;
    course.learners_count = 12;
    course.has_theory = true;
    course.has_practice = true;
    course.teaches[skill_id("distributed")] = {0, 1};
    course.prerequisites.insert(CourseId{natural_id("course", "other")});
    return course;
}

void tell(test::Scribe& scribe, State& state, vault::Ops ops) {
    for (auto const& key : scribe.write(std::move(ops))) {
        apply(state, key, scribe.ledger.find(key));
    }
}

TEST(catalog, every_field_of_a_course_survives_the_ledger) {
    test::Scribe scribe;
    State state;
    Course const course = full_course();
    CourseId const id = course_id(course);
    tell(scribe, state, vault::edit_ops(key_of(id), {}, Course{}, course));
    ASSERT_TRUE(state.courses.contains(id));
    EXPECT_EQ(state.courses[id], course);
}

TEST(catalog, a_rejected_synonym_keeps_its_weight_and_counts_no_more) {
    test::Scribe scribe;
    State state;
    SkillId const go = skill_id("go");
    SkillId const golang = skill_id("golang");
    Skill skill;
    skill.name.en = "go";
    skill.synonyms = {{golang, {980'000}}, {skill_id("git"), {950'000}}, {skill_id("c"), {0}}};
    skill.rejected = {skill_id("git")};
    tell(scribe, state, vault::edit_ops(key_of(go), {}, Skill{}, skill));
    EXPECT_EQ(state.skills[go], skill);
    EXPECT_EQ(live_synonyms(state.skills[go]),
              (std::map<SkillId, SynonymWeight>{{golang, {980'000}}}));
}

TEST(catalog, editing_writes_only_what_changed) {
    Course const before = full_course();
    Course after = before;
    after.level = 2;
    after.prerequisites.clear();
    auto const ops = vault::edit_ops(key_of(course_id(before)), {}, before, after);
    ASSERT_EQ(ops.size(), 2u);
    EXPECT_EQ(vault::edit_ops(key_of(course_id(before)), {}, before, before).size(), 0u);
}

TEST(catalog, a_price_can_become_unknown_again) {
    test::Scribe scribe;
    State state;
    Course const before = full_course();
    CourseId const id = course_id(before);
    tell(scribe, state, vault::edit_ops(key_of(id), {}, Course{}, before));
    Course after = before;
    after.price_minor.reset();
    tell(scribe, state, vault::edit_ops(key_of(id), {}, before, after));
    EXPECT_FALSE(state.courses[id].price_minor.has_value());
}

TEST(catalog, a_course_is_its_url_without_query) {
    Course first;
    first.url = "https://example.invalid/learn/go?utm=1#top";
    Course second;
    second.url = "https://example.invalid/learn/go/";
    EXPECT_EQ(course_id(first), course_id(second));
    second.url = "https://example.invalid/learn/rust";
    EXPECT_NE(course_id(first), course_id(second));
}

TEST(catalog, without_url_a_course_is_its_source_and_title) {
    Course first;
    first.title.zh = "容器技术实战";
    Course second = first;
    EXPECT_EQ(course_id(first), course_id(second));
    second.source = "Example";
    EXPECT_NE(course_id(first), course_id(second));
}

TEST(catalog, spellings_of_one_skill_share_the_id) {
    EXPECT_EQ(skill_id("  Rest  API "), skill_id("rest api"));
    EXPECT_NE(skill_id("go"), skill_id("git"));
}

TEST(catalog, units_stand_in_order_whatever_came_first) {
    test::Scribe scribe;
    State state;
    CourseId const course = course_id(full_course());
    for (char const* order : {"a3", "a1", "a2"}) {
        Unit unit;
        unit.course = course;
        unit.order = order;
        unit.title.en = order;
        UnitId const id = unit_id(course, order);
        tell(scribe, state, vault::edit_ops(key_of(id), {}, Unit{}, unit));
    }
    ASSERT_EQ(state.units_of[course].size(), 3u);
    std::string orders;
    for (UnitId id : state.units_of[course]) orders += state.units[id].order;
    EXPECT_EQ(orders, "a1a2a3");
}

TEST(catalog, a_deleted_course_goes_and_comes_back) {
    test::Scribe scribe;
    State state;
    Course const course = full_course();
    CourseId const id = course_id(course);
    tell(scribe, state, vault::edit_ops(key_of(id), {}, Course{}, course));
    tell(scribe, state, {{.kind = vault::OpKind::del, .entity = key_of(id)}});
    EXPECT_FALSE(state.courses.contains(id));
    tell(scribe, state, {{.kind = vault::OpKind::undel, .entity = key_of(id)}});
    EXPECT_EQ(state.courses[id], course);
}

TEST(catalog, a_value_of_the_wrong_shape_leaves_the_default) {
    test::Scribe scribe;
    State state;
    CourseId const id = course_id(full_course());
    int bad_count = 0;
    for (Json const& bad : {Json("two"), Json(-1), Json(4), Json(true), Json()}) {
        tell(scribe, state, {vault::set_op(key_of(id), "level", bad)});
        EXPECT_EQ(state.courses[id].level, 0) << to_canonical(bad);
        ++bad_count;
    }
    EXPECT_GT(bad_count, 0);
}

TEST(catalog, a_lift_that_goes_down_is_not_read) {
    Json json = pair_to_json(skill_id("go"), Lift{2, 1});
    SkillId skill;
    Lift lift;
    EXPECT_FALSE(pair_from_json(json, skill, lift));
    EXPECT_TRUE(pair_from_json(pair_to_json(skill_id("go"), Lift{1, 2}), skill, lift));
    EXPECT_EQ(lift, (Lift{1, 2}));
}

TEST(catalog, synonyms_survive_the_ledger) {
    test::Scribe scribe;
    State state;
    Skill skill;
    skill.name = {"消息队列", "Message queues"};
    skill.domain = "architecture";
    skill.synonyms[skill_id("kafka")] = {950'000};
    SkillId const id = skill_id(skill.name.en);
    tell(scribe, state, vault::edit_ops(key_of(id), {}, Skill{}, skill));
    EXPECT_EQ(state.skills[id], skill);
}

TEST(catalog, the_least_cycle_of_prerequisites_is_named) {
    State state;
    CourseId const a{natural_id("course", "a")};
    CourseId const b{natural_id("course", "b")};
    CourseId const c{natural_id("course", "c")};
    state.courses[a].prerequisites = {};
    state.courses[b].prerequisites = {a};
    state.courses[c].prerequisites = {b};
    EXPECT_EQ(find_cycle(state, a, {c}), (std::vector<CourseId>{a, c, b, a}));
    EXPECT_EQ(find_cycle(state, a, {a}), (std::vector<CourseId>{a, a}));
    EXPECT_TRUE(find_cycle(state, c, {a, b}).empty());
}

}  // namespace
}  // namespace zhitu::catalog
