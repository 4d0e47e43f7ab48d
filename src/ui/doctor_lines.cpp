#include "ui/doctor_lines.h"

#include <algorithm>
#include <cstdlib>

#include "ui/format.h"
#include "vault/manifest.h"

namespace zhitu::ui {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t export_days_max = 30;  // older, with changes since: time for another

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

std::string listed(std::vector<std::string> const& names, Ui& ui) {
    constexpr std::size_t names_max = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), names_max); ++i) {
        if (i > 0) out += ui.say(Word::list_comma);
        out += names[i];
    }
    return names.size() > names_max ? out + " … " + count(names.size()) : out;
}

DoctorLine build_line(PageContext& page) {
    std::string const& id = page.view.build_id;
    if (id.empty()) return {Word::fact_build, page.ui.say(Word::unknown)};
    std::string const date = date_words(page.view.build_date, page.ui.language);
    return {Word::fact_build, id + " · " + date};
}

DoctorLine schema_line(PageContext& page) {
    vault::Journal const& journal = page.store.journal();
    if (!journal.is_newer()) {
        return {Word::fact_schema, std::to_string(vault::schema_version), Health::good};
    }
    return {Word::fact_schema, journal.newer_version(), Health::wrong,
            page.ui.say(Word::banner_newer, {journal.newer_version()}), DoctorAct::export_all};
}

DoctorLine place_line(PageContext& page) {
    Ui& ui = page.ui;
    app::StorageTold const& told = page.view.storage;
    if (!told.is_in_memory) return {Word::fact_place, ui.say(Word::place_disk), Health::good};
    return {Word::fact_place, ui.say(Word::place_memory, {told.reason}), Health::wrong,
            ui.say(Word::place_remedy), DoctorAct::export_all};
}

DoctorLine persistent_line(PageContext& page) {
    Ui& ui = page.ui;
    std::optional<bool> const is_persistent = page.view.storage.is_persistent;
    if (is_persistent.value_or(false)) {
        return {Word::fact_persistent, ui.say(Word::persistent_yes), Health::good};
    }
    DoctorLine line{Word::fact_persistent, ui.say(Word::persistent_no), Health::look,
                    ui.say(Word::persistent_remedy), DoctorAct::keep};
    if (page.view.storage.is_in_memory) line.act = DoctorAct::none;
    return line;
}

DoctorLine space_line(PageContext& page) {
    Ui& ui = page.ui;
    app::StorageTold const& told = page.view.storage;
    auto const free = free_bytes(told);
    if (!free) return {Word::fact_space, ui.say(Word::unknown)};
    std::string value =
        ui.say(Word::space_used, {bytes_text(*told.used_bytes), bytes_text(*told.quota_bytes)});
    if (*free >= limits::free_bytes_min) return {Word::fact_space, std::move(value), Health::good};
    return {Word::fact_space, std::move(value), Health::look,
            ui.say(Word::banner_space, {bytes_text(*free)}), DoctorAct::export_all};
}

DoctorLine reserve_line(PageContext& page) {
    Ui& ui = page.ui;
    std::uint64_t const bytes = page.view.storage.reserve_bytes;
    if (bytes > 0) return {Word::fact_reserve, bytes_text(bytes), Health::good};
    if (!page.view.has_asked_to_keep) {
        return {Word::fact_reserve, ui.say(Word::reserve_later)};
    }
    return {Word::fact_reserve, ui.say(Word::reserve_none), Health::look,
            ui.say(Word::reserve_remedy)};
}

