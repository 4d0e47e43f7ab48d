#pragma once

// People: login, name, name_en, email, department, team, manager_login, job_title, skills,
// weekly_hours, budget, currency; any order, also under the Chinese names
// 登录名 姓名 英文名 邮箱 部门 小组 上级登录名 岗位 技能 每周小时 预算 币种.
//
//   login        required, unique in all files of one import (comparison_key): the second one is
//                refused with already_exists; no blanks
//   name         required; the Chinese side when it has Han letters or name_en is there
//   skills       "python:2; sql:1": self-assessed levels 0..3; what cannot be read is left out with
//                a warning; of two levels of one skill the higher one counts, with a warning
//   weekly_hours 0..168, fractions allowed
//   budget       needs a currency (three letters), else it is left out with a warning

#include <memory>

#include "exchange/table_reader.h"

namespace zhitu::exchange {

std::span<Column const> roster_columns();

std::unique_ptr<RowTaker> make_roster_taker();

}  // namespace zhitu::exchange
