#include "wasm/routes.h"

#include <array>

#include "base/id.h"

namespace zhitu::wasm {

namespace {

// In the order of ui::Page.
constexpr std::array<std::string_view, 18> page_words = {
    "doors", "today", "catalog", "course",     "skills",     "person",
    "team",  "lab",   "data",    "add-person", "add-course", "add-skill",
    "roles", "role",  "skill-list", "skill",  "add-role",
    "doctor",
};
static_assert(page_words.size() == static_cast<std::size_t>(ui::Page::doctor) + 1);

}  // namespace

std::string to_address(ui::Route const& route) {
    std::string out = "#/";
    out += page_words[static_cast<std::size_t>(route.page)];
    if (route.subject != RawId{}) out += "/" + to_text(route.subject);
    return out;
}

std::optional<ui::Route> route_from_address(std::string_view address) {
    if (!address.starts_with("#/")) return std::nullopt;
    address.remove_prefix(2);
    std::size_t const slash = address.find('/');
    std::string_view const word = address.substr(0, slash);
    for (std::size_t page = 0; page < page_words.size(); page++) {
        if (page_words[page] != word) continue;
        ui::Route route{static_cast<ui::Page>(page), {}};
        if (slash == std::string_view::npos) return route;
        auto const subject = raw_id_from_text(address.substr(slash + 1));
        if (!subject) return std::nullopt;
        route.subject = *subject;
        return route;
    }
    return std::nullopt;
}

}  // namespace zhitu::wasm
