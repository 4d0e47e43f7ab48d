#include "app/import_bytes.h"

namespace zhitu::app {

namespace {

constexpr auto choice_of = [](std::size_t count) {
    return [count](auto& wire, auto& value) { wire.choice(value, count); };
};
constexpr std::size_t encodings_count =
    static_cast<std::size_t>(exchange::Encoding::gb18030) + 1;
constexpr std::size_t kinds_count = static_cast<std::size_t>(exchange::FileKind::synonyms) + 1;
constexpr std::size_t bytes_count = 256;
constexpr std::size_t codes_count = static_cast<std::size_t>(ErrorCode::cancelled) + 1;

// A class, so that every description finds every other.
struct Fields {
    // As element of a list.
    struct Each {
        template <class Wire, class T>
        void operator()(Wire& wire, T& value) const {
            one(wire, value);
        }
    };

    template <class Wire>
    static void one(Wire& wire, std::string& text) {
        wire.text(text);
    }

    template <class Wire>
    static void one(Wire& wire, NamedBytes& file) {
        wire.text(file.name);
        wire.text(file.bytes);
    }

    template <class Wire>
    static void one(Wire& wire, vault::StoredFile& file) {
        wire.text(file.name);
        wire.text(file.bytes);
    }

    template <class Wire>
    static void one(Wire& wire, exchange::FilePlan& plan) {
        auto const texts = [](auto& inner, std::string& key, std::string& value) {
            inner.text(key);
            inner.text(value);
        };
        wire.maybe(plan.encoding, choice_of(encodings_count));
        wire.maybe(plan.delimiter, choice_of(bytes_count));
        wire.maybe(plan.kind, choice_of(kinds_count));
        wire.map(plan.columns, texts);
        wire.map(plan.currencies, texts);
        wire.choice(plan.is_repaired, 2);
    }

    template <class Wire>
    static void one(Wire& wire, exchange::ColumnReading& column) {
        wire.text(column.name);
        wire.text(column.field);
        wire.list(column.samples, Each{});
    }

    template <class Wire>
    static void one(Wire& wire, exchange::SourceReading& source) {
        wire.text(source.source);
        wire.number(source.courses_count);
        wire.number(source.prices_count);
        wire.text(source.currency);
    }

    template <class Wire>
    static void one(Wire& wire, exchange::Repairable& repairable) {
        wire.text(repairable.field);
        wire.number(repairable.cells_count);
        wire.text(repairable.before);
        wire.text(repairable.after);
    }

    template <class Wire>
    static void one(Wire& wire, exchange::FileReading& reading) {
        wire.text(reading.name);
        wire.number(reading.size_bytes);
        wire.text(reading.signature);
        wire.choice(reading.encoding, encodings_count);
        wire.choice(reading.has_byte_order_mark, 2);
        wire.choice(reading.delimiter, bytes_count);
        wire.choice(reading.kind, kinds_count);
        wire.number(reading.rows_count);
        wire.list(reading.columns, Each{});
        wire.list(reading.sources, Each{});
        wire.list(reading.repairables, Each{});
        wire.map(reading.assumptions,
                 [](auto& inner, exchange::Assumption& assumption, std::uint64_t& count) {
                     inner.choice(assumption, exchange::assumptions_count);
                     inner.number(count);
                 });
        one(wire, reading.plan);
    }

    template <class Wire>
    static void one(Wire& wire, Error& error) {
        wire.choice(error.code, codes_count);
        wire.list(error.arguments, Each{});
    }

    template <class Wire>
    static void one(Wire& wire, exchange::Refusal& refusal) {
        wire.text(refusal.file);
        wire.number(refusal.row);
        wire.text(refusal.column);
        wire.text(refusal.value);
        one(wire, refusal.why);
    }

    template <class Wire>
    static void one(Wire& wire, FieldChange& change) {
        wire.text(change.field);
        wire.text(change.before);
        wire.text(change.after);
    }

    template <class Wire>
    static void one(Wire& wire, ProposedRow& row) {
        wire.choice(row.thing, things_count);
        wire.text(row.name.zh);
        wire.text(row.name.en);
        wire.list(row.fields, Each{});
    }

    template <class Wire>
    static void one(Wire& wire, ImportRequest& request) {
        wire.list(request.files, Each{});
        wire.list(request.plans, Each{});
        wire.list(request.journal, Each{});
        wire.number(request.state_version);
        wire.text(request.today);
        wire.id(request.nonce);
    }

    template <class Wire>
    static void one(Wire& wire, ImportProposal& proposal) {
        wire.number(proposal.state_version);
        wire.list(proposal.files, Each{});
        for (ThingCounts& counts : proposal.counts) {
            wire.number(counts.added);
            wire.number(counts.changed);
            wire.number(counts.same);
        }
        wire.list(proposal.added, Each{});
        wire.list(proposal.changed, Each{});
        wire.list(proposal.same, Each{});
        wire.list(proposal.kept, Each{});
        wire.number(proposal.kept_count);
        wire.list(proposal.refusals, Each{});
        wire.list(proposal.warnings, Each{});
        wire.number(proposal.refusals_count);
        wire.number(proposal.warnings_count);
        wire.number(proposal.ops_count);
    }
};

}  // namespace

void cross(WireWriter& wire, ImportRequest& request) { Fields::one(wire, request); }
void cross(WireReader& wire, ImportRequest& request) { Fields::one(wire, request); }
void cross(WireWriter& wire, ImportProposal& proposal) { Fields::one(wire, proposal); }
void cross(WireReader& wire, ImportProposal& proposal) { Fields::one(wire, proposal); }
void cross(WireWriter& wire, Error& error) { Fields::one(wire, error); }
void cross(WireReader& wire, Error& error) { Fields::one(wire, error); }

}  // namespace zhitu::app
