#include "app/course_names.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

CourseId add(CourseNames& names, LocalText title, std::string url = {}) {
    catalog::Course course;
    course.title = std::move(title);
    course.url = std::move(url);
    CourseId const id = catalog::course_id(course);
    names.add(id, course);
    return id;
}

TEST(CourseNames, a_course_is_found_by_address_or_by_either_title) {
    CourseNames names;
    CourseId const go = add(names, {"Go 语言", "Go"}, "https://x/go?utm=1");
    CourseId const own = add(names, {"新人第一周", ""});
    for (char const* name : {"https://x/go", "https://x/go/?a=b", " go ", "Go 语言"}) {
        EXPECT_EQ(names.find(name).value(), go) << name;
    }
    EXPECT_EQ(names.find("新人第一周").value(), own);
    EXPECT_EQ(names.find("Rust").error(), (Error{ErrorCode::not_found, {"course", "Rust"}}));
}

TEST(CourseNames, a_title_that_two_courses_have_names_neither) {
    CourseNames names;
    add(names, {"", "Go"}, "https://x/go");
    add(names, {"", "GO"}, "https://y/go");
    EXPECT_EQ(names.find("Go").error(), (Error{ErrorCode::bad_value, {"course", "Go", "url"}}));
    EXPECT_TRUE(names.find("https://y/go"));
}

}  // namespace
}  // namespace zhitu::app
