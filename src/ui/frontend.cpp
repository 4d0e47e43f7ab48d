#include "ui/frontend.h"

#include <algorithm>
#include <utility>

#include "app/demo.h"
#include "exchange/exchange_file.h"
#include "imgui.h"
#include "ui/frame.h"
#include "ui/hooks.h"
#include "ui/navigation.h"
#include "ui/outcomes.h"
#include "ui/settings.h"
#include "ui/style.h"
#include "ui/toasts.h"
#include "ui/top_bar.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t history_max = 50;
constexpr double cursor_seconds = 0.4;  // half a blink

template <class... Parts>
struct Overloaded : Parts... {
    using Parts::operator()...;
};

// Who opens the demo acts as somebody who leads, learns, and has a gap: every page has an answer.
PersonId demo_person(app::State const& state) {
    PersonId best;
    std::string best_login;
    std::size_t best_value = 0;
    for (auto const& [id, person] : state.people.people) {
        if (!is_manager(state, id)) continue;
        std::size_t value = app::advise(state, id, 3).items.size();
        auto const enrolments = state.learning.enrolments.find(id);
        bool const learns = enrolments != state.learning.enrolments.end() &&
                            std::any_of(enrolments->second.begin(), enrolments->second.end(),
                                        [](auto const& one) {
                                            return one.second.status ==
                                                   learning::EnrolmentStatus::enrolled;
                                        });
        if (learns && value > 0) value += 10;
        bool const is_better = best.is_nil() || value > best_value ||
                               (value == best_value && person.login < best_login);
        if (!is_better) continue;
        best = id;
        best_login = person.login;
        best_value = value;
    }
    return best;
}

}  // namespace

Frontend::Frontend(app::Store& store, FontFiles fonts) : store_(store), files_(std::move(fonts)) {
    fonts_ = load_fonts(*ImGui::GetIO().Fonts, files_);
    // Names the hooks, so that a linker that takes only what is named takes them too.
    watch_items(*ImGui::GetCurrentContext(), nullptr);
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    ImGui::GetIO().IniFilename = nullptr;
}

void Frontend::start(std::string_view system_language) {
    vault::Bytes const* const bytes = store_.journal().file(settings_file);
    auto const saved = bytes != nullptr ? settings_from_bytes(*bytes) : std::nullopt;
    view_.device = saved.value_or(DeviceSettings{language_of(system_language), {}, {}});
    if (!saved) view_.device.theme = Theme::system;
    view_.route.page = store_.state().is_empty() ? Page::doors : Page::today;
    others_changes_ = changes_count();
    wishes_.push(app::ShellRequest{app::SetPageLanguage{language_tag(view_.device.language)}});
    frames_due_ = 2;
}

// --- Events
void Frontend::handle_event(app::ShellEvent event) {
    frames_due_ = 2;
    Language const language = view_.device.language;
    std::visit(
        Overloaded{
            [this](app::FilesPicked& files) {
                if (is_refused_in_past(app::ShellRequest{app::PickFiles{}})) return;
                import_flow().open(std::move(files.files));
            },
            [this](app::FileTooLarge const& file) { import_flow().refuse_large(file.name); },
            [this](app::DemoLoaded const& demo) { open_demo(demo.bytes); },
            [this, language](app::DemoFailed const& failure) {
                view_.is_loading_demo = false;
                add_problem(view_, fill(text_of(Word::demo_failed, language), {failure.reason}));
            },
            [this](app::JobProgress const& progress) { import_flow().note_progress(progress); },
            [this](app::JobFinished& finished) {
                bool const is_check = finished.result.id == view_.doctor.job;
                if (is_check) finish_check(std::move(finished.result));
                else import_flow().finish_reading(std::move(finished.result));
            },
            [this](app::StorageTold& told) { view_.storage = std::move(told); },
        },
        event);
}

void Frontend::open_demo(std::string_view bytes) {
    view_.is_loading_demo = false;
    Status const status = app::load_demo(store_, bytes);
    if (!status) {
        add_problem(view_, status.error());
        return;
    }
    others_changes_ = changes_count();
    view_.device.me = demo_person(store_.state());
    view_.device_changed = true;
    go({Page::today, {}});
    add_toast(view_, text_of(Word::toast_demo, view_.device.language));
}

