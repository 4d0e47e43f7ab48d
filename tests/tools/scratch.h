#pragma once

// A folder of its own for a test, gone with it.

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace zhitu::tools::testing {

class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "zhitu-XXXXXX").string();
        char* const made = mkdtemp(pattern.data());
        if (made != nullptr) path = made;
    }
    ~Scratch() {
        std::error_code ignored;
        if (!path.empty()) std::filesystem::remove_all(path, ignored);
    }
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    std::string operator/(char const* name) const { return (path / name).string(); }

    std::filesystem::path path;
};

}  // namespace zhitu::tools::testing
