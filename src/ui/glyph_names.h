#pragma once

// Icons of the face by what they mean here. Code points of lucide, as in the generated icons.h.

namespace zhitu::ui {

inline constexpr char const* glyph_home = "\ue0f5";
inline constexpr char const* glyph_catalog = "\ue05f";
inline constexpr char const* glyph_skills = "\ue04f";
inline constexpr char const* glyph_team = "\ue1a4";
inline constexpr char const* glyph_lab = "\ue0d5";
inline constexpr char const* glyph_data = "\ue0ad";
inline constexpr char const* glyph_search = "\ue151";
inline constexpr char const* glyph_check = "\ue06c";
inline constexpr char const* glyph_close = "\ue1b2";
inline constexpr char const* glyph_plus = "\ue13d";
inline constexpr char const* glyph_undo = "\ue2a1";
inline constexpr char const* glyph_down = "\ue06d";
inline constexpr char const* glyph_back = "\ue06e";
inline constexpr char const* glyph_problem = "\ue077";
inline constexpr char const* glyph_good = "\ue226";
inline constexpr char const* glyph_sun = "\ue178";
inline constexpr char const* glyph_moon = "\ue11e";
inline constexpr char const* glyph_language = "\ue0fe";
inline constexpr char const* glyph_user = "\ue19f";
inline constexpr char const* glyph_lock = "\ue10b";
inline constexpr char const* glyph_download = "\ue0b2";
inline constexpr char const* glyph_upload = "\ue247";
inline constexpr char const* glyph_start = "\ue412";
inline constexpr char const* glyph_build = "\ue290";
inline constexpr char const* glyph_trash = "\ue18e";
inline constexpr char const* glyph_clock = "\ue087";
inline constexpr char const* glyph_edit = "\ue1f9";
inline constexpr char const* glyph_next = "\ue06f";
inline constexpr char const* glyph_role = "\ue062";
inline constexpr char const* glyph_tags = "\ue35c";
inline constexpr char const* glyph_more = "\ue115";

}  // namespace zhitu::ui
