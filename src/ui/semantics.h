#pragma once

// What a screen reader, a test and a person who cannot see the canvas get: every interactive item
// and
// all text but decoration, in reading order. Widgets record; the shell mirrors the list into a
// hidden
// ARIA DOM (web/mirror.js) whenever it changed.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::ui {

enum class AriaRole : std::uint8_t {
    text,     // paragraph or label; not interactive
    heading,  // level in `level`
    button,
    link,
    checkbox,
    radio,
    textbox,
    combobox,
    option,
    tab,
    slider,
    progressbar,
    table,
    row,
    columnheader,
    cell,
    list,
    listitem,
    navigation,
    main,
    region,
    dialog,
    status,  // polite live region
    alert,
    image,
    radiogroup,
    listbox,
    count_
};
char const* to_word(AriaRole role);

struct Box {  // CSS pixels, canvas origin
    float x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(Box const&, Box const&) = default;
};

enum NodeFlag : std::uint32_t {
    node_disabled = 1u << 0,
    node_checked = 1u << 1,
    node_selected = 1u << 2,   // current page, chosen option or row
    node_expanded = 1u << 3,
    node_collapsed = 1u << 4,  // can be expanded
    node_focused = 1u << 5,    // has keyboard focus
    node_invalid = 1u << 6,
    node_multiline = 1u << 7,
    node_password = 1u << 8,
};

struct SemanticNode {
    std::uint32_t id = 0;      // ImGuiID of the item; of text a hash of place and order. Unique.
    std::uint32_t parent = 0;  // id of the enclosing group, 0: the page
    AriaRole role = AriaRole::text;
    std::uint32_t flags = 0;
    int level = 0;             // of headings
    int row_index = -1, row_count = -1;  // of rows: place in the whole table, from 0
    Box box;                   // clipped to what is visible
    std::string name;
    std::string value;
    std::string description;   // what stands under the field: a hint or what is wrong
};

class SemanticTree {
public:
    void begin_frame();
    // Groups nest; every push has its pop.
    void push(SemanticNode node);
    void pop();
    void add(SemanticNode node);
    // What was said this frame for everybody to hear (toasts, results).
    void announce(std::string_view text);

    std::vector<SemanticNode> const& nodes() const { return nodes_; }
    std::vector<std::string> const& announcements() const { return announcements_; }
    // Changes whenever a node changed. Cost: O(bytes).
    std::uint64_t fingerprint() const;
    // One JSON text for web/mirror.js, nodes in reading order:
    //   {"nodes":[{"id":n,"parent":n,"role":"button","box":[x,y,width,height],"name":"…",
    //              "value":"…","description":"…","flags":n,"level":n,"row":n,"rows":n}],"say":["…"]
    //              "value":"…","description":"…","flags":n,"level":n,"row":n,"rows":n}],
    //    "say":["…"]}
    // Empty texts, flags 0, level 0 and rows < 0 are left out; boxes in tenths of a pixel. A box of
    // no size is out of view: there, but nothing to point at.
    std::string to_json() const;

private:
    std::vector<SemanticNode> nodes_;
    std::vector<std::uint32_t> parents_;
    std::vector<std::string> announcements_;
};

}  // namespace zhitu::ui
