#include "ui/page.h"

namespace zhitu::ui {

std::string& PageContext::form(std::string_view field) {
    auto const at = view.form.find(field);
    if (at != view.form.end()) return at->second;
    return view.form.emplace(field, "").first->second;
}

std::string_view PageContext::form_error(std::string_view field) const {
    auto const at = view.form_errors.find(field);
    return at != view.form_errors.end() ? std::string_view(at->second) : std::string_view();
}

std::int64_t PageContext::choice(std::string_view name, std::int64_t otherwise) const {
    auto const at = view.choices.find(name);
    return at != view.choices.end() ? at->second : otherwise;
}

void PageContext::choose(std::string_view name, std::int64_t value) {
    view.choices.insert_or_assign(std::string(name), value);
}

}  // namespace zhitu::ui
