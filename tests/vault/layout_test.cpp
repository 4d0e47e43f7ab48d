#include "vault/layout.h"

#include <gtest/gtest.h>

#include "vault/storage.h"

namespace zhitu::vault::tests {
namespace {

TEST(Layout, every_name_is_one_a_storage_takes) {
    for (std::string const& name :
         {segment_name(0xffffffff), kept_name(7), part_name(12, "e1-0"), cold_name(Digest{}),
          manifest_name(1), manifest_name(2), kept_part_name(part_name(1, "h0"))}) {
        EXPECT_TRUE(is_file_name(name)) << name;
        EXPECT_TRUE(is_journal_name(name)) << name;
    }
    EXPECT_FALSE(is_journal_name("p/main/writer"));
    EXPECT_FALSE(is_journal_name("device"));
}

TEST(Layout, a_segment_knows_its_number_and_no_other_name_has_one) {
    for (std::uint32_t const number : {1u, 0xabcdefu, 0xffffffffu}) {
        EXPECT_EQ(segment_number(segment_name(number)), number);
    }
    for (char const* name : {"p/main/j/1", "p/main/j/0000000A", "p/main/j/000000001", "p/main/j/",
                             "p/main/q/00000001", "p/main/j/0000000g", "p/main/j/00000000"}) {
        EXPECT_EQ(segment_number(name), 0u) << name;
    }
}

TEST(Layout, generations_write_to_two_files_by_turns) {
    EXPECT_NE(manifest_name(1), manifest_name(2));
    EXPECT_EQ(manifest_name(1), manifest_name(3));
    EXPECT_TRUE(is_manifest_name(manifest_name(8)));
    EXPECT_FALSE(is_manifest_name("p/main/man.c"));
}

TEST(Layout, folders_tell_what_a_file_is) {
    EXPECT_TRUE(is_part_name(part_name(1, "e")));
    EXPECT_TRUE(is_kept_name(kept_name(1)));
    EXPECT_TRUE(is_cold_name(cold_name(Digest{})));
    EXPECT_FALSE(is_cold_name(segment_name(1)));
    EXPECT_FALSE(is_part_name(kept_part_name(part_name(1, "e"))));
}

}  // namespace
}  // namespace zhitu::vault::tests
