#include "exchange/file_plan.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

TEST(FilePlan, a_plan_is_remembered_as_it_was) {
    FilePlan plan;
    EXPECT_EQ(to_bytes(plan), "{}");
    EXPECT_EQ(file_plan_from_bytes("{}"), plan);
    plan.encoding = Encoding::gb18030;
    plan.delimiter = '\t';
    plan.kind = FileKind::interactions;
    plan.columns = {{"user", "用户"}, {"date", ""}};
    plan.currencies = {{"Our school", "CNY"}, {"Stepik", ""}};
    plan.is_repaired = true;
    EXPECT_EQ(file_plan_from_bytes(to_bytes(plan)), plan);
    EXPECT_EQ(to_bytes(plan),
              R"({"columns":[["date",""],["user","用户"]],"currencies":[["Our school","CNY"],)"
              R"(["Stepik",""]],"delimiter":"\t","encoding":"gb18030","is_repaired":true,)"
              R"("kind":"interactions"})");
}

TEST(FilePlan, bytes_that_are_no_plan_give_none) {
    char const* const cases[] = {"",
                                 "[]",
                                 "{ }",
                                 R"({"delimiter":"x"})",
                                 R"({"delimiter":1})",
                                 R"({"encoding":"latin1"})",
                                 R"({"kind":"people "})",
                                 R"({"kind":2})",
                                 R"({"columns":{}})",
                                 R"({"columns":[["a"]]})",
                                 R"({"columns":[["a",1]]})",
                                 R"({"currencies":[1]})",
                                 R"({"is_repaired":1})"};
    for (char const* bytes : cases) EXPECT_FALSE(file_plan_from_bytes(bytes)) << bytes;
    EXPECT_GT(std::size(cases), 0u);
}

TEST(FilePlan, the_fields_of_a_kind_say_which_are_required) {
    auto const fields = plan_fields(FileKind::people);
    ASSERT_GE(fields.size(), 2u);
    EXPECT_STREQ(fields[0].name, "login");
    EXPECT_TRUE(fields[0].is_required);
    EXPECT_TRUE(plan_fields(FileKind::roles).empty());
    EXPECT_TRUE(plan_fields(FileKind::unknown).empty());
}

}  // namespace
}  // namespace zhitu::exchange
