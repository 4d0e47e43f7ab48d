// Pages that are being written: each stands here only until its own file is there.

#include "ui/cards.h"
#include "ui/page.h"

namespace zhitu::ui {

#if !__has_include("ui/today_page.cpp")
void draw_today_page(PageContext& page) { page_title(page.ui, page.ui.say(Word::today), {}); }
#endif
#if !__has_include("ui/catalog_page.cpp")
void draw_catalog_page(PageContext& page) { page_title(page.ui, page.ui.say(Word::catalog), {}); }
#endif
#if !__has_include("ui/course_page.cpp")
void draw_course_page(PageContext& page) { page_title(page.ui, page.ui.say(Word::catalog), {}); }
#endif
#if !__has_include("ui/person_page.cpp")
void draw_person_page(PageContext& page) { page_title(page.ui, page.ui.say(Word::my_skills), {}); }
#endif
#if !__has_include("ui/team_page.cpp")
void draw_team_page(PageContext& page) { page_title(page.ui, page.ui.say(Word::team), {}); }
#endif
#if !__has_include("ui/lab_page.cpp")
void draw_lab_page(PageContext& page) { page_title(page.ui, page.ui.say(Word::lab), {}); }
#endif
#if !__has_include("ui/data_page.cpp")
void draw_data_page(PageContext& page) { page_title(page.ui, page.ui.say(Word::data_privacy), {}); }
#endif
#if !__has_include("ui/forms_page.cpp")
void draw_forms_page(PageContext& page) { page_title(page.ui, page.ui.say(Word::add_person), {}); }
#endif

}  // namespace zhitu::ui
