#include "vault/op_bytes.h"

#include <gtest/gtest.h>

#include "tests/vault/ops.h"

namespace zhitu::vault::tests {
namespace {

TEST(OpBytes, the_bytes_of_every_kind_are_those_of_its_json) {
    for (Op const& op : one_op_of_each_kind()) {
        std::string bytes = "[";
        append_bytes(bytes, op);
        EXPECT_EQ(bytes, "[" + to_canonical(to_json(op)));
    }
}

}  // namespace
}  // namespace zhitu::vault::tests
