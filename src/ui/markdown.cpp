#include "ui/markdown.h"

#include <algorithm>
#include <md4c.h>

#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float reading_width_max = 720;
constexpr float indent_step = 20;

// What md4c tells, gathered into blocks.
class Gatherer {
public:
    std::vector<Block> blocks;

    int enter_block(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
        case MD_BLOCK_UL: lists_.push_back(0); break;
        case MD_BLOCK_OL:
            lists_.push_back(static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start));
            break;
        case MD_BLOCK_LI: begin_item(); break;
        case MD_BLOCK_QUOTE: ++quotes_; break;
        case MD_BLOCK_HR: begin(BlockKind::rule); break;
        case MD_BLOCK_H:
            begin(BlockKind::heading);
            blocks.back().level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_CODE: begin(BlockKind::code); break;
        case MD_BLOCK_P: begin_paragraph(); break;
        case MD_BLOCK_TR: begin(BlockKind::row); break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: begin_table_cell(type == MD_BLOCK_TH); break;
        default: break;
        }
        return 0;
    }

    int leave_block(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
        if (type == MD_BLOCK_QUOTE) --quotes_;
        if (type == MD_BLOCK_LI) is_item_open_ = false;
        return 0;
    }

    int span(MD_SPANTYPE type, int step) {
        if (type == MD_SPAN_STRONG) strong_ += step;
        if (type == MD_SPAN_CODE) code_ += step;
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view text) {
        if (blocks.empty()) begin(BlockKind::paragraph);
        if (type == MD_TEXT_BR) text = "\n";
        if (type == MD_TEXT_SOFTBR) text = is_after_wide() ? "" : " ";
        if (type == MD_TEXT_NULLCHAR) text = "\xEF\xBF\xBD";
        add(text);
        return 0;
    }

private:
    void begin(BlockKind kind) {
        blocks.push_back({});
        blocks.back().kind = kind;
    }

    void begin_item() {
        begin(BlockKind::item);
        blocks.back().level = static_cast<int>(lists_.size());
        if (!lists_.empty() && lists_.back() > 0) blocks.back().number = lists_.back()++;
        is_item_open_ = true;
    }

    // The first paragraph of an item is the item.
    void begin_paragraph() {
        bool const is_item = is_item_open_ && blocks.back().kind == BlockKind::item &&
                             blocks.back().text.empty();
        if (!is_item) begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
    }

    void begin_table_cell(bool is_header) {
        blocks.back().is_header = is_header;
        if (!blocks.back().text.empty()) add(" | ");
    }

    // A line break inside Chinese text is no blank.
    bool is_after_wide() const {
        std::string const& text = blocks.back().text;
        return text.size() >= 3 && static_cast<unsigned char>(text[text.size() - 3]) >= 0xE2;
    }

    void add(std::string_view text) {
        Block& block = blocks.back();
        block.text += text;
        Run const run{static_cast<std::uint32_t>(block.text.size()), strong_ > 0, code_ > 0};
        bool const is_same = !block.runs.empty() &&
                             block.runs.back().is_strong == run.is_strong &&
                             block.runs.back().is_code == run.is_code;
        if (is_same) block.runs.back().end = run.end;
        else block.runs.push_back(run);
    }

    std::vector<int> lists_;
    int quotes_ = 0;
    int strong_ = 0;
    int code_ = 0;
    bool is_item_open_ = false;
};

Gatherer& gatherer(void* data) { return *static_cast<Gatherer*>(data); }

// --- Drawing
Run const& run_at(Block const& block, std::size_t offset) {
    auto const at = std::upper_bound(
        block.runs.begin(), block.runs.end(), offset,
        [](std::size_t value, Run const& run) { return value < run.end; });
    return at != block.runs.end() ? *at : block.runs.back();
}

Type type_of(Block const& block, Run const& run) {
    if (block.kind == BlockKind::heading) return block.level <= 2 ? Type::lead : Type::strong;
    return run.is_strong || block.is_header ? Type::strong : Type::body;
}

void draw_run(Ui& ui, std::string_view text, Type type, Run const& run, float& x) {
    float const width = text_width(ui, text, type);
    if (run.is_code) decorate_box(ui, {x - 1, ui.y + 1, width + 2, 18}, Tint::track, 3);
    decorate_text(ui, text, type, {x, ui.y}, Tint::ink);
    x += width;
}

void draw_line(Ui& ui, Block const& block, TextLine const& line) {
    float x = ui.left;
    std::size_t at = line.begin;
    while (at < line.end) {
        Run const& run = run_at(block, at);
        std::size_t const end = std::min<std::size_t>(run.end, line.end);
        draw_run(ui, std::string_view(block.text).substr(at, end - at), type_of(block, run), run,
                 x);
        if (end <= at) break;
        at = end;
    }
}

