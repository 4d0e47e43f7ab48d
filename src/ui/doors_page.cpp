// The way in: three doors, and where the data stays.

#include "app/ports.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/glyph_names.h"
#include "ui/inputs.h"
#include "ui/page.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

void draw_door_head(Ui& ui, char const* glyph, Word title, Word about) {
    decorate_text(ui, glyph, Type::title, {ui.left, ui.y}, Tint::accent);
    gap(ui, 40);
    heading(ui, ui.say(title), 2);
    gap(ui, 4);
    muted(ui, ui.say(about));
}

void draw_demo_door(PageContext& page, CardGrid& grid) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    draw_door_head(ui, glyph_start, Word::door_demo, Word::door_demo_text);
    begin_footer(ui, grid);
    Word const label = page.view.is_loading_demo ? Word::door_demo_loading : Word::door_demo_go;
    if (button(ui, {.key = "demo", .label = ui.say(label), .kind = ButtonKind::primary,
                    .is_disabled = page.view.is_loading_demo})) {
        page.view.is_loading_demo = true;
        page.wishes.push(app::ShellRequest{app::LoadDemo{}});
    }
    end_cell(ui, grid);
}

void name_company(PageContext& page) {
    std::string const name(trimmed(page.form("company")));
    if (name.empty()) {
        page.view.form_errors["company"] = page.ui.say(Word::need_text);
        return;
    }
    page.view.form_errors.erase("company");
    LocalText const both{name, name};
    page.wishes.push(app::Command{app::NameCompany{both, false}});
}

void draw_empty_door(PageContext& page, CardGrid& grid) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    draw_door_head(ui, glyph_build, Word::door_empty, Word::door_empty_text);
    begin_footer(ui, grid);
    std::string const error(page.form_error("company"));
    FieldResult const typed = text_field(
        ui, {.key = "##company", .label = ui.say(Word::company_name), .error = error},
        page.form("company"));
    gap(ui, 8);
    bool const is_pressed = button(ui, {.key = "create", .label = ui.say(Word::door_empty_go)});
    if (is_pressed || typed.is_entered) name_company(page);
    end_cell(ui, grid);
}

void draw_files_door(PageContext& page, CardGrid& grid) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    draw_door_head(ui, glyph_upload, Word::door_files, Word::door_files_text);
    begin_footer(ui, grid);
    if (button(ui, {.key = "files", .label = ui.say(Word::door_files_go)})) {
        page.wishes.push(app::ShellRequest{app::PickFiles{".csv,.tsv,.txt,.json"}});
    }
    end_cell(ui, grid);
}

}  // namespace

void draw_doors_page(PageContext& page) {
    Ui& ui = page.ui;
    gap(ui, ui.is_narrow() ? 8 : 48);
    begin_line(ui, 40, 10);
    heading(ui, ui.say(Word::product), 1);
    text(ui, ui.say(Word::product_latin), Type::lead, Tint::muted);
    end_line(ui);
    text(ui, ui.say(Word::doors_question), Type::heading);
    gap(ui, 24);
    CardGrid grid = begin_grid(ui, "doors", 3, 248);
    draw_demo_door(page, grid);
    draw_empty_door(page, grid);
    draw_files_door(page, grid);
    end_grid(ui, grid);
    muted(ui, ui.say(Word::doors_promise), Type::small);
}

}  // namespace zhitu::ui
