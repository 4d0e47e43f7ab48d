#pragma once

// Which columns each kind of table has, and which kind a header speaks of.

#include <span>
#include <string>
#include <vector>

#include "exchange/file_plan.h"
#include "exchange/table_reader.h"

namespace zhitu::exchange {

// Empty for kinds that are no tables.
std::span<Column const> columns_of(FileKind kind);

// The kind most of whose columns the header names: all required ones and two at least, or else
// three of any. Ties go to the one that stands first in FileKind.
FileKind kind_of_header(std::vector<std::string> const& header);

// Requires a kind that has columns.
std::unique_ptr<RowTaker> make_taker(FileKind kind, FilePlan const& plan);

}  // namespace zhitu::exchange
