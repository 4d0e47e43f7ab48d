#include "exchange/import_table.h"

#include <algorithm>
#include <utility>

namespace zhitu::exchange {

void refuse(ImportTable& table, RowOrigin origin, Refusal refusal) {
    auto& rows = table.refused_rows;
    bool const is_again = !rows.empty() && origin.row > 0 &&
                          rows.back().origin.file == origin.file &&
                          rows.back().origin.row == origin.row;
    if (!is_again) rows.push_back({std::move(origin), {}});
    rows.back().reasons.push_back({refusal.column, refusal.why});
    table.refusals.push_back(std::move(refusal));
}

std::size_t count_rows(std::vector<Refusal> const& refusals, std::size_t count) {
    std::size_t rows = 0;
    for (std::size_t i = 0; i < std::min(count, refusals.size()); ++i) {
        bool const is_again = i > 0 && refusals[i].row > 0 &&
                              refusals[i].row == refusals[i - 1].row &&
                              refusals[i].file == refusals[i - 1].file;
        rows += is_again ? 0 : 1;
    }
    return rows;
}

}  // namespace zhitu::exchange
