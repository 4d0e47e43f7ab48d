#include "app/store.h"

namespace zhitu::app {

namespace {

// What could not be dropped again, or says nothing to us.
bool is_for_batch(vault::Op const& op) {
    using enum vault::OpKind;
    return op.kind != erase && op.kind != redact && op.kind != unknown;
}

}  // namespace

Status Store::begin_batch(std::vector<std::string> parts) {
    if (auto const error = refusal()) return *error;
    batch_ = Batch{.id = env_.random_id(), .parts = std::move(parts)};
    journal_.begin_batch();
    return Done{};
}

Result<bool> Store::step_batch() {
    ZT_ASSERT(batch_);
    Status status = Done{};
    while (status && batch_->next_op == batch_->ops.size()) {
        if (batch_->next_part == batch_->parts.size()) return false;
        status = read_part();
    }
    if (status) status = seal_next();
    if (status) return true;
    abandon_batch();
    return status.error();
}

Status Store::read_part() {
    std::string const bytes = std::move(batch_->parts[batch_->next_part++]);
    Result<Json> const json = read_canonical(bytes);
    if (!json) return json.error();
    Result<vault::Ops> ops = vault::ops_from_json(json.value());
    if (!ops) return ops.error();
    for (vault::Op const& op : ops.value()) {
        if (!is_for_batch(op)) return Error{ErrorCode::e_field, {"k"}};
    }
    batch_->ops = reviving(std::move(ops).value());
    batch_->next_op = 0;
    return Done{};
}

Status Store::seal_next() {
    Result<vault::Ops> ops = next_ops(batch_->ops, batch_->next_op, false);
    if (!ops) return ops.error();
    batch_->changes.push_back(seal(std::move(ops).value(), batch_->id));
    return Done{};
}

double Store::batch_progress() const {
    if (!batch_) return 0.0;
    if (batch_->parts.empty()) return 1.0;
    double done = static_cast<double>(batch_->next_part);
    double const ops_count = static_cast<double>(batch_->ops.size());
    if (ops_count > 0) done -= 1.0 - static_cast<double>(batch_->next_op) / ops_count;
    return done / static_cast<double>(batch_->parts.size());
}

Dispatched Store::finish_batch() {
    ZT_ASSERT(batch_ && batch_->next_part == batch_->parts.size());
    ZT_ASSERT(batch_->next_op == batch_->ops.size());
    Dispatched done{.changes = std::move(batch_->changes), .batch = batch_->id};
    batch_.reset();
    droppable_ = done.batch;
    undo_stack_.note({.changes = done.changes, .batch = done.batch});
    journal_.commit_batch();
    journal_.flush();
    return done;
}

void Store::abandon_batch() {
    ZT_ASSERT(batch_);
    begin_drop(batch_->changes.size());
    batch_.reset();
    journal_.abandon_batch();
}

Result<Dispatched> Store::apply_batch(std::vector<std::string> parts) {
    Status const begun = begin_batch(std::move(parts));
    if (!begun) return begun.error();
    for (;;) {
        Result<bool> const more = step_batch();
        if (more && !more.value()) return finish_batch();
        if (more) continue;
        while (step_drop()) {
        }
        return more.error();
    }
}

void Store::begin_drop(std::size_t count) {
    drop_count_ = count;
    drop_done_ = 0;
    if (reading_) reading_.emplace();  // it may have them already
}

bool Store::step_drop() {
    if (!is_drop_under_way()) return false;
    ++drop_done_;
    apply_touched(ledger_.drop_last(1));
    return is_drop_under_way();
}

double Store::drop_progress() const {
    if (!is_drop_under_way()) return 0.0;
    return static_cast<double>(drop_done_) / static_cast<double>(drop_count_);
}

}  // namespace zhitu::app
