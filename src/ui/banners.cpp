#include "ui/banners.h"

#include <algorithm>
#include <vector>

#include "ui/buttons.h"
#include "ui/doctor_lines.h"
#include "ui/format.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t banners_max = 2;
constexpr float padding = 12;

struct Banner {
    std::string text;
    bool is_wrong = false;  // else: look
    bool has_retry = false;
    bool has_export = false;
    bool has_answer = false;  // "The date is right"
};

void add_storage(PageContext& page, std::vector<Banner>& out) {
    Ui& ui = page.ui;
    app::Store const& store = page.store;
    if (Error const* const error = store.save_error()) {
        std::string const unsaved =
            count_text(static_cast<std::int64_t>(store.journal().refused_changes()));
        std::string const most = std::to_string(limits::unsaved_changes_max);
        std::string reason = sentence(*error, ui.language);
        if (ui.language == Language::en) reason += " ";
        out.push_back({ui.say(Word::banner_unsaved, {reason, unsaved, most}), true, true, true});
    }
    app::StorageTold const& told = page.view.storage;
    if (told.is_in_memory) {
        Error const missing{ErrorCode::storage_missing, {told.reason}};
        out.push_back({sentence(missing, ui.language), true, false, true});
    }
    if (store.journal().is_newer()) {
        std::string text = ui.say(Word::banner_newer, {store.journal().newer_version()});
        out.push_back({std::move(text), true, false, true});
    } else if (store.journal().is_damaged()) {
        out.push_back({ui.say(Word::banner_damaged), true, false, true});
    }
    if (std::optional<std::uint64_t> const free = free_bytes(told)) {
        if (*free < limits::free_bytes_min) {
            out.push_back({ui.say(Word::banner_space, {bytes_text(*free)}), false, false, true});
        }
    }
}

void add_clock(PageContext& page, std::vector<Banner>& out) {
    Ui& ui = page.ui;
    app::ClockVerdict const verdict = clock_verdict(page.store, page.view);
    if (verdict.doubt == app::ClockDoubt::none) return;
    bool const is_behind = verdict.doubt == app::ClockDoubt::behind;
    std::string const today = date_words(page.view.today, ui.language);
    std::string const days = count_text(verdict.days);
    std::string text = is_behind ? ui.say(Word::banner_clock_behind, {days})
                                 : ui.say(Word::banner_clock_ahead, {days, today});
    if (is_behind || !page.view.is_clock_right) {
        out.push_back({std::move(text), false, false, false, !is_behind});
    }
}

void draw_buttons(PageContext& page, Banner const& banner) {
    Ui& ui = page.ui;
    if (banner.has_retry && button(ui, {.key = "retry", .label = ui.say(Word::retry)})) {
        page.wishes.push(Wishes::RetrySave{});
    }
    if (banner.has_export && button(ui, {.key = "export", .label = ui.say(Word::export_go)})) {
        page.wishes.push(Wishes::ExportAll{});
    }
    if (banner.has_answer && button(ui, {.key = "answer", .label = ui.say(Word::clock_is_right)})) {
        page.view.is_clock_right = true;
    }
    bool const is_there = page.view.route.page == Page::doctor;
    if (!is_there && button(ui, {.key = "details", .label = ui.say(Word::details),
                                 .kind = ButtonKind::quiet})) {
        page.go(Page::doctor);
    }
}

// The ground is drawn before its content, so its height is that of the last frame.
void draw_banner(PageContext& page, Banner const& banner, int index) {
    Ui& ui = page.ui;
    ImGui::PushID("banner");
    ImGui::PushID(index);
    float* const height = ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("height"), 0);
    Box const box{ui.left, ui.y, ui.width, *height};
    Tint const tint = banner.is_wrong ? Tint::vermilion : Tint::amber;
    decorate_box(ui, box, banner.is_wrong ? Tint::vermilion_soft : Tint::amber_soft, card_radius);
    push_group(ui, AriaRole::status, banner.text, box);
    SavedColumn const outside = save_column(ui);
    set_column(ui, ui.left + padding, ui.width - 2 * padding, ui.y + padding / 2 + 2);
    text(ui, banner.text, Type::body, tint);
    gap(ui, 4);
    begin_line(ui, ui.control_height(), 8);
    draw_buttons(page, banner);
    end_line(ui);
    float const bottom = ui.y + padding / 2 + 2;
    restore_column(ui, outside);
    *height = bottom - box.y;
    ui.y = bottom + 4;
    ui.tree.pop();
    ImGui::PopID();
    ImGui::PopID();
}

}  // namespace

void draw_banners(PageContext& page) {
    std::vector<Banner> banners;
    add_storage(page, banners);
    add_clock(page, banners);
    if (banners.size() > banners_max) banners.resize(banners_max);
    if (banners.empty()) return;
    gap(page.ui, 8);
    for (std::size_t i = 0; i < banners.size(); ++i) {
        draw_banner(page, banners[i], static_cast<int>(i));
    }
}

}  // namespace zhitu::ui
