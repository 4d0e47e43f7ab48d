#include "wasm/shell.h"

#include <emscripten/emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <utility>

#include "wasm/bridge.h"
#include "wasm/routes.h"

namespace zhitu::wasm {

namespace {

constexpr double work_ms_max = 4;  // the rest of a frame is for drawing it
constexpr int frames_after_work = 2;

template <class... Parts>
struct Overloaded : Parts... {
    using Parts::operator()...;
};

// ImGui's own clocks: a tooltip waits for the mouse to rest. < 0: none runs.
double seconds_to_tooltip() {
    ImGuiContext const& g = *ImGui::GetCurrentContext();
    if (g.HoverItemDelayId == 0) return -1;
    double const wait = g.Style.HoverDelayNormal - g.HoverItemDelayTimer;
    return wait > 0 ? wait : -1;
}

double earlier(double left, double right) {
    if (left < 0) return right;
    return right < 0 ? left : std::min(left, right);
}

}  // namespace

Shell::Shell(Canvas& canvas, app::Store& store, ui::Frontend& frontend)
    : canvas_(canvas), store_(store), frontend_(frontend), text_([this] { frame(); }) {}

double Shell::frame() {
    if (is_in_frame_) return 0;
    is_in_frame_ = true;
    canvas_.pump_events();
    store_.pump();
    hand_over_events();
    step_flows();
    is_text_due_ = text_.begin_frame();
    std::array<char, 11> day{};
    frontend_.view().hour_of_day = zt_js_local_day(day.data());
    frontend_.view().today = day.data();
    frontend_.note_time(static_cast<std::int64_t>(zt_js_now_ms()),
                        static_cast<std::int64_t>(emscripten_get_now()));
    canvas_.begin_frame();
    frontend_.draw();
    canvas_.end_frame();
    for (app::ShellRequest& request : frontend_.carry_out()) carry_out(request);
    tell_page();
    is_in_frame_ = false;
    return seconds_to_next_frame();
}

bool Shell::work() {
    auto const stand = [this] {
        return std::array{store_.is_working(), store_.has_history(), store_.is_history_broken()};
    };
    std::array<bool, 3> const before = stand();
    double const end = emscripten_get_now() + work_ms_max;
    bool is_more = true;
    while (is_more && emscripten_get_now() < end) {
        store_.pump();
        is_more = store_.step_work();
    }
    tell_unsaved();
    if (stand() != before || frontend_.needs_frame()) zt_js_wake(frames_after_work);
    return is_more;
}

void Shell::hand_over_events() {
    for (app::ShellEvent& event : jobs_.take_events()) inbox_.push_back(std::move(event));
    for (app::ShellEvent& event : std::exchange(inbox_, {}))
        frontend_.handle_event(std::move(event));
}

void Shell::step_flows() {
    double const end = emscripten_get_now() + work_ms_max;
    while (emscripten_get_now() < end && frontend_.step_work()) {
    }
}

void Shell::carry_out(app::ShellRequest& request) {
    std::visit(Overloaded{
        [](app::PickFiles const& wish) { zt_js_pick_files(wish.accept.c_str()); },
        [](app::DownloadFile const& wish) {
            zt_js_download(wish.name.c_str(), wish.mime.c_str(), wish.bytes.data(),
                           static_cast<int>(wish.bytes.size()));
        },
        [](app::LoadDemo const&) { zt_js_load_demo(); },
        [this](app::StartJob& wish) { jobs_.start(std::move(wish.request)); },
        [this](app::CancelJob const& wish) { jobs_.cancel(wish.id); },
        [](app::TakeOver const&) { zt_js_take_over(); },
        [](app::SetPageLanguage const& wish) { zt_js_set_language(wish.tag.c_str()); },
        [](app::CopyText const& wish) { zt_js_copy_text(wish.text.c_str()); },
        [](app::KeepStorage const&) { zt_js_keep_storage(); },
    }, request);
}

void Shell::tell_page() {
    std::uint64_t const fingerprint = frontend_.semantics().fingerprint();
    if (fingerprint != mirrored_) {
        mirrored_ = fingerprint;
        zt_js_mirror(frontend_.semantics().to_json().c_str());
    }
    if (addressed_ != frontend_.view().route) {
        addressed_ = frontend_.view().route;
        zt_js_set_address(to_address(*addressed_).c_str());
    }
    tell_unsaved();
}

void Shell::tell_unsaved() {
    vault::SaveState const state = store_.save_state();
    bool const is_open = state == vault::SaveState::saving || state == vault::SaveState::failed;
    int const is_unsaved = is_open || frontend_.is_at_risk() ? 1 : 0;
    if (is_unsaved != is_unsaved_) zt_js_set_unsaved(is_unsaved);
    is_unsaved_ = is_unsaved;
}

double Shell::seconds_to_next_frame() const {
    if (frontend_.needs_frame() || is_text_due_) return 0;
    if (!ImGui::GetCurrentContext()->InputEventsQueue.empty()) return 0;  // trickled events
    return earlier(frontend_.seconds_to_next_frame(), seconds_to_tooltip());
}

void Shell::go_to(std::string_view address) {
    std::optional<ui::Route> const route = route_from_address(address);
    if (!route) return;
    addressed_ = route;
    frontend_.view().route = *route;
}

bool Shell::takes_pasted_file() const {
    return !ImGui::GetIO().WantTextInput && frontend_.takes_files();
}

void Shell::set_preferences(bool is_dark, bool has_coarse_pointer) {
    frontend_.view().system_prefers_dark = is_dark;
    frontend_.view().has_coarse_pointer = has_coarse_pointer;
}

}  // namespace zhitu::wasm
