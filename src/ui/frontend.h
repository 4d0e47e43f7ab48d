#pragma once

// All of the interface that is the same in the browser and in a headless test: fonts, theme, one
// frame, and what becomes of the wishes. The shell owns window, GL, input and storage.
//
//   shell event ─▶ handle_event ─▶ Store / ViewState
//   ImGui::NewFrame … draw() … ImGui::Render        draw asks
//   carry_out() ─▶ Store::dispatch, undo, export     after the frame
//            └──▶ ShellRequests for the shell

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"
#include "app/store.h"
#include "ui/fonts.h"
#include "ui/import_flow.h"
#include "ui/past_flow.h"
#include "ui/semantics.h"
#include "ui/undo_flow.h"
#include "ui/wishes.h"
#include "ui/words.h"

struct ImFontLoader;

namespace zhitu::ui {

// Font files fetched by the shell (assets made by tools/fonts). Empty hanzi: the fallback loader
// draws what is not embedded. Its source has SizePixels of one em: it draws at
// baked->Size * source->SizePixels / (SizePixels of the first source).
struct FontFiles {
    std::string inter_regular;
    std::string inter_semibold;
    std::string icons;
    std::string hanzi;
    ImFontLoader const* fallback_loader = nullptr;  // canvas loader in the browser, null natively
};

class Frontend {
public:
    // Requires a current ImGui context without fonts; `store` outlives this.
    Frontend(app::Store& store, FontFiles fonts);

    // Store is open: read device settings, choose the first page. `system_language` is the
    // browser's first, used until the person has chosen.
    void start(std::string_view system_language);

    void handle_event(app::ShellEvent event);

    // Between ImGui::NewFrame and ImGui::Render. `today` and `hour` come from the shell's clock.
    void draw();

    // Both clocks now, before each frame: the wall's, and one that only runs.
    void note_time(std::int64_t wall_ms, std::int64_t steady_ms);

    // After the frame. Requests the shell has to carry out, in order.
    std::vector<app::ShellRequest> carry_out();

    // A little of what is applied in slices; false when nothing is under way. The shell calls it
    // between frames while there is time.
    bool step_work();

    // Seconds until something on screen changes by itself (toast, cursor); < 0: never.
    double seconds_to_next_frame() const;
    // A frame is due although nobody touched anything (state changed, storage answered).
    bool needs_frame() const;

    // Nothing but this page has what somebody did here: closing it should be asked about.
    bool is_at_risk() const;

    // What is pasted or dropped here is to be imported.
    bool takes_files() const;

    ViewState& view() { return view_; }
    SemanticTree const& semantics() const { return semantics_; }
    // Words that the last frame said.
    std::bitset<words_count> const& words_used() const { return words_used_; }

private:
    ImportFlow import_flow() { return {store_, view_, wishes_}; }
    void open_demo(std::string_view bytes);
    void go(Route route);
    void carry_out(Wishes::Wish& wish, std::vector<app::ShellRequest>& requests);
    void dispatch(app::Command const& command);
    PastFlow past_flow() { return {store_, view_}; }
    UndoFlow undo_flow() { return {store_, view_, import_flow()}; }
    bool is_refused_in_past(Wishes::Wish const& wish);
    void clear_all();
    void export_when_read(std::vector<app::ShellRequest>& requests);
    app::DownloadFile export_all();
    void check_health(std::vector<app::ShellRequest>& requests);
    void finish_check(app::JobResult result);
    void keep_own_work(std::vector<app::ShellRequest>& requests);
    std::size_t changes_count() const { return store_.ledger().accepted_count(); }
    void save_settings(std::vector<app::ShellRequest>& requests);

    app::Store& store_;
    FontFiles files_;
    Fonts fonts_;
    ViewState view_;
    SemanticTree semantics_;
    Wishes wishes_;
    std::bitset<words_count> words_used_;
    vault::SaveState drawn_save_state_ = vault::SaveState::saved;
    std::uint64_t drawn_version_ = 0;
    int frames_due_ = 2;
    std::size_t others_changes_ = 0;    // that were here at the start, or are the demo's
    std::size_t exported_changes_ = 0;  // in this visit
    bool is_export_due_ = false;
};

}  // namespace zhitu::ui
