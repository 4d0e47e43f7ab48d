#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ui/view_state.h"

namespace zhitu::ui {

// What a frame asks for. The shell dispatches after drawing.
struct Wishes {
    struct Undo {
        std::uint64_t toast = 0;  // 0: the last deed, or with is_redo the last undone
        bool is_redo = false;
    };
    struct ShowDay {  // empty: today
        std::string day;
        vault::Stamp until = 0;  // a moment on it; 0: its end
    };
    struct Go {
        Route route;
    };
    struct Back {};
    struct ClearAll {};
    struct RetrySave {};
    struct ChangePlan {  // reads the files again
        std::size_t file = 0;
        exchange::FilePlan plan;
    };
    struct ApplyImport {};
    struct DropImport {};  // cancels whatever it is about
    struct ExportAll {};
    struct CheckHealth {};  // self-tests, and the records in the worker
    using Wish = std::variant<app::Command, app::ShellRequest, Undo, Go, Back, ClearAll, RetrySave,
                              ChangePlan, ApplyImport, DropImport, ExportAll, ShowDay, CheckHealth>;
    std::vector<Wish> list;
    template <class T>
    void push(T wish) {
        list.emplace_back(std::move(wish));
    }
};

}  // namespace zhitu::ui