DoctorLine export_line(PageContext& page) {
    Ui& ui = page.ui;
    DeviceSettings const& device = page.view.device;
    auto const changes = static_cast<std::int64_t>(page.store.ledger().accepted_count());
    DoctorLine line{Word::fact_export, ui.say(Word::export_never)};
    std::int64_t days = 0;
    std::int64_t since = changes;
    if (device.exported_ms != 0) {
        days = std::max<std::int64_t>(0, (page.view.now_ms - device.exported_ms) / day_ms);
        since = std::max<std::int64_t>(0, changes - device.exported_changes);
        std::string const on =
            date_words(page.store.today_at(device.exported_ms), page.ui.language);
        line.value = ui.say(Word::export_age, {on, count_text(days), count_text(since)});
    }
    bool const is_due = since > 0 && (device.exported_ms == 0 || days > export_days_max);
    if (!is_due) {
        line.health = device.exported_ms == 0 ? Health::plain : Health::good;
        return line;
    }
    line.health = Health::look;
    line.remedy = ui.say(Word::export_remedy);
    line.act = DoctorAct::export_all;
    return line;
}

DoctorLine tab_line(PageContext& page) {
    Ui& ui = page.ui;
    if (page.store.is_writer()) return {Word::fact_tab, ui.say(Word::tab_writes), Health::good};
    return {Word::fact_tab, ui.say(Word::read_only), Health::look,
            sentence(Error{ErrorCode::read_only, {}}, ui.language), DoctorAct::take_over};
}

DoctorLine saved_line(PageContext& page) {
    Ui& ui = page.ui;
    app::Store const& store = page.store;
    if (Error const* const error = store.save_error()) {
        std::string const reason = error->arguments.empty() ? "" : error->arguments[0];
        return {Word::fact_saved, std::string(ui.say(Word::not_saved)) + " · " + reason,
                Health::wrong, sentence(*error, ui.language), DoctorAct::retry};
    }
    if (store.save_state() == vault::SaveState::saving) {
        return {Word::fact_saved, ui.say(Word::saving)};
    }
    if (store.save_state() == vault::SaveState::read_only) {
        return {Word::fact_saved, ui.say(Word::read_only)};
    }
    std::string value = ui.say(Word::saved_count, {count(store.journal().saved_changes())});
    bool const is_kept = !page.view.storage.is_in_memory;
    return {Word::fact_saved, is_kept ? std::move(value) : ui.say(Word::only_in_memory),
            is_kept ? Health::good : Health::plain};
}

DoctorLine opening_line(PageContext& page) {
    Ui& ui = page.ui;
    app::OpenReport const& report = page.store.open_report();
    DoctorLine line{Word::fact_opening, ui.say(Word::opening_good, {count(report.changes_count)}),
                    Health::good};
    auto const add = [&line](std::string text) { line.value += " · " + std::move(text); };
    if (report.bytes_dropped > 0) add(ui.say(Word::opening_torn, {count(report.bytes_dropped)}));
    if (!report.spare.empty()) add(ui.say(Word::opening_spare, {listed(report.spare, ui)}));
    if (page.store.journal().is_damaged() && !report.damaged.empty()) {
        return {Word::fact_opening, ui.say(Word::opening_damaged, {listed(report.damaged, ui)}),
                Health::wrong, ui.say(Word::mend_remedy), DoctorAct::import};
    }
    return line;
}

DoctorLine chain_line(PageContext& page) {
    Ui& ui = page.ui;
    DoctorView const& doctor = page.view.doctor;
    if (doctor.error) {
        return {Word::fact_chain, sentence(*doctor.error, ui.language), Health::look};
    }
    if (!doctor.report) return {Word::fact_chain, ui.say(Word::doctor_checking)};
    app::CheckReport const& found = *doctor.report;
    std::string const on = date_words(page.store.today_at(doctor.checked_ms), ui.language);
    std::string value = ui.say(Word::chain_good,
                               {count(found.changes_count), count(found.bodies_count),
                                count(found.writers_count), on, count_text(doctor.taken_ms)});
    if (found.is_good()) return {Word::fact_chain, std::move(value), Health::good};
    std::string broken = listed(found.broken, ui);
    if (found.missing_count > 0) {
        if (!broken.empty()) broken += ui.say(Word::list_comma);
        broken += ui.say(Word::chain_missing, {count(found.missing_count)});
    }
    return {Word::fact_chain, ui.say(Word::chain_broken, {broken}), Health::wrong,
            ui.say(Word::mend_remedy), DoctorAct::import};
}

