#include "app/op_writer.h"

#include <utility>

#include "base/limits.h"
#include "vault/op_bytes.h"

namespace zhitu::app {

void OpWriter::write(vault::Op const& op) {
    text_.clear();
    vault::append_bytes(text_, op);
    if (room_.takes_next(text_.size() + replaces_bytes(ledger_, op))) {
        if (!parts_.empty()) parts_.back() += ']';
        parts_.emplace_back().reserve(limits::change_bytes_max);
        parts_.back() += '[';
    } else {
        parts_.back() += ',';
    }
    parts_.back() += text_;
    ++ops_count_;
}

std::vector<std::string> OpWriter::take_parts() {
    if (!parts_.empty()) parts_.back() += ']';
    return std::exchange(parts_, {});
}

}  // namespace zhitu::app
