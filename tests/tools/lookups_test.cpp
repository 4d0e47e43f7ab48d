#include "tools/cli/lookups.h"

#include <gtest/gtest.h>

namespace zhitu::tools {
namespace {

struct Small {
    Small() {
        catalog::Course made;
        made.title = {"调度", "Scheduling"};
        made.url = "https://x/a?utm=1";
        course = catalog::course_id(made);
        state.catalog.courses[course] = made;
        state.catalog.skills[SkillId{{1}}].name = {"数据库", ""};
        state.people.people[PersonId{{2}}] = {.login = "ann", .role = RoleId{{3}}};
        state.people.roles[RoleId{{3}}].name.en = "analyst";
    }
    app::State state;
    CourseId course;
};

TEST(lookups, a_course_is_found_by_address_title_and_id) {
    Small const small;
    for (std::string const& name : {std::string("https://x/a"), std::string("调度"),
                                    std::string("SCHEDULING"), to_text(small.course)}) {
        auto const found = find_course(small.state, name);
        ASSERT_TRUE(found) << name;
        EXPECT_EQ(found.value(), small.course) << name;
    }
    EXPECT_EQ(find_course(small.state, "nothing").error(),
              (Error{ErrorCode::not_found, {"course", "nothing"}}));
}

TEST(lookups, what_has_no_name_is_called_by_its_id) {
    Small const small;
    EXPECT_EQ(skill_names(small.state, {SkillId{{1}}, SkillId{{9}}}),
              (std::vector<std::string>{"数据库", to_text(SkillId{{9}})}));
    EXPECT_EQ(course_title(small.state, small.course), "Scheduling");
    EXPECT_EQ(course_title(small.state, CourseId{{9}}), to_text(CourseId{{9}}));
}

TEST(lookups, a_person_is_found_by_login) {
    Small const small;
    auto const found = find_person(small.state, "ANN");
    ASSERT_TRUE(found);
    EXPECT_EQ(role_of(small.state, person_of(small.state, found.value())), "analyst");
    EXPECT_EQ(find_person(small.state, "bob").error(),
              (Error{ErrorCode::not_found, {"login", "bob"}}));
    EXPECT_EQ(role_of(small.state, person_of(small.state, PersonId{{9}})), "");
}

}  // namespace
}  // namespace zhitu::tools
