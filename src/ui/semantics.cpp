#include "ui/semantics.h"

#include <array>
#include <cstring>

#include "base/assert.h"

namespace zhitu::ui {

namespace {

constexpr std::array role_words = {
    "text",    "heading", "button",   "link",     "checkbox",   "radio",  "textbox",
    "combobox", "option", "tab",      "slider",   "progressbar", "table", "row",
    "columnheader", "cell", "list",   "listitem", "navigation", "main",   "region",
    "dialog",  "status",  "alert",    "image",    "radiogroup", "listbox",
};
static_assert(role_words.size() == static_cast<std::size_t>(AriaRole::count_));

void append_escaped(std::string& out, std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_text(std::string& out, char const* key, std::string_view text) {
    if (text.empty()) return;
    out += ",\"";
    out += key;
    out += "\":";
    append_escaped(out, text);
}

void append_number(std::string& out, char const* key, long long number) {
    out += ",\"";
    out += key;
    out += "\":" + std::to_string(number);
}

// Tenths of a pixel are more than a screen reader can point at.
std::string tenths(float value) {
    auto const scaled = static_cast<long long>(value * 10 + (value < 0 ? -0.5f : 0.5f));
    std::string out = scaled < 0 ? "-" : "";
    auto const size = scaled < 0 ? -scaled : scaled;
    out += std::to_string(size / 10);
    if (size % 10 != 0) out += "." + std::to_string(size % 10);
    return out;
}

void append_node(std::string& out, SemanticNode const& node) {
    out += "{\"id\":" + std::to_string(node.id);
    append_number(out, "parent", node.parent);
    out += ",\"role\":\"";
    out += to_word(node.role);
    out += "\",\"box\":[" + tenths(node.box.x) + "," + tenths(node.box.y) + "," +
           tenths(node.box.width) + "," + tenths(node.box.height) + "]";
    append_text(out, "name", node.name);
    append_text(out, "value", node.value);
    append_text(out, "description", node.description);
    if (node.flags != 0) append_number(out, "flags", node.flags);
    if (node.level != 0) append_number(out, "level", node.level);
    if (node.row_index >= 0) append_number(out, "row", node.row_index);
    if (node.row_count >= 0) append_number(out, "rows", node.row_count);
    out += "}";
}

// FNV-1a, 64 bits. Source: Fowler, Noll and Vo (1991).
struct Fingerprint {
    std::uint64_t value = 14'695'981'039'346'656'037ull;
    void add(void const* bytes, std::size_t size) {
        auto const* at = static_cast<unsigned char const*>(bytes);
        for (std::size_t i = 0; i < size; ++i) value = (value ^ at[i]) * 1'099'511'628'211ull;
    }
    void add(std::string_view text) {
        auto const size = static_cast<std::uint64_t>(text.size());
        add(&size, sizeof size);
        add(text.data(), text.size());
    }
    template <class T>
    void add_number(T number) {
        add(&number, sizeof number);
    }
};

}  // namespace

char const* to_word(AriaRole role) {
    ZT_ASSERT(role < AriaRole::count_);
    return role_words[static_cast<std::size_t>(role)];
}

void SemanticTree::begin_frame() {
    nodes_.clear();
    parents_.clear();
    announcements_.clear();
}

void SemanticTree::push(SemanticNode node) {
    auto const id = node.id;
    add(std::move(node));
    parents_.push_back(id);
}

void SemanticTree::pop() {
    ZT_ASSERT(!parents_.empty());
    parents_.pop_back();
}

void SemanticTree::add(SemanticNode node) {
    if (node.parent == 0 && !parents_.empty()) node.parent = parents_.back();
    nodes_.push_back(std::move(node));
}

void SemanticTree::announce(std::string_view text) { announcements_.emplace_back(text); }

std::uint64_t SemanticTree::fingerprint() const {
    Fingerprint out;
    for (SemanticNode const& node : nodes_) {
        out.add_number(node.id);
        out.add_number(node.parent);
        out.add_number(node.role);
        out.add_number(node.flags);
        out.add_number(node.level);
        out.add_number(node.row_index);
        out.add_number(node.row_count);
        out.add(&node.box, sizeof node.box);
        out.add(node.name);
        out.add(node.value);
        out.add(node.description);
    }
    for (std::string const& text : announcements_) out.add(text);
    return out.value;
}

std::string SemanticTree::to_json() const {
    std::string out = "{\"nodes\":[";
    for (SemanticNode const& node : nodes_) {
        if (out.back() == '}') out += ',';
        append_node(out, node);
    }
    out += "],\"say\":[";
    for (std::size_t i = 0; i < announcements_.size(); ++i) {
        if (i > 0) out += ',';
        append_escaped(out, announcements_[i]);
    }
    return out + "]}";
}

}  // namespace zhitu::ui
