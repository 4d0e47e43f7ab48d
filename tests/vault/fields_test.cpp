#include "vault/fields.h"

#include <gtest/gtest.h>

#include "tests/vault/histories.h"

namespace zhitu::vault::tests {

// A struct as the areas write them, and one element type with a value of its own.
struct Weight {
    std::int64_t level = 0;
    friend bool operator==(Weight const&, Weight const&) = default;
};

Json pair_to_json(SkillId const& skill, Weight const& weight) {
    return Json(Json::Array{Json(to_text(skill)), Json(weight.level)});
}

bool pair_from_json(Json const& json, SkillId& skill, Weight& weight) {
    Json::Array const* pair = json.as_array();
    if (pair == nullptr || pair->size() != 2) return false;
    return value_from_json((*pair)[0], skill) && value_from_json((*pair)[1], weight.level);
}

struct Lesson {
    std::string title;
    bool is_open = false;
    std::int64_t level = 1;
    std::optional<std::int64_t> minutes;
    RoleId role;
    std::string place;
    std::set<SkillId> skills;
    std::map<SkillId, Weight> teaches;
    friend bool operator==(Lesson const&, Lesson const&) = default;
};

template <class Visitor, class T>
void visit_fields(Visitor& visitor, T& lesson) {
    visitor.value("title", lesson.title, TextBounds{10});
    visitor.value("is_open", lesson.is_open, Anything{});
    visitor.value("level", lesson.level, Range{0, 3});
    visitor.value("minutes", lesson.minutes, Range{0, 600});
    visitor.value("role", lesson.role, Anything{});
    visitor.position("place", lesson.place);
    visitor.elements("skills", lesson.skills, 3);
    visitor.elements("teaches", lesson.teaches, 3);
}

namespace {

Lesson sample() {
    Lesson lesson;
    lesson.title = "SQL";
    lesson.is_open = true;
    lesson.level = 2;
    lesson.minutes = 90;
    lesson.role = RoleId{id_of(5)};
    lesson.place = "a5";
    lesson.skills = {SkillId{id_of(1)}, SkillId{id_of(2)}};
    lesson.teaches = {{SkillId{id_of(1)}, {2}}};
    return lesson;
}

// What the ledger makes of the ops, read back.
Lesson after(Ledger& ledger, Writer& writer, Ops ops) {
    ledger.complete(ops);
    ledger.accept(writer.write(1, std::move(ops)));
    Lesson lesson;
    Entity const* entity = ledger.find(course(1));
    if (entity != nullptr) decode_fields(*entity, lesson);
    return lesson;
}

TEST(Fields, a_struct_goes_through_the_ledger_and_comes_back) {
    Ledger ledger;
    Writer ann(1);
    EXPECT_EQ(after(ledger, ann, edit_ops(course(1), {}, Lesson{}, sample())), sample());
}

TEST(Fields, an_edit_writes_only_what_changed) {
    Lesson const before = sample();
    EXPECT_TRUE(edit_ops(course(1), {}, before, before).empty());
    Lesson edited = before;
    edited.title = "SQL II";
    edited.minutes.reset();
    edited.place = "b";
    edited.skills = {SkillId{id_of(2)}, SkillId{id_of(3)}};
    edited.teaches[SkillId{id_of(1)}] = {3};
    Ops const ops = edit_ops(course(1), id_of(9), before, edited);
    std::vector<std::pair<OpKind, std::string>> kinds;
    for (Op const& op : ops) {
        kinds.emplace_back(op.kind, op.field);
        EXPECT_EQ(op.subject, id_of(9));
        EXPECT_EQ(op.entity, course(1));
    }
    EXPECT_EQ(kinds, (std::vector<std::pair<OpKind, std::string>>{
                         {OpKind::set, "minutes"}, {OpKind::pos, "place"}, {OpKind::set, "title"},
                         {OpKind::rem, "skills"}, {OpKind::add, "skills"},
                         {OpKind::rem, "teaches"}, {OpKind::add, "teaches"}}));
    Ledger ledger;
    Writer ann(1);
    after(ledger, ann, edit_ops(course(1), {}, Lesson{}, before));
    EXPECT_EQ(after(ledger, ann, ops), edited);
}

TEST(Fields, a_field_that_is_in_before_only_is_left_alone) {
    EncodedFields before;
    before.values["old"] = Json(1);
    before.elements["older"] = {Json(1)};
    EXPECT_TRUE(diff_ops(course(1), {}, before, EncodedFields{}).empty());
}

TEST(Fields, a_value_that_does_not_fit_leaves_the_default) {
    Ledger ledger;
    Writer ann(1);
    Lesson const lesson = after(
        ledger, ann,
        {set_op(course(1), "title", "eleven char"), set_op(course(1), "is_open", 1),
         set_op(course(1), "level", 4), set_op(course(1), "minutes", "x"),
         set_op(course(1), "role", "short"), set_op(course(1), "place", Json()),
         add_op(course(1), "skills", 7), add_op(course(1), "teaches", "x")});
    EXPECT_EQ(lesson, Lesson{});
}

TEST(Fields, no_more_elements_are_read_than_allowed) {
    Ledger ledger;
    Writer ann(1);
    Ops ops;
    for (int i = 0; i < 9; ++i) {
        SkillId const skill{id_of(i + 1)};
        ops.push_back(add_op(course(1), "skills", to_text(skill)));
        ops.push_back(add_op(course(1), "teaches", pair_to_json(skill, {1})));
    }
    Lesson const lesson = after(ledger, ann, ops);
    EXPECT_EQ(lesson.skills.size(), 3u);
    EXPECT_EQ(lesson.teaches.size(), 3u);
}

TEST(Fields, values_come_back_from_json_or_leave_the_target_alone) {
    std::string text = "kept";
    EXPECT_FALSE(value_from_json(Json(1), text));
    EXPECT_EQ(text, "kept");
    std::int64_t number = 7;
    EXPECT_FALSE(value_from_json(Json("1"), number));
    EXPECT_EQ(number, 7);
    bool flag = true;
    EXPECT_FALSE(value_from_json(Json(), flag));
    EXPECT_TRUE(flag);
    std::optional<std::int64_t> optional = 5;
    EXPECT_FALSE(value_from_json(Json(true), optional));
    EXPECT_EQ(optional, 5);
    EXPECT_TRUE(value_from_json(Json(), optional));
    EXPECT_FALSE(optional.has_value());
    SkillId skill{id_of(3)};
    EXPECT_FALSE(value_from_json(Json("no id"), skill));
    EXPECT_EQ(skill.raw, id_of(3));
    EXPECT_TRUE(value_from_json(value_to_json(SkillId{id_of(4)}), skill));
    EXPECT_EQ(skill.raw, id_of(4));
    EXPECT_TRUE(value_from_json(value_to_json(SkillId{}), skill));
    EXPECT_TRUE(skill.is_nil());
}

TEST(Fields, the_first_value_out_of_bounds_is_named) {
    EXPECT_FALSE(check_fields(sample()).has_value());
    Lesson lesson = sample();
    lesson.title = "eleven char";
    EXPECT_EQ(check_fields(lesson), (Error{ErrorCode::too_long, {"title", "10"}}));
    lesson.title = "知途知途知途知途知途";
    EXPECT_FALSE(check_fields(lesson).has_value());
    lesson.minutes = -1;
    EXPECT_EQ(check_fields(lesson), (Error{ErrorCode::out_of_range, {"minutes", "0", "600"}}));
    lesson.level = 4;
    EXPECT_EQ(check_fields(lesson), (Error{ErrorCode::out_of_range, {"level", "0", "3"}}));
    lesson.title = std::string("a\0b", 3);
    EXPECT_EQ(check_fields(lesson)->code, ErrorCode::not_text);
    lesson.title = "\xff";
    EXPECT_EQ(check_fields(lesson)->code, ErrorCode::not_text);
    lesson = sample();
    for (int i = 0; i < 4; ++i) lesson.skills.insert(SkillId{id_of(20 + i)});
    EXPECT_EQ(check_fields(lesson)->arguments.at(0), "skills");
}

TEST(fields, a_map_follows_the_entity_that_comes_and_goes) {
    std::map<int, Lesson> lessons;
    Entity entity;
    entity.registers["title"] = {LiveValue{1, {}, Json("SQL")}};
    apply_to_map(lessons, 7, &entity);
    ASSERT_TRUE(lessons.contains(7));
    EXPECT_EQ(lessons[7].title, "SQL");
    entity.registers.erase("title");
    apply_to_map(lessons, 7, &entity);
    EXPECT_EQ(lessons[7].title, "");  // anew: nothing of the former one is left
    apply_to_map(lessons, 7, nullptr);
    EXPECT_TRUE(lessons.empty());
}

}  // namespace
}  // namespace zhitu::vault::tests
