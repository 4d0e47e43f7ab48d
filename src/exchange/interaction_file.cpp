#include "exchange/interaction_file.h"

#include <array>
#include <set>

#include "exchange/cells.h"

namespace zhitu::exchange {

namespace {

enum ColumnIndex : std::size_t { user, item, time };

constexpr std::array<Column, 3> columns = {{
    {"user", "用户|user_id|userid|学员|员工", true},
    {"item", "课程|item_id|itemid|物品|项目|course_id", true},
    {"time", "时间|timestamp|ts|date|日期", false},
}};

class InteractionTaker final : public RowTaker {
public:
    void take(TableRow const& row, RowReport& report) override {
        InteractionRow taken;
        bool const has_user =
            required_cell({"user", row.cell(user)}, limits::login_max, taken.user, report);
        bool const has_item =
            required_cell({"item", row.cell(item)}, limits::url_max, taken.item, report);
        if (!has_user || !has_item) return;
        taken.date = date_cell({"time", row.cell(time)}, report);
        bool const is_new = known_.insert(comparison_key(taken.user) + '\n' +
                                          comparison_key(taken.item) + '\n' + taken.date).second;
        if (!is_new) {
            return report.warn("item", taken.item,
                               {ErrorCode::already_exists, {"interaction", taken.item}});
        }
        taken.origin = report.origin();
        report.table.interactions.push_back(std::move(taken));
    }

private:
    std::set<std::string> known_{};
};

}  // namespace

std::span<Column const> interaction_columns() { return columns; }

std::unique_ptr<RowTaker> make_interaction_taker() { return std::make_unique<InteractionTaker>(); }

}  // namespace zhitu::exchange
