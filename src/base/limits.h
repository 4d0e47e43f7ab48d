#pragma once

// Everything has a maximum, and each has a reason.

#include <cstddef>
#include <cstdint>

namespace zhitu::limits {

// --- Text, in code points unless it says bytes
inline constexpr std::size_t course_title_max = 100;   // S0; real catalogs stay below (91)
inline constexpr std::size_t name_max = 100;           // people (S3), skills, roles, teams
inline constexpr std::size_t login_max = 64;           // longest login of the directories we know
inline constexpr std::size_t email_max = 254;          // RFC 5321 path limit
inline constexpr std::size_t url_max = 2'000;          // what browsers take without trouble
inline constexpr std::size_t note_max = 500;            // a reason in one's own words, not an essay
inline constexpr std::size_t summary_max = 8'000;      // longest of 749 real descriptions: 6.5 k
inline constexpr std::size_t text_bytes_max = 65'536;  // one register value; storage.md 2.3

// --- Numbers
inline constexpr std::int64_t level_max = 3;                   // 0 none, 1 knows, 2 works, 3 leads
inline constexpr std::int64_t million = 1'000'000;             // ratios are millionths
inline constexpr std::int64_t duration_minutes_max = 600'000;  // 10,000 h: no course is longer
inline constexpr std::int64_t money_minor_max = 100'000'000'000;  // a billion in major units
inline constexpr std::int64_t count_max = 9'007'199'254'740'991;  // 2^53 - 1, canonical JSON

// --- Canonical JSON (storage.md 2.6)
inline constexpr std::size_t json_depth_max = 32;
inline constexpr std::size_t json_nodes_max = 5'000'000;
inline constexpr std::size_t json_keys_max = 4'096;
inline constexpr std::size_t json_array_max = 1'000'000;  // one full export: changes of a team
inline constexpr std::size_t json_string_bytes_max = 1'048'576;
inline constexpr std::size_t json_key_bytes_max = 40;

// --- Change log
inline constexpr std::size_t change_ops_max = 1'000;
inline constexpr std::size_t change_bytes_max = 49'152;   // a change always fits into one segment
inline constexpr std::size_t segment_bytes_max = 65'536;  // one save rewrites at most this much
inline constexpr std::size_t snapshot_part_bytes_max = 262'144;  // one change rewrites one part
inline constexpr std::size_t history_part_segments_max = 2'000;  // of a part that lists cold ones
inline constexpr std::size_t compact_bytes = 4'194'304;  // so much more to read at each start
inline constexpr std::size_t compact_changes = 20'000;   // half a second of folding
inline constexpr std::size_t replaces_max = 256;
inline constexpr std::size_t waiting_changes_max = 100'000;    // storage.md 2.2: a hostile file
inline constexpr std::size_t waiting_bytes_max = 67'108'864;  // must not fill the memory
inline constexpr std::uint64_t unsaved_changes_max = 64;  // storage.md 2.5: so much may be lost
inline constexpr std::uint64_t free_bytes_min = 20'971'520;  // below 20 MiB people are warned

inline constexpr std::size_t undo_deeds_max = 200;  // more than anybody takes back step by step

// --- Files of the outside world
inline constexpr std::size_t file_bytes_max = 67'108'864;  // 64 MiB, storage.md 2.6
inline constexpr std::size_t file_rows_max = 200'000;
inline constexpr std::size_t columns_max = 256;  // real tables have 20
inline constexpr std::size_t cell_bytes_max = 65'536;
inline constexpr std::size_t plans_remembered_max = 50;  // one small file; sources of a company
inline constexpr std::size_t rows_shown_max = 200;  // a page lists no more refused rows

// --- The company
inline constexpr std::size_t courses_max = 100'000;
inline constexpr std::size_t people_max = 20'000;
inline constexpr std::size_t course_skills_max = 64;   // longest real list: 39
inline constexpr std::size_t role_skills_max = 64;     // longest real list: 30
inline constexpr std::size_t prerequisites_max = 32;

}  // namespace zhitu::limits
