#include "ui/wrap.h"

#include <string>

#include "base/text.h"

namespace zhitu::ui {

namespace {

constexpr std::u32string_view closing = U"，。、；：？！）》」』】〕〉”’…·％%),.;:?!]}—～";
constexpr std::u32string_view opening = U"（《「『【〔〈“‘([{¥￥";

bool is_one_of(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == 0x3000; }
// A product and its result stay in one line.
bool is_sign(char32_t c) { return c == '=' || c == U'×'; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

class Wrapper {
public:
    Wrapper(std::string_view text, float width, Advance const& advance)
        : text_(text), width_(width), advance_(advance) {}

    std::vector<TextLine> run() {
        std::size_t at = 0;
        char32_t before = 0;
        char32_t ink = 0;  // the last one that was no blank
        while (at < text_.size()) {
            std::size_t const start = at;
            char32_t const c = next_code_point(text_, at);
            if (c == '\n') {
                finish(start, at);
                before = 0;
                continue;
            }
            bool const is_term = is_blank(before) && (is_sign(ink) || is_sign(c));
            if (before != 0 && !is_term && may_break(before, c)) remember(start);
            take(c, start, at);
            before = c;
            if (!is_blank(c)) ink = c;
        }
        finish(text_.size(), text_.size());
        return std::move(lines_);
    }

private:
    void remember(std::size_t at) {
        break_at_ = at;
        break_ink_end_ = ink_end_;
        break_ink_width_ = ink_width_;
        break_pen_ = pen_;
    }

    void take(char32_t c, std::size_t start, std::size_t end) {
        float const advance = advance_(c, start);
        if (!is_blank(c) && pen_ + advance > width_ && start > begin_) break_line(start);
        pen_ += advance;
        if (is_blank(c)) return;
        ink_end_ = end;
        ink_width_ = pen_;
    }

    // Ends the line at the last chance, or right here when there was none.
    void break_line(std::size_t here) {
        bool const has_chance = break_at_ > begin_;
        if (!has_chance) remember(here);
        lines_.push_back({static_cast<std::uint32_t>(begin_),
                          static_cast<std::uint32_t>(break_ink_end_), break_ink_width_});
        begin_ = break_at_;
        pen_ -= break_pen_;
        ink_width_ = ink_end_ > begin_ ? ink_width_ - break_pen_ : 0;
        if (ink_end_ < begin_) ink_end_ = begin_;
    }

    void finish(std::size_t end, std::size_t next) {
        if (ink_end_ < begin_) ink_end_ = begin_;
        lines_.push_back({static_cast<std::uint32_t>(begin_),
                          static_cast<std::uint32_t>(ink_end_ < end ? ink_end_ : end), ink_width_});
        begin_ = break_at_ = ink_end_ = next;
        pen_ = ink_width_ = 0;
    }

    std::string_view text_;
    float width_;
    Advance const& advance_;
    std::vector<TextLine> lines_;
    std::size_t begin_ = 0, ink_end_ = 0;
    float pen_ = 0, ink_width_ = 0;
    std::size_t break_at_ = 0, break_ink_end_ = 0;
    float break_ink_width_ = 0, break_pen_ = 0;
};

}  // namespace

bool is_wide(char32_t c) {
    return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool may_break(char32_t before, char32_t after) {
    if (is_blank(after)) return false;
    if (is_blank(before)) return true;
    if (is_one_of(closing, after) || is_one_of(opening, before)) return false;
    if (is_wide(before) || is_wide(after)) return true;
    return (before == '-' || before == '/') && !is_digit(after);
}

std::vector<TextLine> wrap_text(std::string_view text, float width, Advance const& advance) {
    return Wrapper(text, width, advance).run();
}

}  // namespace zhitu::ui
