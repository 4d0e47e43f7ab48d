#include "tools/cli/cli.h"

#include <algorithm>
#include <array>

#include "app/demo.h"
#include "exchange/exchange_file.h"
#include "tools/cli/import_command.h"
#include "tools/cli/options.h"
#include "tools/cli/person_commands.h"
#include "tools/cli/profile.h"
#include "tools/cli/report_json.h"
#include "tools/cli/report_text.h"
#include "tools/cli/verify_command.h"
#include "tools/cli/words.h"
#include "tools/files/disk.h"

namespace zhitu::tools {

namespace {

using Arguments = std::span<std::string const>;

constexpr std::size_t own_list_k_usual = 5;  // as on the page

constexpr char const* help_text =
    R"(Usage: cli COMMAND FOLDER …       a profile of Zhitu lives in FOLDER

  cli import FOLDER FILE…           courses, people, enrolments, interactions (CSV), courses, roles,
                                    synonyms (JSON), or an exchange file
      --plan PLAN FILE              reads FILE as the plan says (JSON, as the page remembers it)
      --currency SOURCE=CUR         the prices of this source are in CUR; empty: left out
      --repair                      puts text right whose bytes were read as Latin-1 once
      --refused FILE                writes the refused rows as CSV, to be mended and given back
      --dry-run                     says what would happen and writes nothing
  cli gap FOLDER LOGIN | --team     what one person lacks, by skill: gap × weight = priority; or
                                    what everybody lacks
  cli recommend FOLDER LOGIN        the ranked courses of one person, with reasons
      --count N                     at most N courses (default 10)
  cli why FOLDER LOGIN COURSE       why a course stands where it stands in the list of a person,
      [OTHER]                       against the one above or another, and the smallest change that
                                    would put it above. A course is an address, a title or an id
  cli evaluate FOLDER               the worked case of the sources, from the stored records
      --own                         instead the company's own list against its enrolments so far
      --k N                         of N courses (default 5, at most 20)
  cli export FOLDER FILE            everything into one exchange file
  cli replay FOLDER                 reads the journal again, in another order as well, prints the
                                    state hash
  cli verify FOLDER | FILE          checks every checksum, seal, chain and content of a profile or
                                    an exchange file, and names each change that is not whole;
                                    writes nothing; --json. Exit code 0: everything is whole
  cli repair FOLDER FILE…           brings back what is damaged from a colleague's exchange files;
                                    what was broken stays under q/
  cli demo FOLDER DEMO.JSON         puts the demo company into an empty profile
  cli --help

gap, recommend, why and evaluate take --json: for programs, every figure to the last digit; the page
computes the same and keeps nine digits of each behind what it shows.

Exit code: 0 done, 1 could not be done, 2 the arguments were not understood.
)";

std::string state_line(app::Store const& store) {
    return "state " + to_hex(store.state_digest()) + "\n";
}

// --- import
Answer import_files(Arguments arguments, Env& env) {
    ImportWish const wish = read_import_wish(arguments);
    return wish.fault.empty() ? run_import(wish, env) : misused(wish.fault);
}

// --- export, evaluate, replay, demo
Answer run_export(Arguments arguments, Env& env) {
    if (arguments.size() != 2) return misused("export needs a folder and a file");
    auto profile = open_profile(env, arguments[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    Status const read = read_history(profile.value());
    if (!read) return failed(read.error());
    app::Store const& store = *profile.value().store;
    std::string const bytes = exchange::write_full(store.ledger(), store.today());
    Status const written = replace_file(arguments[1], bytes);
    if (!written) return failed(written.error());
    return {0, counted(store.ledger().changes().size(), "change") + ", " +
                   counted(bytes.size(), "byte") + "\n" + state_line(store), ""};
}

Answer evaluate_own_list(app::State const& state, std::size_t k, bool is_json) {
    auto const reports = app::own_list_by_k(state, app::own_list_k_max);
    app::OwnListReport const& report = reports[k - 1];
    return {0, is_json ? own_list_json(report) : own_list_text(report), ""};
}

Answer run_evaluate(Arguments arguments, Env& env) {
    Options options = read_options(arguments, {"--own", "--json"}, {"--k"});
    std::size_t const k = take_number(options, "--k", own_list_k_usual, app::own_list_k_max);
    bool const is_own = options.has("--own");
    if (!is_own && options.values.contains("--k")) options.fault = "--k goes with --own";
    if (options.names.size() != 1) options.fault = "evaluate needs a folder";
    if (!options.fault.empty()) return misused(options.fault);
    auto const profile = open_profile(env, options.names[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    app::State const& state = profile.value().store->state();
    bool const is_json = options.has("--json");
    if (is_own) return evaluate_own_list(state, k, is_json);
    auto const source = app::source_case(state, evaluate::LossWeights{});
    if (!source) return failed({ErrorCode::not_found, {"record", app::source_case_label}});
    return {0, is_json ? case_json(*source) : case_text(state, *source), ""};
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
    auto profile = open_profile(env, arguments[0], IfMissing::refuse);
    if (!profile) return failed(profile.error());
    Status const read = read_history(profile.value());
    if (!read) return failed(read.error());
    app::OpenReport const& report = profile.value().report;
    app::Store const& store = *profile.value().store;
    Answer answer;
    answer.out = counted(store.ledger().changes().size(), "change") + " of " +
                 counted(store.ledger().heads().size(), "device") + ", " +
                 std::to_string(store.ledger().waiting_count()) + " waiting, " +
                 counted(report.bytes_dropped, "byte") + " never confirmed\n";
    answer.out += let_go_line(report.dropped_count);
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

constexpr std::array<Command, 10> commands = {{{"import", import_files},
                                              {"gap", run_gap},
                                              {"recommend", run_recommend},
                                              {"why", run_why},
                                              {"evaluate", run_evaluate},
                                              {"export", run_export},
                                              {"replay", run_replay},
                                              {"verify", run_verify},
                                              {"repair", run_repair},
                                              {"demo", run_demo}}};

}  // namespace

Answer failed(Error const& error) { return {1, "", "cli: " + sentence(error) + "\n"}; }

Answer misused(std::string const& what) {
    return {2, "", "cli: " + what + "; see cli --help\n"};
}

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
