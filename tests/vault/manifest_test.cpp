#include "vault/manifest.h"

#include <gtest/gtest.h>

#include "vault/layout.h"
#include "vault/segment.h"

namespace zhitu::vault::tests {
namespace {

Digest digest_of(int number) { return sha256(std::to_string(number)); }

Manifest example() {
    Manifest manifest{.generation = 12, .open_number = 9};
    manifest.sealed = {{7, 256, digest_of(7)}, {8, 3, digest_of(8)}};
    manifest.last = {6, {{part_name(11, "e0-0"), 100, digest_of(1)}}};
    manifest.previous = {4, {{part_name(9, "e0-0"), 90, digest_of(2)}}};
    manifest.tips = {digest_of(3), digest_of(4)};
    return manifest;
}

Bytes record_of(std::string_view payload, RecordType type = RecordType::manifest) {
    Bytes bytes;
    append_record(bytes, type, 0, payload);
    return bytes;
}

// The example with one piece of its text replaced.
Bytes with(std::string_view piece, std::string_view by) {
    std::string text(read_segment(manifest_bytes(example()), false).records[0].payload);
    std::size_t const place = text.find(piece);
    EXPECT_NE(place, std::string::npos) << piece;
    return record_of(text.replace(place, piece.size(), by));
}

Error error_of(std::string_view bytes) {
    Result<Manifest> const manifest = manifest_from_bytes(bytes);
    EXPECT_FALSE(manifest.is_ok()) << bytes;
    return manifest ? Error{} : manifest.error();
}

TEST(Manifest, it_comes_back_as_it_was) {
    EXPECT_EQ(manifest_from_bytes(manifest_bytes(example())).value(), example());
    Manifest const smallest{.generation = 1};
    EXPECT_EQ(manifest_from_bytes(manifest_bytes(smallest)).value(), smallest);
}

TEST(Manifest, a_full_one_has_at_most_16_kib) {
    Manifest manifest = example();
    manifest.sealed.clear();
    for (std::uint32_t i = 1; i <= 80; ++i) manifest.sealed.push_back({i, 256, digest_of(1)});
    manifest.tips.assign(50, digest_of(2));
    EXPECT_LE(manifest_bytes(manifest).size(), 16'384u);
}

TEST(Manifest, every_flipped_bit_and_every_missing_tail_is_noticed) {
    Bytes const bytes = manifest_bytes(example());
    std::size_t flips_count = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        Bytes flipped = bytes;
        flipped[i] = static_cast<char>(flipped[i] ^ (1 << (i % 8)));
        ASSERT_EQ(error_of(flipped).code, ErrorCode::e_trunc) << i;
        ASSERT_EQ(error_of(bytes.substr(0, i)).code, ErrorCode::e_trunc) << i;
        ++flips_count;
    }
    EXPECT_GT(flips_count, 500u);
    EXPECT_EQ(error_of(bytes + bytes).code, ErrorCode::e_trunc);
    EXPECT_EQ(error_of(record_of("{}", RecordType::change)).code, ErrorCode::e_trunc);
}

TEST(Manifest, a_newer_schema_is_told_from_a_broken_one) {
    Error const error = error_of(with("\"schema\":1", "\"schema\":2"));
    EXPECT_EQ(error, (Error{ErrorCode::e_version, {"2"}}));
    EXPECT_EQ(error_of(with("\"schema\":1", "\"schema\":\"1\"")).code, ErrorCode::e_field);
}

TEST(Manifest, a_member_that_does_not_read_is_named) {
    struct Case {
        char const* piece;
        char const* by;
        char const* member;
    };
    for (Case const& item : {Case{"\"g\":12", "\"g\":0", "g"}, {"\"g\":12", "\"g\":-1", "g"},
                             {"\"o\":9", "\"o\":4294967296", "o"}, {"\"o\":9", "\"o\":null", "o"},
                             {"[7,256,", "[8,256,", "seg"}, {"[7,256,", "[0,256,", "seg"},
                             {"[7,256,", "[7,", "seg"}, {"\"p/main/s", "\"P/main/s", "last"},
                             {"\"prev\":[[", "\"prev\":[7,[", "prev"},
                             {"\"through\":[6,4]", "\"through\":[6]", "through"},
                             {"\"tips\":[", "\"tips\":[1,", "tips"}}) {
        EXPECT_EQ(error_of(with(item.piece, item.by)),
                  (Error{ErrorCode::e_field, {item.member}}));
    }
    EXPECT_EQ(error_of(record_of("{\"g\":1 }")).code, ErrorCode::e_canon);
}

}  // namespace
}  // namespace zhitu::vault::tests
