#pragma once

// Lists in order. One merge sort serves them all: every std::sort of its own is 3 to 7 kB of the
// page, and there were thirty.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace zhitu {

// 0..count-1 in order; equal ones as they come. Cost: O(count log count) calls.
using IsBefore = bool (*)(void const* context, std::uint32_t a, std::uint32_t b);
std::vector<std::uint32_t> sorted_places(std::size_t count, void const* context,
                                         IsBefore is_before);

// Stable. Cost: O(n log n) comparisons, O(n) memory and moves.
template <class T, class Less = std::less<>>
void sort_list(std::vector<T>& list, Less const& less = {}) {
    if (list.size() < 2) return;
    struct Context {
        T const* items;
        Less const& less;
    };
    Context const context{list.data(), less};
    auto const is_before = [](void const* given, std::uint32_t a, std::uint32_t b) -> bool {
        Context const& known = *static_cast<Context const*>(given);
        return known.less(known.items[a], known.items[b]);
    };
    std::vector<T> sorted;
    sorted.reserve(list.size());
    for (std::uint32_t const place : sorted_places(list.size(), &context, is_before)) {
        sorted.push_back(std::move(list[place]));
    }
    list = std::move(sorted);
}

}  // namespace zhitu
