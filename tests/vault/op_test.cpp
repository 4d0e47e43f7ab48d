#include "vault/op.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "tests/vault/histories.h"
#include "tests/vault/ops.h"

namespace zhitu::vault::tests {
namespace {

Json parsed(std::string const& text) {
    Result<Json> json = read_json(text);
    EXPECT_TRUE(json.is_ok()) << text;
    return json ? json.value() : Json();
}

// The member a known kind is refused for; "" when it is read.
std::string refused_member(std::string const& text) {
    Result<Op> const op = op_from_json(parsed(text));
    if (op) return "";
    EXPECT_EQ(op.error().code, ErrorCode::e_field);
    return op.error().arguments.at(0);
}

std::string const id_text = to_text(id_of(7));
std::string const entity_member = "\"e\":\"course:" + to_text(id_of(1)) + "\"";

TEST(Op, an_entity_key_is_kind_colon_id) {
    EXPECT_EQ(to_text(course(1)), "course:" + to_text(id_of(1)));
    EXPECT_EQ(entity_key_from_text(to_text(course(1))).value(), course(1));
    for (std::string const& bad : std::vector<std::string>{
             "", ":" + id_text, "Course:" + id_text, "course", "course:" + id_text + "a",
             std::string(21, 'k') + ":" + id_text, "course:" + id_text.substr(1)}) {
        EXPECT_FALSE(entity_key_from_text(bad).is_ok()) << bad;
    }
}

TEST(Op, every_kind_comes_back_from_its_json) {
    for (Op const& op : one_op_of_each_kind()) {
        Json const json = to_json(op);
        EXPECT_EQ(malformed_member(op), "") << to_canonical(json);
        Result<Op> const read = op_from_json(json);
        ASSERT_TRUE(read.is_ok()) << to_canonical(json);
        EXPECT_EQ(read.value(), op) << to_canonical(json);
        EXPECT_EQ(to_json(read.value()), json);
    }
}

TEST(Op, the_json_of_a_set_is_as_written_down) {
    Op const op = replacing(set_op(course(1), "title", "SQL", id_of(9)), {{id_of(7), 3}});
    EXPECT_EQ(to_canonical(to_json(op)),
              "{" + entity_member + ",\"f\":\"title\",\"k\":\"set\",\"r\":[[\"" + id_text +
                  "\",3]],\"su\":\"" + to_text(id_of(9)) + "\",\"x\":\"SQL\"}");
}

TEST(Op, another_kind_or_member_makes_it_unknown_and_keeps_it_whole) {
    for (std::string const& text :
         {std::string("{\"k\":\"cert\"}"), std::string("{\"k\":\"\"}"),
          std::string("{\"f\":1,\"k\":\"set@2\"}"),
          "{" + entity_member + ",\"f\":\"a\",\"k\":\"set\",\"later\":1,\"x\":1}"}) {
        Result<Op> const op = op_from_json(parsed(text));
        ASSERT_TRUE(op.is_ok()) << text;
        EXPECT_EQ(op.value().kind, OpKind::unknown);
        EXPECT_EQ(to_canonical(to_json(op.value())), text);
    }
}

TEST(Op, an_unknown_op_still_says_whose_data_it_is) {
    Result<Op> const op = op_from_json(parsed("{\"k\":\"cert\",\"su\":\"" + id_text + "\"}"));
    EXPECT_EQ(op.value().subject, id_of(7));
}

TEST(Op, a_malformed_member_of_a_known_kind_is_named) {
    EXPECT_EQ(refused_member("{}"), "k");
    EXPECT_EQ(refused_member("{\"k\":1}"), "k");
    EXPECT_EQ(refused_member("[]"), "k");
    EXPECT_EQ(refused_member("{\"f\":\"a\",\"k\":\"set\"}"), "e");
    EXPECT_EQ(refused_member("{\"e\":\"course\",\"f\":\"a\",\"k\":\"set\"}"), "e");
    EXPECT_EQ(refused_member("{" + entity_member + ",\"k\":\"set\"}"), "f");
    EXPECT_EQ(refused_member("{" + entity_member + ",\"f\":\"A\",\"k\":\"set\"}"), "f");
    EXPECT_EQ(refused_member("{" + entity_member + ",\"f\":\"_del\",\"k\":\"set\"}"), "f");
    EXPECT_EQ(refused_member("{" + entity_member + ",\"f\":\"a\",\"k\":\"set\",\"x\":null}"), "x");
    EXPECT_EQ(refused_member("{" + entity_member + ",\"f\":\"a\",\"k\":\"add\"}"), "x");
    EXPECT_EQ(refused_member("{" + entity_member + ",\"f\":\"a\",\"k\":\"pos\",\"x\":1}"), "x");
    EXPECT_EQ(refused_member("{" + entity_member + ",\"k\":\"evt\"}"), "x");
    EXPECT_EQ(refused_member("{\"k\":\"erase\"}"), "su");
    EXPECT_EQ(refused_member("{\"k\":\"erase\",\"su\":\"" + to_text(RawId{}) + "\"}"), "su");
    EXPECT_EQ(refused_member("{\"k\":\"redact\"}"), "r");
}

TEST(Op, bad_names_of_replaced_ops_are_refused) {
    for (std::string const& refs : std::vector<std::string>{
             "[]", "1", "[[]]", "[[1,1]]", "[[\"" + id_text + "\"]]",
             "[[\"" + id_text + "\",-1]]", "[[\"" + id_text + "\",1000]]",
             "[[\"" + id_text + "\",1,1]]", "[\"" + id_text + "\"]"}) {
        EXPECT_EQ(refused_member("{" + entity_member + ",\"k\":\"del\",\"r\":" + refs + "}"), "r")
            << refs;
    }
    Json::Array many(limits::replaces_max + 1,
                     Json(Json::Array{Json(id_text), Json(0)}));
    Json json = to_json(op_of(OpKind::del, course(1)));
    json.set("r", Json(many));
    EXPECT_FALSE(op_from_json(json).is_ok());
    many.pop_back();
    json.set("r", Json(many));
    EXPECT_TRUE(op_from_json(json).is_ok());
}

TEST(Op, what_could_not_be_read_back_is_named_before_it_is_written) {
    EXPECT_EQ(malformed_member(set_op({"Course", id_of(1)}, "a", 1)), "e");
    EXPECT_EQ(malformed_member(set_op(course(1), "", 1)), "f");
    EXPECT_EQ(malformed_member(set_op(course(1), std::string(41, 'a'), 1)), "f");
    EXPECT_EQ(malformed_member(set_op(course(1), "_del", 1)), "f");
    EXPECT_EQ(malformed_member(add_op(course(1), "a", Json())), "x");
    EXPECT_EQ(malformed_member(erase_op(RawId{})), "su");
    EXPECT_EQ(malformed_member(Op{}), "x");
}

TEST(Op, a_list_of_ops_reads_back_and_has_a_maximum) {
    Ops const ops{set_op(course(1), "a", 1), evt_op(course(2), "seen")};
    Json::Array list{to_json(ops[0]), to_json(ops[1])};
    EXPECT_EQ(ops_from_json(Json(list)).value(), ops);
    EXPECT_TRUE(ops_from_json(Json(Json::Array{})).value().empty());
    list.assign(limits::change_ops_max, to_json(ops[0]));
    EXPECT_TRUE(ops_from_json(Json(list)));
    list.push_back(to_json(ops[0]));
    EXPECT_EQ(ops_from_json(Json(list)).error(), (Error{ErrorCode::e_field, {"o"}}));
    EXPECT_EQ(ops_from_json(Json(7)).error(), (Error{ErrorCode::e_field, {"o"}}));
    list = {to_json(ops[0]), Json(7)};
    EXPECT_EQ(ops_from_json(Json(list)).error(), (Error{ErrorCode::e_field, {"k"}}));
}

}  // namespace
}  // namespace zhitu::vault::tests
