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
        {{}, FileKind::unknown},
    };
    for (auto const& each : cases) {
        EXPECT_EQ(kind_of_header(each.header), each.kind) << each.header.size();
    }
}

TEST(FileKinds, every_kind_of_table_has_a_required_column) {
    for (FileKind const kind : {FileKind::courses, FileKind::people}) {
        auto const columns = columns_of(kind);
        EXPECT_TRUE(std::ranges::any_of(columns, [](Column const& c) { return c.is_required; }));
    }
    EXPECT_TRUE(columns_of(FileKind::synonyms).empty());
}

}  // namespace
}  // namespace zhitu::exchange
