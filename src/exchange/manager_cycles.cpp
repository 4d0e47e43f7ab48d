#include "exchange/manager_cycles.h"

#include <string_view>

#include "exchange/file_reader.h"

namespace zhitu::exchange {

namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

std::vector<std::size_t> managers_of(std::vector<RosterRow> const& people) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < people.size(); ++i) {
        places.emplace(comparison_key(people[i].person.login), i);
    }
    std::vector<std::size_t> managers(people.size(), nobody);
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const found = places.find(comparison_key(people[i].manager_login));
        if (found != places.end()) managers[i] = found->second;
    }
    return managers;
}

// Members in order, each led by the next, the last by the first.
std::vector<std::vector<std::size_t>> cycles_of(std::vector<std::size_t> const& managers) {
    std::vector<std::vector<std::size_t>> cycles;
    std::vector<std::size_t> walks(managers.size(), nobody);  // that came by first
    for (std::size_t start = 0; start < managers.size(); ++start) {
        std::size_t at = start;
        while (at != nobody && walks[at] == nobody) {
            walks[at] = start;
            at = managers[at];
        }
        if (at == nobody || walks[at] != start) continue;
        auto& cycle = cycles.emplace_back(1, at);
        for (std::size_t next = managers[at]; next != at; next = managers[next]) {
            cycle.push_back(next);
        }
    }
    return cycles;
}

// "a → b → a", from the n-th member on; long ones are cut for the report.
std::string path_of(std::vector<RosterRow> const& people, std::vector<std::size_t> const& cycle,
                    std::size_t first) {
    std::string path;
    for (std::size_t i = 0; i <= cycle.size(); ++i) {
        if (path.size() > 4 * shown_value_max) break;
        if (i > 0) path += " → ";
        path += people[cycle[(first + i) % cycle.size()]].person.login;
    }
    return shortened(path, shown_value_max);
}

}  // namespace

void break_manager_cycles(ImportTable& table) {
    for (auto const& cycle : cycles_of(managers_of(table.people))) {
        for (std::size_t i = 0; i < cycle.size(); ++i) {
            RosterRow& row = table.people[cycle[i]];
            table.warnings.push_back({table.readings[row.origin.file].name, row.origin.row,
                                      "manager_login", row.manager_login,
                                      {ErrorCode::cycle, {path_of(table.people, cycle, i)}}});
        }
        for (std::size_t const member : cycle) table.people[member].manager_login.clear();
    }
}

}  // namespace zhitu::exchange
