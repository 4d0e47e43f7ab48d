// The storage of the page, over a real IndexedDB: a module of its own, run in a browser by
// tests/e2e/storage_test.mjs. It waits for JavaScript in the middle of a test; idb_bench.js tells
// for what.

#include "wasm/idb_storage.h"

#include <gtest/gtest.h>

#include "tests/vault/storage_contract.h"

extern "C" {
void zt_js_bench_clear();  // no database is left
void zt_js_bench_open();   // as the start of a page does it: lock, claim, fill the memory
void zt_js_bench_turn();   // one turn of the event loop
void zt_js_bench_finished(int code);
int zt_js_bench_sees(char const* path);  // whether IDBFS does: what it would read or delete
void zt_flush_answered(int code, char const* reason);
void zt_read_answered(char const* bytes, int size);
void zt_run_tests();
}

namespace zhitu::wasm {
namespace {

class OpenedStorage;
OpenedStorage* the_storage = nullptr;  // the answers of storage.js go to the one that is open

class OpenedStorage final : public vault::Storage {
public:
    OpenedStorage() { the_storage = this; }
    ~OpenedStorage() override { the_storage = nullptr; }
    Result<std::vector<vault::StoredFile>> read_all() override { return files_.read_all(); }
    void flush(vault::FlushRequest request) override { files_.flush(std::move(request)); }
    std::optional<vault::FlushAnswer> poll() override { return files_.poll(); }
    bool is_writer() const override { return files_.is_writer(); }
    bool can_read() const override { return files_.can_read(); }
    void read(std::string name) override { files_.read(std::move(name)); }
    std::optional<vault::ReadAnswer> poll_read() override { return files_.poll_read(); }
    void on_read(std::optional<vault::Bytes> bytes) { files_.on_read(std::move(bytes)); }
    void on_answer(int code, char const* reason) { files_.on_answer(code, reason); }

private:
    IdbStorage files_;
};

class IdbBench final : public vault::tests::StorageBench {
public:
    IdbBench() { zt_js_bench_clear(); }
    std::unique_ptr<vault::Storage> open() override {
        zt_js_bench_open();
        return std::make_unique<OpenedStorage>();
    }
    void work() override { zt_js_bench_turn(); }
};

std::unique_ptr<vault::tests::StorageBench> idb_bench() { return std::make_unique<IdbBench>(); }

TEST(IdbStorage, cold_files_are_nothing_to_the_memory_file_system) {
    IdbBench bench;
    std::unique_ptr<vault::Storage> storage = bench.open();
    storage->flush({1, {{"cold/main/c/0a", "cold"}, {"a", "hot"}}, {}});
    for (int round = 0; round < 10'000 && !storage->poll(); ++round) bench.work();
    EXPECT_TRUE(zt_js_bench_sees("/zhitu-v1/st/a"));
    EXPECT_FALSE(zt_js_bench_sees("cold/main/c/0a"));
}

}  // namespace
}  // namespace zhitu::wasm

void zt_flush_answered(int code, char const* reason) {
    ASSERT_NE(zhitu::wasm::the_storage, nullptr) << "an answer after closing: " << reason;
    zhitu::wasm::the_storage->on_answer(code, reason);
}

void zt_read_answered(char const* bytes, int size) {
    ASSERT_NE(zhitu::wasm::the_storage, nullptr) << "a file after closing";
    if (size < 0) return zhitu::wasm::the_storage->on_read(std::nullopt);
    zhitu::wasm::the_storage->on_read(zhitu::vault::Bytes(bytes, size));
}

namespace zhitu::vault::tests {
INSTANTIATE_TEST_SUITE_P(IndexedDb, StorageContract, ::testing::Values(&wasm::idb_bench));
}  // namespace zhitu::vault::tests

void zt_run_tests() {
    ::testing::InitGoogleTest();
    zt_js_bench_finished(RUN_ALL_TESTS());
}
