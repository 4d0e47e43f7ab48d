#include "exchange/file_kinds.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace zhitu::exchange {
namespace {

TEST(FileKinds, a_header_with_all_that_is_required_is_of_that_kind) {
    struct {
        std::vector<std::string> header;
        FileKind kind;
    } const cases[] = {
        {{"login", "name"}, FileKind::people},
        {{"登录名", "姓名", "?"}, FileKind::people},
        {{"url", "title"}, FileKind::courses},
        {{"title"}, FileKind::unknown},
        {{"name", "email"}, FileKind::unknown},
        {{"name", "email", "team"}, FileKind::people},
        {{"url", "author", "price"}, FileKind::courses},
        {{"login", "course"}, FileKind::enrolments},
        {{"登录名", "课程", "状态", "日期"}, FileKind::enrolments},
        {{"user", "item"}, FileKind::interactions},
        {{"user_id", "item_id", "rating", "timestamp"}, FileKind::interactions},
        {{}, FileKind::unknown},
    };
    for (auto const& each : cases) {
        EXPECT_EQ(kind_of_header(each.header), each.kind) << each.header.size();
    }
}

TEST(FileKinds, every_kind_of_table_has_a_required_column) {
    for (FileKind const kind : {FileKind::courses, FileKind::people, FileKind::enrolments,
                                FileKind::interactions}) {
        auto const columns = columns_of(kind);
        EXPECT_TRUE(std::ranges::any_of(columns, [](Column const& c) { return c.is_required; }));
    }
    for (FileKind const kind : {FileKind::unknown, FileKind::roles, FileKind::synonyms}) {
        EXPECT_TRUE(columns_of(kind).empty());
    }
}

}  // namespace
}  // namespace zhitu::exchange
