#pragma once

// What every Storage keeps, whatever is behind it. A storage joins the suite in one line:
//
//   INSTANTIATE_TEST_SUITE_P(Folder, StorageContract, ::testing::Values(folder_bench));
//
// A StorageBench makes benches; a bench makes the storage once and opens the same bytes again as a
// program that starts anew would.

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "vault/memory_storage.h"
#include "vault/storage.h"

namespace zhitu::vault::tests {

class StorageBench {
public:
    virtual ~StorageBench() = default;
    // The storage over this bench's bytes, newly opened. At most one at a time.
    virtual std::unique_ptr<Storage> open() = 0;
    // Does what answers wait for (an event loop); called between polls.
    virtual void work() {}
};

using MakeStorageBench = std::unique_ptr<StorageBench> (*)();
using Files = std::map<std::string, Bytes>;

class StorageContract : public ::testing::TestWithParam<MakeStorageBench> {
protected:
    void SetUp() override {
        bench_ = GetParam()();
        storage_ = bench_->open();
        ASSERT_TRUE(storage_->is_writer());
    }

    void reopen() {
        storage_.reset();
        storage_ = bench_->open();
    }

    Files files() {
        Files out;
        Result<std::vector<StoredFile>> all = storage_->read_all();
        EXPECT_TRUE(all.is_ok());
        if (!all) return out;
        std::string last;
        for (StoredFile const& file : all.value()) {
            EXPECT_LT(last, file.name) << "by name, each once";
            last = file.name;
            out[file.name] = file.bytes;
        }
        return out;
    }

    std::vector<FlushAnswer> answers(Storage& storage, std::size_t count) {
        std::vector<FlushAnswer> out;
        for (int round = 0; round < 10'000 && out.size() < count; ++round) {
            bench_->work();
            std::optional<FlushAnswer> const answer = storage.poll();
            if (answer) out.push_back(*answer);
        }
        EXPECT_FALSE(storage.poll().has_value());
        return out;
    }

    void flush(FlushRequest request) {
        std::uint64_t const ticket = request.ticket;
        storage_->flush(std::move(request));
        std::vector<FlushAnswer> const got = answers(*storage_, 1);
        ASSERT_EQ(got.size(), 1u);
        EXPECT_EQ(got[0].ticket, ticket);
        EXPECT_FALSE(got[0].error.has_value());
    }

    // All answers that come, those of earlier questions first.
    std::vector<ReadAnswer> read(std::vector<std::string> const& names) {
        std::vector<ReadAnswer> got;
        for (std::string const& name : names) storage_->read(name);
        for (int round = 0; round < 10'000; ++round) {
            bench_->work();
            while (std::optional<ReadAnswer> answer = storage_->poll_read()) {
                got.push_back(std::move(*answer));
            }
            if (!got.empty() && got.back().name == names.back()) break;
        }
        EXPECT_FALSE(storage_->poll_read().has_value());
        return got;
    }

