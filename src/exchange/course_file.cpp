#include "exchange/course_file.h"

#include <algorithm>
#include <array>

#include "exchange/cells.h"
#include "exchange/python_list.h"
#include "exchange/scripts.h"

namespace zhitu::exchange {

namespace {

enum ColumnIndex : std::size_t {
    url, title, author, students, rating, difficulty, skills, description, price, currency, source,
    hours
};

constexpr std::array<Column, 12> columns = {{
    {"url", "网址|链接|link", false},
    {"title", "标题|课程名称|名称", true},
    {"author", "作者|讲师", false},
    {"students", "学习人数", false},
    {"rating", "评分", false},
    {"difficulty", "难度|级别|level", false},
    {"skills", "技能", false},
    {"description", "简介|描述", false},
    {"price", "价格", false},
    {"currency", "币种", false},
    {"source", "来源|平台", false},
    {"hours", "时长|学时|课时", false},
}};

constexpr std::int64_t minor_units = 100;  // of every currency below
constexpr std::int64_t price_max = limits::money_minor_max / minor_units;
constexpr std::int64_t minutes_of_hour = 60;
constexpr std::int64_t hours_max = limits::duration_minutes_max / minutes_of_hour;

struct KnownSource {
    char const* key;
    char const* currency;
    bool is_zero_unknown;  // 0.0 stands for "not known"
};
constexpr KnownSource known_sources[] = {
    {"stepik", "RUB", false}, {"coursera", "USD", true}, {"edx", "USD", false}};

KnownSource known_source(std::string_view publisher) {
    std::string const key = comparison_key(publisher);
    for (KnownSource const& each : known_sources) {
        if (key == each.key) return each;
    }
    return {"", "", false};
}

bool is_zero(std::string_view text) { return parse_millionths(text) == 0; }

std::optional<std::int64_t> level_of(std::string_view word) {
    std::string const key = comparison_key(word);
    if (key == "beginner" || key == "introductory") return 1;
    if (key == "intermediate") return 2;
    if (key == "advanced") return 3;
    return std::nullopt;
}

using Currencies = std::map<std::string, std::string>;  // comparison_key of the source -> code

// One row on its way to a course.
class CourseRow {
public:
    CourseRow(TableRow const& row, RowReport& report, Currencies const& currencies)
        : row_(row), report_(report), currencies_(currencies) {}

    void take() {
        count_assumptions();
        if (!take_title()) return;
        course_.url = url_cell();
        course_.source = text_cell(cell(source), limits::name_max, report_);
        take_texts();
        take_numbers();
        CourseId const id = catalog::course_id(course_);
        if (is_known(id)) return;
        take_skills();
        if (auto const error = vault::check_fields(course_)) {
            return report_.refuse(error->arguments.front(), "", *error);
        }
        count_source();
        if (!course_.duration_minutes) ++assumed(Assumption::hours_missing);
        ++assumed(Assumption::one_unit);
        report_.table.courses.emplace(id, std::move(course_));
    }

private:
    Cell cell(ColumnIndex column) const { return {columns[column].name, row_.cell(column)}; }

    std::uint64_t& assumed(Assumption what) { return report_.reading().assumptions[what]; }

    void count_assumptions() {
        if (is_zero(row_.cell(rating))) ++assumed(Assumption::rating_zero_is_none);
        if (row_.cell(price).empty()) ++assumed(Assumption::price_empty_is_unknown);
        if (is_price_unknown_zero()) ++assumed(Assumption::price_zero_is_unknown);
    }

    bool is_price_unknown_zero() const {
        return is_zero(row_.cell(price)) && known_source(row_.cell(source)).is_zero_unknown;
    }

    bool take_title() {
        Cell const found = cell(title);
        if (found.text.empty()) {
            report_.refuse(found.column, row_.cell(url), {ErrorCode::empty_field, {found.column}});
            return false;
        }
        if (count_code_points(found.text) > limits::course_title_max) {
            std::string const most = std::to_string(limits::course_title_max);
            report_.refuse(found.column, found.text, {ErrorCode::too_long, {found.column, most}});
            return false;
        }
        course_.title = local_text(found.text);
        return true;
    }

    // Other schemes (javascript:) must never reach a page.
    std::string url_cell() {
        Cell const found = cell(url);
        std::string const key = comparison_key(found.text.substr(0, 8));
        if (found.text.empty()) return {};
        if (key.starts_with("http://") || key.starts_with("https://")) {
            return exact_cell(found, limits::url_max, report_);
        }
        std::string const text(found.text);
        report_.warn(found.column, text, {ErrorCode::bad_value, {found.column, text, "https"}});
        return {};
    }

    bool is_known(CourseId id) {
        if (report_.table.courses.contains(id)) {
            report_.warn(columns[url].name, row_.cell(title),
                         {ErrorCode::already_exists, {"course", std::string(row_.cell(url))}});
            return true;
        }
        if (report_.table.courses.size() < limits::courses_max) return false;
        std::string const most = std::to_string(limits::courses_max);
        report_.refuse("", row_.cell(title), {ErrorCode::out_of_range, {"courses", "0", most}});
        return true;
    }

