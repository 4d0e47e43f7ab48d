#include "app/course_names.h"

namespace zhitu::app {

void CourseNames::add(CourseId id, catalog::Course const& course) {
    known_.insert(id);
    for (std::string const* title : {&course.title.zh, &course.title.en}) {
        if (!title->empty()) by_title_[comparison_key(*title)].insert(id);
    }
}

Result<CourseId> CourseNames::find(std::string const& name) const {
    catalog::Course by_url;
    by_url.url = name;
    CourseId const id = catalog::course_id(by_url);
    if (known_.contains(id)) return id;
    auto const titled = by_title_.find(comparison_key(name));
    if (titled == by_title_.end()) return Error{ErrorCode::not_found, {"course", name}};
    if (titled->second.size() > 1) return Error{ErrorCode::bad_value, {"course", name, "url"}};
    return *titled->second.begin();
}

}  // namespace zhitu::app
