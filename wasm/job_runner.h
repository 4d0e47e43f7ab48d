#pragma once

// Jobs: in a worker where there is one (web/jobs.js), else in slices between frames.

#include <list>
#include <string_view>
#include <vector>

#include "app/jobs.h"
#include "app/ports.h"

namespace zhitu::wasm {

class JobRunner {
public:
    void start(app::JobRequest const& request);
    void cancel(std::uint64_t id);

    // From the worker.
    void on_progress(std::uint64_t id, std::int64_t millionths);
    void on_done(std::string_view bytes);
    void on_failed(std::uint64_t id, std::string reason);

    // Works on local jobs for at most 8 ms. True: there is more to do.
    bool step();
    std::vector<app::ShellEvent> take_events();

private:
    struct Local {
        std::uint64_t id;
        app::Job job;
    };
    std::list<Local> local_;  // worked on front first
    std::vector<app::ShellEvent> events_;
};

}  // namespace zhitu::wasm
