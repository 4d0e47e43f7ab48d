// The native kernels of tools/bench. Each line: room, name, unit, figure, target ("-" when there is
// none), tab between. A figure is the best of at least ten runs: noise of a shared machine only
// adds.
//
//   bench [ROOM]     all kernels, or those of one room

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string_view>

#include "app/advice.h"
#include "base/assert.h"
#include "base/env.h"
#include "base/hash.h"
#include "recommend/need_based.h"
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

void print_row(char const* room, char const* name, char const* unit, double figure) {
    std::printf("%s\t%s\t%s\t%.4g\t-\n", room, name, unit, figure);
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

constexpr std::uint32_t skills_count = 400;
constexpr int people_count = 50;
constexpr int courses_count = 750;

void bench_ranking() {
    SimulatedEnv env(3);
    auto const feature = [&] { return static_cast<std::uint32_t>(env.below(skills_count)); };
    std::vector<recommend::Item> items(courses_count);
    for (recommend::Item& item : items) {
        for (int lift = 0; lift < 8; ++lift) item.lifts.push_back({feature(), 0, 2, 1});
        item.rating = static_cast<double>(env.below(50)) / 10;
        item.users_count = static_cast<double>(env.below(1'000'000));
    }
    std::vector<std::vector<recommend::FeatureNeed>> users(people_count);
    for (auto& needs : users) {
        // 15 needs, every 26th feature from a chance one on: none twice.
        std::uint32_t const first = feature();
        for (std::uint32_t need = 0; need < 15; ++need) {
            needs.push_back({(first + need * 26) % skills_count, 0, 2, 0.5});
        }
    }
    double const seconds = best_seconds([&] {
        for (auto const& needs : users) sink += recommend::rank_by_need(needs, items).size();
    });
    print_row("recommend", "need-based ranking, 50 people x 750 courses", "ms", seconds * 1e3);
}

SkillId skill(std::uint64_t number) { return SkillId{natural_id("skill", std::to_string(number))}; }

app::State sample_state() {
    SimulatedEnv env(4);
    app::State state;
    RoleId const role{env.random_id()};
    for (std::uint64_t need = 0; need < 15; ++need) {
        state.people.roles[role].needs[skill(need * 26)] = {2, 500'000};
    }
    for (int person = 0; person < people_count; ++person) {
        state.people.people[PersonId{env.random_id()}].role = role;
    }
    for (int number = 0; number < courses_count; ++number) {
        catalog::Course& course = state.catalog.courses[CourseId{env.random_id()}];
        for (int lift = 0; lift < 8; ++lift)
            course.teaches[skill(env.below(skills_count))] = {0, 2};
        course.rating_millionths = static_cast<std::int64_t>(env.below(5'000'000));
        course.learners_count = static_cast<std::int64_t>(env.below(1'000'000));
    }
    return state;
}

void bench_advice() {
    app::State const state = sample_state();
    double const seconds = best_seconds([&] {
        for (auto const& [id, person] : state.people.people) {
            sink += app::advise(state, id, 20).items.size();
        }
    });
    print_row("recommend", "advice, 50 people x 750 courses", "ms", seconds * 1e3);
}

struct Kernel {
    std::string_view room;
    void (*run)();
};
constexpr Kernel kernels[] = {{"base", bench_json},
                              {"vault", bench_ledger},
                              {"recommend", bench_ranking},
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
