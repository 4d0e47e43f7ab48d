#include "ui/catalog_rows.h"

#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/imports.h"
#include "tests/ui/screen.h"

namespace zhitu::ui {

namespace {

exchange::ImportTable many_courses(int count) {
    exchange::ImportTable table;
    for (int i = 0; i < count; ++i) {
        catalog::Course course;
        course.title = {"课程 " + std::to_string(i), "Course " + std::to_string(i)};
        course.source = "test";
        course.level = i % 4;
        table.courses.emplace(catalog::course_id(course), course);
    }
    return table;
}

}  // namespace

TEST(catalog_rows, rows_are_made_anew_only_when_something_moved) {
    Screen screen({.language = Language::en});
    screen.go(Page::catalog);
    auto const key = screen.view().catalog.rows_key;
    CourseId const* const before = screen.view().catalog.rows.data();
    screen.settle();
    EXPECT_EQ(screen.view().catalog.rows.data(), before);
    EXPECT_EQ(screen.view().catalog.rows_key, key);
    screen.view().catalog.query = "cont";
    screen.settle();
    EXPECT_NE(screen.view().catalog.rows_key, key);
    EXPECT_LT(screen.view().catalog.rows.size(), 12u);
}

TEST(catalog_rows, skills_and_authors_are_found_too) {
    Screen screen({.language = Language::zh});
    for (char const* const query : {"林若川", "scrum", "ＳＣＲＵＭ"}) {
        screen.view().catalog.query = query;
        screen.go(Page::catalog);
        EXPECT_GE(screen.view().catalog.rows.size(), 1u) << query;
    }
}

TEST(catalog_rows, facets_count_what_the_others_leave) {
    Screen screen({.language = Language::en});
    screen.go(Page::catalog);
    CatalogView& view = screen.view().catalog;
    std::size_t const all = view.level_counts[0] + view.level_counts[1] + view.level_counts[2];
    EXPECT_EQ(all, 12u);
    ASSERT_FALSE(view.domain_counts.empty());
    auto const [domain, count] = *view.domain_counts.begin();
    view.domain = domain;
    screen.settle();
    EXPECT_EQ(view.rows.size(), count);
    EXPECT_EQ(view.level_counts[0] + view.level_counts[1] + view.level_counts[2], count);
}

TEST(catalog_rows, ten_thousand_courses_draw_what_is_in_view) {
    Screen screen({.language = Language::en, .is_demo = false});
    ASSERT_TRUE(test::import_table(screen.store(), many_courses(10'000)));
    screen.go(Page::catalog);
    EXPECT_EQ(screen.view().catalog.rows.size(), 10'000u);
    EXPECT_LT(screen.nodes().size(), 400u);
    // A frame must not walk the catalog: a hundred of them in less time than one such walk takes.
    auto const start = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) screen.frame();
    auto const took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(std::chrono::duration<double>(took).count(), 2.0);
}

}  // namespace zhitu::ui
