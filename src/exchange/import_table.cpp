#include "exchange/import_table.h"

#include <utility>

namespace zhitu::exchange {

void refuse(ImportTable& table, RowOrigin origin, Refusal refusal) {
    table.refused_rows.push_back({std::move(origin), refusal.column, refusal.why});
    table.refusals.push_back(std::move(refusal));
}

}  // namespace zhitu::exchange
