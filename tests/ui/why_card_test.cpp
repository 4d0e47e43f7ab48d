#include "ui/why_card.h"

#include <gtest/gtest.h>

#include "base/decimal.h"
#include "screen.h"
#include "ui/format.h"

namespace zhitu::ui {
namespace {

struct Listed {
    PersonId person;
    app::AdviceList list;
};

// Somebody of the demo with at least three courses on the list.
Listed listed_person(app::State const& state) {
    for (auto const& [id, person] : state.people.people) {
        app::AdviceList list = app::advise(state, id, 50);
        if (list.items.size() >= 3) return {id, std::move(list)};
    }
    return {};
}

TEST(why_card, the_second_is_compared_with_the_first_reason_by_reason) {
    Screen screen({.height = 4000});
    Listed const listed = listed_person(screen.store().state());
    ASSERT_GE(listed.list.items.size(), 3u);
    screen.view().device.me = listed.person;
    screen.go(Page::course, listed.list.items[1].course.raw);
    EXPECT_TRUE(screen.says("在你的清单里排第 2"));
    app::WhyNot const why = app::why_not(screen.store().state(), listed.person,
                                         listed.list.items[1].course);
    ASSERT_TRUE(why.comparison);
    EXPECT_EQ(why.comparison->other, listed.list.items[0].course);
    EXPECT_TRUE(screen.says(fixed_text(why.comparison->mine_score, 3)));
    EXPECT_TRUE(screen.says(fixed_text(why.comparison->other_score, 3)));
    EXPECT_TRUE(screen.says(decimal_text(why.comparison->mine_score)));  // the whole of it
    for (app::TermPair const& term : why.comparison->terms) {
        EXPECT_TRUE(screen.says(decimal_text(term.mine.value)));
        EXPECT_TRUE(screen.says(decimal_text(term.difference())));
    }
    Word const word = why.comparison->flips.empty() ? Word::flip_none : Word::flip_heading;
    EXPECT_TRUE(screen.says(text_of(word, Language::zh)));
}

TEST(why_card, the_first_says_that_it_is_first) {
    Screen screen({.height = 4000, .language = Language::en});
    Listed const listed = listed_person(screen.store().state());
    screen.view().device.me = listed.person;
    screen.go(Page::course, listed.list.items[0].course.raw);
    EXPECT_TRUE(screen.says(text_of(Word::why_first, Language::en)));
}

TEST(why_card, a_taken_course_says_so_and_a_dismissed_one_too) {
    Screen screen({.height = 4000, .language = Language::en});
    Listed const listed = listed_person(screen.store().state());
    screen.view().device.me = listed.person;
    CourseId const first = listed.list.items[0].course;
    CourseId const second = listed.list.items[1].course;
    ASSERT_TRUE(screen.store().dispatch(app::EnrollLearner{listed.person, first}));
    screen.go(Page::course, first.raw);
    EXPECT_TRUE(screen.says(text_of(Word::already_taken, Language::en)));
    app::DismissCourse const dismiss{listed.person, second, learning::DismissReason::not_relevant};
    ASSERT_TRUE(screen.store().dispatch(dismiss));
    screen.go(Page::course, second.raw);
    EXPECT_TRUE(screen.says(text_of(Word::why_dismissed, Language::en)));
}

}  // namespace
}  // namespace zhitu::ui
