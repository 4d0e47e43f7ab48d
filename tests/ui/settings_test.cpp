#include "ui/settings.h"

#include <gtest/gtest.h>

namespace zhitu::ui {

TEST(settings, what_is_written_is_read_back) {
    DeviceSettings settings{Language::en, Theme::dark, {}};
    settings.me.raw[3] = 7;
    settings.exported_ms = 1'795'132'800'000;
    settings.exported_changes = 12;
    auto const read = settings_from_bytes(settings_bytes(settings));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->language, Language::en);
    EXPECT_EQ(read->theme, Theme::dark);
    EXPECT_EQ(read->me, settings.me);
    EXPECT_EQ(read->exported_ms, settings.exported_ms);
    EXPECT_EQ(read->exported_changes, 12);
    EXPECT_EQ(settings_bytes(DeviceSettings{}), R"({"language":"zh","theme":"system"})");
}

TEST(settings, foreign_bytes_are_refused_and_unknown_words_ignored) {
    EXPECT_FALSE(settings_from_bytes("nonsense"));
    EXPECT_FALSE(settings_from_bytes("[]"));
    auto const read = settings_from_bytes(R"({"theme":"pink","more":1,"me":"x"})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->theme, Theme::system);
    EXPECT_TRUE(read->me.is_nil());
}

TEST(settings, the_language_of_the_browser_counts) {
    EXPECT_EQ(language_of("zh-CN"), Language::zh);
    EXPECT_EQ(language_of("zh"), Language::zh);
    EXPECT_EQ(language_of("de-AT"), Language::en);
    EXPECT_EQ(language_of(""), Language::en);
    EXPECT_STREQ(language_tag(Language::zh), "zh-CN");
}

}  // namespace zhitu::ui
