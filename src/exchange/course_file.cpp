#include "exchange/course_file.h"

#include <array>

#include "exchange/cells.h"
#include "exchange/python_list.h"
#include "exchange/scripts.h"

namespace zhitu::exchange {

namespace {

enum ColumnIndex : std::size_t {
    url, title, author, students, rating, difficulty, skills, description, price, source
};

constexpr std::array<Column, 10> columns = {{
    {"url", "网址", false},
    {"title", "标题", true},
    {"author", "作者", false},
    {"students", "学习人数", false},
    {"rating", "评分", false},
    {"difficulty", "难度", false},
    {"skills", "技能", false},
    {"description", "简介", false},
    {"price", "价格", false},
    {"source", "来源", false},
}};

constexpr std::int64_t minor_units = 100;  // of every currency below
constexpr std::int64_t price_max = limits::money_minor_max / minor_units;

std::string currency_of(std::string_view publisher) {
    std::string const key = comparison_key(publisher);
    if (key == "stepik") return "RUB";
    return key == "coursera" || key == "edx" ? "USD" : "";
}

std::optional<std::int64_t> level_of(std::string_view word) {
    std::string const key = comparison_key(word);
    if (key == "beginner" || key == "introductory") return 1;
    if (key == "intermediate") return 2;
    if (key == "advanced") return 3;
    return std::nullopt;
}

// One row on its way to a course.
class CourseRow {
public:
    CourseRow(TableRow const& row, RowReport& report) : row_(row), report_(report) {}

    void take() {
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
        report_.table.courses.emplace(id, std::move(course_));
    }

private:
    Cell cell(ColumnIndex column) const { return {columns[column].name, row_.cell(column)}; }

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
        auto const amount = number_cell(cell(price), {0, price_max}, report_);
        if (amount.value_or(0) <= 0) return;
        std::string const currency = currency_of(course_.source);
        if (currency.empty()) {
            std::string const text(row_.cell(price));
            return report_.warn("price", text, {ErrorCode::empty_field, {"currency"}});
        }
        course_.price_minor = *amount / (limits::million / minor_units);
        course_.currency = currency;
    }

    void take_skills() {
        Cell const found = cell(skills);
        if (found.text.empty()) return;
        auto const names = parse_python_list(found.text);
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
    catalog::Course course_{};
};

class CourseTaker final : public RowTaker {
public:
    void take(TableRow const& row, RowReport& report) override { CourseRow(row, report).take(); }
};

}  // namespace

std::span<Column const> course_columns() { return columns; }

std::unique_ptr<FileReader> read_course_file(std::string file, std::string_view text) {
    return read_csv_table(std::move(file), text, columns, std::make_unique<CourseTaker>());
}

}  // namespace zhitu::exchange
