// The kernels of tools/bench, native and as WASM under Node. Each line: room, name, unit, figure,
// target ("-" when there is none), tab between. A figure is the best of at least ten runs: noise of
// a shared machine only adds.
//
//   bench [ROOM]     all kernels, or those of one room

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string_view>

#include "app/advice.h"
#include "app/gap_matrix.h"
#include "base/assert.h"
#include "base/env.h"
#include "base/hash.h"
#include "vault/ledger.h"

namespace {

using namespace zhitu;

constexpr int runs_min = 10;
constexpr double run_seconds_min = 0.5;  // in all; short kernels run oftener

double now_seconds() {
    using Clock = std::chrono::steady_clock;
    return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

// Seconds of the fastest run; `prepare` is not timed.
double best_seconds(std::function<void()> const& prepare, std::function<void()> const& run) {
    double best = 1e9;
    double sum = 0;
    for (int count = 0; count < runs_min || sum < run_seconds_min; ++count) {
        prepare();
        double const begin = now_seconds();
        run();
        double const took = now_seconds() - begin;
        best = std::min(best, took);
        sum += took;
    }
    return best;
}

double best_seconds(std::function<void()> const& run) {
    return best_seconds([] {}, run);
}

// What a run computes must be used, or the compiler leaves the run out.
std::uint64_t sink = 0;

void print_row(char const* room, char const* name, char const* unit, double figure,
               char const* target = "-") {
    std::printf("%s\t%s\t%s\t%.4g\t%s\n", room, name, unit, figure, target);
    std::fflush(stdout);
}

double megabytes_per_second(std::size_t bytes, double seconds) {
    return static_cast<double>(bytes) / 1e6 / seconds;
}

// ---------------------------------------------------------------- base

void bench_hash() {
    std::string const text(8'000'000, 'z');
    double const seconds = best_seconds([&] { sink += sha256(text)[0]; });
    print_row("base", "SHA-256", "MB/s", megabytes_per_second(text.size(), seconds));
}

Json sample_course(SimulatedEnv& env) {
    Json skills = Json(Json::Array{});
    for (int skill = 0; skill < 6; ++skill) {
        Json pair = Json::object();
        pair.set("from", 0).set("s", to_text(env.random_id())).set("to", 2);
        skills.push_back(std::move(pair));
    }
    Json course = Json::object();
    course.set("id", to_text(env.random_id()));
    course.set("summary", "从一次超时讲起：网络调用为什么会“不知道结果”。\nStarts from a timeout.");
    course.set("title", "Introduction to distributed architecture, part 分布式架构入门");
    course.set("popularity", static_cast<std::int64_t>(env.below(1'000'000)));
    course.set("teaches", std::move(skills));
    return course;
}

void bench_json() {
    SimulatedEnv env(1);
    Json list = Json(Json::Array{});
    for (int course = 0; course < 5'000; ++course) list.push_back(sample_course(env));
    std::string const bytes = to_canonical(list);
    double const write = best_seconds([&] { sink += to_canonical(list).size(); });
    print_row("base", "canonical JSON written", "MB/s", megabytes_per_second(bytes.size(), write));
    double const read = best_seconds([&] { sink += read_canonical(bytes).is_ok() ? 1 : 0; });
    print_row("base", "canonical JSON read", "MB/s", megabytes_per_second(bytes.size(), read));
}

// ---------------------------------------------------------------- vault

// One writer's chain of changes: two registers, two set elements and an event each.
std::vector<vault::Change> sample_changes(int changes_count) {
    SimulatedEnv env(2);
    vault::HybridClock clock;
    RawId const writer = env.random_id();
    Digest previous{};
    std::vector<vault::Change> changes;
    for (int number = 1; number <= changes_count; ++number) {
        vault::EntityKey const course{"course", env.random_id()};
        vault::Ops ops;
        ops.push_back(vault::set_op(course, "title_en", Json("A course on something")));
        ops.push_back(vault::set_op(course, "level", Json(2)));
        ops.push_back(vault::add_op(course, "prerequisites", Json(to_text(env.random_id()))));
        ops.push_back(vault::add_op(course, "prerequisites", Json(to_text(env.random_id()))));
        ops.push_back(vault::evt_op(course, Json("looked_at")));
        vault::ChangeHeader header;
        header.writer = writer;
        header.sequence = static_cast<std::uint64_t>(number);
        header.stamp = clock.next(env.now_ms());
        header.previous = previous;
        changes.push_back(vault::seal_change(header, {std::move(ops), env.random_id(), {}}));
        previous = changes.back().hash;
    }
    return changes;
}

void bench_ledger() {
    std::vector<vault::Change> const changes = sample_changes(2'000);
    std::vector<vault::Change> given;
    vault::Ledger ledger;
    auto const prepare = [&] {
        given = changes;
        ledger = vault::Ledger();
    };
    double const seconds = best_seconds(prepare, [&] {
        for (vault::Change& change : given) {
            // The ledger adds up an entity when it is asked for; the store asks at once.
            for (vault::EntityKey const& key : ledger.accept(std::move(change)).touched) {
                sink += ledger.find(key)->registers.size();
            }
        }
    });
    ZT_ASSERT(ledger.changes().size() == changes.size());  // none was left waiting
    print_row("vault", "ledger accepts and adds up 10,000 ops", "ms", seconds * 1e3);
}

// ---------------------------------------------------------------- recommend

constexpr std::uint64_t skills_count = 200;
constexpr int people_count = 5'000;
constexpr int courses_count = 500;
constexpr int roles_count = 60;
constexpr std::size_t list_size = 10;

SkillId skill(std::uint64_t number) { return SkillId{natural_id("skill", std::to_string(number))}; }

void add_roles(app::State& state, SimulatedEnv& env, std::vector<RoleId>& roles) {
    for (int number = 0; number < roles_count; ++number) {
        roles.push_back(RoleId{env.random_id()});
        auto& needs = state.people.roles[roles.back()].needs;
        for (int need = 0; need < 15; ++need) {
            needs[skill(env.below(skills_count))] = {
                static_cast<std::int64_t>(1 + env.below(3)),
                static_cast<std::int64_t>(1 + env.below(limits::million))};
        }
    }
}

void add_courses(app::State& state, SimulatedEnv& env) {
    std::vector<CourseId> before;
    for (int number = 0; number < courses_count; ++number) {
        before.push_back(CourseId{env.random_id()});
        catalog::Course& course = state.catalog.courses[before.back()];
        for (int lift = 0; lift < 8; ++lift) {
            course.teaches[skill(env.below(skills_count))] = {
                0, static_cast<std::int64_t>(1 + env.below(3))};
        }
        if (number % 5 == 4) course.prerequisites = {before[env.below(before.size() - 1)]};
        course.rating_millionths = static_cast<std::int64_t>(env.below(5'000'000));
        course.learners_count = static_cast<std::int64_t>(env.below(1'000'000));
        course.price_minor = static_cast<std::int64_t>(env.below(50'000));
        course.currency = "CNY";
    }
}

// Every fifth course builds on another; everybody has said something of ten skills.
app::State sample_state() {
    SimulatedEnv env(4);
    app::State state;
    std::vector<RoleId> roles;
    add_roles(state, env, roles);
    add_courses(state, env);
    for (int number = 0; number < people_count; ++number) {
        PersonId const id{env.random_id()};
        people::Person& person = state.people.people[id];
        person.login = "login" + std::to_string(number);
        person.role = roles[env.below(roles.size())];
        person.budget_minor = static_cast<std::int64_t>(env.below(50'000));
        person.currency = "CNY";
        for (int statement = 0; statement < 10; ++statement) {
            state.people.evidence[id].push_back({skill(env.below(skills_count)),
                                                 static_cast<std::int64_t>(env.below(4)),
                                                 people::EvidenceKind::self, "2026-01-01", ""});
        }
    }
    return state;
}

// All of it: the company made ready, everybody as a user, a list for each.
void bench_lists() {
    app::State const state = sample_state();
    double const seconds = best_seconds([&] {
        app::Advisor advisor(state);
        for (auto const& [id, person] : state.people.people) {
            sink += advisor.rank(advisor.user_of(id), list_size).size();
        }
    });
    print_row("recommend", "lists for 5,000 people x 500 courses", "ms", seconds * 1e3, "100");
}

void bench_gap_matrix() {
    app::State const state = sample_state();
    double const seconds =
        best_seconds([&] { sink += app::gap_matrix(state, {}).columns[0].levels_lacking; });
    print_row("recommend", "gap matrix, 5,000 people x 200 skills", "ms", seconds * 1e3, "10");
}

// One person, the whole road, with the reasons of twenty courses.
void bench_advice() {
    app::State const state = sample_state();
    PersonId const person = state.people.people.begin()->first;
    double const seconds =
        best_seconds([&] { sink += app::advise(state, person, 20).items.size(); });
    print_row("recommend", "advice for one person, 500 courses", "ms", seconds * 1e3);
}

struct Kernel {
    std::string_view room;
    void (*run)();
};
constexpr Kernel kernels[] = {{"base", bench_json},
                              {"vault", bench_ledger},
                              {"recommend", bench_lists},
                              {"recommend", bench_gap_matrix},
                              {"recommend", bench_advice}};

}  // namespace

int main(int argc, char** argv) {
    std::string_view const room = argc > 1 ? argv[1] : "";
    bench_hash();  // always: every absolute time is read beside it
    for (Kernel const& kernel : kernels) {
        if (room.empty() || room == kernel.room) kernel.run();
    }
    std::fprintf(stderr, "%llu\n", static_cast<unsigned long long>(sink));
    return 0;
}
