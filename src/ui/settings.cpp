#include "ui/settings.h"

#include "base/json.h"

namespace zhitu::ui {

namespace {

constexpr char const* theme_words[] = {"light", "dark", "system"};

std::string_view text_member(Json const& json, char const* key) {
    Json const* const member = json.find(key);
    std::string const* const value = member != nullptr ? member->as_string() : nullptr;
    return value != nullptr ? std::string_view(*value) : std::string_view();
}

std::int64_t number_member(Json const& json, char const* key) {
    Json const* const member = json.find(key);
    std::int64_t const* const value = member != nullptr ? member->as_integer() : nullptr;
    return value != nullptr ? *value : 0;
}

Theme theme_from_word(std::string_view word) {
    if (word == theme_words[0]) return Theme::light;
    if (word == theme_words[1]) return Theme::dark;
    return Theme::system;
}

}  // namespace

std::string settings_bytes(DeviceSettings const& settings) {
    Json json = Json::object();
    json.set("language", settings.language == Language::zh ? "zh" : "en");
    json.set("theme", theme_words[static_cast<std::size_t>(settings.theme)]);
    if (!settings.me.is_nil()) json.set("me", to_text(settings.me));
    if (settings.exported_ms != 0) {
        json.set("exported_ms", settings.exported_ms);
        json.set("exported_changes", settings.exported_changes);
    }
    return to_canonical(json);
}

std::optional<DeviceSettings> settings_from_bytes(std::string_view bytes) {
    auto const json = read_json(bytes);
    if (!json || json.value().as_object() == nullptr) return std::nullopt;
    DeviceSettings out;
    out.language = text_member(json.value(), "language") == "en" ? Language::en : Language::zh;
    out.theme = theme_from_word(text_member(json.value(), "theme"));
    out.exported_ms = number_member(json.value(), "exported_ms");
    out.exported_changes = number_member(json.value(), "exported_changes");
    if (auto const me = raw_id_from_text(text_member(json.value(), "me"))) out.me.raw = *me;
    return out;
}

Language language_of(std::string_view system_language) {
    return system_language.starts_with("zh") ? Language::zh : Language::en;
}

char const* language_tag(Language language) { return language == Language::zh ? "zh-CN" : "en"; }

}  // namespace zhitu::ui
