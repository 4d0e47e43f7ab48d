#include "tools/cli/verify_command.h"

#include <algorithm>

#include "base/limits.h"
#include "exchange/exchange_file.h"
#include "tools/cli/json_text.h"
#include "tools/cli/options.h"
#include "tools/cli/profile.h"
#include "tools/cli/words.h"
#include "tools/files/disk.h"
#include "vault/verify.h"

namespace zhitu::tools {

namespace {

using vault::Fault;
using vault::Finding;
using vault::Verification;

// --- Checking

Result<Verification> verify_folder(std::filesystem::path const& folder) {
    FolderStorage storage(folder);
    auto files = storage.read_all();
    if (!files) return files.error();
    for (std::string const& name : vault::cold_names_in(files.value())) {
        storage.read(name);
        auto answer = storage.poll_read();
        bool const is_there = answer && answer->bytes;
        if (is_there) files.value().push_back({name, std::move(*answer->bytes)});
    }
    return vault::verify_files(files.value(), vault::Cold::given);
}

// Whether the changes of a file add up to the state that it promises.
void check_state(exchange::ExchangeFile const& file, std::string const& path, Verification& out) {
    vault::Ledger ledger;
    for (vault::Change const& change : file.changes) ledger.accept(change);
    if (ledger.digest() == file.state) return;
    out.findings.push_back({.fault = Fault::file_refused, .file = path,
                            .error = Error{ErrorCode::e_field, {"state"}}});
}

Result<Verification> verify_exchange(std::string const& path) {
    auto const bytes = read_file(path, limits::file_bytes_max);
    if (!bytes) return bytes.error();
    auto const file = exchange::read_full(bytes.value());
    if (file) {
        Verification out = vault::verify_changes(file.value().changes);
        check_state(file.value(), path, out);
        return out;
    }
    Verification out = vault::verify_pieces(path, exchange::change_pieces(bytes.value()));
    if (out.is_whole()) {
        out.findings.push_back(
            {.fault = Fault::file_refused, .file = path, .error = file.error()});
    }
    return out;
}

Result<Verification> verify(std::string const& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return verify_folder(path);
    bool const is_there = std::filesystem::exists(path, ignored);
    if (!is_there) return Error{ErrorCode::not_found, {"folder or file", path}};
    return verify_exchange(path);
}

// --- Words

char const* name_of(Fault fault) {
    switch (fault) {
        case Fault::manifest_broken: return "manifest_broken";
        case Fault::manifest_missing: return "manifest_missing";
        case Fault::part_missing: return "part_missing";
        case Fault::part_altered: return "part_altered";
        case Fault::segment_missing: return "segment_missing";
        case Fault::segment_altered: return "segment_altered";
        case Fault::record_broken: return "record_broken";
        case Fault::tail_torn: return "tail_torn";
        case Fault::change_refused: return "change_refused";
        case Fault::header_altered: return "header_altered";
        case Fault::link_broken: return "link_broken";
        case Fault::change_missing: return "change_missing";
        case Fault::file_refused: return "file_refused";
    }
    return "";
}

char const* words_for(Fault fault) {
    switch (fault) {
        case Fault::manifest_broken: return "a manifest cannot be read";
        case Fault::manifest_missing: return "there is no manifest that says what has to be here";
        case Fault::part_missing: return "a part of a snapshot is missing";
        case Fault::part_altered: return "a part of a snapshot is not as it was written";
        case Fault::segment_missing: return "a segment of the journal is missing";
        case Fault::segment_altered: return "a sealed segment is not the one that was sealed";
        case Fault::record_broken: return "a record is not as it was written";
        case Fault::tail_torn: return "the end was torn off and never confirmed as saved";
        case Fault::change_refused: return "a change cannot be read";
        case Fault::header_altered: return "a change is not the one it says it is";
        case Fault::link_broken: return "a change does not follow the one that it names";
        case Fault::change_missing: return "missing, though others follow or name it";
        case Fault::file_refused: return "the file cannot be read";
    }
    return "";
}

// "change 4 of device aaaa… (bbbb…)", "changes 2 to 4 of device aaaa… (the last is bbbb…)"
std::string name_text(Finding const& finding) {
    vault::ChangeName const& name = *finding.change;
    std::string const id = to_text(name.id);
    if (name.sequence == 0) return "change " + id;
    std::string const last = std::to_string(name.sequence);
    std::string const device = " of device " + to_text(name.writer);
    bool const is_row = finding.first_sequence != 0 && finding.first_sequence < name.sequence;
    if (!is_row) return "change " + last + device + " (" + id + ")";
    return "changes " + std::to_string(finding.first_sequence) + " to " + last + device +
           " (the last is " + id + ")";
}

std::string finding_text(Finding const& finding) {
    bool const is_in_file = !finding.file.empty();
    std::string text = finding.file;
    if (finding.is_byte_known) text += ", byte " + std::to_string(finding.offset);
    if (is_in_file && !finding.is_byte_known && finding.offset != 0) {
        text += ", from byte " + std::to_string(finding.offset);
    }
    if (is_in_file) text += ": ";
    bool const is_named = finding.change.has_value();
    if (is_named) text += name_text(finding) + ": ";
    text += words_for(finding.fault);
    if (finding.is_byte_known) text += "; this one byte is wrong";
    if (finding.error) text += "; " + sentence(*finding.error);
    return text + "\n";
}

std::string counts_text(Verification const& all) {
    std::string text;
    if (all.segments_count + all.manifests_count > 0) {
        text = counted(all.manifests_count, "manifest") + ", " +
               counted(all.parts_count, "snapshot part") + ", " +
               counted(all.segments_count, "segment") + " (" + std::to_string(all.sealed_count) +
               " as sealed), " + counted(all.cold_count, "cold segment") + ", " +
               counted(all.records_count, "record") + "\n";
    }
    std::uint64_t const without = all.changes_count - all.bodies_count;
    text += counted(all.changes_count, "change") + " of " + counted(all.writers_count, "device") +
            ", " + std::to_string(without) + " without content (erased), " +
            counted(all.forks_count, "fork") + "\n";
    return text;
}

std::string verdict(Verification const& all) {
    if (all.is_whole()) {
        return "whole: every checksum, seal, chain and content is as it was written\n";
    }
    std::string text = "NOT WHOLE, " + counted(all.findings.size(), "finding") + ":\n";
    for (Finding const& finding : all.findings) text += "  " + finding_text(finding);
    return text;
}

// --- JSON

std::string finding_json(Finding const& finding) {
    JsonObject json;
    json.text("fault", name_of(finding.fault)).text("file", finding.file);
    json.count("offset", finding.offset).flag("byte_known", finding.is_byte_known);
    if (finding.change) {
        json.text("id", to_text(finding.change->id));
        bool const is_placed = finding.change->sequence != 0;
        if (is_placed) json.text("writer", to_text(finding.change->writer));
        if (is_placed) json.count("sequence", finding.change->sequence);
    }
    if (finding.first_sequence != 0) json.count("first_sequence", finding.first_sequence);
    if (finding.error) json.text("why", sentence(*finding.error));
    return json.done();
}

std::string verification_json(Verification const& all) {
    std::vector<std::string> findings;
    for (Finding const& finding : all.findings) findings.push_back(finding_json(finding));
    JsonObject json;
    json.flag("whole", all.is_whole()).count("manifests_count", all.manifests_count);
    json.count("parts_count", all.parts_count).count("segments_count", all.segments_count);
    json.count("sealed_count", all.sealed_count).count("cold_count", all.cold_count);
    json.count("records_count", all.records_count).count("changes_count", all.changes_count);
    json.count("bodies_count", all.bodies_count).count("writers_count", all.writers_count);
    json.count("forks_count", all.forks_count).json("findings", json_list(findings));
    return json.done() + "\n";
}

// --- Repair

Result<std::vector<exchange::ExchangeFile>> read_exchanges(std::span<std::string const> paths) {
    std::vector<exchange::ExchangeFile> files;
    for (std::string const& path : paths) {
        auto const bytes = read_file(path, limits::file_bytes_max);
        if (!bytes) return bytes.error();
        auto file = exchange::read_full(bytes.value());
        if (!file) {
            return Error{ErrorCode::storage_failed, {path + ": " + sentence(file.error())}};
        }
        files.push_back(std::move(file).value());
    }
    return files;
}

// Merges everything into the profile and saves. The store mends its journal when all is back.
Result<std::string> bring_back(std::string const& folder,
                               std::vector<exchange::ExchangeFile> files, Env& env) {
    auto profile = open_profile(env, folder, IfMissing::refuse);
    if (!profile) return profile.error();
    app::Store& store = *profile.value().store;
    std::string said;
    for (exchange::ExchangeFile& file : files) {
        auto const merged = store.merge(std::move(file.changes));
        if (!merged) return merged.error();
        said += "exchange file of " + file.made + ": " +
                counted(merged.value().new_count, "change") + " came back or are new, " +
                std::to_string(merged.value().known_count) + " were here, " +
                std::to_string(merged.value().waiting_count) + " waiting\n";
    }
    // What broke nothing that is needed (a manifest of two) is written anew as well.
    if (!store.journal().is_damaged()) {
        store.journal().repair();
        store.journal().flush();
    }
    Status const saved = finish_saving(profile.value());
    if (!saved) return saved.error();
    return said;
}

}  // namespace

Answer run_verify(std::span<std::string const> arguments, Env&) {
    Options options = read_options(arguments, {"--json"});
    if (options.names.size() != 1) options.fault = "verify needs a folder or an exchange file";
    if (!options.fault.empty()) return misused(options.fault);
    auto const all = verify(options.names[0]);
    if (!all) return failed(all.error());
    bool const is_json = options.has("--json");
    return {all.value().is_whole() ? 0 : 1,
            is_json ? verification_json(all.value())
                    : counts_text(all.value()) + verdict(all.value()),
            ""};
}

Answer run_repair(std::span<std::string const> arguments, Env& env) {
    bool const has_files = arguments.size() >= 2;
    if (!has_files) return misused("repair needs a folder and exchange files");
    std::error_code ignored;
    bool const is_there = std::filesystem::is_directory(arguments[0], ignored);
    if (!is_there) return failed({ErrorCode::not_found, {"folder", arguments[0]}});
    auto const before = verify_folder(arguments[0]);
    if (!before) return failed(before.error());
    if (before.value().is_whole()) {
        return {0, counts_text(before.value()) + "nothing to repair: the profile is whole\n", ""};
    }
    auto files = read_exchanges(arguments.subspan(1));
    if (!files) return failed(files.error());
    Answer answer;
    answer.out = "before: " + verdict(before.value());
    auto const said = bring_back(arguments[0], std::move(files).value(), env);
    if (!said) return {1, answer.out, failed(said.error()).err};
    auto const after = verify_folder(arguments[0]);
    if (!after) return {1, answer.out, failed(after.error()).err};
    answer.out += said.value() + "now: " + counts_text(after.value()) + verdict(after.value());
    answer.exit_code = after.value().is_whole() ? 0 : 1;
    return answer;
}

}  // namespace zhitu::tools
