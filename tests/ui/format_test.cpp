#include "ui/format.h"

#include <gtest/gtest.h>

#include <numeric>

namespace zhitu::ui {

TEST(format, thousands_are_parted) {
    EXPECT_EQ(count_text(0), "0");
    EXPECT_EQ(count_text(999), "999");
    EXPECT_EQ(count_text(1'234), "1,234");
    EXPECT_EQ(count_text(-1'234'567), "−1,234,567");
}

TEST(format, fractions_are_rounded_half_away_from_zero) {
    EXPECT_EQ(fixed_text(0.8349, 2), "0.83");
    EXPECT_EQ(fixed_text(0.835, 2), "0.84");
    EXPECT_EQ(fixed_text(4.0 / 11, 6), "0.363636");
    EXPECT_EQ(fixed_text(2, 0), "2");
    EXPECT_EQ(signed_text(0.41, 2), "+0.41");
    EXPECT_EQ(signed_text(-0.06, 2), "−0.06");
    EXPECT_EQ(signed_text(0.001, 2), "0.00");
    EXPECT_EQ(millionths_text(4'700'000, 1), "4.7");
}

TEST(format, bytes_have_the_unit_that_reads_well) {
    EXPECT_EQ(bytes_text(0), "0 B");
    EXPECT_EQ(bytes_text(1'023), "1023 B");
    EXPECT_EQ(bytes_text(1'536), "1.5 kB");
    EXPECT_EQ(bytes_text(20'971'520), "20 MB");
    EXPECT_EQ(bytes_text(3ull << 40), "3.0 TB");
}

TEST(format, money_is_short_and_unknown_is_not_free) {
    EXPECT_EQ(money_text(39'900, "CNY", Language::zh), "¥399");
    EXPECT_EQ(money_text(129'950, "CNY", Language::en), "¥1,299.50");
    EXPECT_EQ(money_text(4'900, "USD", Language::en), "USD 49");
    EXPECT_EQ(money_text(0, "CNY", Language::zh), "免费");
    EXPECT_EQ(money_text(std::nullopt, "CNY", Language::en), "price unknown");
}

TEST(format, durations_are_hours_or_minutes) {
    EXPECT_EQ(duration_text(720, Language::zh), "12 小时");
    EXPECT_EQ(duration_text(720, Language::en), "12 h");
    EXPECT_EQ(duration_text(90, Language::zh), "1.5 小时");
    EXPECT_EQ(duration_text(45, Language::en), "45 min");
    EXPECT_EQ(duration_text(std::nullopt, Language::zh), "时长未知");
}

TEST(format, dates_are_written_by_language) {
    EXPECT_EQ(date_words("2026-11-20", Language::zh), "2026年11月20日");
    EXPECT_EQ(date_words("2026-11-20", Language::en), "20 Nov 2026");
    EXPECT_EQ(date_words("2026-01-02", Language::en), "2 Jan 2026");
    EXPECT_EQ(date_words("soon", Language::en), "soon");
}

TEST(format, shown_parts_add_up_to_the_shown_sum) {
    std::uint64_t random = 1;
    for (int round = 0; round < 2'000; ++round) {
        std::vector<double> parts;
        double total = 0;
        for (int i = 0; i < 5; ++i) {
            random = random * 6'364'136'223'846'793'005ull + 1'442'695'040'888'963'407ull;
            double const part = static_cast<double>(random >> 40) / 16'777'216.0 - 0.3;
            parts.push_back(part);
            total += part;
        }
        auto const rounded = rounded_parts(parts, total);
        auto const sum = std::accumulate(rounded.begin(), rounded.end(), std::int64_t{0});
        EXPECT_EQ(hundredths_text(sum, false), fixed_text(total, 2));
        for (std::size_t i = 0; i < parts.size(); ++i) {
            EXPECT_NEAR(static_cast<double>(rounded[i]) / 100, parts[i], 0.0101);
        }
    }
}

}  // namespace zhitu::ui
