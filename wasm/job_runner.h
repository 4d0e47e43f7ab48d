#pragma once

// Jobs: in a worker where there is one (web/jobs.js), else in slices between frames.

#include <list>
#include <map>
#include <string_view>
#include <vector>

#include "app/jobs.h"
#include "app/ports.h"
#include "wasm/browser_decoder.h"

namespace zhitu::wasm {

class JobRunner {
public:
    void start(app::JobRequest request);
    void cancel(std::uint64_t id);

    // From the worker.
    void on_progress(std::uint64_t id, std::int64_t millionths);
    void on_piece(std::uint64_t id, std::string_view bytes);  // of the result's tail, in order
    void on_done(std::uint64_t id, std::string_view head);
    void on_failed(std::uint64_t id, std::string reason);

    // Works on local jobs for at most 8 ms. True: there is more to do.
    bool step();
    std::vector<app::ShellEvent> take_events();

private:
    struct Local {
        std::uint64_t id;
        app::Job job;
    };
    BrowserDecoder decoder_;
    std::list<Local> local_;  // worked on front first
    std::map<std::uint64_t, std::vector<std::string>> tails_;  // of results still coming
    std::vector<app::ShellEvent> events_;
};

}  // namespace zhitu::wasm
