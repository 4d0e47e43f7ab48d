#include "ui/import_flow.h"

#include <algorithm>

#include "exchange/exchange_file.h"
#include "ui/format.h"
#include "ui/import_plans.h"
#include "ui/import_words.h"
#include "ui/toasts.h"

namespace zhitu::ui {

namespace {

using Step = ImportState::Step;

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

RememberedPlans plans_of(app::Store& store) {
    vault::Bytes const* const bytes = store.journal().file(plans_file);
    return bytes != nullptr ? plans_from_bytes(*bytes) : RememberedPlans{};
}

}  // namespace

void ImportFlow::refuse_large(std::string const& name) {
    std::string const limit = std::to_string(limits::file_bytes_max >> 20);
    add_problem(view, fill(text_of(Word::file_too_large_say, view.device.language),
                           {name, limit}));
}

void ImportFlow::open(std::vector<app::NamedBytes> files) {
    if (files.empty() || view.import.step == Step::applying) return;
    std::erase_if(files, [this](app::NamedBytes const& file) {
        bool const is_too_large = file.bytes.size() > limits::file_bytes_max;
        if (is_too_large) refuse_large(file.name);
        return is_too_large;
    });
    if (files.empty()) return;
    drop();
    wishes.push(Wishes::Go{{Page::data, {}}});
    ImportState& import = view.import;
    import.files = std::move(files);
    import.step = Step::reading;
    if (exchange::is_exchange_file(import.files.front().bytes)) {
        return start(app::ExchangeRequest{std::move(import.files.front().bytes)});
    }
    import.plans.resize(import.files.size());
    import.are_remembered.resize(import.files.size());
    read_again();
}

void ImportFlow::start(app::JobWork work) {
    ImportState& import = view.import;
    if (import.job != 0) wishes.push(app::ShellRequest{app::CancelJob{import.job}});
    import.job = view.next_job++;
    import.progress_millionths = 0;
    wishes.push(app::ShellRequest{app::StartJob{{import.job, std::move(work)}}});
}

void ImportFlow::read_again() {
    ImportState const& import = view.import;
    start(app::ImportRequest{import.files, import.plans, store.journal_files(),
                             store.state().version, view.today, store.random_id()});
}

void ImportFlow::note_progress(app::JobProgress const& progress) {
    if (progress.id == view.import.job) view.import.progress_millionths = progress.millionths;
}

void ImportFlow::finish_reading(app::JobResult result) {
    ImportState& import = view.import;
    if (import.job == 0 || result.id != import.job) return;
    import.job = 0;
    import.heights = {};
    import.step = Step::preview;
    if (!result.outcome) {
        import.error = result.outcome.error();
        import.proposal.reset();
        return;
    }
    app::JobOutcome outcome = std::move(result.outcome).value();
    if (auto* const exchange = std::get_if<app::ExchangeReading>(&outcome)) {
        import.exchange = std::move(*exchange);
        return;
    }
    import.proposal = std::move(*std::get_if<app::ImportProposal>(&outcome));
    ZT_ASSERT(import.proposal->files.size() == import.files.size());
    import.error.reset();
    if (!recall_plans()) return;
    import.step = Step::reading;
    read_again();
}

// After the first answer: what was said about such files the last time.
bool ImportFlow::recall_plans() {
    ImportState& import = view.import;
    if (!import.signatures.empty()) return false;
    RememberedPlans const known = plans_of(store);
    bool is_any = false;
    for (std::size_t i = 0; i < import.files.size(); ++i) {
        import.signatures.push_back(import.proposal->files[i].signature);
        exchange::FilePlan const* const plan = find_plan(known, import.signatures[i]);
        if (plan == nullptr) continue;
        import.plans[i] = *plan;
        import.are_remembered[i] = true;
        is_any = true;
    }
    return is_any;
}

void ImportFlow::remember_plan_of(std::size_t file) {
    std::string const& signature = view.import.signatures[file];
    if (!store.is_writer() || signature.empty()) return;
    RememberedPlans plans = plans_of(store);
    remember_plan(plans, signature, view.import.plans[file]);
    store.journal().put_file(plans_file, plans_bytes(plans));
    store.journal().flush();
}

void ImportFlow::change_plan(Wishes::ChangePlan change) {
    ImportState& import = view.import;
    bool const is_ours = import.step == Step::preview && change.file < import.signatures.size();
    if (!is_ours) return;
    import.plans[change.file] = std::move(change.plan);
    import.are_remembered[change.file] = false;
    import.is_stale = false;
    remember_plan_of(change.file);
    read_again();
}

void ImportFlow::apply() {
    ImportState& import = view.import;
    if (import.step != Step::preview || import.job != 0) return;
    if (import.exchange) {
        import.step = Step::applying;
        return;
    }
    if (!import.proposal) return;
    import.is_stale = import.proposal->state_version != store.state().version;
    if (import.is_stale) read_again();
    else begin_batch();
}

void ImportFlow::begin_batch() {
    ImportState& import = view.import;
    Status const begun = store.begin_batch(std::move(import.proposal->parts));
    import.proposal->parts.clear();
    if (!begun) {
        add_problem(view, begun.error());
        read_again();  // the parts are gone
        return;
    }
    import.step = Step::applying;
}

bool ImportFlow::step() {
    ImportState& import = view.import;
    if (import.step != Step::applying) return false;
    if (import.exchange) return merge_next();
    auto const has_more = store.step_batch();
    if (!has_more) {
        add_problem(view, has_more.error());
        view.is_abandoning = true;
        import = ImportState{};
        return false;
    }
    if (!has_more.value()) finish_batch();
    return has_more.value();
}

void ImportFlow::finish_batch() {
    ImportState& import = view.import;
    app::Dispatched done = store.finish_batch();
    import.step = Step::applied;
    import.files.clear();
    add_toast(view, applied_text(*import.proposal, view.device.language), std::move(done));
}

// What is taken in stays whatever comes after: uniting is not undone.
bool ImportFlow::merge_next() {
    ImportState& import = view.import;
    std::vector<std::string>& parts = import.exchange->parts;
    if (import.next_part == parts.size()) {
        parts.clear();
        import.step = Step::applied;
        add_toast(view, fill(text_of(Word::toast_merged, view.device.language),
                             {count(import.merged.new_count), count(import.merged.known_count)}));
        return false;
    }
    auto changes = app::changes_of_part(parts[import.next_part]);
    ZT_ASSERT(changes.is_ok());  // the job has read them
    bool const is_early = !store.may_merge(changes.value()) && !store.is_history_broken();
    if (is_early) return false;  // the history is being read
    ++import.next_part;
    auto const merged = store.merge(std::move(changes).value());
    if (!merged) {
        add_problem(view, merged.error());
        import.step = Step::preview;
        import.next_part = 0;
        import.merged = {};
        return false;
    }
    import.merged.new_count += merged.value().new_count;
    import.merged.known_count += merged.value().known_count;
    return true;
}

void ImportFlow::drop() {
    ImportState& import = view.import;
    if (import.job != 0) wishes.push(app::ShellRequest{app::CancelJob{import.job}});
    if (import.step == Step::applying) {
        if (import.exchange) return;
        store.abandon_batch();
        view.is_abandoning = true;
        bool const is_begun = store.is_drop_under_way();  // said when it is gone
        if (!is_begun) add_toast(view, text_of(Word::import_abandoned, view.device.language));
    }
    import = ImportState{};
    std::erase_if(view.choices, [](auto const& one) { return one.first.starts_with("import."); });
}

}  // namespace zhitu::ui
