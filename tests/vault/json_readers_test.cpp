#include "vault/json_readers.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "tests/vault/histories.h"

namespace zhitu::vault::tests {
namespace {

Json json_of(std::string_view text) { return read_json(text).value(); }

TEST(JsonReaders, a_member_that_is_not_there_is_null) {
    EXPECT_EQ(member_of(json_of("{\"a\":7}"), "a"), Json(7));
    EXPECT_TRUE(member_of(json_of("{\"a\":7}"), "b").is_null());
    EXPECT_TRUE(member_of(json_of("[7]"), "a").is_null());
}

TEST(JsonReaders, a_list_has_exactly_so_many_items) {
    Json const two = json_of("[1,2]");
    ASSERT_NE(items_of(two, 2), nullptr);
    EXPECT_EQ((*items_of(two, 2))[1], Json(2));
    EXPECT_EQ(items_of(two, 1), nullptr);
    EXPECT_EQ(items_of(two, 3), nullptr);
    EXPECT_EQ(items_of(json_of("{}"), 0), nullptr);
}

TEST(JsonReaders, a_number_is_whole_not_negative_and_fits) {
    std::uint64_t wide = 5;
    std::uint32_t narrow = 5;
    for (char const* bad : {"-1", "\"1\"", "null", "true", "[1]"}) {
        EXPECT_FALSE(read_number(json_of(bad), wide)) << bad;
        EXPECT_FALSE(read_number(json_of(bad), narrow)) << bad;
    }
    EXPECT_FALSE(read_number(json_of("4294967296"), narrow));
    EXPECT_EQ(wide, 5u);
    EXPECT_EQ(narrow, 5u);
    EXPECT_TRUE(read_number(json_of("4294967295"), narrow));
    EXPECT_EQ(narrow, 4'294'967'295u);
    EXPECT_TRUE(read_number(json_of("9007199254740991"), wide));
    EXPECT_EQ(wide, 9'007'199'254'740'991u);
    EXPECT_TRUE(read_number(json_of("0"), wide));
    EXPECT_EQ(wide, 0u);
}

TEST(JsonReaders, digests_and_ids_have_one_spelling) {
    Digest const digest = sha256("a");
    Digest read_back{};
    EXPECT_TRUE(read_digest(Json(to_hex(digest)), read_back));
    EXPECT_EQ(read_back, digest);
    EXPECT_FALSE(read_digest(Json(to_hex(digest).substr(1)), read_back));
    EXPECT_FALSE(read_digest(Json(7), read_back));
    EXPECT_EQ(read_back, digest);
    RawId id{};
    EXPECT_TRUE(read_id(Json(to_text(id_of(3))), id));
    EXPECT_EQ(id, id_of(3));
    EXPECT_FALSE(read_id(Json(to_text(id_of(4)) + "a"), id));
    EXPECT_FALSE(read_id(Json(), id));
    EXPECT_EQ(id, id_of(3));
}

TEST(JsonReaders, a_name_of_an_op_is_an_id_and_a_number_that_a_change_can_have) {
    auto const pair = [](std::int64_t index) {
        return Json(Json::Array{Json(to_text(id_of(3))), Json(index)});
    };
    auto const most = static_cast<std::int64_t>(limits::change_ops_max) - 1;
    OpRef ref{id_of(9), 9};
    EXPECT_FALSE(read_ref(pair(most + 1), ref));
    EXPECT_FALSE(read_ref(pair(-1), ref));
    EXPECT_FALSE(read_ref(Json(to_text(id_of(3))), ref));
    EXPECT_EQ(ref, (OpRef{id_of(9), 9}));
    EXPECT_TRUE(read_ref(pair(most), ref));
    EXPECT_EQ(ref, (OpRef{id_of(3), static_cast<std::uint32_t>(most)}));
}

}  // namespace
}  // namespace zhitu::vault::tests
