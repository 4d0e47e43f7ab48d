#include "base/sort.h"

#include <algorithm>
#include <limits>

#include "base/assert.h"

namespace zhitu {

namespace {

using Places = std::vector<std::uint32_t>;

struct Merge {
    void const* context;
    IsBefore is_before;
    Places const& in;
    Places& out;

    bool order(std::uint32_t a, std::uint32_t b) const { return is_before(context, a, b); }
    void run(std::size_t from, std::size_t middle, std::size_t to) const;
};

// Two neighbours, each in order, from..middle..to; what is in order already is copied only.
void Merge::run(std::size_t from, std::size_t middle, std::size_t to) const {
    bool const is_done = middle == to || !order(in[middle], in[middle - 1]);
    std::size_t left = from;
    std::size_t right = is_done ? to : middle;
    std::size_t const left_end = is_done ? to : middle;
    for (std::size_t at = from; at < to; ++at) {
        bool const takes_right =
            left == left_end || (right < to && order(in[right], in[left]));
        out[at] = takes_right ? in[right++] : in[left++];
    }
}

}  // namespace

std::vector<std::uint32_t> sorted_places(std::size_t count, void const* context,
                                         IsBefore is_before) {
    ZT_ASSERT(count <= std::numeric_limits<std::uint32_t>::max());
    Places places(count);
    for (std::size_t i = 0; i < count; ++i) places[i] = static_cast<std::uint32_t>(i);
    Places merged(count);
    for (std::size_t width = 1; width < count; width *= 2) {
        Merge const pass{context, is_before, places, merged};
        for (std::size_t from = 0; from < count; from += 2 * width) {
            pass.run(from, std::min(from + width, count), std::min(from + 2 * width, count));
        }
        places.swap(merged);
    }
    return places;
}

}  // namespace zhitu
