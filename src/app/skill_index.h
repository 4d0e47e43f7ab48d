#pragma once

// Skills as dense numbers, given as they are met.

#include <cstring>
#include <unordered_map>
#include <vector>

#include "base/id.h"

namespace zhitu::app {

class SkillIndex {
public:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    std::uint32_t add(SkillId skill) {
        auto const [place, is_new] = index_of_.try_emplace(skill, size());
        if (is_new) skills_.push_back(skill);
        return place->second;
    }
    std::uint32_t find(SkillId skill) const {
        auto const found = index_of_.find(skill);
        return found == index_of_.end() ? none : found->second;
    }
    SkillId operator[](std::uint32_t index) const { return skills_[index]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(skills_.size()); }

private:
    // Ids are hashes already; both halves count, so that ids made by hand spread as well.
    struct Hash {
        std::size_t operator()(SkillId skill) const {
            std::uint64_t halves[2];
            std::memcpy(halves, skill.raw.data(), sizeof halves);
            return static_cast<std::size_t>(halves[0] * 0x9E37'79B9'7F4A'7C15 + halves[1]);
        }
    };
    std::unordered_map<SkillId, std::uint32_t, Hash> index_of_;
    std::vector<SkillId> skills_;
};

}  // namespace zhitu::app
