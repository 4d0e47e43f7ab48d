#include "ui/advice_rows.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"
#include "tests/ui/stage.h"
#include "ui/format.h"

namespace zhitu::ui {

namespace {

// "+0.41" -> 41, "−0.06" -> -6.
int hundredths(std::string text) {
    bool const is_minus = text.starts_with("−");
    std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
    int const size = std::stoi(text);
    return is_minus ? -size : size;
}

}  // namespace

TEST(advice_rows, the_parts_shown_add_up_to_the_score_shown_for_everybody) {
    Screen screen({.language = Language::en});
    app::State const& state = screen.store().state();
    Stage stage;
    int lists = 0;
    stage.draw([&](Ui& ui) {
        for (auto const& [id, person] : state.people.people) {
            for (app::Advice const& advice : app::advise(state, id, 5).items) {
                ++lists;
                int sum = 0;
                for (BarRow const& row : advice_rows(ui, state, advice)) {
                    sum += hundredths(row.value);
                    EXPECT_FALSE(row.label.empty());
                    EXPECT_FALSE(row.note.empty());
                }
                EXPECT_EQ(sum, hundredths(score_text(advice)));
            }
        }
    });
    EXPECT_GT(lists, 50);
}

TEST(advice_rows, unknown_parts_say_that_they_are_unknown) {
    Stage stage;
    app::State state;
    CourseId const course{{1}};
    state.catalog.courses[course].title.en = "C";
    app::Advice advice;
    advice.course = course;
    advice.scored.score = 0.25;
    advice.scored.contributions = {{recommend::Reason::gap, 0.1, true},
                                   {recommend::Reason::quality, 0.15, false}};
    stage.draw([&](Ui& ui) {
        auto const rows = advice_rows(ui, state, advice);
        ASSERT_EQ(rows.size(), 2u);
        EXPECT_EQ(rows[1].note, "Unknown, the mean stands in");
        EXPECT_EQ(rows[0].value, "+0.10");
    });
}

TEST(advice_rows, the_list_is_kept_until_something_moves) {
    Screen screen({.language = Language::en});
    screen.go(Page::today);
    auto const version = screen.view().advice_version;
    auto const* const items = screen.view().advice.items.data();
    screen.settle();
    EXPECT_EQ(screen.view().advice.items.data(), items);
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_GT(screen.view().advice_version, version);
}

TEST(advice_rows, every_status_has_a_sentence) {
    EXPECT_EQ(advice_status_word(app::AdviceStatus::no_role), Word::advice_no_role);
    EXPECT_EQ(advice_status_word(app::AdviceStatus::no_gap), Word::advice_no_gap);
    EXPECT_EQ(advice_status_word(app::AdviceStatus::no_course), Word::advice_no_course);
    EXPECT_EQ(advice_status_word(app::AdviceStatus::nothing_fits), Word::advice_nothing);
    EXPECT_EQ(advice_status_word(app::AdviceStatus::no_person), Word::today_nobody);
}

}  // namespace zhitu::ui
