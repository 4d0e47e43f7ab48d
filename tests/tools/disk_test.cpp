#include "tools/files/disk.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "tools/scratch.h"

namespace zhitu::tools {
namespace {

TEST(Disk, what_is_written_is_read) {
    testing::Scratch scratch;
    std::string bytes(200'000, 'x');
    bytes[7] = '\0';
    ASSERT_TRUE(replace_file(scratch / "a", bytes));
    ASSERT_TRUE(replace_file(scratch / "a", bytes + "y"));
    EXPECT_EQ(read_file(scratch / "a", 1'000'000).value(), bytes + "y");
    EXPECT_FALSE(std::filesystem::exists(scratch / "a.new"));
}

TEST(Disk, a_file_beyond_the_limit_is_refused) {
    testing::Scratch scratch;
    ASSERT_TRUE(replace_file(scratch / "a", "12345"));
    EXPECT_TRUE(read_file(scratch / "a", 5));
    EXPECT_EQ(read_file(scratch / "a", 4).error().code, ErrorCode::file_too_large);
    EXPECT_EQ(read_file("/dev/zero", 1'000).error().code, ErrorCode::file_too_large);
}

TEST(Disk, what_the_system_refuses_is_an_error_with_the_path) {
    testing::Scratch scratch;
    EXPECT_NE(read_file(scratch / "none", 9).error().arguments[0].find("none"), std::string::npos);
    EXPECT_FALSE(read_file(scratch.path, 9));
    EXPECT_FALSE(replace_file(scratch / "no/such/folder", "x"));
    EXPECT_EQ(disk_error("a", ENOSPC).code, ErrorCode::e_quota);
    EXPECT_EQ(disk_error("a", EACCES).code, ErrorCode::storage_failed);
    sync_folder(scratch / "none");
}

}  // namespace
}  // namespace zhitu::tools
