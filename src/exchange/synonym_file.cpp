#include "exchange/synonym_file.h"

#include <algorithm>

#include "exchange/cells.h"

namespace zhitu::exchange {

namespace {

class SynonymTaker final : public EntryTaker {
public:
    void take(std::string_view name, JsonTree const& value, RowReport& report) override {
        if (!value.is(JsonTree::Kind::array)) {
            return report.refuse(name, shown(value),
                                 {ErrorCode::bad_value, {std::string(name), shown(value), "list"}});
        }
        auto const id = take_skill({"skill", name}, report);
        if (!id) return;
        for (JsonTree const& entry : value.items) take_synonym(*id, entry, report);
    }

private:
    void take_synonym(SkillId of, JsonTree const& entry, RowReport& report) const {
        bool const is_pair = entry.is(JsonTree::Kind::array) && entry.items.size() == 2;
        auto const weight = share_millionths(is_pair ? &entry.items[1] : nullptr);
        if (!weight || !entry.items[0].is(JsonTree::Kind::text)) {
            std::string const value = shown(entry);
            return report.warn("synonym", value,
                               {ErrorCode::bad_value, {"synonym", value, "[name, 0..1]"}});
        }
        std::string_view const name = text_of(&entry.items[0]);
        auto const id = take_skill({"synonym", name}, report);
        if (!id || *id == of) return;
        auto& synonyms = report.table.skills[of].synonyms;
        if (synonyms.size() == limits::course_skills_max && !synonyms.contains(*id)) {
            std::string const most = std::to_string(limits::course_skills_max);
            return report.warn("synonym", name, {ErrorCode::out_of_range, {"synonym", "0", most}});
        }
        auto const [known, is_new] = synonyms.try_emplace(*id, catalog::SynonymWeight{*weight});
        if (is_new) return;
        report.warn("synonym", name, {ErrorCode::already_exists, {"skill", std::string(name)}});
        known->second.millionths = std::max(known->second.millionths, *weight);
    }
};

}  // namespace

std::unique_ptr<FileReader> read_synonym_file(std::string file, JsonTree tree,
                                              std::size_t file_bytes) {
    return read_json_entries(std::move(file), std::move(tree), file_bytes,
                             std::make_unique<SynonymTaker>());
}

}  // namespace zhitu::exchange
