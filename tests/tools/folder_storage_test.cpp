#include "tools/files/folder_storage.h"

#include <gtest/gtest.h>

#include "tools/files/disk.h"
#include "tools/scratch.h"
#include "vault/storage_contract.h"

namespace zhitu::tools {
namespace {

using testing::Scratch;

class FolderBench final : public vault::tests::StorageBench {
public:
    std::unique_ptr<vault::Storage> open() override {
        return std::make_unique<FolderStorage>(scratch_.path);
    }

private:
    Scratch scratch_;
};

std::unique_ptr<vault::tests::StorageBench> folder_bench() {
    return std::make_unique<FolderBench>();
}

std::string content(FolderStorage& storage) {
    std::string text;
    auto const all = storage.read_all();
    if (!all) return "error";
    for (auto const& file : all.value()) text += file.name + "=" + file.bytes + ";";
    return text;
}

std::optional<Error> flush(FolderStorage& storage, vault::FlushRequest request) {
    storage.flush(std::move(request));
    auto const answer = storage.poll();
    EXPECT_TRUE(answer);
    return answer ? answer->error : Error{ErrorCode::e_busy, {}};
}

TEST(FolderStorage, the_second_one_reads_and_does_not_write) {
    Scratch scratch;
    auto first = std::make_unique<FolderStorage>(scratch.path);
    EXPECT_FALSE(flush(*first, {1, {{"p/a", "1"}}, {}}));
    FolderStorage second(scratch.path);
    EXPECT_FALSE(second.is_writer());
    EXPECT_EQ(content(second), "p/a=1;");
    first.reset();
    EXPECT_TRUE(FolderStorage(scratch.path).is_writer());
}

// A program that ends between the rename of .flush and the last file leaves this behind.
TEST(FolderStorage, a_flush_that_was_promised_is_completed_and_a_torn_one_never_was) {
    Scratch scratch;
    std::string redo;
    {
        FolderStorage storage(scratch.path);
        EXPECT_FALSE(flush(storage, {1, {{"a", "old"}, {"b", "old"}}, {}}));
        std::filesystem::create_directories(scratch / "c");  // c cannot be replaced by a file
        EXPECT_TRUE(flush(storage, {2, {{"a", "new"}, {"c", "new"}}, {"b"}}));
        redo = read_file(scratch / ".flush", 1'000).value();
        std::filesystem::remove(scratch / "c");
    }
    for (std::size_t size = 0; size <= redo.size(); ++size) {
        ASSERT_TRUE(replace_file(scratch / "a", "old") && replace_file(scratch / "b", "old"));
        std::filesystem::remove(scratch / "c");
        ASSERT_TRUE(replace_file(scratch / ".flush", redo.substr(0, size)));
        bool const is_whole = size == redo.size();
        FolderStorage storage(scratch.path);
        EXPECT_EQ(content(storage), is_whole ? "a=new;c=new;" : "a=old;b=old;") << size;
    }
    EXPECT_GT(redo.size(), 50u);
}

TEST(FolderStorage, a_flush_that_failed_half_way_is_completed_before_the_next) {
    Scratch scratch;
    FolderStorage storage(scratch.path);
    std::filesystem::create_directories(scratch / "c");
    EXPECT_TRUE(flush(storage, {1, {{"a", "1"}, {"c", "1"}}, {}}));
    EXPECT_TRUE(flush(storage, {2, {{"b", "2"}}, {}}));
    std::filesystem::remove(scratch / "c");
    EXPECT_FALSE(flush(storage, {3, {{"b", "3"}}, {}}));
    EXPECT_EQ(content(storage), "a=1;b=3;c=1;");
}

TEST(FolderStorage, a_reader_lays_a_promised_flush_over_what_it_reads) {
    Scratch scratch;
    FolderStorage writer(scratch.path);
    std::filesystem::create_directories(scratch / "c");
    EXPECT_TRUE(flush(writer, {1, {{"a", "1"}, {"c", "1"}}, {}}));
    FolderStorage reader(scratch.path);
    EXPECT_EQ(content(reader), "a=1;c=1;");
}

TEST(FolderStorage, a_folder_that_was_taken_away_is_an_error) {
    Scratch scratch;
    FolderStorage storage(scratch / "inner");
    std::filesystem::remove_all(scratch / "inner");
    auto const error = flush(storage, {1, {{"a", "1"}}, {}});
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::e_fenced);
    ASSERT_TRUE(replace_file(scratch / "file", "x"));
    FolderStorage no_folder(scratch / "file");
    EXPECT_FALSE(no_folder.read_all());
    EXPECT_FALSE(no_folder.is_writer());
}

TEST(FolderStorage, names_stay_inside_the_folder) {
    char const* const good[] = {"a", "p/main/j/00000001", "a.b-c_d/e"};
    for (char const* name : good) EXPECT_TRUE(FolderStorage::is_name(name)) << name;
    std::string const long_name(81, 'a');
    char const* const bad[] = {"",  "/a",   "a/",  "..",    "a/../b", ".flush", "a//b",
                               "A", "a b",  "ä",   "a\\b", "a.new",  "a/.b",   long_name.c_str()};
    for (char const* name : bad) EXPECT_FALSE(FolderStorage::is_name(name)) << name;
    EXPECT_GT(std::size(bad), 0u);
}

}  // namespace
}  // namespace zhitu::tools

namespace zhitu::vault::tests {
INSTANTIATE_TEST_SUITE_P(Folder, StorageContract, ::testing::Values(&tools::folder_bench));
}  // namespace zhitu::vault::tests
