#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/as_of.h"

namespace zhitu::ui {

// The company of another day; ui/past_flow.h takes it from step to step.
struct PastView {
    std::string day;         // shown or under way; empty: today
    vault::Stamp until = 0;  // its end, or the moment on it
    std::unique_ptr<app::AsOf> work;  // under way
    std::uint64_t version = 0;        // of the present it is worked out from
    std::optional<app::Past> shown;
    std::uint64_t shown_count = 0;  // makes the versions of their states
    std::uint64_t moments_version = 0;
    app::Moments moments;  // of that version of the present
};

}  // namespace zhitu::ui