// --- Frame
void Frontend::draw() {
    ImGuiIO const& io = ImGui::GetIO();
    semantics_.begin_frame();
    Tokens const& tokens = tokens_of(is_dark(view_));
    apply_style(tokens, view_.has_coarse_pointer);
    Ui ui{.tree = semantics_,
          .tokens = tokens,
          .fonts = fonts_,
          .language = view_.device.language,
          .has_coarse_pointer = view_.has_coarse_pointer,
          .screen_width = io.DisplaySize.x,
          .screen_height = io.DisplaySize.y};
    drawn_version_ = store_.state().version;
    drawn_save_state_ = store_.save_state();
    PageContext page{ui, store_, view_, wishes_};
    // What a page dates, it dates with the day whose state it shows.
    std::string today = view_.today;
    if (view_.past.shown) view_.today = view_.past.day;
    draw_frame(page);
    view_.today = std::move(today);
    words_used_ = ui.words_used;
    if (frames_due_ > 0) --frames_due_;
}

double Frontend::seconds_to_next_frame() const {
    double const now = ImGui::GetTime();
    double next = ImGui::GetIO().WantTextInput ? cursor_seconds : -1;
    for (Toast const& toast : view_.toasts) {
        double const left = std::max(0.0, toast.shown_until - now);
        next = next < 0 ? left : std::min(next, left);
    }
    return next;
}

bool Frontend::step_work() {
    if (!store_.is_drop_under_way()) return import_flow().step() || past_flow().step();
    if (store_.step_drop()) return true;
    Word const word = view_.is_abandoning ? Word::import_abandoned : Word::undone_import;
    add_toast(view_, text_of(word, view_.device.language));
    return false;
}

bool Frontend::needs_frame() const {
    return is_changing(store_, view_) || view_.past.work != nullptr || frames_due_ > 0 ||
           drawn_version_ != store_.state().version ||
           drawn_save_state_ != store_.save_state() || !wishes_.list.empty();
}

bool Frontend::takes_files() const {
    if (!view_.past.day.empty()) return false;
    Page const shown = page_shown(store_.state(), view_.route);
    return shown == Page::data || shown == Page::doors;
}

// --- Wishes
std::vector<app::ShellRequest> Frontend::carry_out() {
    std::vector<app::ShellRequest> requests;
    std::vector<Wishes::Wish> list = std::move(wishes_.list);
    wishes_.list.clear();
    if (!list.empty()) frames_due_ = 2;
    for (Wishes::Wish& wish : list) carry_out(wish, requests);
    if (!list.empty()) undo_flow().forget_stale_offers();
    export_when_read(requests);
    keep_own_work(requests);
    if (view_.device_changed) save_settings(requests);
    return requests;
}

void Frontend::carry_out(Wishes::Wish& wish, std::vector<app::ShellRequest>& requests) {
    if (is_refused_in_past(wish)) return;
    std::visit(
        Overloaded{
            [this](app::Command const& command) { dispatch(command); },
            [&requests](app::ShellRequest& request) { requests.push_back(std::move(request)); },
            [this](Wishes::Undo const& what) { undo_flow().turn(what); },
            [this](Wishes::ShowDay const& day) { past_flow().show(day); },
            [this](Wishes::Go const& where) { go(where.route); },
            [this](Wishes::Back const&) {
                if (view_.history.empty()) return;
                view_.route = view_.history.back();
                view_.history.pop_back();
            },
            [this](Wishes::ClearAll const&) { clear_all(); },
            [this](Wishes::RetrySave const&) { store_.retry_save(); },
            [this](Wishes::ChangePlan& change) { import_flow().change_plan(std::move(change)); },
            [this](Wishes::ApplyImport const&) { import_flow().apply(); },
            [this](Wishes::DropImport const&) { import_flow().drop(); },
            [this](Wishes::ExportAll const&) {
                is_export_due_ = true;
                store_.want_history();
            },
            [this, &requests](Wishes::CheckHealth const&) { check_health(requests); },
        },
        wish);
}

void Frontend::go(Route route) {
    if (route == view_.route) return;
    view_.history.push_back(view_.route);
    if (view_.history.size() > history_max) view_.history.erase(view_.history.begin());
    view_.route = route;
}

void Frontend::dispatch(app::Command const& command) {
    Language const language = view_.device.language;
    // A deleted thing has its name only before.
    bool const is_delete = std::holds_alternative<app::DeleteCourse>(command) ||
                           std::holds_alternative<app::DeleteRole>(command);
    std::string before = is_delete ? outcome_text(store_.state(), command, language) : "";
    auto const done = store_.dispatch(command, view_.device.me);
    if (!done) {
        add_problem(view_, done.error());
        return;
    }
    if (view_.route.page == Page::doors) go({Page::team, {}});
    if (done.value().changes.empty()) {
        add_toast(view_, text_of(Word::toast_already, language));
        return;
    }
    add_toast(view_, is_delete ? before : outcome_text(store_.state(), command, language),
                done.value());
}