DoctorLine forks_line(PageContext& page) {
    std::size_t const forks = page.store.ledger().forks().size();
    if (forks == 0) return {Word::fact_forks, page.ui.say(Word::nothing_such), Health::good};
    return {Word::fact_forks, count(forks), Health::look, page.ui.say(Word::forks_remedy)};
}

DoctorLine waiting_line(PageContext& page) {
    Ui& ui = page.ui;
    std::size_t const waiting = page.store.ledger().waiting_count();
    std::uint64_t const dropped = page.store.dropped_count();
    if (waiting + dropped == 0) {
        return {Word::fact_waiting, ui.say(Word::nothing_such), Health::good};
    }
    std::string remedy = dropped > 0 ? ui.say(Word::records_dropped, {count(dropped)})
                                     : ui.say(Word::waiting_remedy);
    return {Word::fact_waiting, count(waiting), dropped > 0 ? Health::wrong : Health::look,
            std::move(remedy), DoctorAct::import};
}

DoctorLine clock_line(PageContext& page) {
    Ui& ui = page.ui;
    app::ClockVerdict const verdict = clock_verdict(page.store, page.view);
    std::string const days = count_text(verdict.days);
    DoctorLine line{Word::fact_clock, "", Health::look};
    if (verdict.doubt == app::ClockDoubt::behind) {
        line.value = ui.say(Word::banner_clock_behind, {days});
    } else if (verdict.doubt == app::ClockDoubt::ahead) {
        line.value = ui.say(Word::banner_clock_ahead,
                            {days, date_words(page.view.today, ui.language)});
    }
    for (app::ClockJump const& jump : page.view.clock.jumps()) {
        Word const word = jump.jump_ms < 0 ? Word::clock_back : Word::clock_on;
        if (!line.value.empty()) line.value += " · ";
        line.value += ui.say(word, {count_text((std::abs(jump.jump_ms) + 30'000) / 60'000)});
    }
    if (line.value.empty()) return {Word::fact_clock, ui.say(Word::clock_good), Health::good};
    line.remedy = ui.say(Word::clock_remedy);
    return line;
}

DoctorLine tests_line(PageContext& page) {
    Ui& ui = page.ui;
    app::SelfTestReport const& report = page.view.doctor.self_tests;
    std::string value = ui.say(Word::n_of_m, {count(report.count - report.failed.size()),
                                              count(report.count)});
    if (report.failed.empty()) return {Word::fact_tests, std::move(value), Health::good};
    return {Word::fact_tests, ui.say(Word::tests_failed, {value, listed(report.failed, ui)}),
            Health::wrong, ui.say(Word::tests_remedy), DoctorAct::export_all};
}

}  // namespace

std::optional<std::uint64_t> free_bytes(app::StorageTold const& told) {
    if (!told.used_bytes || !told.quota_bytes) return std::nullopt;
    return *told.quota_bytes - std::min(*told.quota_bytes, *told.used_bytes);
}

app::ClockVerdict clock_verdict(app::Store const& store, ViewState const& view) {
    if (view.now_ms == 0) return {};
    auto const newest_ms = static_cast<std::int64_t>(store.newest_known() >> 16);
    return app::judge_clock(view.now_ms, newest_ms, view.build_date);
}

std::vector<DoctorLine> doctor_lines(PageContext& page) {
    constexpr DoctorLine (*lines[])(PageContext&) = {
        build_line,   schema_line,  place_line, persistent_line, space_line,
        reserve_line, export_line,  tab_line,   saved_line,      opening_line,
        chain_line,   forks_line,   waiting_line, clock_line,    tests_line};
    std::vector<DoctorLine> out;
    for (auto const line : lines) out.push_back(line(page));
    return out;
}

}  // namespace zhitu::ui
