#include "base/id.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "base/env.h"
#include "base/hash.h"

namespace zhitu {
namespace {

RawId first_half(Digest const& digest) {
    RawId id{};
    std::copy_n(digest.begin(), id.size(), id.begin());
    return id;
}

TEST(id, text_is_lower_case_base32_without_padding) {
    EXPECT_EQ(to_text(RawId{}), std::string(26, 'a'));
    RawId full{};
    full.fill(0xFF);
    EXPECT_EQ(to_text(full), std::string(25, '7') + "4");
    RawId foobar = {'f', 'o', 'o', 'b', 'a', 'r'};  // RFC 4648: "MZXW6YTBOI======"
    EXPECT_EQ(to_text(foobar), "mzxw6ytboi" + std::string(16, 'a'));
}

TEST(id, a_thousand_random_ids_survive_text) {
    SimulatedEnv env(5);
    for (int i = 0; i < 1'000; ++i) {
        RawId const id = env.random_id();
        std::string const text = to_text(id);
        ASSERT_EQ(text.size(), 26u);
        ASSERT_EQ(raw_id_from_text(text), id);
    }
}

TEST(id, text_order_is_not_promised_but_id_order_is_byte_order) {
    RawId low{};
    RawId high{};
    low[0] = 1;
    high[0] = 200;
    EXPECT_LT(CourseId{low}, CourseId{high});
}

TEST(id, other_spellings_are_refused) {
    std::string const good = to_text(natural_id("course", "C1"));
    ASSERT_TRUE(raw_id_from_text(good).has_value());
    std::vector<std::string> bad = {"", good.substr(1), good + "a", good + "======"};
    for (char const c : std::string("ABZ0189=- \n\xC3")) {
        bad.push_back(good);
        bad.back()[3] = c;
    }
    bad.push_back(good);
    bad.back()[4] = '\0';
    for (char const last : std::string("bcdfgh")) bad.push_back(std::string(25, 'a') + last);
    int refused_count = 0;
    for (std::string const& text : bad) refused_count += raw_id_from_text(text) ? 0 : 1;
    EXPECT_GT(refused_count, 0);
    EXPECT_EQ(refused_count, static_cast<int>(bad.size()));
}

TEST(id, a_natural_id_is_the_hash_of_kind_and_key) {
    std::string const input("zt/id/v1\0course\0C-1", 19);
    EXPECT_EQ(natural_id("course", "C-1"), first_half(sha256(input)));
}

TEST(id, kind_and_key_do_not_run_into_each_other) {
    EXPECT_NE(natural_id("course", "x"), natural_id("cours", "ex"));
    EXPECT_NE(natural_id("course", "x"), natural_id("skill", "x"));
    EXPECT_NE(natural_id("course", "知途"), natural_id("course", "知 途"));
    EXPECT_NE(natural_id("course", ""), natural_id("", "course"));
}

TEST(id, typed_ids_compare_and_know_nil) {
    CourseId const course{natural_id("course", "C-1")};
    EXPECT_FALSE(course.is_nil());
    EXPECT_TRUE(CourseId{}.is_nil());
    EXPECT_EQ(course, CourseId{course.raw});
    EXPECT_EQ(to_text(course), to_text(course.raw));
    EXPECT_FALSE((std::is_convertible_v<CourseId, SkillId>));
}

#if GTEST_HAS_DEATH_TEST
TEST(id, a_kind_with_nul_stops_the_program) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(natural_id(std::string_view("a\0b", 3), "x"), "kind");
}
#endif

}  // namespace
}  // namespace zhitu
