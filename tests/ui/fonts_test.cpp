#include "ui/fonts.h"

#include <gtest/gtest.h>

#include <string>

#include "imgui.h"
#include "imgui_internal.h"
#include "tests/ui/stage.h"
#include "ui/frontend.h"

namespace zhitu::ui {

namespace {

void put(std::string& bytes, std::size_t offset, std::uint32_t value, int size) {
    for (int i = size - 1; i >= 0; --i) {
        bytes[offset + static_cast<std::size_t>(i)] = static_cast<char>(value & 0xFF);
        value >>= 8;
    }
}

// The two tables that line_per_em reads, and nothing else of a font.
std::string small_font(std::uint32_t units, int ascender, int descender) {
    std::string out(200, '\0');
    put(out, 4, 2, 2);
    out.replace(12, 4, "head");
    put(out, 20, 60, 4);
    out.replace(28, 4, "hhea");
    put(out, 36, 120, 4);
    put(out, 60 + 18, units, 2);
    put(out, 120 + 4, static_cast<std::uint16_t>(ascender), 2);
    put(out, 120 + 6, static_cast<std::uint16_t>(descender), 2);
    return out;
}

}  // namespace

TEST(fonts, the_height_of_a_line_stands_in_the_font) {
    auto const ratio = line_per_em(small_font(2816, 2728, -680));
    ASSERT_TRUE(ratio);
    EXPECT_NEAR(*ratio, 1.2102f, 1e-3f);
}

TEST(fonts, what_is_no_font_has_no_height) {
    EXPECT_FALSE(line_per_em(""));
    EXPECT_FALSE(line_per_em("<html>not found</html>"));
    EXPECT_FALSE(line_per_em(small_font(0, 1, -1)));
    EXPECT_FALSE(line_per_em(small_font(1000, -5, 5)));
    std::string const whole = small_font(1000, 800, -200);
    for (std::size_t size = 0; size < whole.size() - 50; ++size) {
        EXPECT_FALSE(line_per_em(std::string_view(whole).substr(0, size))) << size;
    }
}

TEST(fonts, without_files_there_is_still_text) {
    ImGuiContext* const context = make_context(100, 100);
    FontFiles files;
    files.fallback_loader = inkless_loader();
    Fonts const fonts = load_fonts(*ImGui::GetIO().Fonts, files);
    ASSERT_NE(fonts.regular, nullptr);
    ASSERT_NE(fonts.semibold, nullptr);
    EXPECT_NE(fonts.regular, fonts.semibold);
    ImFontBaked* const baked = fonts.regular->GetFontBaked(fonts.size_of(14));
    EXPECT_GT(baked->GetCharAdvance('a'), 0);
    EXPECT_GT(baked->GetCharAdvance(0x4E2D), baked->GetCharAdvance('a'));
    EXPECT_GT(fonts.regular->Sources.back()->SizePixels, 0);
    end_context(context);
}

}  // namespace zhitu::ui
