#include "app/undo_stack.h"

#include <algorithm>

#include "base/limits.h"

namespace zhitu::app {

namespace {

Deed const* find_in(std::deque<Deed> const& deeds, std::vector<RawId> const& last) {
    for (Deed const& deed : deeds) {
        if (deed.last == last) return &deed;
    }
    return nullptr;
}

Deed take_out(std::deque<Deed>& deeds, Deed const& deed) {
    auto const at = std::find_if(deeds.begin(), deeds.end(),
                                 [&](Deed const& one) { return &one == &deed; });
    ZT_ASSERT(at != deeds.end());
    Deed taken = std::move(*at);
    deeds.erase(at);
    return taken;
}

}  // namespace

void UndoStack::note(Deed deed) {
    if (deed.changes.empty()) return;
    deed.last = deed.changes;
    done_.push_back(std::move(deed));
    if (done_.size() > limits::undo_deeds_max) done_.pop_front();
    undone_.clear();
    is_import_dropped_ = false;
}

void UndoStack::wall(std::string exported_on) {
    *this = {};
    exported_on_ = std::move(exported_on);
}

Deed const* UndoStack::find(std::vector<RawId> const& last) const {
    if (last.empty()) return nullptr;
    Deed const* const found = find_in(done_, last);
    return found != nullptr ? found : find_in(undone_, last);
}

bool UndoStack::is_done(Deed const& deed) const { return find_in(done_, deed.last) == &deed; }

UndoStack::Ids UndoStack::without(Deed const& deed) const {
    Ids ids = void_changes_;
    for (RawId const& id : deed.changes) {
        if (is_done(deed)) ids.insert(id);
        else ids.erase(id);
    }
    return ids;
}

void UndoStack::turn(Deed const& deed, std::vector<RawId> changes) {
    ZT_ASSERT(!changes.empty());
    bool const is_undo = is_done(deed);
    Deed turned = take_out(is_undo ? done_ : undone_, deed);
    for (RawId const& id : turned.changes) {
        if (is_undo) void_changes_.insert(id);
        else void_changes_.erase(id);
    }
    void_changes_.insert(changes.begin(), changes.end());
    turned.last = std::move(changes);
    (is_undo ? undone_ : done_).push_back(std::move(turned));
}

void UndoStack::forget(Deed const& deed, bool is_dropped) {
    take_out(is_done(deed) ? done_ : undone_, deed);
    is_import_dropped_ = is_dropped;
}

}  // namespace zhitu::app
