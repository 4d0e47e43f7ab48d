#pragma once

// `cli import`: files of the outside world, or exchange files, into a profile.

#include <map>
#include <string>
#include <vector>

#include "tools/cli/cli.h"

namespace zhitu::tools {

// What somebody asked for.
struct ImportWish {
    struct File {
        std::string path;
        std::string plan_path;  // empty: none
    };
    std::string folder;
    std::vector<File> files;
    std::map<std::string, std::string> currencies;  // source -> ISO 4217, for every file
    bool is_repaired = false;                       // double-decoded text is put right
    bool is_dry_run = false;
    std::string refused_path;  // empty: refused rows are not written
    std::string fault;         // what is not understood; empty: nothing
};

ImportWish read_import_wish(std::span<std::string const> arguments);

// Requires a wish without fault. Proposes as the page does, and unless it is a dry run applies it
// as one batch. Nothing is written when any file cannot be opened.
Answer run_import(ImportWish const& wish, Env& env);

}  // namespace zhitu::tools