void draw_flow(Ui& ui, Block const& block) {
    if (block.runs.empty()) return;
    Box box{ui.left, ui.y, ui.width, 0};
    float const line_height = type_spec(type_of(block, block.runs.front())).line_height + 2;
    auto const lines = wrap_text(block.text, ui.width, [&](char32_t c, std::size_t offset) {
        return char_width(ui, c, type_of(block, run_at(block, offset)));
    });
    for (TextLine const& line : lines) {
        draw_line(ui, block, line);
        ui.y += line_height;
    }
    box.height = ui.y - box.y;
    SemanticNode node = make_node(
        block.kind == BlockKind::heading ? AriaRole::heading : AriaRole::text, block.text, box);
    if (block.kind == BlockKind::heading) node.level = std::max(3, block.level);
    node.id = text_id(ui);
    ui.tree.add(std::move(node));
}

void draw_item(Ui& ui, Block const& block) {
    SavedColumn const saved = save_column(ui);
    float const indent = indent_step * static_cast<float>(std::max(1, block.level));
    std::string const mark = block.number > 0 ? std::to_string(block.number) + "." : "•";
    decorate_text(ui, mark, Type::body, {saved.left + indent - indent_step + 4, ui.y},
                  Tint::muted);
    set_column(ui, saved.left + indent, saved.width - indent, ui.y);
    draw_flow(ui, block);
    float const y = std::max(ui.y, saved.y + 20);
    restore_column(ui, saved);
    ui.y = y;
    gap(ui, 4);
}

void draw_code(Ui& ui, Block const& block) {
    std::string_view text = block.text;
    if (text.ends_with('\n')) text.remove_suffix(1);
    auto const lines = wrap(ui, text, Type::body, ui.width - 24);
    Box const box{ui.left, ui.y, ui.width, 20 * static_cast<float>(lines.size()) + 16};
    decorate_box(ui, box, Tint::track, control_radius);
    float y = box.y + 8;
    for (TextLine const& line : lines) {
        decorate_text(ui, text.substr(line.begin, line.end - line.begin), Type::body,
                      {box.x + 12, y}, Tint::ink);
        y += 20;
    }
    record_text(ui, text, box);
    ui.y += box.height;
    gap(ui, 12);
}

void draw_quote(Ui& ui, Block const& block) {
    SavedColumn const saved = save_column(ui);
    set_column(ui, saved.left + 16, saved.width - 16, ui.y);
    draw_flow(ui, block);
    decorate_box(ui, {saved.left, saved.y, 3, ui.y - saved.y}, Tint::accent, 1);
    float const y = ui.y;
    restore_column(ui, saved);
    ui.y = y;
    gap(ui, 12);
}

void draw_block(Ui& ui, Block const& block) {
    switch (block.kind) {
    case BlockKind::item: return draw_item(ui, block);
    case BlockKind::code: return draw_code(ui, block);
    case BlockKind::quote: return draw_quote(ui, block);
    case BlockKind::rule:
        gap(ui, 8);
        decorate_line(ui, ui.left, ui.y, ui.width);
        return gap(ui, 16);
    case BlockKind::row:
        draw_flow(ui, block);
        decorate_line(ui, ui.left, ui.y + 2, ui.width);
        return gap(ui, 6);
    case BlockKind::heading:
        gap(ui, 8);
        draw_flow(ui, block);
        return gap(ui, 6);
    case BlockKind::paragraph: break;
    }
    draw_flow(ui, block);
    gap(ui, 12);
}

}  // namespace

std::vector<Block> parse_markdown(std::string_view text) {
    Gatherer out;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
        return gatherer(data).enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
        return gatherer(data).leave_block(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* data) {
        return gatherer(data).span(type, 1);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
        return gatherer(data).span(type, -1);
    };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* at, MD_SIZE size, void* data) {
        return gatherer(data).text(type, {at, size});
    };
    int const status =
        md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &out);
    if (status == 0) return std::move(out.blocks);
    Block whole;
    whole.text = text;
    whole.runs = {Run{static_cast<std::uint32_t>(text.size()), false, false}};
    return {whole};
}

void markdown(Ui& ui, std::string_view text) {
    SavedColumn const saved = save_column(ui);
    set_column(ui, ui.left, std::min(ui.width, reading_width_max), ui.y);
    for (Block const& block : parse_markdown(text)) draw_block(ui, block);
    float const y = ui.y;
    restore_column(ui, saved);
    ui.y = y;
}

}  // namespace zhitu::ui
