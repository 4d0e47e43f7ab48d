#include "exchange/enrolment_file.h"

#include <array>
#include <set>

#include "exchange/cells.h"

namespace zhitu::exchange {

namespace {

enum ColumnIndex : std::size_t { login, course, status, date };

constexpr std::array<Column, 4> columns = {{
    {"login", "登录名|账号|用户名", true},
    {"course", "课程|课程名称|course_url|course_title|网址", true},
    {"status", "状态|学习状态", false},
    {"date", "日期|时间|enrolled_on|finished_on", false},
}};

struct StatusWord {
    char const* words;  // as comparison_key gives them
    EnrolmentStatus status;
};
constexpr StatusWord status_words[] = {
    {"||enrolled|active|started|in progress|已报名|已选课|学习中|进行中|", EnrolmentStatus::enrolled},
    {"|finished|completed|complete|done|passed|完成|已完成|结业|已结业|通过|",
     EnrolmentStatus::finished},
    {"|withdrawn|dropped|cancelled|canceled|退课|已退课|退出|已退出|已取消|",
     EnrolmentStatus::withdrawn},
};

std::optional<EnrolmentStatus> status_of(std::string_view text) {
    if (text.find('|') != std::string_view::npos) return std::nullopt;
    std::string const key = "|" + comparison_key(text) + "|";
    for (StatusWord const& each : status_words) {
        if (std::string_view(each.words).find(key) != std::string_view::npos) return each.status;
    }
    return std::nullopt;
}

class EnrolmentTaker final : public RowTaker {
public:
    void take(TableRow const& row, RowReport& report) override {
        EnrolmentRow taken;
        bool const has_login =
            required_cell({"login", row.cell(login)}, limits::login_max, taken.login, report);
        bool const has_course =
            required_cell({"course", row.cell(course)}, limits::url_max, taken.course, report);
        bool const has_status = take_status({"status", row.cell(status)}, taken.status, report);
        if (!has_login || !has_course || !has_status) return;
        if (is_known(taken)) {
            return report.warn("course", taken.course,
                               {ErrorCode::already_exists, {"enrolment", taken.course}});
        }
        taken.date = date_cell({"date", row.cell(date)}, report);
        taken.origin = report.origin();
        report.table.enrolments.push_back(std::move(taken));
    }

private:
    static bool take_status(Cell word, EnrolmentStatus& out, RowReport& report) {
        auto const known = status_of(word.text);
        if (known) {
            out = *known;
            return true;
        }
        std::string const text(word.text);
        report.refuse(word.column, text,
                      {ErrorCode::bad_value, {word.column, text, "enrolled|finished|withdrawn"}});
        return false;
    }

    bool is_known(EnrolmentRow const& row) {
        std::string const state(1, static_cast<char>(row.status));
        return !known_.insert(comparison_key(row.login) + '\n' + comparison_key(row.course) + '\n' +
                              state).second;
    }

    std::set<std::string> known_{};
};

}  // namespace

std::span<Column const> enrolment_columns() { return columns; }

std::unique_ptr<RowTaker> make_enrolment_taker() { return std::make_unique<EnrolmentTaker>(); }

}  // namespace zhitu::exchange
