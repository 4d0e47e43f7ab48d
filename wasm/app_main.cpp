// The page's module. All objects live here; the page (web/*.js) calls the exported functions by
// way of bridge.js. zt_start() comes first, when the storage is populated.

#include <emscripten/emscripten.h>

#include <algorithm>
#include <array>
#include <memory>

#include "app/store.h"
#include "base/hash.h"
#include "ui/frontend.h"
#include "vault/memory_storage.h"
#include "wasm/bridge.h"
#include "wasm/browser_env.h"
#include "wasm/canvas_font_loader.h"
#include "wasm/idb_storage.h"
#include "wasm/shell.h"

namespace {

using namespace zhitu;

std::string font(char const* name) {
    std::string bytes(zt_js_font_size(name), '\0');
    if (!bytes.empty()) zt_js_font_read(name, bytes.data());
    return bytes;
}

ui::FontFiles fonts() {
    return {font("inter_regular"), font("inter_semibold"), font("icons"), font("hanzi"),
            wasm::canvas_font_loader()};
}

constexpr double opening_ms_max = 12;  // a task; the page stays alive

struct App {
    wasm::BrowserEnv env;
    wasm::IdbStorage files;
    vault::MemoryStorage memory;  // where the browser lets us keep nothing
#ifdef ZHITU_FAULT_FLUSH
    vault::FailingStorage disk{files, ZHITU_FAULT_FLUSH,
                               Error{ErrorCode::e_quota, {"QuotaExceededError: on purpose"}}};
#else
    wasm::IdbStorage& disk = files;
#endif
    bool const is_in_memory = zt_js_storage_state() == 0;
    app::Store store{env, is_in_memory ? static_cast<vault::Storage&>(memory) : disk};
    wasm::Canvas canvas;
    std::unique_ptr<ui::Frontend> frontend;
    std::unique_ptr<wasm::Shell> shell;
    std::vector<app::NamedBytes> picked;  // files of one choice, until all are there
    std::string text;                     // lent to the page until its next question
};

std::unique_ptr<App> the_app;

void tell_build(ui::ViewState& view) {
    std::array<char, 64> text{};
    std::string const build(text.data(), zt_js_build(text.data(), static_cast<int>(text.size())));
    std::size_t const space = std::min(build.find(' '), build.size());
    view.build_id = build.substr(0, space);
    if (space < build.size()) view.build_date = build.substr(space + 1);
}

app::StorageTold told_storage() {
    app::StorageTold told{.is_in_memory = the_app->is_in_memory};
    std::array<char, 512> reason{};
    told.reason.assign(reason.data(),
                       zt_js_storage_reason(reason.data(), static_cast<int>(reason.size())));
    return told;
}

}  // namespace

int main() { return 0; }

