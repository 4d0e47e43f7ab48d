#include "wasm/job_runner.h"

#include <utility>

#include <emscripten/emscripten.h>

#include "wasm/bridge.h"

namespace zhitu::wasm {

namespace {

constexpr double slice_ms_max = 8;           // half a frame stays for drawing
constexpr std::uint64_t rows_a_step = 200;   // well below a millisecond

}  // namespace

void JobRunner::start(app::JobRequest request) {
    std::uint64_t const id = request.id;
    std::string const bytes = app::to_bytes(std::move(request));
    if (zt_js_job_start(static_cast<double>(id), bytes.data(), static_cast<int>(bytes.size())) != 0)
        return;
    auto own = app::job_request_from_bytes(bytes);
    ZT_ASSERT(own.is_ok());
    local_.push_back({id, app::Job(std::move(own).value(), &decoder_)});
    zt_js_wake(1);
}

void JobRunner::cancel(std::uint64_t id) {
    local_.remove_if([id](Local const& local) { return local.id == id; });
    tails_.erase(id);
    zt_js_job_cancel(static_cast<double>(id));
}

void JobRunner::on_progress(std::uint64_t id, std::int64_t millionths) {
    events_.emplace_back(app::JobProgress{id, millionths});
}

void JobRunner::on_piece(std::uint64_t id, std::string_view bytes) {
    tails_[id].emplace_back(bytes);
}

void JobRunner::on_done(std::uint64_t id, std::string_view head) {
    app::JobResultBytes bytes{std::string(head), std::move(tails_[id])};
    tails_.erase(id);
    Result<app::JobResult> result = app::job_result_from_bytes(std::move(bytes));
    ZT_ASSERT(result.is_ok());  // our own worker wrote it
    events_.emplace_back(app::JobFinished{std::move(result).value()});
}

void JobRunner::on_failed(std::uint64_t id, std::string reason) {
    tails_.erase(id);
    Error error{ErrorCode::job_failed, {std::move(reason)}};
    events_.emplace_back(app::JobFinished{app::JobResult{id, std::move(error)}});
}

bool JobRunner::step() {
    if (local_.empty()) return false;
    double const end = emscripten_get_now() + slice_ms_max;
    app::Job& job = local_.front().job;
    bool has_more = true;
    while (has_more && emscripten_get_now() < end) has_more = job.step(rows_a_step);
    if (has_more) {
        on_progress(local_.front().id, job.progress_millionths());
    } else {
        events_.emplace_back(app::JobFinished{job.take_result()});
        local_.pop_front();
    }
    return !local_.empty();
}

std::vector<app::ShellEvent> JobRunner::take_events() { return std::exchange(events_, {}); }

}  // namespace zhitu::wasm
