#pragma once

// What a role asks for, as it is edited: the weight in a row, and the line that adds a skill.

#include "ui/page.h"

namespace zhitu::ui {

// The weight of a skill the role asks for; saved on Enter or when the field is left, if it is one.
void draw_need_weight(PageContext& page, RoleId id, people::Role const& role, SkillId skill);

// Skill, level and weight, and the button that asks for them.
void draw_need_form(PageContext& page, RoleId id, people::Role const& role);

}  // namespace zhitu::ui
