// The worker's module: jobs from bytes to bytes, no window. web/worker.js drives it; cancelling is
// ending the worker.

#include <emscripten/emscripten.h>

#include <memory>
#include <string>
#include <string_view>

#include "app/jobs.h"
#include "wasm/browser_decoder.h"

namespace {

struct Worker {
    zhitu::wasm::BrowserDecoder decoder;
    std::unique_ptr<zhitu::app::Job> job;
    zhitu::app::JobResultBytes result;
};

Worker worker;

}  // namespace

int main() { return 0; }

extern "C" {

// 0: the bytes are no request.
EMSCRIPTEN_KEEPALIVE int zt_job_begin(char const* bytes, int size) {
    auto request =
        zhitu::app::job_request_from_bytes(std::string_view(bytes, static_cast<std::size_t>(size)));
    if (!request.is_ok()) return 0;
    worker.job = std::make_unique<zhitu::app::Job>(std::move(request).value(), &worker.decoder);
    return 1;
}

// Works on about `rows_max` rows. Millionths done, or -1: finished.
EMSCRIPTEN_KEEPALIVE double zt_job_step(double rows_max) {
    if (worker.job->step(static_cast<std::uint64_t>(rows_max)))
        return static_cast<double>(worker.job->progress_millionths());
    worker.result = zhitu::app::to_bytes(worker.job->take_result());
    worker.job.reset();
    return -1;
}

EMSCRIPTEN_KEEPALIVE char const* zt_job_head() { return worker.result.head.data(); }
EMSCRIPTEN_KEEPALIVE int zt_job_head_size() { return static_cast<int>(worker.result.head.size()); }
EMSCRIPTEN_KEEPALIVE int zt_job_pieces_count() {
    return static_cast<int>(worker.result.tail.size());
}
EMSCRIPTEN_KEEPALIVE char const* zt_job_piece(int index) {
    return worker.result.tail[static_cast<std::size_t>(index)].data();
}
EMSCRIPTEN_KEEPALIVE int zt_job_piece_size(int index) {
    return static_cast<int>(worker.result.tail[static_cast<std::size_t>(index)].size());
}

}  // extern "C"
