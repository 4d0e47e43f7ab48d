#include "ui/forms.h"

#include "ui/format.h"
#include "ui/lifts_field.h"
#include "ui/prerequisites_field.h"

namespace zhitu::ui {

namespace {

constexpr char const* form_token = "form.token";
constexpr char const* accesses[] = {"employee", "manager", "training_admin"};
constexpr std::int64_t minutes_of_hour = 60;
constexpr std::int64_t minor_of_major = 100;

void forget(PageContext& page) {
    page.view.form.clear();
    page.view.form_errors.clear();
    page.view.choices.clear();
}

std::string typed(PageContext& page, char const* field) {
    return std::string(trimmed(page.form(field)));
}

void mark(PageContext& page, std::string field, std::string words) {
    page.view.form_errors.insert_or_assign(std::move(field), std::move(words));
}

// Empty stays empty; anything else must be a number, scaled to whole units.
std::optional<std::int64_t> typed_number(PageContext& page, char const* field,
                                         std::int64_t units) {
    std::string const text = typed(page, field);
    if (text.empty()) return std::nullopt;
    auto const value = parse_millionths(text);
    if (!value) mark(page, field, page.ui.say(Word::need_number));
    constexpr std::int64_t most = limits::money_minor_max * 10'000;
    if (!value || *value > most || *value < -most) return std::nullopt;
    return (*value * units + (*value < 0 ? -500'000 : 500'000)) / limits::million;
}

// A share of one, to the millionth: nothing is rounded away that somebody typed.
std::optional<std::int64_t> typed_share(PageContext& page, char const* field) {
    constexpr std::size_t decimals_max = 6;
    std::string const text = typed(page, field);
    if (text.empty()) return std::nullopt;
    auto const value = parse_millionths(text);
    std::size_t const point = text.find('.');
    bool const is_exact = point == std::string::npos || text.size() - point - 1 <= decimals_max;
    if (value && is_exact && !text.starts_with('-') && *value <= limits::million) return value;
    mark(page, field, page.ui.say(Word::need_share));
    return std::nullopt;
}

template <class Map>
typename Map::key_type chosen_key(PageContext const& page, char const* field, Map const& map) {
    std::int64_t const index = page.choice(field);
    if (index <= 0 || index > static_cast<std::int64_t>(map.size())) return {};
    return std::next(map.begin(), index - 1)->first;
}

template <class Map>
void choose_key(PageContext& page, char const* field, Map const& map,
                typename Map::key_type const& key) {
    auto const found = map.find(key);
    page.choose(field, found == map.end() ? 0 : std::distance(map.begin(), found) + 1);
}

// The field that an error of decide is about.
std::string field_of(Error const& error, std::string_view key_field) {
    if (error.code == ErrorCode::already_exists || error.arguments.empty()) {
        return std::string(key_field);
    }
    if (error.code == ErrorCode::cycle) return prerequisites_key;
    std::string const& named = error.arguments.front();
    bool const is_general = named == "name" || named == "title";
    return is_general ? std::string(key_field) : named;
}

// decide is pure, so it can be asked first; the store asks it again with its own time and chance.
// True when it was sent.
bool send(PageContext& page, app::Command command, std::string_view key_field) {
    if (!page.view.form_errors.empty()) return false;
    SimulatedEnv trial(1);
    app::Context const context{page.view.today, &trial};
    auto const ops = app::decide_any(page.state(), command, context);
    if (!ops) {
        mark(page, field_of(ops.error(), key_field), sentence(ops.error(), page.ui.language));
        return false;
    }
    page.wishes.push(std::move(command));
    leave_form(page);
    return true;
}

std::string number_field(std::optional<std::int64_t> value, std::int64_t units, int digits = 2) {
    if (!value) return {};
    std::string text = fixed_text(static_cast<double>(*value) / static_cast<double>(units), digits);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

// "128.50", as money is written.
std::string price_field(std::optional<std::int64_t> minor) {
    if (!minor) return {};
    double const major = static_cast<double>(*minor) / minor_of_major;
    return fixed_text(major, *minor % minor_of_major == 0 ? 0 : 2);
}

// Which form these fields belong to; another form, or one for another thing, begins empty.
bool begin_filling(PageContext& page) {
    Route const& route = page.view.route;
    std::string const token = std::to_string(static_cast<int>(route.page)) + to_text(route.subject);
    if (page.form(form_token) == token) return false;
    forget(page);
    page.form(form_token) = token;
    return is_editing(page);
}

}  // namespace

bool is_editing(PageContext const& page) {
    RawId const& subject = page.view.route.subject;
    return page.state().people.people.contains(PersonId{subject}) ||
           page.state().people.roles.contains(RoleId{subject}) ||
           page.state().catalog.courses.contains(CourseId{subject});
}

void fill_person_form(PageContext& page) {
    if (!begin_filling(page)) return;
    people::State const& people = page.state().people;
    people::Person const& person = people.people.at(PersonId{page.view.route.subject});
    page.form("login") = person.login;
    page.form("name_zh") = person.name.zh;
    page.form("name_en") = person.name.en;
    page.form("email") = person.email;
    choose_key(page, "role", people.roles, person.role);
    choose_key(page, "team", people.teams, person.team);
    for (std::int64_t index = 0; index < 3; ++index) {
        if (person.access == accesses[index]) page.choose("access", index);
    }
}

void fill_course_form(PageContext& page) {
    if (!begin_filling(page)) return;
    catalog::State const& catalog = page.state().catalog;
    catalog::Course const& course = catalog.courses.at(CourseId{page.view.route.subject});
    page.form("title_zh") = course.title.zh;
    page.form("title_en") = course.title.en;
    page.form("summary") = course.summary.zh.empty() ? course.summary.en : course.summary.zh;
    page.form("url") = course.url;
    page.form("source") = course.source;
    page.choose("level", course.level);
    page.form("duration_minutes") = number_field(course.duration_minutes, minutes_of_hour);
    page.form("price_minor") = price_field(course.price_minor);
    page.form("currency") = course.currency;
    page.form("popularity") = number_field(course.popularity_millionths, limits::million, 6);
    type_prerequisites(page, course.prerequisites);
    type_lifts(page, course.teaches);
}

// Of a new course: the budget of whoever writes it down.
std::string typed_currency(PageContext& page) {
    std::string& typed = page.form("currency");
    if (!typed.empty()) return typed;
    auto const me = page.state().people.people.find(page.view.device.me);
    bool const is_known = me != page.state().people.people.end() && !me->second.currency.empty();
    typed = is_known ? me->second.currency : "CNY";
    return typed;
}

void fill_skill_form(PageContext& page) { begin_filling(page); }

void fill_role_form(PageContext& page) {
    if (!begin_filling(page)) return;
    people::Role const& role = page.state().people.roles.at(RoleId{page.view.route.subject});
    page.form("name_zh") = role.name.zh;
    page.form("name_en") = role.name.en;
}

void submit_person(PageContext& page) {
    page.view.form_errors.clear();
    app::SavePerson wish;
    PersonId const id{page.view.route.subject};
    auto const before = page.state().people.people.find(id);
    if (before != page.state().people.people.end()) {
        wish.id = id;
        wish.person = before->second;
    }
    wish.person.login = typed(page, "login");
    wish.person.name = {typed(page, "name_zh"), typed(page, "name_en")};
    wish.person.email = typed(page, "email");
    wish.person.role = chosen_key(page, "role", page.state().people.roles);
    wish.person.team = chosen_key(page, "team", page.state().people.teams);
    std::int64_t const access = page.choice("access");
    wish.person.access = accesses[access >= 0 && access < 3 ? access : 0];
    bool const lacks_name = !wish.person.login.empty() && wish.person.name.is_empty();
    send(page, std::move(wish), lacks_name ? "name_zh" : "login");
}

void submit_course(PageContext& page) {
    page.view.form_errors.clear();
    app::SaveCourse wish;
    CourseId const id{page.view.route.subject};
    auto const before = page.state().catalog.courses.find(id);
    if (before != page.state().catalog.courses.end()) {
        wish.id = id;
        wish.course = before->second;
    }
    catalog::Course& course = wish.course;
    course.title = {typed(page, "title_zh"), typed(page, "title_en")};
    std::string& summary = course.summary.zh.empty() && !course.summary.en.empty()
                               ? course.summary.en
                               : course.summary.zh;
    summary = typed(page, "summary");
    course.url = typed(page, "url");
    course.source = typed(page, "source");
    course.level = page.choice("level");
    course.duration_minutes = typed_number(page, "duration_minutes", minutes_of_hour);
    course.price_minor = typed_number(page, "price_minor", minor_of_major);
    if (course.price_minor) course.currency = typed_currency(page);
    course.popularity_millionths = typed_share(page, "popularity");
    course.prerequisites = typed_prerequisites(page);
    course.teaches = typed_lifts(page);
    send(page, std::move(wish), "title_zh");
}

void submit_skill(PageContext& page) {
    page.view.form_errors.clear();
    app::SaveSkill wish;
    wish.skill.name = {typed(page, "name_zh"), typed(page, "name_en")};
    wish.skill.domain = typed(page, "domain");
    wish.skill.domain_name = {wish.skill.domain, wish.skill.domain};
    send(page, std::move(wish), "name_zh");
}

void submit_role(PageContext& page) {
    page.view.form_errors.clear();
    app::SaveRole wish;
    RoleId const id{page.view.route.subject};
    auto const before = page.state().people.roles.find(id);
    bool const is_new = before == page.state().people.roles.end();
    if (!is_new) wish = {before->second, id};
    wish.role.name = {typed(page, "name_zh"), typed(page, "name_en")};
    std::string const name = wish.role.name.zh.empty() ? wish.role.name.en : wish.role.name.zh;
    RoleId const made = people::free_role_id(page.state().people, name);
    bool const is_sent = send(page, std::move(wish), "name_zh");
    if (is_sent && is_new) page.go(Page::role, made.raw);
}

void leave_form(PageContext& page) {
    forget(page);
    page.wishes.push(Wishes::Back{});
}

}  // namespace zhitu::ui
