#pragma once

// Courses by what foreign files call them: their address or their title.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "catalog/catalog.h"

namespace zhitu::app {

class CourseNames {
public:
    void add(CourseId id, catalog::Course const& course);

    // The course with this URL (without query, as in catalog::course_id), else the one with this
    // title in either language. Errors: not_found; bad_value when several have the title.
    Result<CourseId> find(std::string const& name) const;

private:
    std::set<CourseId> known_;
    std::map<std::string, std::set<CourseId>> by_title_;  // by comparison_key
};

}  // namespace zhitu::app
