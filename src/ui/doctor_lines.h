#pragma once

// "Is my data safe here?" One line for each fact: fine, or a sentence with a remedy.

#include <optional>
#include <string>
#include <vector>

#include "ui/page.h"

namespace zhitu::ui {

enum class Health : std::uint8_t { plain, good, look, wrong };

enum class DoctorAct : std::uint8_t { none, keep, export_all, take_over, retry, import };

struct DoctorLine {
    Word name = Word::count_;
    std::string value;
    Health health = Health::plain;
    std::string remedy{};  // of look and wrong
    DoctorAct act = DoctorAct::none;  // the button that helps
};

// In the order of the page. Cost: O(forks).
std::vector<DoctorLine> doctor_lines(PageContext& page);

// Of what the browser told; empty: it does not say.
std::optional<std::uint64_t> free_bytes(app::StorageTold const& told);
app::ClockVerdict clock_verdict(app::Store const& store, ViewState const& view);

}  // namespace zhitu::ui
