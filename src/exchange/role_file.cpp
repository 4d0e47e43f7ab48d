#include "exchange/role_file.h"

#include "exchange/cells.h"
#include "exchange/scripts.h"

namespace zhitu::exchange {

namespace {

constexpr std::int64_t leading_from = 800'000;  // priority that asks for level 3
constexpr std::int64_t working_from = 500'000;  // for level 2

std::int64_t wanted_level(std::int64_t priority_millionths) {
    if (priority_millionths >= leading_from) return 3;
    return priority_millionths >= working_from ? 2 : 1;
}

class RoleTaker final : public EntryTaker {
public:
    void take(std::string_view name, JsonTree const& value, RowReport& report) override {
        if (!value.is(JsonTree::Kind::array)) {
            return report.refuse(name, shown(value),
                                 {ErrorCode::bad_value, {std::string(name), shown(value), "list"}});
        }
        people::Role& role = report.table.roles[people::role_id(name)];
        if (role.name.is_empty()) role.name = local_text(name);
        for (JsonTree const& entry : value.items) take_need(role, entry, report);
    }

private:
    void take_need(people::Role& role, JsonTree const& entry, RowReport& report) const {
        JsonTree const* const priority = entry.find("priority");
        std::string_view const skill = text_of(entry.find("skill"));
        auto const share = share_millionths(priority);
        if (!share) {
            std::string const value = priority == nullptr ? shown(entry) : shown(*priority);
            return report.warn("priority", value,
                               {ErrorCode::bad_value, {"priority", value, "0..1"}});
        }
        auto const id = take_skill({"skill", skill}, report);
        if (!id) return;
        if (role.needs.size() == limits::role_skills_max && !role.needs.contains(*id)) {
            std::string const most = std::to_string(limits::role_skills_max);
            return report.warn("skill", skill, {ErrorCode::out_of_range, {"skill", "0", most}});
        }
        auto const [need, is_new] = role.needs.try_emplace(*id);
        if (!is_new) {
            report.warn("skill", skill, {ErrorCode::already_exists, {"skill", std::string(skill)}});
        }
        if (!is_new && need->second.weight_millionths >= *share) return;
        need->second = {wanted_level(*share), *share};
    }
};

}  // namespace

std::unique_ptr<FileReader> read_role_file(std::string file, JsonTree tree,
                                           std::size_t file_bytes) {
    return read_json_entries(std::move(file), std::move(tree), file_bytes,
                             std::make_unique<RoleTaker>());
}

}  // namespace zhitu::exchange
