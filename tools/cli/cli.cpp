#include "tools/cli/cli.h"

#include <algorithm>
#include <array>

#include "app/demo.h"
#include "exchange/exchange_file.h"
#include "exchange/parser.h"
#include "tools/cli/profile.h"
#include "tools/cli/report_text.h"
#include "tools/cli/words.h"
#include "tools/files/disk.h"

namespace zhitu::tools {

namespace {

using Arguments = std::span<std::string const>;

constexpr char const* help_text =
    R"(Usage: cli COMMAND FOLDER …       a profile of Zhitu lives in FOLDER

  cli import FOLDER FILE…           courses, roles, synonyms, people (CSV, JSON) or an exchange file
  cli recommend FOLDER LOGIN        the ranked courses of one person, with reasons
      --count N                     at most N courses (default 10)
      --json                        for programs
  cli export FOLDER FILE            everything into one exchange file
  cli evaluate FOLDER               the worked case of the sources, from the stored records
  cli replay FOLDER                 reads the journal again, verifies it, prints the state hash
  cli demo FOLDER DEMO.JSON         puts the demo company into an empty profile
  cli --help

Exit code: 0 done, 1 could not be done, 2 the arguments were not understood.
)";

Answer failed(Error const& error) { return {1, "", "cli: " + sentence(error) + "\n"}; }

Answer misused(std::string const& what) {
    return {2, "", "cli: " + what + "; see cli --help\n"};
}

std::string counted(std::size_t count, char const* thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string state_line(app::Store const& store) {
    return "state " + to_hex(store.state_digest()) + "\n";
}

// --- import
struct ForeignFiles {
    std::vector<exchange::NamedBytes> tables;
    std::vector<exchange::ExchangeFile> exchanges;
};

Result<ForeignFiles> read_files(Arguments paths) {
    ForeignFiles files;
    for (std::string const& path : paths) {
        auto bytes = read_file(path, limits::file_bytes_max);
        if (!bytes) return bytes.error();
        if (!exchange::is_exchange_file(bytes.value())) {
            std::string const name = std::filesystem::path(path).filename().string();
            files.tables.push_back({name, std::move(bytes).value()});
            continue;
        }
        auto file = exchange::read_full(bytes.value());
        if (!file) return Error{ErrorCode::storage_failed, {path + ": " + sentence(file.error())}};
        files.exchanges.push_back(std::move(file).value());
    }
    return files;
}

Status merge_file(Profile& profile, exchange::ExchangeFile file, std::string& out) {
    bool const was_empty = profile.store->ledger().changes().empty();
    auto const merged = profile.store->merge(std::move(file.changes));
    if (!merged) return merged.error();
    out += "exchange file of " + file.made + ": " +
           counted(merged.value().new_count, "new change") + ", " +
           std::to_string(merged.value().known_count) + " known, " +
           std::to_string(merged.value().waiting_count) + " waiting\n";
    if (!was_empty) return Done{};
    if (profile.store->state_digest() != file.state) return Error{ErrorCode::e_body, {}};
    out += "the state is the one the file was made from\n";
    return Done{};
}

bool is_whole_file(exchange::Refusal const& refusal) {
    return refusal.row == 0 || refusal.why.code == ErrorCode::bad_header;
}

Answer run_import(Arguments arguments, Env& env) {
    if (arguments.size() < 2) return misused("import needs a folder and at least one file");
    auto files = read_files(arguments.subspan(1));
    if (!files) return failed(files.error());
    auto profile = open_profile(env, arguments.front(), IfMissing::make);
    if (!profile) return failed(profile.error());
    Answer answer;
    for (exchange::ExchangeFile& file : files.value().exchanges) {
        Status const merged = merge_file(profile.value(), std::move(file), answer.out);
        if (!merged) return failed(merged.error());
    }
    auto table = exchange::parse_files(std::move(files.value().tables));
    if (!table.rows_read.empty() || !table.refusals.empty()) answer.out += import_text(table);
    if (std::ranges::any_of(table.refusals, is_whole_file)) answer.exit_code = 1;
    auto const done = profile.value().store->dispatch(app::ImportFiles{std::move(table)});
    if (!done) return failed(done.error());
    Status const saved = finish_saving(profile.value());
    if (!saved) return failed(saved.error());
    answer.out += counted(done.value().changes.size(), "change") + " written\n";
    answer.out += state_line(*profile.value().store);
    return answer;
}

// --- recommend
struct RecommendWish {
    std::vector<std::string> names;  // folder, login
    std::size_t count_max = 10;
    bool is_json = false;
    std::string fault;
};

RecommendWish read_wish(Arguments arguments) {
    RecommendWish wish;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string const& argument = arguments[i];
        if (argument == "--json") {
            wish.is_json = true;
        } else if (argument == "--count") {
            auto const count = ++i < arguments.size() ? parse_integer(arguments[i]) : std::nullopt;
            if (!count || *count < 1) wish.fault = "--count needs a number from 1";
            wish.count_max = static_cast<std::size_t>(count.value_or(1));
        } else if (argument.starts_with("--")) {
            wish.fault = "unknown option " + argument;
        } else {
            wish.names.push_back(argument);
        }
    }
    if (wish.names.size() != 2) wish.fault = "recommend needs a folder and a login";
    return wish;
}

Answer run_recommend(Arguments arguments, Env& env) {
    RecommendWish const wish = read_wish(arguments);
    if (!wish.fault.empty()) return misused(wish.fault);
    auto const profile = open_profile(env, wish.names[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    app::State const& state = profile.value().store->state();
    auto const person = people::find_by_login(state.people, wish.names[1]);
    if (!person) return failed({ErrorCode::not_found, {"login", wish.names[1]}});
    auto const list = app::advise(state, *person, wish.count_max);
    return {0, wish.is_json ? advice_json(state, *person, list) : advice_text(state, *person, list),
            ""};
}

// --- export, evaluate, replay, demo
Answer run_export(Arguments arguments, Env& env) {
    if (arguments.size() != 2) return misused("export needs a folder and a file");
    auto const profile = open_profile(env, arguments[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    app::Store const& store = *profile.value().store;
    std::string const bytes = exchange::write_full(store.ledger(), store.today());
    Status const written = replace_file(arguments[1], bytes);
    if (!written) return failed(written.error());
    return {0, counted(store.ledger().changes().size(), "change") + ", " +
                   counted(bytes.size(), "byte") + "\n" + state_line(store), ""};
}

Answer run_evaluate(Arguments arguments, Env& env) {
    if (arguments.size() != 1) return misused("evaluate needs a folder");
    auto const profile = open_profile(env, arguments[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    app::State const& state = profile.value().store->state();
    auto const source = app::source_case(state, evaluate::LossWeights{});
    if (!source) return failed({ErrorCode::not_found, {"record", app::source_case_label}});
    return {0, case_text(state, *source), ""};
}

// The same changes in another order must give the same state.
bool is_order_free(vault::Ledger const& ledger) {
    vault::Ledger again;
    std::vector<vault::Change> changes = ledger.changes();
    std::ranges::reverse(changes);
    for (vault::Change& change : changes) again.accept(std::move(change));
    return again.digest() == ledger.digest() && again.waiting_count() == 0;
}

Answer run_replay(Arguments arguments, Env& env) {
    if (arguments.size() != 1) return misused("replay needs a folder");
    auto const profile = open_profile(env, arguments[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    app::OpenReport const& report = profile.value().report;
    app::Store const& store = *profile.value().store;
    Answer answer;
    answer.out = counted(report.changes_count, "change") + " of " +
                 counted(store.ledger().heads().size(), "device") + ", " +
                 std::to_string(store.ledger().waiting_count()) + " waiting, " +
                 counted(report.bytes_dropped, "byte") + " never confirmed\n";
    for (std::string const& segment : report.damaged) answer.err += "damaged: " + segment + "\n";
    bool const is_verified = is_order_free(store.ledger());
    answer.out += is_verified ? "replayed in another order: same state\n"
                              : "replayed in another order: OTHER STATE\n";
    answer.out += state_line(store);
    answer.exit_code = is_verified && report.damaged.empty() ? 0 : 1;
    return answer;
}

Answer run_demo(Arguments arguments, Env& env) {
    if (arguments.size() != 2) return misused("demo needs a folder and demo.json");
    auto const bytes = read_file(arguments[1], limits::file_bytes_max);
    if (!bytes) return failed(bytes.error());
    auto profile = open_profile(env, arguments[0], IfMissing::make);
    if (!profile) return failed(profile.error());
    app::Store& store = *profile.value().store;
    if (!store.state().is_empty()) return failed({ErrorCode::already_exists, {"company", "here"}});
    Status const loaded = app::load_demo(store, bytes.value());
    if (!loaded) return failed(loaded.error());
    Status const saved = finish_saving(profile.value());
    if (!saved) return failed(saved.error());
    return {0, std::to_string(store.state().people.people.size()) + " people, " +
                   counted(store.state().catalog.courses.size(), "course") + "\n" +
                   state_line(store), ""};
}

struct Command {
    char const* name;
    Answer (*run)(Arguments, Env&);
};

constexpr std::array<Command, 6> commands = {{{"import", run_import},
                                              {"recommend", run_recommend},
                                              {"export", run_export},
                                              {"evaluate", run_evaluate},
                                              {"replay", run_replay},
                                              {"demo", run_demo}}};

}  // namespace

Answer run_cli(std::span<std::string const> arguments, Env& env) {
    auto const is_help = [](std::string const& text) { return text == "--help" || text == "-h"; };
    if (std::ranges::any_of(arguments, is_help)) return {0, help_text, ""};
    if (arguments.empty()) return misused("a command is missing");
    for (Command const& command : commands) {
        if (arguments.front() == command.name) return command.run(arguments.subspan(1), env);
    }
    return misused("unknown command " + arguments.front());
}

}  // namespace zhitu::tools
