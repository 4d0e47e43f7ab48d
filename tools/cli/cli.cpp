#include "tools/cli/cli.h"

#include <algorithm>
#include <array>

#include "app/demo.h"
#include "exchange/exchange_file.h"
#include "tools/cli/import_command.h"
#include "tools/cli/profile.h"
#include "tools/cli/report_text.h"
#include "tools/cli/words.h"
#include "tools/files/disk.h"

namespace zhitu::tools {

namespace {

using Arguments = std::span<std::string const>;

constexpr char const* help_text =
    R"(Usage: cli COMMAND FOLDER …       a profile of Zhitu lives in FOLDER

  cli import FOLDER FILE…           courses, people, enrolments, interactions (CSV), courses, roles,
                                    synonyms (JSON), or an exchange file
      --plan PLAN FILE              reads FILE as the plan says (JSON, as the page remembers it)
      --currency SOURCE=CUR         the prices of this source are in CUR; empty: left out
      --repair                      puts text right whose bytes were read as Latin-1 once
      --refused FILE                writes the refused rows as CSV, to be mended and given back
      --dry-run                     says what would happen and writes nothing
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

std::string state_line(app::Store const& store) {
    return "state " + to_hex(store.state_digest()) + "\n";
}

// --- import
Answer import_files(Arguments arguments, Env& env) {
    ImportWish const wish = read_import_wish(arguments);
    return wish.fault.empty() ? run_import(wish, env) : misused(wish.fault);
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

constexpr std::array<Command, 6> commands = {{{"import", import_files},
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
