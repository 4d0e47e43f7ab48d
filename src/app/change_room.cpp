#include "app/change_room.h"

#include "base/limits.h"

namespace zhitu::app {

namespace {

// Header, salt, brackets, and the commas between the ops of one change.
constexpr std::size_t frame_bytes = 2'048;
constexpr std::size_t ref_bytes = 48;

bool is_content(vault::OpKind kind) {
    using enum vault::OpKind;
    return kind == set || kind == add || kind == pos;
}

}  // namespace

bool ChangeRoom::takes_next(std::size_t op_bytes) {
    bool const is_first = ops_count_ == 0;
    bool const is_full = frame_bytes + bytes_ + op_bytes > limits::change_bytes_max ||
                         ops_count_ == limits::change_ops_max;
    bool const begins = is_first || is_full;
    ops_count_ = begins ? 1 : ops_count_ + 1;
    bytes_ = begins ? op_bytes : bytes_ + op_bytes;
    return begins;
}

bool ChangeRoom::fits(std::size_t op_bytes) {
    return frame_bytes + op_bytes <= limits::change_bytes_max;
}

std::size_t replaces_bytes(vault::Ledger const& ledger, vault::Op const& op) {
    vault::Entity const* const entity = ledger.find(op.entity);
    if (entity == nullptr || op.kind == vault::OpKind::evt) return ref_bytes;
    auto const live = entity->registers.find(op.field);
    std::size_t refs = live == entity->registers.end() ? 1 : live->second.size() + 1;
    for (vault::SetElement const& element : entity->elements(op.field)) {
        refs += element.value == op.value ? element.adds.size() : 0;
    }
    return refs * ref_bytes;
}

bool is_reviving(vault::Ledger const& ledger, vault::Op const& op) {
    if (!is_content(op.kind)) return false;
    vault::Entity const* const entity = ledger.find(op.entity);
    return entity != nullptr && entity->is_deleted;
}

}  // namespace zhitu::app
