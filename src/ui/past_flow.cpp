#include "ui/past_flow.h"

#include "base/text.h"
#include "ui/format.h"
#include "ui/toasts.h"

namespace zhitu::ui {

namespace {

constexpr std::uint64_t ops_at_once = 20'000;  // some ten milliseconds
constexpr std::uint64_t ops_of_step = 2'000;
constexpr std::uint64_t past_version = 1ull << 63;  // no present state comes so far

bool is_change(Wishes::Wish const& wish) {
    auto const* const request = std::get_if<app::ShellRequest>(&wish);
    if (request != nullptr) {
        return std::holds_alternative<app::PickFiles>(*request) ||
               std::holds_alternative<app::LoadDemo>(*request);
    }
    bool const is_harmless = std::holds_alternative<Wishes::Go>(wish) ||
                             std::holds_alternative<Wishes::Back>(wish) ||
                             std::holds_alternative<Wishes::RetrySave>(wish) ||
                             std::holds_alternative<Wishes::CheckHealth>(wish) ||
                             std::holds_alternative<Wishes::DropImport>(wish) ||
                             std::holds_alternative<Wishes::ShowDay>(wish);
    return !is_harmless;
}

}  // namespace

void PastFlow::show(Wishes::ShowDay const& wish) {
    auto const day = parse_date_days(wish.day);
    auto const today = parse_date_days(view.today);
    bool const is_past = day && (wish.until != 0 || (today && *day < *today));
    if (!is_past) return back();
    view.past.shown.reset();
    view.past.day = wish.day;
    view.past.until =
        wish.until != 0 ? wish.until : app::end_of_day(*day, store.utc_offset_minutes());
    begin();
}

void PastFlow::begin() {
    PastView& past = view.past;
    past.work.reset();
    if (store.is_history_broken()) {
        back();
        return add_problem(view, Error{ErrorCode::e_gap, {}});
    }
    if (!store.has_history()) return store.want_history();
    past.work = std::make_unique<app::AsOf>(store.ledger(), past.until);
    past.version = store.state().version;
    for (std::uint64_t ops = 0; ops < ops_at_once && past.work; ops += ops_of_step) step();
}

void PastFlow::back() {
    view.past.day.clear();
    view.past.work.reset();
    view.past.shown.reset();
}

bool PastFlow::step() {
    PastView& past = view.past;
    bool const is_early = !past.shown && !past.work && store.has_history();
    bool const is_stale = past.version != store.state().version || is_early;
    if (!past.day.empty() && is_stale) begin();
    if (!past.work) return false;
    if (past.work->step(ops_of_step)) return true;
    past.shown = past.work->take();
    past.shown->state.version = past_version + ++past.shown_count;
    past.work.reset();
    return false;
}

std::optional<Error> past_refusal(ViewState const& view, Wishes::Wish const& wish) {
    if (view.past.day.empty() || !is_change(wish)) return std::nullopt;
    return Error{ErrorCode::past_is_fixed, {date_words(view.past.day, view.device.language)}};
}

}  // namespace zhitu::ui
