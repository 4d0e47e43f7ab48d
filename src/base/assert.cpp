#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace zhitu {

void assertion_failed(char const* condition, char const* file, int line) {
    std::fprintf(stderr, "zhitu: assertion failed: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace zhitu
