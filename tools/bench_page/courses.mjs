// A course list of any length, in the columns that src/exchange/course_file.h reads. The same
// number gives the same file: no dice.

const TOPICS = ['Distributed systems', 'Container platforms', 'Message queues', 'Data warehouses',
  '微服务架构', '云计算平台', 'Secure coding', 'Stream processing', '算法与数据结构', 'Kanban'];
const KINDS = ['in practice', 'from the start', 'for teams', '进阶', '入门'];
const LEVELS = ['Beginner', 'Intermediate', 'Advanced'];

const at = (list, number) => list[number % list.length];

function line(number) {
  const topic = at(TOPICS, number);
  const title = `${topic} ${at(KINDS, Math.floor(number / TOPICS.length))} ${number}`;
  const skills = `"['${topic}', 'Skill ${number % 180}', 'Skill ${(number * 7) % 180}']"`;
  const rating = (3 + (number % 20) / 10).toFixed(1);
  return [`https://courses.example.invalid/${number}`, title, `Author ${number % 400}`,
    (number * 7919) % 250000, rating, at(LEVELS, number), skills,
    `What one needs to know of ${topic}. Part ${number}.`, number % 90, 'edX'].join(',');
}

export function courseFile(count) {
  const head = 'url,title,author,students,rating,difficulty,skills,description,price,source';
  const lines = [head];
  for (let number = 1; number <= count; number++) lines.push(line(number));
  return `${lines.join('\n')}\n`;
}
