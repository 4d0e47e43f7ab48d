#include "exchange/roster_file.h"

#include <algorithm>
#include <array>
#include <set>

#include "exchange/cells.h"
#include "exchange/scripts.h"

namespace zhitu::exchange {

namespace {

enum ColumnIndex : std::size_t {
    login, name, name_en, email, department, team, manager_login, job_title, skills, weekly_hours,
    budget, currency
};

constexpr std::array<Column, 12> columns = {{
    {"login", "登录名|账号|用户名", true},
    {"name", "姓名", true},
    {"name_en", "英文名|english_name", false},
    {"email", "邮箱|电子邮箱|e-mail", false},
    {"department", "部门", false},
    {"team", "小组|团队", false},
    {"manager_login", "上级登录名|manager|直属上级", false},
    {"job_title", "岗位|职位", false},
    {"skills", "技能", false},
    {"weekly_hours", "每周小时", false},
    {"budget", "预算", false},
    {"currency", "币种", false},
}};

constexpr std::string_view wide_colon = "：";  // of Chinese keyboards, like the next
constexpr std::string_view wide_at = "＠";
constexpr std::int64_t minor_units = 100;
constexpr std::int64_t budget_max = limits::money_minor_max / minor_units;
constexpr std::int64_t hours_max = 168;  // of a week
constexpr std::int64_t minutes_of_hour = 60;

// Everybody's login so far, by comparison_key.
using Logins = std::set<std::string>;

class PersonRow {
public:
    PersonRow(TableRow const& row, RowReport& report, Logins& logins)
        : row_(row), report_(report), logins_(logins) {}

    void take() {
        bool const has_login = take_login();
        bool const has_name = take_name();  // both are asked: all reasons at once
        if (!has_login || !has_name || !has_room()) return;
        take_place();
        take_time_and_money();
        take_skills();
        if (auto const error = vault::check_fields(taken_.person)) {
            return report_.refuse(error->arguments.front(), "", *error);
        }
        logins_.insert(comparison_key(taken_.person.login));
        taken_.origin = report_.origin();
        report_.table.people.push_back(std::move(taken_));
    }

private:
    Cell cell(ColumnIndex column) const { return {columns[column].name, row_.cell(column)}; }

    bool refuse(Cell cell, Error why) {
        report_.refuse(cell.column, cell.text, std::move(why));
        return false;
    }
    void warn_of_value(Cell cell, char const* allowed) {
        std::string const text(cell.text);
        report_.warn(cell.column, text, {ErrorCode::bad_value, {cell.column, text, allowed}});
    }

    bool take_login() {
        Cell const found = cell(login);
        std::string const text(found.text);
        if (text.empty()) return refuse(found, {ErrorCode::empty_field, {found.column}});
        if (count_code_points(text) > limits::login_max) {
            std::string const most = std::to_string(limits::login_max);
            return refuse(found, {ErrorCode::too_long, {found.column, most}});
        }
        if (comparison_key(text).find(' ') != std::string::npos) {
            return refuse(found, {ErrorCode::bad_value, {found.column, text, "no blanks"}});
        }
        if (logins_.contains(comparison_key(text))) {
            return refuse(found, {ErrorCode::already_exists, {"person", text}});
        }
        taken_.person.login = text;
        return true;
    }

    // A name in Latin letters beside an English one is what the directory writes; it stays.
    bool take_name() {
        Cell const found = cell(name);
        Cell const english = cell(name_en);
        if (found.text.empty()) return refuse(found, {ErrorCode::empty_field, {found.column}});
        std::size_t const longest =
            std::max(count_code_points(found.text), count_code_points(english.text));
        if (longest > limits::name_max) {
            std::string const most = std::to_string(limits::name_max);
            return refuse(found, {ErrorCode::too_long, {found.column, most}});
        }
        bool const is_local = has_han(found.text) || !english.text.empty();
        (is_local ? taken_.person.name.zh : taken_.person.name.en) = found.text;
        if (!english.text.empty()) taken_.person.name.en = english.text;
        return true;
    }

    bool has_room() {
        if (report_.table.people.size() < limits::people_max) return true;
        std::string const most = std::to_string(limits::people_max);
        return refuse(cell(login), {ErrorCode::out_of_range, {"people", "0", most}});
    }

