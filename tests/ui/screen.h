#pragma once

// A screen without a screen: ImGui with no backend, a store in memory, simulated time, a font that
// gives every character a width. What a person would do is done by name, through the mouse.

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/frontend.h"
#include "ui/hooks.h"
#include "vault/memory_storage.h"

namespace zhitu::ui {

struct ScreenOptions {
    float width = 1280;
    float height = 800;
    Language language = Language::zh;
    Theme theme = Theme::light;
    bool has_coarse_pointer = false;
    bool is_demo = true;
    FontFiles fonts = {};
};

// As tools/demo_bundle.mjs puts the parts together.
std::string demo_json();

class Screen {
public:
    explicit Screen(ScreenOptions const& options = {});
    ~Screen();
    Screen(Screen const&) = delete;
    Screen& operator=(Screen const&) = delete;

    void frame();
    void settle();  // frames until nothing moves
    void go(Page page, RawId subject = {});
    void send(app::ShellEvent event);

    // Interactive nodes first; the first of that name. Null: not there.
    SemanticNode const* find(std::string_view name) const;
    SemanticNode const* find(AriaRole role, std::string_view name) const;
    bool says(std::string_view text) const;  // in a name, value or description
    // Presses the middle of the node's box, scrolling to it first. False: not there.
    bool click(std::string_view name);
    bool click(AriaRole role, std::string_view name);
    void type(std::string_view text);
    void press(ImGuiKey key);

    app::Store& store() { return store_; }
    Frontend& frontend() { return frontend_; }
    ViewState& view() { return frontend_.view(); }
    std::vector<SemanticNode> const& nodes() const { return frontend_.semantics().nodes(); }
    ItemSink const& items() const { return sink_; }
    std::vector<app::ShellRequest> take_requests();
    // Answers what was given to the worker, until nothing more is asked of it.
    void answer_jobs();
    void open_files(std::vector<app::NamedBytes> files);  // picked, read, and shown
    bool choose_option(std::string_view list, std::string_view option);
    vault::MemoryStorage& storage() { return storage_; }

private:
    SemanticNode const* scrolled_to(AriaRole const* role, std::string_view name);
    bool click_node(SemanticNode const* node);

    SimulatedEnv env_;
    vault::MemoryStorage storage_;
    app::Store store_;
    ImGuiContext* context_;
    Frontend frontend_;
    ItemSink sink_;
    std::vector<app::ShellRequest> requests_;
    std::int64_t frames_count_ = 0;
};

// Every page with something to show on it, as routes.
std::vector<Route> all_routes(app::State const& state);

// Ids of two people of the demo: one who leads, one who does not.
PersonId person_with_login(app::State const& state, std::string_view login);

}  // namespace zhitu::ui
