// A roster of any length, in the columns that src/exchange/roster_file.h reads. The same number
// gives the same file: no dice.

const FAMILY = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const GIVEN = ['静', '磊', '芳', '洋', '敏', '杰', '婷', '浩', '雪', '晨'];
const TITLES = ['data engineer', 'web developer', 'cloud architect', 'qa engineer'];
const MANAGED = 12;  // people of one manager

const at = (list, number) => list[number % list.length];

function line(number) {
  const manager = number <= MANAGED ? '' : `user.${Math.floor(number / MANAGED)}`;
  const name = at(FAMILY, number) + at(GIVEN, Math.floor(number / 10));
  const skills = `skill ${number % 180}:${number % 4}; skill ${(number * 7) % 180}:2`;
  return [`user.${number}`, name, `User ${number}`, `user.${number}@example.invalid`,
    `部门 ${number % 8}`, `团队 ${number % 96}`, manager, at(TITLES, number), skills,
    number % 10, 5000, 'CNY'].join(',');
}

export function rosterFile(count) {
  const head = 'login,name,name_en,email,department,team,manager_login,job_title,skills,' +
    'weekly_hours,budget,currency';
  const lines = [head];
  for (let number = 1; number <= count; number++) lines.push(line(number));
  return `${lines.join('\n')}\n`;
}