    void take_place() {
        taken_.person.email = email_cell();
        taken_.department = local_text(text_cell(cell(department), limits::name_max, report_));
        taken_.team = local_text(text_cell(cell(team), limits::name_max, report_));
        taken_.role_name = exact_cell(cell(job_title), limits::name_max, report_);
        Cell const manager = cell(manager_login);
        bool const is_self = comparison_key(manager.text) == comparison_key(taken_.person.login);
        if (is_self) return warn_of_value(manager, "somebody else");
        taken_.manager_login = exact_cell(manager, limits::login_max, report_);
    }

    std::string email_cell() {
        Cell const found = cell(email);
        if (found.text.empty()) return {};
        std::size_t const at = found.text.find('@');
        bool const is_address = at != std::string_view::npos && at > 0 &&
                                at + 1 < found.text.size() &&
                                found.text.find_first_of(" ,;<>") == std::string_view::npos;
        if (is_address) return exact_cell(found, limits::email_max, report_);
        bool const is_wide = found.text.find(wide_at) != std::string_view::npos;
        warn_of_value(found, is_wide ? "@" : "name@host");
        return {};
    }

    void take_time_and_money() {
        auto const hours = number_cell(cell(weekly_hours), {0, hours_max}, report_);
        if (hours) taken_.person.weekly_minutes = *hours * minutes_of_hour / limits::million;
        auto const amount = number_cell(cell(budget), {0, budget_max}, report_);
        std::string const code = currency_cell(cell(currency), report_);
        if (amount && code.empty()) {
            return report_.warn(columns[budget].name, row_.cell(budget),
                                {ErrorCode::empty_field, {columns[currency].name}});
        }
        if (!amount) return;
        taken_.person.budget_minor = *amount / (limits::million / minor_units);
        taken_.person.currency = code;
    }

    void take_skills() {
        for (std::string const& part : list_cell(row_.cell(skills))) take_statement(part);
    }

    void take_statement(std::string_view part) {
        Cell const found{columns[skills].name, part};
        std::size_t const narrow = part.rfind(':');
        std::size_t const wide = part.rfind(wide_colon);
        bool const is_wide = narrow == std::string_view::npos;
        std::size_t const colon = is_wide ? wide : narrow;
        if (colon == std::string_view::npos) return warn_of_value(found, "skill:0..3");
        std::size_t const behind = colon + (is_wide ? wide_colon.size() : 1);
        std::string const skill(trimmed(part.substr(0, colon)));
        auto const level = parse_integer(trimmed(part.substr(behind)));
        bool const is_level = level && *level >= 0 && *level <= limits::level_max;
        if (skill.empty() || !is_level) return warn_of_value(found, "skill:0..3");
        if (count_code_points(skill) > limits::name_max) return warn_of_value(found, "skill:0..3");
        if (taken_.skills.size() == limits::role_skills_max) {
            std::string const most = std::to_string(limits::role_skills_max);
            return report_.warn(found.column, part,
                                {ErrorCode::out_of_range, {found.column, "0", most}});
        }
        if (!keep_higher_level(skill, *level)) taken_.skills.emplace(skill, *level);
    }

    // True when the skill was stated before.
    bool keep_higher_level(std::string const& skill, std::int64_t level) {
        auto const [known, is_new] = spellings_.emplace(comparison_key(skill), skill);
        if (is_new) return false;
        report_.warn(columns[skills].name, skill, {ErrorCode::already_exists, {"skill", skill}});
        std::int64_t& known_level = taken_.skills[known->second];
        known_level = std::max(known_level, level);
        return true;
    }

    TableRow const& row_;
    RowReport& report_;
    Logins& logins_;
    RosterRow taken_{};
    std::map<std::string, std::string> spellings_{};  // comparison_key -> as first written
};

class PersonTaker final : public RowTaker {
public:
    void take(TableRow const& row, RowReport& report) override {
        if (!knows_earlier_files_) learn_logins(report.table);
        PersonRow(row, report, logins_).take();
    }

private:
    void learn_logins(ImportTable const& table) {
        knows_earlier_files_ = true;
        for (RosterRow const& row : table.people) logins_.insert(comparison_key(row.person.login));
    }

    Logins logins_{};
    bool knows_earlier_files_ = false;
};

}  // namespace

std::span<Column const> roster_columns() { return columns; }

std::unique_ptr<RowTaker> make_roster_taker() { return std::make_unique<PersonTaker>(); }

}  // namespace zhitu::exchange
