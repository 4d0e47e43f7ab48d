#include "vault/layout.h"

namespace zhitu::vault {

namespace {

constexpr std::string_view segment_folder = "p/main/j/";
constexpr std::string_view kept_folder = "p/main/q/";
constexpr std::string_view part_folder = "p/main/s/";
constexpr std::string_view cold_folder = "cold/";
constexpr std::string_view manifests[] = {"p/main/man.a", "p/main/man.b"};

std::string numbered(std::string_view folder, std::uint32_t number) {
    std::string name(folder);
    for (int shift = 28; shift >= 0; shift -= 4) {
        name.push_back("0123456789abcdef"[(number >> shift) & 15]);
    }
    return name;
}

}  // namespace

std::string segment_name(std::uint32_t number) { return numbered(segment_folder, number); }

std::uint32_t segment_number(std::string_view name) {
    if (!name.starts_with(segment_folder)) return 0;
    std::uint32_t number = 0;
    for (char const c : name.substr(segment_folder.size())) {
        bool const is_digit = c >= '0' && c <= '9';
        number = number * 16 + static_cast<std::uint32_t>(is_digit ? c - '0' : c - 'a' + 10);
    }
    return segment_name(number) == name ? number : 0;
}

std::string kept_name(std::uint32_t number) { return numbered(kept_folder, number); }

std::string kept_part_name(std::string_view part) {
    return std::string(kept_folder) + std::string(part.substr(part_folder.size()));
}

std::string part_name(std::uint64_t generation, std::string_view label) {
    return numbered(part_folder, static_cast<std::uint32_t>(generation)) + "." +
           std::string(label);
}

std::string_view part_label(std::string_view name) { return name.substr(name.rfind('.') + 1); }

bool is_history_label(std::string_view label) { return label.starts_with('h'); }

bool is_part_name(std::string_view name) { return name.starts_with(part_folder); }

bool is_kept_name(std::string_view name) { return name.starts_with(kept_folder); }

std::string cold_name(Digest const& hash) {
    return std::string(cold_folder) + "main/c/" + to_hex(hash);
}

bool is_cold_name(std::string_view name) { return name.starts_with(cold_folder); }

std::string manifest_name(std::uint64_t generation) {
    return std::string(manifests[generation % 2]);
}

bool is_manifest_name(std::string_view name) {
    return name == manifests[0] || name == manifests[1];
}

bool is_journal_name(std::string_view name) {
    return name.starts_with(segment_folder) || is_kept_name(name) || is_part_name(name) ||
           is_cold_name(name) || is_manifest_name(name);
}

}  // namespace zhitu::vault
