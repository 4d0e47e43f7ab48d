#pragma once

// An op straight to bytes: imports write hundreds of thousands.

#include <string>

#include "vault/op.h"

namespace zhitu::vault {

// Appends to_canonical(to_json(op)), without making either.
void append_bytes(std::string& out, Op const& op);

}  // namespace zhitu::vault
