#include "vault/memory_storage.h"

#include <gtest/gtest.h>

#include "tests/vault/storage_contract.h"

namespace zhitu::vault::tests {
namespace {

// A storage that passes on to one that outlives it.
class Passing final : public Storage {
public:
    explicit Passing(Storage& behind) : behind_(behind) {}
    Result<std::vector<StoredFile>> read_all() override { return behind_.read_all(); }
    void flush(FlushRequest request) override { behind_.flush(std::move(request)); }
    std::optional<FlushAnswer> poll() override { return behind_.poll(); }
    bool is_writer() const override { return behind_.is_writer(); }
    bool can_read() const override { return behind_.can_read(); }
    void read(std::string name) override { behind_.read(std::move(name)); }
    std::optional<ReadAnswer> poll_read() override { return behind_.poll_read(); }

private:
    Storage& behind_;
};

class MemoryBench final : public StorageBench {
public:
    std::unique_ptr<Storage> open() override { return std::make_unique<Passing>(memory_); }

private:
    MemoryStorage memory_;
};

// A failing storage whose fault never comes is as good as the one behind it.
class FaultlessBench final : public StorageBench {
public:
    std::unique_ptr<Storage> open() override {
        return std::make_unique<FailingStorage>(memory_, 0, Error{ErrorCode::e_quota, {}});
    }

private:
    MemoryStorage memory_;
};

template <class Bench>
std::unique_ptr<StorageBench> make_bench() {
    return std::make_unique<Bench>();
}

INSTANTIATE_TEST_SUITE_P(Memory, StorageContract, ::testing::Values(&make_bench<MemoryBench>));
INSTANTIATE_TEST_SUITE_P(Faultless, StorageContract,
                         ::testing::Values(&make_bench<FaultlessBench>));

TEST(MemoryStorage, only_the_writer_may_write) {
    MemoryStorage storage;
    EXPECT_TRUE(storage.is_writer());
    storage.set_writer(false);
    EXPECT_FALSE(storage.is_writer());
    FailingStorage const failing(storage, 1, Error{ErrorCode::e_quota, {}});
    EXPECT_FALSE(failing.is_writer());
}

TEST(MemoryStorage, names_have_one_alphabet_and_a_length) {
    EXPECT_TRUE(is_file_name("p/main/j/00000001"));
    EXPECT_TRUE(is_file_name("a-b_c.d"));
    EXPECT_TRUE(is_file_name(std::string(80, 'a')));
    EXPECT_FALSE(is_file_name(std::string(81, 'a')));
    EXPECT_FALSE(is_file_name(""));
    EXPECT_FALSE(is_file_name("A"));
    EXPECT_FALSE(is_file_name("a b"));
}

TEST(MemoryStorage, a_failing_one_fails_once) {
    MemoryStorage memory;
    FailingStorage failing(memory, 1, Error{ErrorCode::storage_failed, {"disk"}});
    failing.flush({1, {{"a", "1"}}, {}});
    EXPECT_EQ(failing.poll()->error->arguments, std::vector<std::string>{"disk"});
    EXPECT_TRUE(memory.files.empty());
    failing.flush({2, {{"a", "1"}}, {}});
    EXPECT_FALSE(failing.poll()->error.has_value());
    EXPECT_EQ(memory.files.size(), 1u);
}

}  // namespace
}  // namespace zhitu::vault::tests
