#include "tools/cli/import_command.h"

#include <algorithm>
#include <filesystem>

#include "app/import_proposal.h"
#include "exchange/exchange_file.h"
#include "exchange/refused_rows.h"
#include "tools/cli/profile.h"
#include "tools/cli/report_text.h"
#include "tools/cli/words.h"
#include "tools/files/disk.h"
#include "tools/files/iconv_decoder.h"

namespace zhitu::tools {

namespace {

// --- What somebody asked for
class WishReader {
public:
    explicit WishReader(std::span<std::string const> arguments) : arguments_(arguments) {}

    ImportWish read() {
        for (next_ = 0; next_ < arguments_.size(); ++next_) take(arguments_[next_]);
        if (!plan_path_.empty()) wish_.fault = "--plan needs a file behind it";
        if (wish_.fault.empty() && wish_.files.empty()) {
            wish_.fault = "import needs a folder and at least one file";
        }
        return std::move(wish_);
    }

private:
    void take(std::string const& argument) {
        if (argument == "--repair") wish_.is_repaired = true;
        else if (argument == "--dry-run") wish_.is_dry_run = true;
        else if (argument == "--plan") plan_path_ = value_of(argument);
        else if (argument == "--refused") wish_.refused_path = value_of(argument);
        else if (argument == "--currency") take_currency(value_of(argument));
        else if (argument.starts_with("--")) wish_.fault = "unknown option " + argument;
        else if (wish_.folder.empty()) wish_.folder = argument;
        else wish_.files.push_back({argument, std::exchange(plan_path_, {})});
    }

    std::string value_of(std::string const& option) {
        if (++next_ < arguments_.size()) return arguments_[next_];
        wish_.fault = option + " needs a value";
        return {};
    }

    // "Stepik=RUB"; "Stepik=" leaves the prices out.
    void take_currency(std::string const& text) {
        std::size_t const at = text.rfind('=');
        std::string const code = at == std::string::npos ? "?" : text.substr(at + 1);
        bool const is_code = std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!is_code || (code.size() != 3 && !code.empty())) {
            wish_.fault = "--currency needs SOURCE=CUR, as Stepik=RUB";
        } else {
            wish_.currencies[text.substr(0, at)] = code;
        }
    }

