#include "tests/vault/parsers.h"

#include "tests/vault/histories.h"
#include "vault/layout.h"
#include "vault/manifest.h"
#include "vault/segment.h"

namespace zhitu::vault::tests {

namespace {

bool accepts_json(std::string_view bytes) {
    Result<Json> const json = read_json(bytes);
    if (!json) return false;
    std::string const canonical = to_canonical(json.value());
    ZT_ASSERT(read_canonical(canonical).value() == json.value());
    ZT_ASSERT(read_canonical(bytes).is_ok() == (canonical == bytes));
    return true;
}

bool accepts_change(std::string_view bytes) {
    Result<Change> const change = change_from_bytes(bytes);
    if (!change) return false;
    ZT_ASSERT(change_bytes(change.value()) == bytes);
    Ledger ledger;  // takes whatever was accepted
    ledger.accept(change.value());
    ledger.digest();
    return true;
}

// Good records tile the bytes up to good_size; salvage finds no fewer.
bool accepts_segment(std::string_view bytes) {
    SegmentContent const content = read_segment(bytes, false);
    std::size_t size = 0;
    for (Record const& record : content.records) size += record_size(record.payload.size());
    ZT_ASSERT(size == content.good_size && size <= bytes.size());
    ZT_ASSERT(read_segment(bytes, true).records.size() >= content.records.size());
    ZT_ASSERT(!content.is_sealed || size == bytes.size());
    return content.is_sealed;
}

bool accepts_manifest(std::string_view bytes) {
    Result<Manifest> const manifest = manifest_from_bytes(bytes);
    if (!manifest) return false;
    Result<Manifest> const again = manifest_from_bytes(manifest_bytes(manifest.value()));
    ZT_ASSERT(again.value() == manifest.value());
    return true;
}

std::vector<std::string> json_seeds() {
    return {R"({"a":[1,-2,null,true,false],"b":{"c":"\u0001\"\\知途","d":""}})",
            R"([[[[]]],{},"",0,9007199254740991,-9007199254740991])",
            "[\"\\ud83d\\ude00\", \"\\/\\b\\f\\n\\r\\t\" ]", "null"};
}

std::vector<std::string> change_seeds() {
    std::vector<std::string> seeds;
    for (Change const& change : random_history(11, 40)) seeds.push_back(change_bytes(change));
    seeds.push_back(change_bytes(without_body(random_history(1, 1)[0])));
    return seeds;
}

std::vector<std::string> segment_seeds() {
    Bytes segment;
    std::uint32_t number = 0;
    for (Change const& change : random_history(3, 5)) {
        append_record(segment, RecordType::change, number++, change_bytes(change));
    }
    Bytes const open = segment;
    append_seal(segment, number, number);
    return {open, segment, ""};
}

std::vector<std::string> manifest_seeds() {
    Manifest manifest{.generation = 12, .open_number = 9};
    manifest.sealed = {{7, 256, sha256("7")}, {8, 3, sha256("8")}};
    manifest.last = {6, {{part_name(11, "e0-000000"), 100, sha256("1")}}};
    manifest.previous = {4, {{part_name(9, "e0-000000"), 90, sha256("2")}}};
    manifest.tips = {sha256("3"), sha256("4")};
    return {manifest_bytes(manifest), manifest_bytes({.generation = 1})};
}

}  // namespace

std::vector<Parser> const& parsers() {
    static std::vector<Parser> const all{{"json", accepts_json, json_seeds},
                                         {"change", accepts_change, change_seeds},
                                         {"segment", accepts_segment, segment_seeds},
                                         {"manifest", accepts_manifest, manifest_seeds}};
    return all;
}

}  // namespace zhitu::vault::tests
