#include "app/field_changes.h"

#include <algorithm>

namespace zhitu::app {

namespace {

constexpr std::size_t text_max = 200;

// The texts of `some` that `others` lacks, in one line.
std::string only_in(std::vector<std::string> const& some, std::vector<std::string> const& others) {
    std::string line;
    for (std::string const& text : some) {
        if (std::find(others.begin(), others.end(), text) != others.end()) continue;
        line += (line.empty() ? "" : ", ") + text;
    }
    return shortened(line, text_max);
}

}  // namespace

std::string FieldTeller::shares(std::int64_t millionths) {
    std::string digits = std::to_string(millionths % limits::million);
    digits.insert(0, 6 - digits.size(), '0');
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    return std::to_string(millionths / limits::million) + "." + digits;
}

std::vector<FieldChange> changes_between(FieldTexts const& before, FieldTexts const& after) {
    ZT_ASSERT(before.size() == after.size());
    std::vector<FieldChange> changes;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (before[i].second == after[i].second) continue;
        changes.push_back({after[i].first, only_in(before[i].second, after[i].second),
                           only_in(after[i].second, before[i].second)});
    }
    return changes;
}

}  // namespace zhitu::app
