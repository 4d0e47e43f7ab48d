#include "vault/op_bytes.h"

namespace zhitu::vault {

namespace {

// The members of an op's canonical form, in order. Kinds, fields and ids need no escapes.
class Members {
public:
    explicit Members(std::string& out) : out_(out) { out_ += '{'; }

    std::string& begin(std::string_view key) {
        if (out_.back() != '{') out_ += ',';
        out_ += '"';
        out_ += key;
        out_ += "\":";
        return out_;
    }
    void add_word(std::string_view key, std::string_view word) {
        begin(key) += '"';
        out_ += word;
        out_ += '"';
    }
    void add_refs(std::vector<OpRef> const& refs) {
        begin("r");
        char before = '[';
        for (OpRef const& ref : refs) {
            out_ += before;
            out_ += "[\"" + to_text(ref.change) + "\"," + std::to_string(ref.index) + "]";
            before = ',';
        }
        out_ += ']';
    }

private:
    std::string& out_;
};

std::string_view word_of(OpKind kind) {
    switch (kind) {
        case OpKind::set: return "set";
        case OpKind::add: return "add";
        case OpKind::rem: return "rem";
        case OpKind::evt: return "evt";
        case OpKind::pos: return "pos";
        case OpKind::del: return "del";
        case OpKind::undel: return "undel";
        case OpKind::erase: return "erase";
        case OpKind::redact: return "redact";
        case OpKind::unknown: break;
    }
    return {};
}

}  // namespace

void append_bytes(std::string& out, Op const& op) {
    if (op.kind == OpKind::unknown) return append_canonical(out, op.value);
    Members members(out);
    std::string const id = to_text(op.entity.id);
    if (!op.entity.kind.empty()) members.add_word("e", op.entity.kind + ":" + id);
    if (!op.field.empty()) members.add_word("f", op.field);
    members.add_word("k", word_of(op.kind));
    if (!op.replaces.empty()) members.add_refs(op.replaces);
    bool const is_same = op.subject == op.entity.id;  // a person's own fields
    if (op.subject != RawId{}) members.add_word("su", is_same ? id : to_text(op.subject));
    if (!op.value.is_null()) append_canonical(members.begin("x"), op.value);
    out += '}';
}

}  // namespace zhitu::vault
