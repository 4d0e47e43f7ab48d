#include "app/replica.h"

#include <gtest/gtest.h>

#include "app/company.h"

namespace zhitu::app {
namespace {

TEST(Replica, it_becomes_the_state_of_the_journal_step_by_step) {
    test::Company company;
    company.add_person("li.si");
    CourseId const gone = company.add_course("Go");
    company.add_course("SQL");
    ASSERT_TRUE(company.store.dispatch(DeleteCourse{gone}));
    company.settle();
    Replica replica(company.store.journal_files());
    EXPECT_EQ(replica.share_done(), 0);
    int steps_count = 1;
    while (replica.step(1)) ++steps_count;
    EXPECT_EQ(steps_count, 5);  // reading, and four changes
    EXPECT_EQ(replica.share_done(), 1);
    EXPECT_EQ(replica.ledger().digest(), company.store.state_digest());
    EXPECT_EQ(replica.state().catalog.courses, company.store.state().catalog.courses);
    EXPECT_EQ(replica.state().people.people, company.store.state().people.people);
}

TEST(Replica, no_journal_is_an_empty_company) {
    Replica replica({});
    EXPECT_FALSE(replica.step(1));
    EXPECT_TRUE(replica.state().is_empty());
    EXPECT_EQ(replica.share_done(), 1);
}

}  // namespace
}  // namespace zhitu::app
