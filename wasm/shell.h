#pragma once

// One frame of the page, and what the frame asks of the world.

#include <vector>

#include "app/ports.h"
#include "ui/frontend.h"
#include "wasm/canvas.h"
#include "wasm/job_runner.h"
#include "wasm/text_input.h"

namespace zhitu::wasm {

class Shell {
public:
    Shell(Canvas& canvas, app::Store& store, ui::Frontend& frontend);

    // Seconds until the next frame is due: 0 at once, < 0 not before somebody does something.
    double frame();
    // Between frames, a few milliseconds without drawing: what the storage answered, and work of
    // the store. True: there is more to do at once.
    bool work();

    void post(app::ShellEvent event) { inbox_.push_back(std::move(event)); }
    // Back, Forward, or a link: an address that names no page changes nothing.
    void go_to(std::string_view address);
    void set_preferences(bool is_dark, bool has_coarse_pointer);

    // No field waits for text, and what is pasted here is to be imported.
    bool takes_pasted_file() const;

    TextInput& text() { return text_; }
    JobRunner& jobs() { return jobs_; }

private:
    void hand_over_events();
    void step_flows();
    void carry_out(app::ShellRequest& request);
    void tell_page();
    void tell_unsaved();
    double seconds_to_next_frame() const;

    Canvas& canvas_;
    app::Store& store_;
    ui::Frontend& frontend_;
    TextInput text_;
    JobRunner jobs_;
    std::vector<app::ShellEvent> inbox_;
    std::uint64_t mirrored_ = 0;
    std::optional<ui::Route> addressed_;  // what the address bar shows
    int is_unsaved_ = -1;  // as last told to the page
    bool is_in_frame_ = false;
    bool is_text_due_ = false;
};

}  // namespace zhitu::wasm
