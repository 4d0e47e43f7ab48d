#include "ui/past_flow.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "tests/ui/screen.h"
#include "ui/format.h"

namespace zhitu::ui {

namespace {

constexpr std::int64_t day_ms = 86'400'000;

// A company that begins ten days ago on another device and goes on today: the course is new.
struct Past {
    Screen screen;
    SimulatedEnv env{5};
    vault::MemoryStorage storage;
    app::Store there{env, storage};
    CourseId course;
    std::string then;  // five days ago

    explicit Past(Language language = Language::en, float width = 1280)
        : screen({.width = width, .language = language, .is_demo = false}) {
        std::int64_t const today = *parse_date_days(screen.view().today);
        then = date_text(today - 5);
        env.advance_ms(-10 * day_ms);
        ZT_ASSERT(there.open().is_ok());
        people::Person person;
        person.login = "li.si";
        person.name = {"李四", "Li Si"};
        ZT_ASSERT(there.dispatch(app::SavePerson{person}).is_ok());
        ZT_ASSERT(screen.store().merge(there.ledger().changes()).is_ok());
        catalog::Course made;
        made.title = {"新课", "New course"};
        course = catalog::course_id(made);
        ZT_ASSERT(screen.store().dispatch(app::SaveCourse{made}).is_ok());
        screen.view().device.me = screen.store().state().people.people.begin()->first;
        screen.settle();
    }
    std::string words(Word word, std::string_view argument) {
        Language const language = screen.view().device.language;
        return fill(text_of(word, language), {date_words(argument, language)});
    }
    // In the menu, by hand.
    void show(std::string const& day) {
        Language const language = screen.view().device.language;
        ASSERT_TRUE(screen.click(text_of(Word::history, language)));
        screen.view().form["past.day"] = day;
        screen.settle();
        ASSERT_TRUE(screen.click(text_of(Word::past_go, language)));
    }
};

}  // namespace

TEST(past_flow, the_pages_show_that_day_and_come_back) {
    for (Language const language : {Language::zh, Language::en}) {
        Past past(language);
        Screen& screen = past.screen;
        Digest const digest = screen.store().state_digest();
        std::string const title = language == Language::zh ? "新课" : "New course";
        screen.go(Page::catalog);
        ASSERT_TRUE(screen.says(title));
        past.show(past.then);
        EXPECT_TRUE(screen.says(past.words(Word::past_shown, past.then)));
        EXPECT_FALSE(screen.says(title));
        EXPECT_EQ(screen.view().route.page, Page::catalog);
        EXPECT_TRUE(screen.says(fill(text_of(Word::past_rests, language), {"1"})));
        ASSERT_TRUE(screen.click(text_of(Word::today, language)));  // links lead on
        EXPECT_TRUE(screen.says(past.words(Word::past_shown, past.then)));
        screen.go(Page::catalog);
        ASSERT_TRUE(screen.click(text_of(Word::past_today, language)));
        EXPECT_TRUE(screen.says(title));
        EXPECT_FALSE(screen.says(past.words(Word::past_shown, past.then)));
        EXPECT_EQ(screen.store().state_digest(), digest);
    }
}

TEST(past_flow, nothing_can_be_changed_and_every_refusal_says_why) {
    Past past;
    Screen& screen = past.screen;
    Digest const digest = screen.store().state_digest();
    past.show(past.then);
    std::string const why = past.words(Word::error_past_is_fixed, past.then);
    PersonId const me = screen.view().device.me;
    Wishes::Wish const wishes[] = {app::Command{app::EnrollLearner{me, past.course}},
                                   Wishes::Undo{},
                                   Wishes::ClearAll{},
                                   Wishes::ApplyImport{},
                                   Wishes::ExportAll{},
                                   Wishes::ChangePlan{},
                                   app::ShellRequest{app::PickFiles{}},
                                   app::ShellRequest{app::LoadDemo{}}};
    for (Wishes::Wish const& wish : wishes) {
        auto const refusal = past_refusal(screen.view(), wish);
        ASSERT_TRUE(refusal);
        EXPECT_EQ(sentence(*refusal, Language::en), why);
    }
    Wishes::Wish const harmless[] = {Wishes::Go{}, Wishes::Back{}, Wishes::RetrySave{},
                                     Wishes::DropImport{}, Wishes::ShowDay{},
                                     app::ShellRequest{app::CopyText{}}};
    for (Wishes::Wish const& wish : harmless) EXPECT_FALSE(past_refusal(screen.view(), wish));
    screen.send(app::FilesPicked{{{"a.csv", "title\nA\n"}}});
    EXPECT_TRUE(screen.says(why));
    EXPECT_EQ(screen.view().import.step, ImportState::Step::idle);
    EXPECT_FALSE(screen.frontend().takes_files());
    EXPECT_EQ(screen.store().state_digest(), digest);
    screen.frontend().view().past.day.clear();
    EXPECT_FALSE(past_refusal(screen.view(), wishes[0]));
}

TEST(past_flow, before_the_first_record_the_page_says_so_and_leads_to_it) {
    for (Language const language : {Language::zh, Language::en}) {
        Past past(language, 320);
        Screen& screen = past.screen;
        std::int64_t const today = *parse_date_days(screen.view().today);
        std::string const first = date_words(date_text(today - 10), language);
        past.show(date_text(today - 30));
        EXPECT_TRUE(screen.says(fill(text_of(Word::past_empty, language),
                                     {date_words(date_text(today - 30), language), first})));
        ASSERT_TRUE(screen.click(fill(text_of(Word::past_first, language), {first})));
        EXPECT_EQ(screen.view().past.day, date_text(today - 10));
        EXPECT_EQ(screen.view().past.shown->state.people.people.size(), 1u);
    }
}

TEST(past_flow, today_and_later_are_the_present) {
    Past past;
    Screen& screen = past.screen;
    PastFlow flow{screen.store(), screen.view()};
    for (std::string const& day : {screen.view().today, std::string("2099-01-01"),
                                   std::string("soon"), std::string()}) {
        flow.show({past.then, 0});
        EXPECT_TRUE(screen.view().past.shown);
        flow.show({day, 0});
        EXPECT_FALSE(screen.view().past.shown);
        EXPECT_TRUE(screen.view().past.day.empty());
    }
}

TEST(past_flow, a_large_history_is_worked_out_between_frames) {
    Past past;
    Screen& screen = past.screen;
    for (int i = 0; i < 30; ++i) {
        vault::Ops ops;
        for (int skill = 0; skill < 1'000; ++skill) {
            vault::EntityKey const key = catalog::key_of(catalog::skill_id("s" + std::to_string(
                                                                              i * 1'000 + skill)));
            ops.push_back(vault::set_op(key, "name_en", Json("skill")));
        }
        ZT_ASSERT(past.there.record(std::move(ops)).is_ok());
    }
    ASSERT_TRUE(screen.store().merge(past.there.ledger().changes()));
    PastFlow flow{screen.store(), screen.view()};
    flow.show({past.then, 0});
    EXPECT_FALSE(screen.view().past.shown);
    ASSERT_NE(screen.view().past.work, nullptr);
    EXPECT_TRUE(screen.frontend().needs_frame());
    screen.frame();
    EXPECT_TRUE(screen.says(past.words(Word::past_working, past.then)));
    int steps_count = 0;
    while (flow.step()) ++steps_count;
    EXPECT_GT(steps_count, 3);
    ASSERT_TRUE(screen.view().past.shown);
    EXPECT_EQ(screen.view().past.shown->state.catalog.skills.size(), 30'000u);
}

TEST(past_flow, what_comes_late_into_that_day_is_taken_in) {
    Past past;
    Screen& screen = past.screen;
    past.show(past.then);
    EXPECT_EQ(screen.view().past.shown->state.people.people.size(), 1u);
    std::uint64_t const version = screen.view().past.shown->state.version;
    people::Person person;
    person.login = "wang";
    person.name.en = "Wang";
    ZT_ASSERT(past.there.dispatch(app::SavePerson{person}).is_ok());
    ASSERT_TRUE(screen.store().merge(past.there.ledger().changes()));
    screen.settle();
    EXPECT_EQ(screen.view().past.shown->state.people.people.size(), 2u);
    EXPECT_NE(screen.view().past.shown->state.version, version);
}

TEST(past_flow, what_was_erased_since_is_said) {
    Past past;
    Screen& screen = past.screen;
    RawId const person = screen.store().state().people.people.begin()->first.raw;
    vault::Op op{.kind = vault::OpKind::erase, .subject = person};
    ASSERT_TRUE(screen.store().record({op}));
    past.show(past.then);
    EXPECT_TRUE(screen.says(fill(text_of(Word::past_lost, Language::en), {"1"})));
}

// Every page of the demo, as of the day it was opened and of the day before.
TEST(past_flow, every_page_can_be_shown_as_of_a_day) {
    Screen screen({.language = Language::en});
    std::int64_t const today = *parse_date_days(screen.view().today);
    PastFlow flow{screen.store(), screen.view()};
    vault::Stamp const now = app::end_of_day(today, screen.store().utc_offset_minutes());
    for (Wishes::ShowDay const& day :
         {Wishes::ShowDay{screen.view().today, now}, Wishes::ShowDay{date_text(today - 1), 0}}) {
        flow.show(day);
        ASSERT_TRUE(screen.view().past.shown);
        for (Route const& route : all_routes(screen.store().state())) {
            screen.go(route.page, route.subject);
            EXPECT_TRUE(screen.says(fill(text_of(Word::past_shown, Language::en),
                                         {date_words(day.day, Language::en)})));
        }
    }
}

}  // namespace zhitu::ui
