#include "ui/import_plans.h"

#include <algorithm>

#include "base/json.h"
#include "base/limits.h"

namespace zhitu::ui {

namespace {

// Empty when it is no pair of ours.
RememberedPlans plan_from(Json const& json) {
    Json::Array const* const pair = json.as_array();
    if (pair == nullptr || pair->size() != 2) return {};
    std::string const* const signature = pair->front().as_string();
    auto plan = exchange::file_plan_from_bytes(to_canonical(pair->back()));
    if (signature == nullptr || !plan) return {};
    return {{*signature, *std::move(plan)}};
}

}  // namespace

std::string plans_bytes(RememberedPlans const& plans) {
    Json list{Json::Array{}};
    for (auto const& [signature, plan] : plans) {
        auto json = read_json(exchange::to_bytes(plan));
        ZT_ASSERT(json.is_ok());  // our own writing
        list.push_back(Json::Array{Json(signature), std::move(json).value()});
    }
    Json out = Json::object();
    out.set("plans", std::move(list));
    return to_canonical(out);
}

RememberedPlans plans_from_bytes(std::string_view bytes) {
    RememberedPlans out;
    auto const json = read_json(bytes);
    if (!json) return out;
    Json const* const list = json.value().find("plans");
    if (list == nullptr || list->as_array() == nullptr) return out;
    for (Json const& item : *list->as_array()) {
        for (auto& found : plan_from(item)) out.push_back(std::move(found));
        if (out.size() == limits::plans_remembered_max) break;
    }
    return out;
}

void remember_plan(RememberedPlans& plans, std::string signature, exchange::FilePlan plan) {
    std::erase_if(plans, [&signature](auto const& one) { return one.first == signature; });
    if (plan == exchange::FilePlan{}) return;
    plans.emplace(plans.begin(), std::move(signature), std::move(plan));
    if (plans.size() > limits::plans_remembered_max) plans.pop_back();
}

exchange::FilePlan const* find_plan(RememberedPlans const& plans, std::string_view signature) {
    auto const at = std::find_if(plans.begin(), plans.end(), [signature](auto const& one) {
        return one.first == signature;
    });
    return at != plans.end() ? &at->second : nullptr;
}

}  // namespace zhitu::ui
