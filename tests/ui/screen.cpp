#include "tests/ui/screen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/demo.h"
#include "support/source_dir.h"
#include "tests/ui/stage.h"

namespace zhitu::ui {

namespace {

std::string file_text(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

FontFiles fonts_of(ScreenOptions const& options) {
    FontFiles fonts = options.fonts;
    if (fonts.fallback_loader == nullptr) fonts.fallback_loader = inkless_loader();
    return fonts;
}

bool is_interactive(AriaRole role) {
    return role == AriaRole::button || role == AriaRole::link || role == AriaRole::checkbox ||
           role == AriaRole::radio || role == AriaRole::textbox || role == AriaRole::combobox ||
           role == AriaRole::option;
}

constexpr float visible_min = 8;
bool is_in_view(SemanticNode const& node) {
    return node.box.width >= visible_min && node.box.height >= visible_min;
}

}  // namespace

std::string demo_json() {
    std::string const folder = ZHITU_SOURCE_DIR "/assets/demo/";
    std::string out = "{\"company\":" + file_text(folder + "company.json") + ",\"courses\":[";
    for (int i = 1; i <= 12; ++i) {
        if (i > 1) out += ",";
        out += file_text(folder + "courses/c" + std::to_string(i) + ".json");
    }
    return out + "]}";
}

Screen::Screen(ScreenOptions const& options)
    : env_(1), store_(env_, storage_), context_(make_context(options.width, options.height)),
      frontend_(store_, fonts_of(options)) {
    EXPECT_TRUE(store_.open());
    watch_items(*context_, &sink_);
    frontend_.start(options.language == Language::zh ? "zh-CN" : "en-GB");
    view().device.theme = options.theme;
    view().has_coarse_pointer = options.has_coarse_pointer;
    view().today = store_.today();
    if (options.is_demo) send(app::DemoLoaded{demo_json()});
    settle();
    view().toasts.clear();
    settle();
}

Screen::~Screen() {
    watch_items(*context_, nullptr);
    end_context(context_);
}

void Screen::frame() {
    store_.pump();
    frontend_.step_work();
    constexpr std::int64_t start_ms = 1'795'132'800'000;  // of SimulatedEnv
    frontend_.note_time(start_ms + 16 * frames_count_, 16 * frames_count_);
    ++frames_count_;
    sink_.items.clear();
    ImGui::NewFrame();
    frontend_.draw();
    ImGui::Render();
    accept_textures();
    for (app::ShellRequest& request : frontend_.carry_out()) {
        requests_.push_back(std::move(request));
    }
}

void Screen::settle() {
    frame();
    for (int i = 0; i < 20 && (frontend_.needs_frame() || i < 3); ++i) frame();
}

void Screen::go(Page page, RawId subject) {
    view().route = {page, subject};
    settle();
}

void Screen::send(app::ShellEvent event) {
    frontend_.handle_event(std::move(event));
    settle();
}

SemanticNode const* Screen::find(std::string_view name) const {
    SemanticNode const* best = nullptr;
    for (SemanticNode const& node : nodes()) {
        if (node.name != name) continue;
        if (is_interactive(node.role)) return &node;
        if (best == nullptr) best = &node;
    }
    return best;
}

SemanticNode const* Screen::find(AriaRole role, std::string_view name) const {
    for (SemanticNode const& node : nodes()) {
        if (node.role == role && node.name == name) return &node;
    }
    return nullptr;
}

bool Screen::says(std::string_view text) const {
    return std::any_of(nodes().begin(), nodes().end(), [text](SemanticNode const& node) {
        return node.name.find(text) != std::string::npos ||
               node.value.find(text) != std::string::npos ||
               node.description.find(text) != std::string::npos;
    });
}

// Turns the wheel over the middle of the page until the node is in view.
SemanticNode const* Screen::scrolled_to(AriaRole const* role, std::string_view name) {
    ImGuiIO& io = ImGui::GetIO();
    for (int i = 0; i < 80; ++i) {
        SemanticNode const* node = role != nullptr ? find(*role, name) : find(name);
        if (node == nullptr || is_in_view(*node)) return node;
        io.AddMousePosEvent(io.DisplaySize.x * 0.6f, io.DisplaySize.y * 0.6f);
        frame();
        io.AddMouseWheelEvent(0, i < 40 ? -4.0f : 4.0f);
        settle();
    }
    return nullptr;
}

bool Screen::click_node(SemanticNode const* node) {
    if (node == nullptr) return false;
    ImGuiIO& io = ImGui::GetIO();
    Box const box = node->box;
    io.AddMousePosEvent(box.x + box.width / 2, box.y + box.height / 2);
    frame();
    io.AddMouseButtonEvent(0, true);
    frame();
    io.AddMouseButtonEvent(0, false);
    settle();
    return true;
}

bool Screen::click(std::string_view name) { return click_node(scrolled_to(nullptr, name)); }

bool Screen::click(AriaRole role, std::string_view name) {
    return click_node(scrolled_to(&role, name));
}

void Screen::type(std::string_view text) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    settle();
}

void Screen::press(ImGuiKey key) {
    ImGui::GetIO().AddKeyEvent(key, true);
    frame();
    ImGui::GetIO().AddKeyEvent(key, false);
    settle();
}

void Screen::answer_jobs() {
    for (;;) {
        auto const at = std::find_if(requests_.begin(), requests_.end(), [](auto const& request) {
            return std::holds_alternative<app::StartJob>(request);
        });
        if (at == requests_.end()) return;
        app::JobRequest request = std::move(std::get_if<app::StartJob>(&*at)->request);
        requests_.erase(at);
        send(app::JobFinished{app::run_job(std::move(request), nullptr)});
    }
}

void Screen::open_files(std::vector<app::NamedBytes> files) {
    send(app::FilesPicked{std::move(files)});
    answer_jobs();
}

bool Screen::choose_option(std::string_view list, std::string_view option) {
    return click(AriaRole::combobox, list) && click(AriaRole::option, option);
}

std::vector<app::ShellRequest> Screen::take_requests() { return std::exchange(requests_, {}); }

std::vector<Route> all_routes(app::State const& state) {
    std::vector<Route> out;
    for (Page const page : {Page::doors, Page::today, Page::catalog, Page::my_skills, Page::team,
                            Page::lab, Page::data, Page::add_person, Page::add_course,
                            Page::add_skill, Page::add_role, Page::roles, Page::skills,
                            Page::doctor}) {
        out.push_back({page, {}});
    }
    if (!state.catalog.courses.empty()) {
        out.push_back({Page::course, state.catalog.courses.begin()->first.raw});
    }
    if (!state.people.roles.empty()) {
        out.push_back({Page::role, state.people.roles.begin()->first.raw});
    }
    if (!state.catalog.skills.empty()) {
        out.push_back({Page::skill, state.catalog.skills.begin()->first.raw});
    }
    if (!state.people.people.empty()) {
        out.push_back({Page::person, state.people.people.begin()->first.raw});
    }
    return out;
}

PersonId person_with_login(app::State const& state, std::string_view login) {
    return people::find_by_login(state.people, login).value_or(PersonId{});
}

}  // namespace zhitu::ui
