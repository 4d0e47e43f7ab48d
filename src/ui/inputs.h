#pragma once

// Fields to write in and lists to choose from, each with its label above and what is wrong below.

#include <string>
#include <string_view>
#include <vector>

#include "ui/painter.h"

namespace zhitu::ui {

struct TextField {
    char const* key = "";
    std::string_view label;
    std::string_view hint;         // below, muted
    std::string_view error;        // below, instead of the hint
    std::string_view placeholder;  // inside, while empty
    bool is_label_hidden = false;
    bool is_multiline = false;
    float width = 0;               // 0: the column
    char const* glyph = nullptr;
};
struct FieldResult {
    bool is_changed = false;
    bool is_entered = false;  // Enter was pressed
    bool is_typing = false;   // the caret stands in it
};
FieldResult text_field(Ui& ui, TextField const& spec, std::string& value);

struct Combo {
    char const* key = "";
    std::string_view label;
    std::string_view value;        // what is chosen, as shown
    bool is_label_hidden = false;
    float width = 0;               // 0: as wide as the longest option needs, at most the column
    char const* glyph = nullptr;
    std::string* query = nullptr;  // a field above the options: a search, the caller filters them,
    std::string_view query_label;  //   or, with `is_query_note`, words that go along
    bool is_query_note = false;
    float list_width = 0;          // of the list, at least
    std::string_view note;         // below the options
};
// The index chosen just now, or -1. `chosen`: the present one, for the mark.
// Options are looked at only while the list is open: long ones need not be made before.
bool is_combo_open(char const* key);
int combo(Ui& ui, Combo const& spec, std::vector<std::string> const& options, int chosen);

}  // namespace zhitu::ui