    void take_texts() {
        course_.author = local_text(text_cell(cell(author), limits::name_max, report_));
        course_.summary = local_text(text_cell(cell(description), limits::summary_max, report_));
        course_.language = language_of(row_.cell(title));
        Cell const found = cell(difficulty);
        auto const level = level_of(found.text);
        if (level) course_.level = *level;
        if (level || found.text.empty()) return;
        std::string const text(found.text);
        report_.warn(found.column, text,
                     {ErrorCode::bad_value, {found.column, text, "beginner..advanced"}});
    }

    void take_numbers() {
        auto const stars = number_cell(cell(rating), {0, 5}, report_);
        if (stars.value_or(0) > 0) course_.rating_millionths = stars;
        auto const learners = number_cell(cell(students), {0, 9'000'000'000'000}, report_);
        if (learners) course_.learners_count = *learners / limits::million;
        auto const time = number_cell(cell(hours), {0, hours_max}, report_);
        if (time.value_or(0) > 0) {
            std::int64_t const minutes = *time * minutes_of_hour / limits::million;
            course_.duration_minutes = std::max<std::int64_t>(minutes, 1);
        }
        take_price();
    }

    void take_price() {
        auto const amount = number_cell(cell(price), {0, price_max}, report_);
        if (!amount || is_price_unknown_zero()) return;
        auto const code = currency_of_row();
        if (!code) {
            std::string const text(row_.cell(price));
            return report_.warn("price", text, {ErrorCode::empty_field, {"currency"}});
        }
        if (code->empty()) return;
        course_.price_minor = *amount / (limits::million / minor_units);
        course_.currency = *code;
    }

    // Empty: prices of this source are left out. Nothing: nobody knows.
    std::optional<std::string> currency_of_row() {
        std::string code = currency_cell(cell(currency), report_);
        if (!code.empty()) return code;
        auto const planned = currencies_.find(comparison_key(course_.source));
        if (planned != currencies_.end()) return planned->second;
        code = known_source(course_.source).currency;
        if (code.empty()) return std::nullopt;
        return code;
    }

    void count_source() {
        auto& sources = report_.reading().sources;
        auto const found = std::ranges::lower_bound(sources, course_.source, {},
                                                    &SourceReading::source);
        auto const place = found - sources.begin();
        if (found == sources.end() || found->source != course_.source) {
            if (sources.size() == sources_max) return;
            std::string const code = currency_of_source();
            sources.insert(found, {course_.source, 0, 0, code});
            if (!code.empty()) report_.reading().plan.currencies.emplace(course_.source, code);
        }
        SourceReading& reading = sources[static_cast<std::size_t>(place)];
        ++reading.courses_count;
        reading.prices_count += course_.price_minor.has_value();
    }

    std::string currency_of_source() const {
        auto const planned = currencies_.find(comparison_key(course_.source));
        if (planned != currencies_.end()) return planned->second;
        return known_source(course_.source).currency;
    }

    void take_skills() {
        Cell const found = cell(skills);
        if (found.text.empty()) return;
        bool const is_python = found.text.starts_with('[');
        auto const names = is_python ? parse_python_list(found.text)
                                     : std::optional(list_cell(found.text));
        if (!names) {
            std::string const text(found.text);
            return report_.warn(found.column, text,
                                {ErrorCode::bad_value, {found.column, text, "['a', 'b']"}});
        }
        std::int64_t const to = course_.level == 0 ? 1 : course_.level;
        for (std::string const& name : *names) {
            if (course_.teaches.size() == limits::course_skills_max) return warn_of_skills_left();
            auto const id = take_skill({found.column, trimmed(name)}, report_);
            if (id) course_.teaches.insert_or_assign(*id, catalog::Lift{to - 1, to});
        }
    }

    void warn_of_skills_left() {
        std::string const most = std::to_string(limits::course_skills_max);
        report_.warn("skills", "", {ErrorCode::out_of_range, {"skills", "0", most}});
    }

    TableRow const& row_;
    RowReport& report_;
    Currencies const& currencies_;
    catalog::Course course_{};
};

bool is_currency(std::string_view code) {
    auto const is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return code.size() == 3 && std::ranges::all_of(code, is_capital);
}

class CourseTaker final : public RowTaker {
public:
    explicit CourseTaker(FilePlan const& plan) {
        for (auto const& [publisher, code] : plan.currencies) {
            currencies_[comparison_key(publisher)] = is_currency(code) ? code : std::string();
        }
    }
    void take(TableRow const& row, RowReport& report) override {
        CourseRow(row, report, currencies_).take();
    }

private:
    Currencies currencies_{};
};

}  // namespace

std::span<Column const> course_columns() { return columns; }

std::unique_ptr<RowTaker> make_course_taker(FilePlan const& plan) {
    return std::make_unique<CourseTaker>(plan);
}

}  // namespace zhitu::exchange
