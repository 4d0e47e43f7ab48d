// The parsers under libFuzzer, with address and undefined behaviour sanitizers and line coverage.
// tools/fuzz.mjs builds and runs it.
//
//   ZHITU_FUZZ_PARSER=change fuzz -max_total_time=60 FOLDER    begins from FOLDER, and adds to it
//   ZHITU_FUZZ_PARSER=change ZHITU_FUZZ_SEEDS=FOLDER fuzz      only writes the good examples there

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/vault/parsers.h"

namespace {

using zhitu::vault::tests::Parser;
using zhitu::vault::tests::parsers;

// json unless the environment names another.
Parser const& wanted_parser() {
    char const* wanted = std::getenv("ZHITU_FUZZ_PARSER");
    for (Parser const& parser : parsers()) {
        if (wanted != nullptr && std::string_view(wanted) == parser.name) return parser;
    }
    return parsers().front();
}

bool write_seeds(std::string const& folder) {
    int number = 0;
    bool is_written = true;
    for (std::string const& seed : wanted_parser().seeds()) {
        std::FILE* file = std::fopen((folder + "/seed" + std::to_string(number++)).c_str(), "wb");
        if (file == nullptr) return false;
        is_written = std::fwrite(seed.data(), 1, seed.size(), file) == seed.size() && is_written;
        is_written = std::fclose(file) == 0 && is_written;
    }
    return is_written;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    char const* folder = std::getenv("ZHITU_FUZZ_SEEDS");
    if (folder != nullptr) std::exit(write_seeds(folder) ? 0 : 1);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static Parser const& parser = wanted_parser();
    parser.accepts({reinterpret_cast<char const*>(data), size});
    return 0;
}
