#include "app/check_job.h"

#include <algorithm>

#include "base/limits.h"
#include "vault/verify.h"

namespace zhitu::app {

namespace {

void note(vault::Finding const& finding, CheckReport& report) {
    if (finding.file.empty()) {
        std::uint64_t row = 1;
        if (finding.first_sequence != 0) row += finding.change->sequence - finding.first_sequence;
        report.missing_count += row;
        return;
    }
    auto const at = std::find(report.broken.begin(), report.broken.end(), finding.file);
    if (at == report.broken.end()) report.broken.push_back(finding.file);
}

template <class Wire>
void cross_request(Wire& wire, CheckRequest& request) {
    wire.list(request.files, [](auto& each, vault::StoredFile& file) {
        each.text(file.name);
        each.text(file.bytes);
    });
}

template <class Wire>
void cross_report(Wire& wire, CheckReport& report) {
    for (std::uint64_t* const count : {&report.changes_count, &report.bodies_count,
                                       &report.writers_count, &report.missing_count}) {
        wire.number(*count);
    }
    wire.list(report.broken, [](auto& each, std::string& name) { each.text(name); });
}

}  // namespace

bool CheckJob::step(std::uint64_t) {
    if (is_done_) return false;
    vault::Verification const found = verify_files(request_.files, vault::Cold::left_out);
    report_ = {found.changes_count, found.bodies_count, found.writers_count, 0, {}};
    for (vault::Finding const& finding : found.findings) note(finding, report_);
    is_done_ = true;
    return false;
}

std::int64_t CheckJob::progress_millionths() const { return is_done_ ? limits::million : 0; }

void cross(WireWriter& wire, CheckRequest& request) { cross_request(wire, request); }
void cross(WireReader& wire, CheckRequest& request) { cross_request(wire, request); }
void cross(WireWriter& wire, CheckReport& report) { cross_report(wire, report); }
void cross(WireReader& wire, CheckReport& report) { cross_report(wire, report); }

}  // namespace zhitu::app
