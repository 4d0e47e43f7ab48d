#include "wasm/job_runner.h"

#include <utility>

#include "wasm/bridge.h"

namespace zhitu::wasm {

void JobRunner::start(app::JobRequest request) {
    std::uint64_t const id = request.id;
    std::string const bytes = app::to_bytes(std::move(request));
    zt_js_job_start(static_cast<double>(id), bytes.data(), static_cast<int>(bytes.size()));
}

void JobRunner::cancel(std::uint64_t id) {
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

std::vector<app::ShellEvent> JobRunner::take_events() { return std::exchange(events_, {}); }

}  // namespace zhitu::wasm