extern "C" {

// Returns 0, or 1: storage that cannot be read, 2: no WebGL2, 3: still reading, to be called again;
// nothing else may be called then.
EMSCRIPTEN_KEEPALIVE int zt_start() {
    if (!the_app) {
        the_app = std::make_unique<App>();
        if (!the_app->canvas.is_ok()) return 2;
        if (!the_app->store.open().is_ok()) return 1;
    }
    the_app->store.pump();
    double const end = emscripten_get_now() + opening_ms_max;
    while (the_app->store.is_opening()) {
        bool const is_late = emscripten_get_now() > end;
        if (is_late || !the_app->store.step_work()) return 3;
    }
    the_app->frontend = std::make_unique<ui::Frontend>(the_app->store, fonts());
    the_app->shell = std::make_unique<wasm::Shell>(the_app->canvas, the_app->store,
                                                   *the_app->frontend);
    std::array<char, 64> language{};
    zt_js_language(language.data(), static_cast<int>(language.size()));
    the_app->frontend->start(language.data());
    tell_build(the_app->frontend->view());
    the_app->frontend->handle_event(told_storage());
    zt_js_watch_storage();
    return 0;
}

EMSCRIPTEN_KEEPALIVE double zt_frame() { return the_app->shell->frame(); }
EMSCRIPTEN_KEEPALIVE int zt_work() { return the_app->shell->work() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void zt_resize(double width, double height, double pixels_wide,
                                    double pixels_high) {
    the_app->canvas.resize(width, height, pixels_wide, pixels_high);
}
EMSCRIPTEN_KEEPALIVE void zt_context_lost() { the_app->canvas.lose_context(); }
EMSCRIPTEN_KEEPALIVE void zt_context_restored() { the_app->canvas.restore_context(); }
EMSCRIPTEN_KEEPALIVE void zt_preferences(int is_dark, int is_coarse) {
    the_app->shell->set_preferences(is_dark != 0, is_coarse != 0);
}

EMSCRIPTEN_KEEPALIVE void zt_go_to(char const* address) { the_app->shell->go_to(address); }

EMSCRIPTEN_KEEPALIVE void zt_text(char const* text) {
    the_app->canvas.pump_events();  // keys pressed before the text come before it
    the_app->shell->text().commit(text);
}
EMSCRIPTEN_KEEPALIVE char const* zt_copy(int is_cut) {
    return the_app->shell->text().copy(is_cut != 0);
}
EMSCRIPTEN_KEEPALIVE void zt_paste(char const* text) { the_app->shell->text().paste(text); }
EMSCRIPTEN_KEEPALIVE int zt_takes_pasted_file() {
    return the_app->shell->takes_pasted_file() ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void zt_dragging(int are_files_over) {
    the_app->frontend->view().are_files_over = are_files_over != 0;
}
EMSCRIPTEN_KEEPALIVE void zt_activate(double id) {
    the_app->shell->text().activate(static_cast<std::uint32_t>(id));
}
EMSCRIPTEN_KEEPALIVE void zt_set_text(double id, char const* text) {
    the_app->shell->text().set_text(static_cast<std::uint32_t>(id), text);
}

EMSCRIPTEN_KEEPALIVE void zt_file_add(char const* name, char const* bytes, int size) {
    the_app->picked.push_back({name, std::string(bytes, size)});
}
EMSCRIPTEN_KEEPALIVE void zt_files_done() {
    the_app->shell->post(app::FilesPicked{std::exchange(the_app->picked, {})});
}
EMSCRIPTEN_KEEPALIVE void zt_file_too_large(char const* name, double size) {
    the_app->shell->post(app::FileTooLarge{name, static_cast<std::uint64_t>(size)});
}
EMSCRIPTEN_KEEPALIVE void zt_demo(char const* bytes, int size) {
    the_app->shell->post(app::DemoLoaded{std::string(bytes, size)});
}
EMSCRIPTEN_KEEPALIVE void zt_demo_failed(char const* reason) {
    the_app->shell->post(app::DemoFailed{reason});
}

EMSCRIPTEN_KEEPALIVE void zt_job_progress(double id, double millionths) {
    the_app->shell->jobs().on_progress(static_cast<std::uint64_t>(id),
                                       static_cast<std::int64_t>(millionths));
}
EMSCRIPTEN_KEEPALIVE void zt_job_piece(double id, char const* bytes, int size) {
    the_app->shell->jobs().on_piece(static_cast<std::uint64_t>(id),
                                    {bytes, static_cast<std::size_t>(size)});
}
EMSCRIPTEN_KEEPALIVE void zt_job_done(double id, char const* bytes, int size) {
    the_app->shell->jobs().on_done(static_cast<std::uint64_t>(id),
                                   {bytes, static_cast<std::size_t>(size)});
}
EMSCRIPTEN_KEEPALIVE void zt_job_failed(double id, char const* reason) {
    the_app->shell->jobs().on_failed(static_cast<std::uint64_t>(id), reason);
}

EMSCRIPTEN_KEEPALIVE void zt_flush_answered(int code, char const* reason) {
    the_app->files.on_answer(code, reason);
}
// < 0: the browser does not say.
EMSCRIPTEN_KEEPALIVE void zt_storage_told(int is_persistent, double used, double quota,
                                          double reserve) {
    app::StorageTold told = told_storage();
    if (is_persistent >= 0) told.is_persistent = is_persistent != 0;
    if (used >= 0) told.used_bytes = static_cast<std::uint64_t>(used);
    if (quota >= 0) told.quota_bytes = static_cast<std::uint64_t>(quota);
    told.reserve_bytes = static_cast<std::uint64_t>(reserve);
    bool const is_short = quota >= 0 && quota - used < static_cast<double>(limits::free_bytes_min);
    bool const is_shown = is_short || the_app->frontend->view().route.page == ui::Page::doctor;
    the_app->shell->post(std::move(told));
    if (is_shown) zt_js_wake(2);  // an idle page stays idle
}
// size < 0: the file is not there.
EMSCRIPTEN_KEEPALIVE void zt_read_answered(char const* bytes, int size) {
    the_app->files.on_read(size < 0 ? std::nullopt
                                    : std::optional(vault::Bytes(bytes, size)));
}
EMSCRIPTEN_KEEPALIVE void zt_lose_writer() { the_app->files.lose_writer(); }

// JSON for window.zhitu.stats().
EMSCRIPTEN_KEEPALIVE char const* zt_stats() {
    auto const number = [](std::uint64_t value) { return std::to_string(value); };
    App& app = *the_app;
    app.text = "{\"stateHash\":\"" + to_hex(app.store.state_digest()) + "\",\"savedThrough\":" +
               number(app.store.journal().saved_changes()) + ",\"saveState\":" +
               number(static_cast<std::uint64_t>(app.store.save_state())) + ",\"isWriter\":" +
               (app.store.is_writer() ? "true" : "false") + ",\"hasHistory\":" +
               (app.store.has_history() ? "true" : "false") + ",\"isWorking\":" +
               (app.store.is_working() ? "true" : "false") + ",\"isEmpty\":" +
               (app.store.state().is_empty() ? "true" : "false") + ",\"changes\":" +
               number(app.store.ledger().accepted_count()) + ",\"painted\":" +
               number(app.canvas.painted_count()) + "}";
    return app.text.c_str();
}

}  // extern "C"
