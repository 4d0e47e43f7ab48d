#pragma once

// Tests on data that is not ours: in the folder ZHITU_DATA names, else in ../shared/data beside the
// checkout. Where the folder is not, they are not registered, and the count is said aloud;
// tools/test adds both counts up.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>

#include "support/source_dir.h"

namespace zhitu::testing {

inline std::string real_data_path(std::string const& name) {
    char const* const folder = std::getenv("ZHITU_DATA");
    std::string const root =
        folder != nullptr ? folder : std::string(ZHITU_SOURCE_DIR) + "/../shared/data";
    return root + "/" + name;
}

struct RealDataCase {
    char const* name = "";
    void (*check)() = nullptr;
};

class RealDataTest : public ::testing::Test {
public:
    explicit RealDataTest(void (*check)()) : check_(check) {}
    void TestBody() override { check_(); }

private:
    void (*check_)();
};

// Registers the cases under the suite RealData when the file `needed` is there. To be called once
// from a source's initialiser.
inline bool register_real_data(char const* needed, std::span<RealDataCase const> cases) {
    if (!std::filesystem::exists(real_data_path(needed))) {
        std::printf("\n*** NOT REGISTERED: %zu tests on real data; no %s ***\n\n", cases.size(),
                    real_data_path(needed).c_str());
        return false;
    }
    for (RealDataCase const& each : cases) {
        auto const make = [check = each.check] { return new RealDataTest(check); };
        ::testing::RegisterTest("RealData", each.name, nullptr, nullptr, __FILE__, __LINE__, make);
    }
    return true;
}

}  // namespace zhitu::testing
