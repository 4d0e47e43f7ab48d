#include "vault/entity.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "vault/json_readers.h"

namespace zhitu::vault {

namespace {

bool is_retraction(Event const& event) {
    std::string const* word = member_of(event.value, "k").as_string();
    return word != nullptr && *word == "retracted";
}

std::optional<OpRef> retracted_ref(Event const& event) {
    OpRef ref;
    return read_ref(member_of(event.value, "of"), ref) ? std::optional(ref) : std::nullopt;
}

// The events as a graph: who takes back whom. An event stands when no standing event takes it back.
class Retractions {
public:
    explicit Retractions(std::vector<Event> const& events)
        : events_(events), target_(events.size(), none), open_(events.size(), 0),
          is_retracted_(events.size(), false) {
        std::map<OpRef, std::size_t> index_by_ref;
        for (std::size_t i = 0; i < events.size(); ++i) index_by_ref.emplace(events[i].op, i);
        for (std::size_t i = 0; i < events.size(); ++i) link(i, index_by_ref);
        settle();
    }
    bool stands(std::size_t index) const { return !is_retracted_[index]; }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void link(std::size_t index, std::map<OpRef, std::size_t> const& index_by_ref) {
        if (!is_retraction(events_[index])) return;
        std::optional<OpRef> const ref = retracted_ref(events_[index]);
        if (!ref) return;
        auto const found = index_by_ref.find(*ref);
        if (found == index_by_ref.end()) return;
        target_[index] = found->second;
        ++open_[found->second];
    }

    // From the events that nobody takes back downwards. The names are hashes of what they name, so
    // there is no cycle; a forged one would stay undecided, and stands.
    void settle() {
        std::vector<std::size_t> decided;
        for (std::size_t i = 0; i < events_.size(); ++i) {
            if (open_[i] == 0) decided.push_back(i);
        }
        while (!decided.empty()) {
            std::size_t const index = decided.back();
            decided.pop_back();
            std::size_t const target = target_[index];
            if (target == none) continue;
            if (!is_retracted_[index]) is_retracted_[target] = true;
            if (--open_[target] == 0) decided.push_back(target);
        }
    }

    std::vector<Event> const& events_;
    std::vector<std::size_t> target_;  // [n] the event that event i takes back, or none
    std::vector<std::size_t> open_;    // [n] undecided events that take back event i
    std::vector<bool> is_retracted_;   // [n]
};

std::string stamp_text(Stamp stamp) {
    std::string text(16, '0');
    for (int i = 0; i < 16; ++i) text[15 - i] = "0123456789abcdef"[(stamp >> (4 * i)) & 15];
    return text;
}

Json index_json(std::uint32_t index) { return Json(static_cast<std::int64_t>(index)); }

// Piece by piece, and not as one value: an entity may have more fields and events than a JSON value
// of the outside world may have members.
class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    void registers(Entity const& entity) {
        list("r", '{', '}', entity.registers, [&](auto const& field) {
            name(field.first);
            list("", '[', ']', field.second, [&](LiveValue const& live) {
                place("[", live.stamp, live.op);
                value(live.value);
            });
        });
    }

    void sets(Entity const& entity) {
        list("s", '{', '}', entity.sets, [&](auto const& field) {
            name(field.first);
            list("", '[', ']', field.second, [&](SetElement const& element) {
                out_ += '[';
                append_canonical(out_, element.value);
                for (OpRef const& add : element.adds) {
                    out_ += ',';
                    ref("[", add);
                    out_ += ']';
                }
                out_ += ']';
            });
        });
    }

    void events(Entity const& entity) {
        list("v", '[', ']', entity.events, [&](Event const& event) {
            place("[", event.stamp, event.op);
            bool const is_nobodys = event.subject == RawId{};
            out_ += is_nobodys ? ",null" : ",\"" + to_text(event.subject) + '"';
            value(event.value);
        });
    }

private:
    template <class Items, class Write>
    void list(char const* key, char open, char close, Items const& items, Write write) {
        if (*key != '\0') name(key);
        out_ += open;
        bool is_first = true;
        for (auto const& item : items) {
            if (!std::exchange(is_first, false)) out_ += ',';
            write(item);
        }
        out_ += close;
    }
    void name(std::string_view key) { ((out_ += '"') += key) += "\":"; }
    void place(char const* open, Stamp stamp, OpRef const& op) {
        ((out_ += open) += '"') += stamp_text(stamp);
        ref("\",", op);
    }
    void ref(char const* open, OpRef const& op) {
        (((out_ += open) += '"') += to_text(op.change)) += "\",";
        out_ += std::to_string(op.index);
    }
    void value(Json const& json) {
        out_ += ',';
        append_canonical(out_, json);
        out_ += ']';
    }

    std::string& out_;
};

}  // namespace

Json const* Entity::value(std::string_view field) const {
    auto const found = registers.find(field);
    return found == registers.end() ? nullptr : &found->second.front().value;
}

std::vector<SetElement> const& Entity::elements(std::string_view field) const {
    static std::vector<SetElement> const no_elements;
    auto const found = sets.find(field);
    return found == sets.end() ? no_elements : found->second;
}

SetElement const* Entity::element(std::string_view field, Json const& value) const {
    for (SetElement const& element : elements(field)) {
        if (element.value == value) return &element;
    }
    return nullptr;
}

std::vector<Event const*> Entity::standing_events() const {
    std::vector<Event const*> standing;
    standing.reserve(events.size());
    bool const is_plain = std::none_of(events.begin(), events.end(), is_retraction);
    if (is_plain) {
        for (Event const& event : events) standing.push_back(&event);
        return standing;
    }
    Retractions const retractions(events);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!is_retraction(events[i]) && retractions.stands(i)) standing.push_back(&events[i]);
    }
    return standing;
}

Json retraction_of(OpRef const& event) {
    Json json = Json::object();
    json.set("k", Json("retracted"));
    json.set("of", Json(Json::Array{Json(to_text(event.change)), index_json(event.index)}));
    return json;
}

std::string canonical_entity(EntityKey const& key, Entity const& entity) {
    std::string out = "{\"e\":\"" + to_text(key) + "\",";
    Writer writer(out);
    writer.registers(entity);
    out += ',';
    writer.sets(entity);
    out += ',';
    writer.events(entity);
    return out + '}';
}

}  // namespace zhitu::vault
