#pragma once

// Jobs: their bytes out to the page, which finds somebody to do them (web/jobs.js), and back in.

#include <map>
#include <string_view>
#include <vector>

#include "app/jobs.h"
#include "app/ports.h"

namespace zhitu::wasm {

class JobRunner {
public:
    void start(app::JobRequest request);
    void cancel(std::uint64_t id);

    // From whoever does it.
    void on_progress(std::uint64_t id, std::int64_t millionths);
    void on_piece(std::uint64_t id, std::string_view bytes);  // of the result's tail, in order
    void on_done(std::uint64_t id, std::string_view head);
    void on_failed(std::uint64_t id, std::string reason);

    std::vector<app::ShellEvent> take_events();

private:
    std::map<std::uint64_t, std::vector<std::string>> tails_;  // of results still coming
    std::vector<app::ShellEvent> events_;
};

}  // namespace zhitu::wasm