    std::unique_ptr<StorageBench> bench_;
    std::unique_ptr<Storage> storage_;
};

TEST_P(StorageContract, begins_empty_and_has_nothing_to_answer) {
    EXPECT_TRUE(files().empty());
    EXPECT_FALSE(storage_->poll().has_value());
}

TEST_P(StorageContract, what_was_put_is_read_back_after_opening_again) {
    Bytes bytes;
    for (int i = 0; i < 70'000; ++i) bytes.push_back(static_cast<char>(i * 7));
    flush({1, {{"p/main/j/00000001", bytes}, {"dev", ""}}, {}});
    reopen();
    Files const read = files();
    EXPECT_EQ(read.size(), 2u);
    EXPECT_TRUE(read == (Files{{"p/main/j/00000001", bytes}, {"dev", ""}})) << "byte for byte";
}

TEST_P(StorageContract, a_put_overwrites_the_whole_file) {
    flush({1, {{"a", "a longer text"}}, {}});
    flush({2, {{"a", "short"}}, {}});
    reopen();
    EXPECT_EQ(files(), (Files{{"a", "short"}}));
}

TEST_P(StorageContract, puts_and_deletes_of_one_flush_come_together) {
    flush({1, {{"p/a", "1"}, {"p/b", "1"}}, {}});
    flush({2, {{"p/c", "2"}, {"p/b", "2"}}, {"p/a"}});
    reopen();
    EXPECT_EQ(files(), (Files{{"p/b", "2"}, {"p/c", "2"}}));
}

// As after a large import: more than a storage may want to take at once.
TEST_P(StorageContract, many_megabytes_of_one_flush_come_together) {
    FlushRequest request{1, {}, {}};
    Files expected;
    for (int i = 0; i < 50; ++i) {
        std::string const bytes(limits::segment_bytes_max, static_cast<char>('a' + i % 26));
        std::string const name = "p/" + std::to_string(100 + i);
        request.puts.push_back({name, bytes});
        expected[name] = bytes;
    }
    request.puts.push_back({"last", "1"});
    expected["last"] = "1";
    flush({0, {{"gone", "1"}}, {}});
    request.deletes = {"gone"};
    flush(std::move(request));
    reopen();
    EXPECT_EQ(files(), expected);
}

TEST_P(StorageContract, deleting_what_is_not_there_is_fine) {
    flush({1, {{"a", "1"}}, {"b", "p/main/q/00000007"}});
    reopen();
    EXPECT_EQ(files(), (Files{{"a", "1"}}));
}

TEST_P(StorageContract, cold_files_are_read_one_by_one_and_not_at_the_start) {
    Bytes all;
    for (int i = 0; i < 70'000; ++i) all.push_back(static_cast<char>(i * 7));
    flush({1, {{"cold/main/c/0a", all}, {"cold/main/c/0e", ""}, {"a", "hot"}}, {}});
    reopen();
    EXPECT_EQ(files(), (Files{{"a", "hot"}}));
    std::vector<ReadAnswer> const got =
        read({"cold/main/c/0a", "a", "cold/main/c/0b", "cold/main/c/0e"});
    ASSERT_EQ(got.size(), 4u);
    EXPECT_TRUE(got[0].bytes == all) << "byte for byte";
    EXPECT_EQ(got[1].bytes, "hot");
    EXPECT_FALSE(got[2].bytes.has_value());
    EXPECT_EQ(got[3].bytes, "") << "empty is not absent";
}

TEST_P(StorageContract, cold_and_hot_files_change_in_one_flush) {
    flush({1, {{"cold/main/c/0a", "1"}, {"cold/main/c/0b", "1"}, {"a", "1"}}, {}});
    flush({2, {{"cold/main/c/0b", "2"}, {"cold/main/c/0c", "2"}, {"b", "2"}},
           {"cold/main/c/0a", "a", "cold/main/c/0d"}});
    reopen();
    EXPECT_EQ(files(), (Files{{"b", "2"}}));
    std::vector<ReadAnswer> const got =
        read({"cold/main/c/0a", "cold/main/c/0b", "cold/main/c/0c"});
    ASSERT_EQ(got.size(), 3u);
    EXPECT_FALSE(got[0].bytes.has_value());
    EXPECT_EQ(got[1].bytes, "2");
    EXPECT_EQ(got[2].bytes, "2");
}

TEST_P(StorageContract, a_read_finds_what_was_flushed_before_it_was_asked_for) {
    storage_->flush({1, {{"cold/main/c/0a", "1"}, {"a", "1"}}, {}});
    storage_->read("cold/main/c/0a");
    storage_->flush({2, {{"a", "2"}}, {"cold/main/c/0a"}});
    std::vector<ReadAnswer> const got = read({"cold/main/c/0a", "a"});
    ASSERT_EQ(got.size(), 3u);
    EXPECT_EQ(got[0].bytes, "1");
    EXPECT_FALSE(got[1].bytes.has_value());
    EXPECT_EQ(got[2].bytes, "2");
    EXPECT_EQ(answers(*storage_, 2).size(), 2u);
}

TEST_P(StorageContract, an_empty_flush_is_answered_too) {
    flush({9, {}, {}});
    EXPECT_TRUE(files().empty());
}

TEST_P(StorageContract, flushes_are_answered_once_and_in_order) {
    std::vector<std::uint64_t> expected;
    for (std::uint64_t i = 0; i < 20; ++i) {
        std::uint64_t const ticket = 1'000 - i;  // the caller's business
        storage_->flush({ticket, {{"a", std::to_string(i)}}, {}});
        expected.push_back(ticket);
    }
    std::vector<std::uint64_t> tickets;
    for (FlushAnswer const& answer : answers(*storage_, 20)) tickets.push_back(answer.ticket);
    EXPECT_EQ(tickets, expected);
    reopen();
    EXPECT_EQ(files(), (Files{{"a", "19"}}));
}

TEST_P(StorageContract, a_refused_flush_leaves_the_old_content_and_its_place_among_the_answers) {
    flush({1, {{"a", "old"}, {"b", "old"}}, {}});
    FailingStorage failing(*storage_, 2, Error{ErrorCode::e_quota, {}});
    failing.flush({2, {{"c", "new"}}, {}});
    failing.flush({3, {{"a", "new"}, {"d", "new"}}, {"b"}});
    failing.flush({4, {{"e", "new"}}, {}});
    std::vector<FlushAnswer> const got = answers(failing, 3);
    ASSERT_EQ(got.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(got[i].ticket, i + 2);
        EXPECT_EQ(got[i].error.has_value(), i == 1);
    }
    EXPECT_EQ(got[1].error->code, ErrorCode::e_quota);
    EXPECT_EQ(failing.faults_count(), 1u);
    reopen();
    EXPECT_EQ(files(), (Files{{"a", "old"}, {"b", "old"}, {"c", "new"}, {"e", "new"}}));
}

}  // namespace zhitu::vault::tests