bool Frontend::is_refused_in_past(Wishes::Wish const& wish) {
    auto const refusal = past_refusal(view_, wish);
    if (refusal) add_problem(view_, *refusal);
    return refusal.has_value();
}

void Frontend::clear_all() {
    Status const status = store_.clear();
    if (!status) {
        add_problem(view_, status.error());
        return;
    }
    DeviceSettings device = view_.device;
    device.me = {};
    device.exported_ms = 0;
    others_changes_ = exported_changes_ = 0;
    ViewState fresh;
    fresh.device = device;
    fresh.device_changed = true;
    fresh.next_toast = view_.next_toast;
    fresh.next_job = view_.next_job;
    fresh.system_prefers_dark = view_.system_prefers_dark;
    fresh.has_coarse_pointer = view_.has_coarse_pointer;
    fresh.today = view_.today;
    fresh.now_ms = view_.now_ms;
    fresh.steady_ms = view_.steady_ms;
    fresh.clock = std::move(view_.clock);
    fresh.build_id = view_.build_id;
    fresh.build_date = view_.build_date;
    fresh.storage = view_.storage;
    fresh.has_asked_to_keep = view_.has_asked_to_keep;
    fresh.hour_of_day = view_.hour_of_day;
    view_ = std::move(fresh);
    add_toast(view_, text_of(Word::toast_cleared, view_.device.language));
}

// An export holds every change ever made; those of before the last snapshot are read first.
void Frontend::export_when_read(std::vector<app::ShellRequest>& requests) {
    bool const is_answered = store_.has_history() || store_.is_history_broken();
    if (!is_answered || !std::exchange(is_export_due_, false)) return;
    if (store_.has_history()) requests.push_back(export_all());
    else add_problem(view_, Error{ErrorCode::e_gap, {}});
    frames_due_ = 2;
}

app::DownloadFile Frontend::export_all() {
    std::string const name = "zhitu-" + view_.today + ".json";
    add_toast(view_, fill(text_of(Word::toast_exported, view_.device.language), {name}));
    store_.note_exported();
    undo_flow().forget_stale_offers();
    exported_changes_ = changes_count();
    view_.device.exported_ms = view_.now_ms;
    view_.device.exported_changes = static_cast<std::int64_t>(exported_changes_);
    view_.device_changed = true;
    return {name, "application/json", exchange::write_full(store_.ledger(), view_.today)};
}

void Frontend::note_time(std::int64_t wall_ms, std::int64_t steady_ms) {
    view_.now_ms = wall_ms;
    view_.steady_ms = steady_ms;
    view_.clock.note(wall_ms, steady_ms);
}

void Frontend::check_health(std::vector<app::ShellRequest>& requests) {
    DoctorView& doctor = view_.doctor;
    if (doctor.job != 0) return;
    doctor = {.has_begun = true, .self_tests = app::run_self_tests(), .job = view_.next_job++,
              .begun_ms = view_.steady_ms};
    requests.push_back(app::StartJob{{doctor.job, app::CheckRequest{store_.journal_files()}}});
}

void Frontend::finish_check(app::JobResult result) {
    DoctorView& doctor = view_.doctor;
    doctor.job = 0;
    doctor.taken_ms = view_.steady_ms - doctor.begun_ms;
    doctor.checked_ms = view_.now_ms;
    if (result.outcome) doctor.report = *std::get_if<app::CheckReport>(&result.outcome.value());
    else doctor.error = result.outcome.error();
}

bool Frontend::is_at_risk() const {
    return view_.storage.is_in_memory &&
           changes_count() > std::max(others_changes_, exported_changes_);
}

// Once a visit, when the first of somebody's own changes is on disk.
void Frontend::keep_own_work(std::vector<app::ShellRequest>& requests) {
    bool const is_due = !view_.has_asked_to_keep && changes_count() > others_changes_ &&
                        store_.save_state() == vault::SaveState::saved;
    if (!is_due || view_.storage.is_in_memory) return;
    view_.has_asked_to_keep = true;
    requests.push_back(app::KeepStorage{});
}

void Frontend::save_settings(std::vector<app::ShellRequest>& requests) {
    view_.device_changed = false;
    frames_due_ = 2;
    requests.push_back(app::SetPageLanguage{language_tag(view_.device.language)});
    if (!store_.is_writer()) return;
    store_.journal().put_file(settings_file, settings_bytes(view_.device));
    store_.journal().flush();
}

}  // namespace zhitu::ui
