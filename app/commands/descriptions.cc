// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/wiring.h"

#include <fmt/format.h>
#include <string>
#include <vector>

namespace xieshang::app {
namespace {

std::string words_of(const CLI::App& app)
{
    std::string words;
    for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) {
            words += "--" + name + " ";
        }
    }
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        words += command->get_name() + " ";
    }
    return words;
}

// One case a command: the words that may follow it.
void add_cases(const CLI::App& app, const std::string& path, std::string& cases)
{
    cases += fmt::format("    '{}') words='{}' ;;\n", path, words_of(app));
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        add_cases(*command, path + " " + command->get_name(), cases);
    }
}

std::string bash_completion(const CLI::App& app)
{
    std::string cases;
    add_cases(app, "xieshang", cases);
    return fmt::format(R"(# bash completion of xieshang: source <(xieshang completion)
_xieshang() {{
  local path=xieshang words='' word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$word" in -*) ;; *) path="$path $word" ;; esac
  done
  case "$path" in
{}  esac
  COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _xieshang xieshang
)",
        cases);
}

} // namespace

void add_descriptions(CLI::App& app, Console& console)
{
    app.add_subcommand("openapi", console.text("cli.openapi"))->callback([] {
        std::fputs(openapi_document().c_str(), stdout);
    });
    app.add_subcommand("workflows", console.text("cli.workflows"))->callback([] {
        std::fputs(workflow_tables().c_str(), stdout);
    });
    app.add_subcommand("completion", console.text("cli.completion"))->callback([&app] {
        std::fputs(bash_completion(app).c_str(), stdout);
    });
}

} // namespace xieshang::app
