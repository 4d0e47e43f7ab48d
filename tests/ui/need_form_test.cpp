#include "ui/need_form.h"

#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

namespace {

struct NeedForm : SmallCompany {
    NeedForm() {
        act_as(boss);
        screen.go(Page::role, role.raw);
    }
    std::map<SkillId, people::Need> const& needs() { return state().people.roles.at(role).needs; }
    void type_into(char const* field, char const* text) {
        ASSERT_TRUE(screen.click(AriaRole::textbox, field));
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        screen.press(ImGuiKey_A);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        screen.type(text);
    }
    bool undo() {
        std::vector<Toast>& toasts = screen.view().toasts;
        toasts.erase(toasts.begin(), toasts.end() - 1);
        screen.settle();
        return screen.click("Undo");
    }
};

}  // namespace

TEST(need_form, a_skill_is_added_with_level_and_weight_and_taken_back) {
    NeedForm form;
    ASSERT_TRUE(form.screen.choose_option("Another skill: which", "git"));
    ASSERT_TRUE(form.screen.choose_option("Another skill: level", "Level 3"));
    form.type_into("Another skill: weight", "0.37");
    ASSERT_TRUE(form.screen.click("Add it"));
    ASSERT_TRUE(form.needs().contains(form.git));
    EXPECT_EQ(form.needs().at(form.git), (people::Need{3, 370'000}));
    EXPECT_TRUE(form.screen.says("of 3 skills"));
    EXPECT_EQ(form.screen.find("Another skill: which")->value, "Choose a skill");
    ASSERT_TRUE(form.undo());
    EXPECT_FALSE(form.needs().contains(form.git));
}

TEST(need_form, without_a_skill_it_says_what_is_missing) {
    NeedForm form;
    Digest const before = form.screen.store().state_digest();
    ASSERT_TRUE(form.screen.click("Add it"));
    EXPECT_TRUE(form.screen.says("Choose a skill first."));
    EXPECT_EQ(form.screen.store().state_digest(), before);
}

TEST(need_form, no_wrong_weight_is_added) {
    NeedForm form;
    Digest const before = form.screen.store().state_digest();
    ASSERT_TRUE(form.screen.choose_option("Another skill: which", "git"));
    form.type_into("Another skill: weight", "1.5");
    EXPECT_NE(form.screen.find("Add it")->flags & node_disabled, 0u);
    form.screen.click("Add it");
    EXPECT_EQ(form.screen.store().state_digest(), before);
    EXPECT_TRUE(form.screen.says("0.01 to 1, at most two digits."));
}

TEST(need_form, only_what_is_not_asked_for_yet_is_offered_and_found_by_name) {
    NeedForm form;
    ASSERT_TRUE(form.screen.click("Another skill: which"));
    EXPECT_NE(form.screen.find(AriaRole::option, "git"), nullptr);
    EXPECT_EQ(form.screen.find(AriaRole::option, "go"), nullptr);
    form.type_into("Find a skill", "sq");
    EXPECT_EQ(form.screen.find(AriaRole::option, "git"), nullptr);
    EXPECT_TRUE(form.screen.says("No skill left to add."));
}

TEST(need_form, a_typed_weight_is_saved_when_the_field_is_left) {
    NeedForm form;
    form.type_into("go: weight", "0.85");
    EXPECT_EQ(form.needs().at(form.go).weight_millionths, 900'000);  // still typing
    ASSERT_TRUE(form.screen.click("What the role asks for"));
    EXPECT_EQ(form.needs().at(form.go), (people::Need{2, 850'000}));
    form.type_into("go: weight", "0.33");
    form.screen.press(ImGuiKey_Enter);
    EXPECT_EQ(form.needs().at(form.go).weight_millionths, 330'000);
    ASSERT_TRUE(form.undo());
    EXPECT_EQ(form.screen.find("go: weight")->value, "0.85");
}

TEST(need_form, a_wrong_weight_stays_with_what_is_wrong_beside_it) {
    NeedForm form;
    Digest const before = form.screen.store().state_digest();
    form.type_into("go: weight", "2");
    form.screen.press(ImGuiKey_Enter);
    EXPECT_EQ(form.screen.find("go: weight")->value, "2");
    EXPECT_EQ(form.screen.find("go: weight")->description, "0.01 to 1, at most two digits.");
    EXPECT_EQ(form.screen.store().state_digest(), before);
}

}  // namespace zhitu::ui
