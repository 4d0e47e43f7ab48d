#include "ui/frame.h"

#include <algorithm>

#include "imgui_internal.h"
#include "ui/banners.h"
#include "ui/drop_hint.h"
#include "ui/history_menu.h"
#include "ui/import_flow.h"
#include "ui/import_preview.h"
#include "ui/navigation.h"
#include "ui/toasts.h"
#include "ui/top_bar.h"

namespace zhitu::ui {

namespace {

void draw_page(PageContext& page, Page shown) {
    if (page.view.past.shown && page.state().is_empty()) return draw_empty_past(page);
    // A page would be worked out anew for every step between what was and what will be.
    if (is_changing(page.store, page.view)) return draw_import_page(page);
    switch (shown) {
    case Page::doors: return draw_doors_page(page);
    case Page::today: return draw_today_page(page);
    case Page::catalog: return draw_catalog_page(page);
    case Page::course: return draw_course_page(page);
    case Page::my_skills:
    case Page::person: return draw_person_page(page);
    case Page::team: return draw_team_page(page);
    case Page::lab: return draw_lab_page(page);
    case Page::data: return draw_data_page(page);
    case Page::add_person:
    case Page::add_course:
    case Page::add_skill:
    case Page::add_role: return draw_forms_page(page);
    case Page::roles: return draw_roles_page(page);
    case Page::role: return draw_role_page(page);
    case Page::skills: return draw_skills_page(page);
    case Page::skill: return draw_skill_page(page);
    case Page::doctor: return draw_doctor_page(page);
    }
}

float margin_of(Ui const& ui) {
    return ui.screen_width < width_of_rail ? page_margin_narrow : page_margin;
}

// The column of content in an area: margins, and no wider than reads well.
void set_content_column(Ui& ui, float left, float width, float y) {
    bool const has_navigation = left > 0 || ui.is_narrow();
    float const most = has_navigation ? content_width_max : doors_width_max;
    float const content = std::min(width - 2 * margin_of(ui), most);
    set_column(ui, left + (width - content) / 2, content, y);
}

// A page begins at its top when what it shows has changed.
void forget_scroll(Route const& route) {
    ImGuiWindow* const window = ImGui::GetCurrentWindow();
    auto const subject =
        static_cast<int>(ImHashData(route.subject.data(), route.subject.size(), 1));
    int* const seen = window->StateStorage.GetIntRef(ImHashStr("subject"), subject);
    if (*seen != subject) ImGui::SetScrollY(0);
    *seen = subject;
}

void draw_content(PageContext& page, Page shown, Box const& area) {
    Ui& ui = page.ui;
    constexpr char const* names[] = {"doors", "today", "catalog", "course", "my_skills", "person",
                                     "team", "lab", "data", "add_person", "add_course",
                                     "add_skill", "roles", "role", "skills", "skill",
                                     "add_role", "doctor"};
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::BeginChild(names[static_cast<std::size_t>(shown)], {area.width, area.height},
                      ImGuiChildFlags_NavFlattened);
    forget_scroll(page.view.route);
    push_group(ui, AriaRole::main, {}, area);
    float const top = ImGui::GetCurrentWindow()->DC.CursorStartPos.y;
    set_content_column(ui, area.x, area.width, top + 12);
    draw_page(page, shown);
    ui.tree.pop();
    end_area(ui, page_margin);
    ImGui::EndChild();
}

void draw_doors_frame(PageContext& page) {
    Ui& ui = page.ui;
    set_content_column(ui, 0, ui.screen_width, 16);
    begin_line(ui, ui.control_height(), 8);
    to_right(ui, text_width(ui, ui.say(Word::language_label), Type::body) + 24 + 8 +
                     ui.control_height());
    draw_device_buttons(page);
    end_line(ui);
    draw_banners(page);
    draw_content(page, Page::doors, {0, ui.y, ui.screen_width, ui.screen_height - ui.y});
}

void draw_full_frame(PageContext& page, Page shown) {
    Ui& ui = page.ui;
    float const bottom = bottom_height(page);
    NavigationShape const shape = navigation_shape(ui.screen_width);
    float const left = shape == NavigationShape::column ? navigation_width
                       : shape == NavigationShape::rail ? rail_width
                                                        : 0;
    float const width = ui.screen_width - left;
    draw_navigation(page);
    set_content_column(ui, left, width, 16);
    draw_top_bar(page);
    draw_banners(page);
    gap(ui, 4);
    draw_past_bar(page);
    draw_content(page, shown, {left, ui.y, width, ui.screen_height - bottom - ui.y});
}

// Tab goes on from the focused item, and nowhere once that is not drawn any more: then it begins
// anew. A list that closes gives the focus back a frame later, so one frame without is none.
void forget_focus_that_is_gone() {
    constexpr int frames_max = 2;
    ImGuiContext& context = *ImGui::GetCurrentContext();
    int* const frames = ImGui::GetStateStorage()->GetIntRef(ImHashStr("focus gone"), 0);
    *frames = context.NavId == 0 || context.NavIdIsAlive ? 0 : *frames + 1;
    if (*frames <= frames_max) return;
    context.NavId = 0;
    context.NavCursorVisible = false;
}

}  // namespace

Page page_shown(app::State const& state, Route const& route) {
    bool const needs_content = route.page != Page::data && route.page != Page::doctor;
    if (state.is_empty() && needs_content) return Page::doors;
    return route.page == Page::doors ? Page::today : route.page;
}

void draw_frame(PageContext& page) {
    Ui& ui = page.ui;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({ui.screen_width, ui.screen_height});
    constexpr ImGuiWindowFlags flags =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
        ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("zhitu", nullptr, flags);
    // Of the present: a past without records is no door.
    Page const shown = page_shown(page.store.state(), page.view.route);
    if (shown == Page::doors) draw_doors_frame(page);
    else draw_full_frame(page, shown);
    draw_toasts(page, ui.screen_height - bottom_height(page) - 8);
    if (page.view.are_files_over) draw_drop_hint(page);
    ask_by_keys(page.wishes);
    forget_focus_that_is_gone();
    ImGui::End();
}

}  // namespace zhitu::ui
