// Frame CPU of the face without a browser: the catalog of 10,000 courses, scrolled. One line in the
// form of tools/bench_kernels: room, name, unit, figure, target, tab between; median of the frames.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "tests/ui/screen.h"

namespace {

using namespace zhitu;

constexpr int courses_count = 10'000;
constexpr int skills_count = 180;
constexpr int frames_count = 400;
constexpr double frame_ms_max = 1;  // as for the page (tools/bench_page)

SkillId skill_of(int number) { return catalog::skill_id("Skill " + std::to_string(number)); }

vault::Ops skill_ops(int number) {
    catalog::Skill skill;
    skill.name.en = "Skill " + std::to_string(number);
    return vault::edit_ops(catalog::key_of(skill_of(number)), {}, catalog::Skill{}, skill);
}

vault::Ops course_ops(int number) {
    catalog::Course course;
    course.title.en = "Stream processing for teams, part " + std::to_string(number);
    course.url = "https://courses.example.invalid/" + std::to_string(number);
    course.level = 1 + number % 3;
    course.rating_millionths = 3'000'000 + number % 20 * 100'000;
    course.learners_count = number * 7'919 % 250'000;
    course.teaches[skill_of(number % skills_count)] = {0, 1};
    course.teaches[skill_of(number * 7 % skills_count)] = {1, 2};
    return vault::edit_ops(catalog::key_of(catalog::course_id(course)), {}, catalog::Course{},
                           course);
}

void fill(app::Store& store) {
    vault::Ops ops;
    auto const append = [&ops](vault::Ops more) {
        for (vault::Op& op : more) ops.push_back(std::move(op));
    };
    for (int number = 0; number < skills_count; ++number) append(skill_ops(number));
    for (int number = 0; number < courses_count; ++number) append(course_ops(number));
    ZT_ASSERT(store.record(std::move(ops)));
}

double frame_ms(ui::Screen& screen) {
    using Clock = std::chrono::steady_clock;
    ImGui::GetIO().AddMouseWheelEvent(0, -1);
    auto const begin = Clock::now();
    screen.frame();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

}  // namespace

int main() {
    ui::Screen screen({.language = ui::Language::en, .is_demo = false});
    fill(screen.store());
    screen.go(ui::Page::catalog);
    ImGui::GetIO().AddMousePosEvent(640, 500);
    std::vector<double> times;
    for (int frame = 0; frame < frames_count; ++frame) times.push_back(frame_ms(screen));
    std::nth_element(times.begin(), times.begin() + frames_count / 2, times.end());
    std::printf("ui\tframe CPU, scrolling 10,000 courses, p50\tms\t%.4g\t%.4g\n",
                times[frames_count / 2], frame_ms_max);
}
