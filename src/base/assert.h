#pragma once

// A mistake of ours stops the program at once, in every build: going on would write a wrong record.
// What can go wrong outside our code is never asserted; it returns Result (base/result.h).

namespace zhitu {

[[noreturn]] void assertion_failed(char const* condition, char const* file, int line);

}  // namespace zhitu

#define ZT_ASSERT(condition) \
    ((condition) ? static_cast<void>(0) : ::zhitu::assertion_failed(#condition, __FILE__, __LINE__))
