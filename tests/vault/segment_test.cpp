#include "vault/segment.h"

#include <gtest/gtest.h>

#include <string>

namespace zhitu::vault::tests {
namespace {

std::uint32_t number_at(Bytes const& bytes, std::size_t offset) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = value << 8 | static_cast<std::uint8_t>(bytes[offset + i]);
    }
    return value;
}

// Three changes and a seal.
Bytes sealed_segment() {
    Bytes bytes;
    append_record(bytes, RecordType::change, 0, "first");
    append_record(bytes, RecordType::change, 1, std::string(100, 'x'));
    append_record(bytes, RecordType::change, 2, "");
    append_seal(bytes, 3, 3);
    return bytes;
}

TEST(Segment, the_worked_example_is_as_written_down) {
    Bytes bytes;
    append_seal(bytes, 0, 0);
    ASSERT_EQ(bytes.size(), 72u);
    EXPECT_EQ(bytes.substr(0, 4), std::string("ZT\4\0", 4));
    EXPECT_EQ(number_at(bytes, 4), 7u);
    EXPECT_EQ(number_at(bytes, 8), 0u);
    EXPECT_EQ(bytes.substr(16, 24), std::string(24, '\0'));
    EXPECT_EQ(bytes.substr(40), "{\"n\":0}" + std::string(25, '\0'));
    EXPECT_TRUE(read_segment(bytes, false).is_sealed);
}

TEST(Segment, payloads_are_padded_to_units) {
    EXPECT_EQ(record_size(0), 40u);
    EXPECT_EQ(record_size(1), 72u);
    EXPECT_EQ(record_size(32), 72u);
    EXPECT_EQ(record_size(33), 104u);
}

TEST(Segment, records_come_back_in_order) {
    Bytes const bytes = sealed_segment();
    SegmentContent const content = read_segment(bytes, false);
    ASSERT_EQ(content.records.size(), 4u);
    EXPECT_TRUE(content.is_sealed);
    EXPECT_EQ(content.good_size, bytes.size());
    EXPECT_EQ(content.records[0].payload, "first");
    EXPECT_EQ(content.records[1].payload, std::string(100, 'x'));
    EXPECT_EQ(content.records[2].payload, "");
    EXPECT_EQ(sealed_count(content.records[3].payload), 3);
}

TEST(Segment, every_flipped_bit_of_a_sealed_segment_is_noticed) {
    Bytes const bytes = sealed_segment();
    std::size_t flips_count = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            Bytes flipped = bytes;
            flipped[i] = static_cast<char>(flipped[i] ^ (1 << bit));
            ASSERT_FALSE(read_segment(flipped, true).is_sealed) << i << " " << bit;
            ++flips_count;
        }
    }
    EXPECT_GT(flips_count, 2'000u);
}

TEST(Segment, every_missing_tail_is_noticed) {
    Bytes const bytes = sealed_segment();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        SegmentContent const content = read_segment(std::string_view(bytes).substr(0, size), false);
        ASSERT_FALSE(content.is_sealed) << size;
        ASSERT_LE(content.good_size, size);
        ASSERT_LT(content.records.size(), 4u);
    }
}

TEST(Segment, salvage_finds_what_lies_behind_a_bad_record) {
    Bytes bytes = sealed_segment();
    bytes[record_size(5) + 50] = '!';
    EXPECT_EQ(read_segment(bytes, false).records.size(), 1u);
    SegmentContent const content = read_segment(bytes, true);
    ASSERT_EQ(content.records.size(), 3u);
    EXPECT_EQ(content.records[1].number, 2u);
    EXPECT_EQ(content.good_size, record_size(5));
    EXPECT_FALSE(content.is_sealed);
}

TEST(Segment, a_seal_that_counts_wrong_is_none) {
    Bytes bytes;
    append_record(bytes, RecordType::change, 0, "first");
    append_seal(bytes, 1, 2);
    EXPECT_FALSE(read_segment(bytes, false).is_sealed);
    EXPECT_EQ(sealed_count("{\"n\":-1}"), -1);
    EXPECT_EQ(sealed_count("{}"), -1);
    EXPECT_EQ(sealed_count(""), -1);
}

TEST(Segment, nothing_may_stand_behind_the_seal_or_out_of_number) {
    Bytes bytes = sealed_segment();
    append_record(bytes, RecordType::change, 4, "late");
    EXPECT_FALSE(read_segment(bytes, false).is_sealed);
    EXPECT_EQ(read_segment(bytes, false).records.size(), 4u);
    Bytes skipping;
    append_record(skipping, RecordType::change, 1, "second");
    EXPECT_TRUE(read_segment(skipping, false).records.empty());
}

TEST(Segment, a_record_of_a_newer_version_is_passed_over) {
    Bytes bytes;
    append_record(bytes, static_cast<RecordType>(5), 0, "note");
    append_seal(bytes, 1, 0);
    EXPECT_TRUE(read_segment(bytes, false).is_sealed);
}

TEST(Segment, a_length_beyond_the_end_is_a_bad_record) {
    Bytes bytes = sealed_segment();
    bytes[7] = '\x7f';
    EXPECT_TRUE(read_segment(bytes, false).records.empty());
    EXPECT_EQ(read_segment(bytes, false).good_size, 0u);
}

TEST(Segment, one_wrong_byte_of_a_record_can_be_put_right) {
    Bytes const record = [] {
        Bytes bytes;
        append_record(bytes, RecordType::change, 3, "what was written");
        return bytes;
    }();
    ASSERT_TRUE(record_in(record));
    EXPECT_FALSE(record_in(record + record));
    EXPECT_TRUE(mended_records(record).empty());
    for (std::size_t offset = 0; offset < record.size(); ++offset) {
        Bytes broken = record;
        broken[offset] = static_cast<char>(broken[offset] ^ 0x41);
        std::vector<MendedRecord> const mended = mended_records(broken);
        ASSERT_EQ(mended.size(), 1u) << offset;
        EXPECT_EQ(mended[0].offset, offset);
        EXPECT_EQ(mended[0].bytes, record);
        // Its head says where it ends, unless that is what is wrong.
        bool const is_length_wrong = offset >= 4 && offset < 8;
        EXPECT_EQ(mended_records(broken + broken).size(), is_length_wrong ? 0u : 1u) << offset;
        broken[(offset + 9) % record.size()] ^= 0x13;
        EXPECT_TRUE(mended_records(broken).empty()) << offset;
    }
    EXPECT_TRUE(mended_records("ZT").empty());
}

}  // namespace
}  // namespace zhitu::vault::tests
