// A tree without findings, written to tempt tidy: everything here is allowed and looks a bit like
// something that is not. The bad trees are this tree and one more file.

const TESTS_OF_NOTHING = '// A line of a test.\n'.repeat(120);

const HEADER = `#pragma once
#include <chrono>
#include <string>

#include "base/result.h"

// throw, try, catch, ImGui, emscripten, fopen and std::thread are words of a comment here.
namespace zhitu {

struct Thread { int time = 0; };  // a thread of a forum
enum class Colour : unsigned char { red, green };

inline constexpr int rows_max = 1'000'000;
inline constexpr char const* names[] = {"throw", "rand()", "{"};
constexpr auto twice = [](int value) { return 2 * value; };
template <typename T, typename U = std::map<int, int>>
inline constexpr bool is_table = false;
extern int const answer;
using Handler = void (*)(int, int, int, int, int);

class Store {
  public:
    explicit Store(int a, std::map<int, std::map<int, int>> const& b = {});
    Store(Store const&) = delete;
    static constexpr int size_max = 3;
    static Store make();
    int time(int zone) const;
    bool operator()(int a) const noexcept { return a < count_; }
    bool operator==(Store const&) const = default;

  private:
    int count_ = 0;
    std::function<void(int, int, int, int, int, int)> on_change_;
};

template <class T>
    requires(sizeof(T) > 1)
T half(T value) {
    return value / 2;
}

}  // namespace zhitu
`;

const SOURCE = `#include "catalog/catalog.h"

#include "base/result.h"
#include "vault/storage.h"

#define CHECK(condition) \\
    do {                  \\
        if (!(condition)) stop(); \\
    } while (0)

#define COLOURS(X) X(red) X(green)

namespace zhitu {
namespace {

char const* const pointer = R"x(a " brace { and throw)x";
std::array<std::array<int, 2>, 2> const table = {{{1, 2}, {3, 4}}};
struct { int a; int b; } const pair = {1, 2};
void (*const hook)(int) = nullptr;
char const quote = '"', brace = '{';

COLOURS(DECLARE)

int sum(std::span<int const> values);

}  // namespace

int const answer = 42;

Store::Store(int a, std::map<int, std::map<int, int>> const& b)
    : count_{a}, on_change_{[this](int x) { count_ = x; }}, base<int>{b} {
    static int const first = 1;
    static constexpr char const* word = "word";
    thread_local Thread const own{first};
}

Store Store::make() {
    Store store(1);
    return Store{store.time(0)};
}

#ifdef ZHITU_WIDE
int width(int a) {
#else
int width(long a) {
#endif
    if (a > 1) {
        return 1;
    } else if (a > 0) {
        return 0;
    } else if (a > -1) {
        return -1;
    } else {
        CHECK(a);
    }
    return 2;
}

Result<int> deep(std::vector<int> const& values, Clock& clock) {
    auto time = clock.time();
    for (int value : values) {
        if (value > 1) {
            for (int i = 0; i < value; ++i) time += i;
        }
        std::ranges::sort(values, [&](int a, int b) -> bool {
            if (a < b && b > time) {
                return values[a] < values[b];
            }
            return false;
        });
    }
    struct Local { int a; int get() const { return a; } };
    switch (Local local{1}; local.get()) {
    case 1: {
        for (;;) {
            if (time) break;
        }
        break;
    }
    default: return Error{"a", {1, 2}};
    }
    return std::rand_like(time ? 1 : 2);
}

}  // namespace zhitu
`;

const MAIN = `#include <fstream>

#include "app/state.h"
#include "base/result.h"

namespace {
zhitu::State* state = nullptr;
}

int main() {
    static int calls = 0;
    std::ifstream file("x");
    return ++calls;
}
`;

const SHELL = `#include <emscripten.h>
#include <imgui.h>

#include "ui/page.h"
#include "wasm/canvas.h"

EM_JS(void, save, (int id), {
    try { store(id, 'a', "}"); } catch (error) { throw error; }
});

void draw() { ImGui::Text("%d", emscripten_get_now()); }
`;

export const cleanTree = {
  'CMakeLists.txt': 'project(zhitu)\n',
  'README.md': '# Zhitu\nA web path is example.org/work/one.\n',
  'ARCHITECTURE.md': `${'word '.repeat(1200)}\n`,
  LICENSE: 'Copyright (c) 2026 The Zhitu authors\n',
  '.gitignore': 'build/\n',
  'build/x.cpp': 'int broken = (;\n',
  'assets/lesson.json': `{"text": "cd ${'/ro'}ot/.m2"}\n`,
  'assets/font.ttf': `\0\0\0 ${'/wo'}rk/\n`,
  'assets/fonts/OFL.txt': 'Copyright (c) 2014 A Foundry\n',
  'src/base/result.h': '#pragma once\n// Copyright (c) 2026 The Zhitu authors\n',
  'src/vault/storage.h': '#pragma once\n#include "base/result.h"\n',
  'src/catalog/catalog.h': HEADER,
  'src/catalog/catalog.cpp': SOURCE,
  'src/app/state.h': '#pragma once\n#include "catalog/catalog.h"\n#include "app/jobs.h"\n',
  'src/app/jobs.h': '#pragma once\n',
  'src/ui/page.h': '#pragma once\n#include <imgui.h>\n\nvoid draw_page(ImVec2 size);\n',
  'tools/cli_main.cpp': MAIN,
  'tools/cmake/wasm.cmake': 'find_program(EMCC emcc HINTS $ENV{EMSCRIPTEN})\n',
  'wasm/shell.cpp': SHELL,
  'wasm/canvas.h': '#pragma once\n',
  'web/page.js': 'try { start(); } catch (error) { throw error; }\n',
  'tests/catalog/catalog_test.cpp': `#include "ui/page.h"\n\n#include "company.h"\n
TEST(Catalog, is_there) { reader.${'sk'}ip(3); }\n${TESTS_OF_NOTHING}`,
};
