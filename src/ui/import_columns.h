#pragma once

// Of one file of an import: which column holds what, and the currency of every source.

#include <string>
#include <utility>

#include "ui/page.h"

namespace zhitu::ui {

// One file of the proposal on the page, and its plan as last asked for.
struct ImportFile {
    PageContext& page;
    std::size_t index = 0;
    exchange::FileReading const& reading;

    exchange::FilePlan const& plan() const { return page.view.import.plans[index]; }
    std::string open_choice() const { return "import.open." + std::to_string(index); }
    template <class Edit>
    void change(Edit edit) {
        exchange::FilePlan changed = plan();
        edit(changed);
        page.wishes.push(Wishes::ChangePlan{index, std::move(changed)});
    }
};

// The column that goes to a field of ours, or null.
exchange::ColumnReading const* column_of(exchange::FileReading const& file,
                                         std::string_view field);

void draw_columns(ImportFile& file);
void draw_currencies(ImportFile& file);

}  // namespace zhitu::ui
