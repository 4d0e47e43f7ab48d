#include "app/op_writer.h"

#include <utility>

namespace zhitu::app {

void OpWriter::write(vault::Op const& op) {
    std::string const text = to_canonical(vault::to_json(op));
    if (room_.takes_next(text.size() + replaces_bytes(ledger_, op))) {
        if (!parts_.empty()) parts_.back() += ']';
        parts_.push_back("[");
    } else {
        parts_.back() += ',';
    }
    parts_.back() += text;
    ++ops_count_;
}

std::vector<std::string> OpWriter::take_parts() {
    if (!parts_.empty()) parts_.back() += ']';
    return std::exchange(parts_, {});
}

}  // namespace zhitu::app
