#include "ui/undo_flow.h"

#include "ui/history_menu.h"
#include "ui/outcomes.h"
#include "ui/toasts.h"

namespace zhitu::ui {

app::Deed const* UndoFlow::deed_of(Wishes::Undo const& what) const {
    app::UndoStack const& stack = store.undo_stack();
    if (what.toast == 0) return what.is_redo ? stack.to_redo() : stack.to_undo();
    for (Toast const& toast : view.toasts) {
        if (toast.id == what.toast && toast.undo) return stack.find(toast.undo->changes);
    }
    return nullptr;
}

void UndoFlow::turn(Wishes::Undo const& what) {
    Language const language = view.device.language;
    app::Deed const* const found = deed_of(what);
    if (found == nullptr) {
        return add_problem(view, undo_reason(store.undo_stack(), what.is_redo, language));
    }
    app::Deed const deed = *found;
    bool const is_undo = store.undo_stack().is_done(*found);
    std::string text = text_of(is_undo ? Word::undone_import : Word::redone_import, language);
    // A deleted thing has its name only while it is there.
    if (deed.command && !is_undo) text = outcome_text(store.state(), *deed.command, language);
    auto const done = store.undo({.changes = deed.last});
    drop_stale_toasts();
    if (!done) return add_problem(view, done.error());
    if (deed.command && is_undo) text = undone_text(store.state(), *deed.command, language);
    if (done.value().is_partial) text = fill(text_of(Word::undone_partly, language), {text});
    // The page no longer says what the import did.
    bool const is_import = !deed.command;
    if (is_import && view.import.step == ImportState::Step::applied) import.drop();
    view.is_abandoning = false;
    if (store.is_drop_under_way()) return;  // whole, and said when it is done
    add_toast(view, std::move(text), done.value());
}

// What they say is so no longer.
void UndoFlow::drop_stale_toasts() {
    std::erase_if(view.toasts, [this](Toast const& toast) {
        return toast.undo && store.undo_stack().find(toast.undo->changes) == nullptr;
    });
}

void UndoFlow::forget_stale_offers() {
    for (Toast& toast : view.toasts) {
        bool const is_stale =
            toast.undo && store.undo_stack().find(toast.undo->changes) == nullptr;
        if (is_stale) toast.undo.reset();
    }
}

}  // namespace zhitu::ui
