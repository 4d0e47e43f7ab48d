// The parsers under libFuzzer, with address and undefined behaviour sanitizers:
//
//   cmake -B build/fuzz -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang -DZHITU_FUZZ=ON
//   cmake --build build/fuzz --target fuzz
//   ZHITU_FUZZ_PARSER=change build/fuzz/fuzz -max_total_time=60

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/vault/parsers.h"

namespace {

// json unless the environment names another.
zhitu::vault::tests::Parser const& wanted_parser() {
    char const* wanted = std::getenv("ZHITU_FUZZ_PARSER");
    for (zhitu::vault::tests::Parser const& parser : zhitu::vault::tests::parsers()) {
        if (wanted != nullptr && std::string_view(wanted) == parser.name) return parser;
    }
    return zhitu::vault::tests::parsers().front();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    wanted_parser().accepts({reinterpret_cast<char const*>(data), size});
    return 0;
}
