#pragma once

#include <cstdint>
#include <optional>

#include "app/check_job.h"
#include "app/self_test.h"
#include "base/result.h"

namespace zhitu::ui {

// What the page of facts has found out, beside what store and browser tell anyway.
struct DoctorView {
    bool has_begun = false;
    app::SelfTestReport self_tests;
    std::uint64_t job = 0;  // the check of the records under way; 0: none
    std::int64_t begun_ms = 0;  // steady clock
    std::int64_t taken_ms = 0;
    std::int64_t checked_ms = 0;  // wall clock
    std::optional<Error> error;
    std::optional<app::CheckReport> report;
};

}  // namespace zhitu::ui
