#pragma once

// The text of a unit: Markdown parsed by md4c into blocks of styled runs, drawn in the column. HTML
// is off, pictures show their words, links show their words.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/painter.h"

namespace zhitu::ui {

enum class BlockKind : std::uint8_t { paragraph, heading, item, code, quote, row, rule };

struct Run {
    std::uint32_t end = 0;  // bytes of the block's text
    bool is_strong = false;
    bool is_code = false;
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;       // of headings, and how deep an item stands (from 1)
    int number = 0;      // of items in numbered lists, else 0
    std::string text;
    std::vector<Run> runs;  // ascending, the last ends where the text ends
    bool is_header = false;  // of table rows; cells are parted by " | "
};

// Total: text that md4c refuses becomes one paragraph. Cost: O(n).
std::vector<Block> parse_markdown(std::string_view text);

void markdown(Ui& ui, std::string_view text);

}  // namespace zhitu::ui