    std::span<std::string const> arguments_;
    std::size_t next_ = 0;
    std::string plan_path_;  // for the next file
    ImportWish wish_{};
};

// --- Files
struct ForeignFiles {
    std::vector<exchange::NamedBytes> tables;
    std::vector<exchange::FilePlan> plans;  // [tables]
    std::vector<exchange::ExchangeFile> exchanges;
};

Result<exchange::FilePlan> plan_for(ImportWish const& wish, ImportWish::File const& file) {
    exchange::FilePlan plan;
    if (!file.plan_path.empty()) {
        auto bytes = read_file(file.plan_path, limits::file_bytes_max);
        if (!bytes) return bytes.error();
        auto read = exchange::file_plan_from_bytes(trimmed(bytes.value()));
        if (!read) return Error{ErrorCode::bad_value, {"plan", file.plan_path, "a plan of Zhitu"}};
        plan = *std::move(read);
    }
    for (auto const& [source, code] : wish.currencies) plan.currencies[source] = code;
    plan.is_repaired = plan.is_repaired || wish.is_repaired;
    return plan;
}

Result<ForeignFiles> read_files(ImportWish const& wish) {
    ForeignFiles files;
    for (ImportWish::File const& file : wish.files) {
        auto bytes = read_file(file.path, limits::file_bytes_max);
        if (!bytes) return bytes.error();
        if (!exchange::is_exchange_file(bytes.value())) {
            auto plan = plan_for(wish, file);
            if (!plan) return plan.error();
            std::string const name = std::filesystem::path(file.path).filename().string();
            files.tables.push_back({name, std::move(bytes).value()});
            files.plans.push_back(std::move(plan).value());
            continue;
        }
        auto read = exchange::read_full(bytes.value());
        if (!read) {
            return Error{ErrorCode::storage_failed, {file.path + ": " + sentence(read.error())}};
        }
        files.exchanges.push_back(std::move(read).value());
    }
    return files;
}

// --- Exchange files
Status merge_file(Profile& profile, exchange::ExchangeFile file, std::string& out) {
    bool const was_empty = profile.store->ledger().accepted_count() == 0;
    if (!profile.store->may_merge(file.changes)) {
        Status const read = read_history(profile);
        if (!read) return read.error();
    }
    auto const merged = profile.store->merge(std::move(file.changes));
    if (!merged) return merged.error();
    out += "exchange file of " + file.made + ": " +
           counted(merged.value().new_count, "new change") + ", " +
           std::to_string(merged.value().known_count) + " known, " +
           std::to_string(merged.value().waiting_count) + " waiting\n" +
           let_go_line(merged.value().dropped_count);
    if (!was_empty) return Done{};
    if (profile.store->state_digest() != file.state) return Error{ErrorCode::e_body, {}};
    out += "the state is the one the file was made from\n";
    return Done{};
}

// --- Tables
Result<app::ImportProposal> propose(app::Store& store, ForeignFiles files) {
    app::ImportRequest request;
    request.files = std::move(files.tables);
    request.plans = std::move(files.plans);
    request.journal = store.journal_files();
    request.state_version = store.state().version;
    request.today = store.today();
    request.nonce = store.random_id();
    IconvDecoder const decoder;
    return app::propose_import(std::move(request), &decoder);
}

Status write_refused(app::ImportProposal const& proposal, std::string const& path) {
    auto const files = exchange::refused_files_from_bytes(proposal.refused_rows);
    if (!files) return files.error();
    exchange::RefusedWords words;
    words.sentence = [](exchange::Refusal const& refusal) { return sentence(refusal.why); };
    return replace_file(path, exchange::refused_rows_csv(files.value(), words));
}

bool is_whole_file(exchange::Refusal const& refusal) {
    return refusal.row == 0 || refusal.why.code == ErrorCode::bad_header;
}

Status import_tables(ImportWish const& wish, ForeignFiles files, Profile& profile, Answer& answer) {
    auto proposal = propose(*profile.store, std::move(files));
    if (!proposal) return proposal.error();
    answer.out += import_text(proposal.value());
    if (std::ranges::any_of(proposal.value().refusals, is_whole_file)) answer.exit_code = 1;
    if (!wish.refused_path.empty()) {
        Status const written = write_refused(proposal.value(), wish.refused_path);
        if (!written) return written;
    }
    if (wish.is_dry_run) {
        answer.out += "nothing written: a dry run\n";
        return Done{};
    }
    auto const done = profile.store->apply_batch(std::move(proposal.value().parts));
    if (!done) return done.error();
    answer.out += counted(done.value().changes.size(), "change") + " written\n";
    return Done{};
}

}  // namespace

ImportWish read_import_wish(std::span<std::string const> arguments) {
    return WishReader(arguments).read();
}

Answer run_import(ImportWish const& wish, Env& env) {
    auto files = read_files(wish);
    if (!files) return failed(files.error());
    if (wish.is_dry_run && !files.value().exchanges.empty()) {
        return misused("a dry run is for tables, not for exchange files");
    }
    auto profile = open_profile(env, wish.folder, IfMissing::make);
    if (!profile) return failed(profile.error());
    Answer answer;
    for (exchange::ExchangeFile& file : files.value().exchanges) {
        Status const merged = merge_file(profile.value(), std::move(file), answer.out);
        if (!merged) return failed(merged.error());
    }
    if (!files.value().tables.empty()) {
        Status const done = import_tables(wish, std::move(files).value(), profile.value(), answer);
        if (!done) return failed(done.error());
    }
    Status const saved = wish.is_dry_run ? Done{} : finish_saving(profile.value());
    if (!saved) return failed(saved.error());
    answer.out += "state " + to_hex(profile.value().store->state_digest()) + "\n";
    return answer;
}

}  // namespace zhitu::tools
