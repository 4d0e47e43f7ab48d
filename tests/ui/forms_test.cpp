#include "ui/forms.h"

#include <gtest/gtest.h>

#include "screen.h"
#include "ui/words.h"

namespace zhitu::ui {
namespace {

char const* zh(Word word) { return text_of(word, Language::zh); }

// Sets the field as if typed, then presses Save.
void save_with(Screen& screen, Page page, std::map<std::string, std::string> const& fields) {
    screen.go(page);
    for (auto const& [field, text] : fields) screen.view().form[field] = text;
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::save)));
    screen.settle();
}

TEST(forms, a_refusal_stands_beside_its_field_and_nothing_is_sent) {
    struct Case {
        Page page;
        std::map<std::string, std::string> fields;
        char const* marked;
    };
    std::vector<Case> const cases{
        {Page::add_person, {{"name_zh", "李四"}}, "login"},
        {Page::add_person, {{"login", "new.one"}}, "name_zh"},
        {Page::add_person, {{"login", "li.si"}, {"name_zh", "李思"}}, "login"},
        {Page::add_course, {{"title_zh", " "}}, "title_zh"},
        {Page::add_course, {{"title_zh", "分布式架构入门"}}, "title_zh"},
        {Page::add_course, {{"title_zh", "新课"}, {"duration_minutes", "ten"}}, "duration_minutes"},
        {Page::add_course, {{"title_zh", "新课"}, {"duration_minutes", "-5"}}, "duration_minutes"},
        {Page::add_course, {{"title_zh", "新课"}, {"price_minor", "0,8"}}, "price_minor"},
        {Page::add_course, {{"title_zh", "新课"}, {"popularity", "0,8"}}, "popularity"},
        {Page::add_course, {{"title_zh", "新课"}, {"popularity", "1.1"}}, "popularity"},
        {Page::add_course, {{"title_zh", "新课"}, {"popularity", "1.0000001"}}, "popularity"},
        {Page::add_course, {{"title_zh", "新课"}, {"popularity", "-0"}}, "popularity"},
        {Page::add_course, {{"title_zh", "新课"}, {"popularity", "NaN"}}, "popularity"},
        {Page::add_skill, {{"domain", "x"}}, "name_zh"},
        {Page::add_role, {{"name_zh", " "}}, "name_zh"},
        {Page::add_role, {{"name_zh", "后端工程师"}}, "name_zh"}};
    int refused_count = 0;
    for (Case const& one : cases) {
        Screen screen({.height = 1600});
        Digest const before = screen.store().state_digest();
        save_with(screen, one.page, one.fields);
        EXPECT_TRUE(screen.view().form_errors.contains(one.marked)) << one.marked;
        EXPECT_EQ(screen.view().route.page, one.page);
        EXPECT_EQ(screen.store().state_digest(), before);
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

TEST(forms, what_was_typed_becomes_a_person) {
    Screen screen({.height = 1600});
    save_with(screen, Page::add_person,
              {{"login", "sun.wu"}, {"name_zh", "孙悟"}, {"email", "sun@example.invalid"}});
    auto const id = people::find_by_login(screen.store().state().people, "sun.wu");
    ASSERT_TRUE(id.has_value());
    EXPECT_EQ(screen.store().state().people.people.at(*id).name.zh, "孙悟");
    EXPECT_NE(screen.view().route.page, Page::add_person);
    EXPECT_TRUE(screen.view().form.empty() || !screen.view().form.contains("login"));
}

TEST(forms, hours_and_money_become_whole_units) {
    Screen screen({.height = 1600});
    save_with(screen, Page::add_course,
              {{"title_zh", "新课"}, {"duration_minutes", "1.5"}, {"price_minor", "19.90"}});
    catalog::Course course;
    course.title.zh = "新课";
    auto const found = screen.store().state().catalog.courses.find(catalog::course_id(course));
    ASSERT_NE(found, screen.store().state().catalog.courses.end());
    EXPECT_EQ(found->second.duration_minutes, 90);
    EXPECT_EQ(found->second.price_minor, 1'990);
}

TEST(forms, a_price_keeps_its_currency_and_another_can_be_chosen) {
    Screen screen({.height = 1800, .language = Language::en, .is_demo = false});
    catalog::Course course;
    course.title.en = "Git";
    course.price_minor = 129'050;
    course.currency = "RUB";
    ASSERT_TRUE(screen.store().dispatch(app::SaveCourse{course}));
    CourseId const id = catalog::course_id(course);
    auto const saved = [&]() -> catalog::Course const& {  // another object after each change
        return screen.store().state().catalog.courses.at(id);
    };
    screen.go(Page::add_course, id.raw);
    EXPECT_EQ(screen.view().form["price_minor"], "1290.50");
    SemanticNode const* const list = screen.find(
        AriaRole::combobox, text_of(Word::price_currency, Language::en));
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->value, "RUB");
    ASSERT_TRUE(screen.click(AriaRole::button, "Save"));
    EXPECT_EQ(saved(), course);
    screen.go(Page::add_course, id.raw);
    ASSERT_TRUE(screen.choose_option(text_of(Word::price_currency, Language::en), "USD"));
    ASSERT_TRUE(screen.click(AriaRole::button, "Save"));
    EXPECT_EQ(saved().currency, "USD");
    EXPECT_EQ(saved().price_minor, 129'050);
}

TEST(forms, a_share_is_kept_to_the_millionth_and_shown_again) {
    std::vector<std::pair<char const*, std::int64_t>> const shares{
        {"1.0", 1'000'000}, {"0", 0}, {"0.812345", 812'345}};
    for (auto const& [typed, kept] : shares) {
        Screen screen({.height = 1600});
        save_with(screen, Page::add_course, {{"title_zh", "新课"}, {"popularity", typed}});
        catalog::Course course;
        course.title.zh = "新课";
        CourseId const id = catalog::course_id(course);
        auto const& courses = screen.store().state().catalog.courses;
        ASSERT_TRUE(courses.contains(id)) << typed;
        EXPECT_EQ(courses.at(id).popularity_millionths, kept);
        screen.go(Page::add_course, id.raw);
        ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::save)));
        screen.settle();
        EXPECT_EQ(courses.at(id).popularity_millionths, kept) << "saved again";
    }
}

TEST(forms, editing_begins_with_the_values_and_keeps_the_rest) {
    Screen screen({.height = 1600});
    PersonId const id = person_with_login(screen.store().state(), "li.si");
    people::Person const before = screen.store().state().people.people.at(id);
    screen.go(Page::add_person, id.raw);
    EXPECT_EQ(screen.view().form["login"], "li.si");
    screen.view().form["email"] = "li@example.invalid";
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::save)));
    screen.settle();
    people::Person after = screen.store().state().people.people.at(id);
    EXPECT_EQ(after.email, "li@example.invalid");
    after.email = before.email;
    EXPECT_EQ(after, before);
}

TEST(forms, another_form_begins_empty) {
    Screen screen({.height = 1600});
    screen.go(Page::add_person);
    screen.view().form["name_zh"] = "李四";
    screen.go(Page::add_skill);
    EXPECT_EQ(screen.view().form["name_zh"], "");
}

TEST(forms, a_new_role_leads_to_what_it_asks_for) {
    Screen screen({.height = 1600});
    screen.go(Page::roles);
    ASSERT_TRUE(screen.click(zh(Word::add_role)));
    screen.view().form["name_zh"] = "守门人";
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::save)));
    RoleId const id = people::role_id("守门人");
    EXPECT_TRUE(screen.store().state().people.roles.contains(id));
    EXPECT_EQ(screen.view().route, (Route{Page::role, id.raw}));
    EXPECT_TRUE(screen.says(zh(Word::role_no_needs)));
    ASSERT_TRUE(screen.click(zh(Word::back)));
    EXPECT_EQ(screen.view().route.page, Page::roles);
}

}  // namespace
}  // namespace zhitu::ui
