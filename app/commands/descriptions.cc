// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/wiring.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace xieshang::app {
namespace {

template <class Each>
void for_each_command(const CLI::App& app, const std::string& path, const Each& each)
{
    each(app, path);
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        for_each_command(*command, path + " " + command->get_name(), each);
    }
}

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

// One case an option that takes one of a few values, which stand in its type: office|reader.
void add_values(const CLI::App& app, const std::string& path, std::string& cases)
{
    for (const auto* option : app.get_options()) {
        auto values = option->get_type_name();
        if (values.find('|') != std::string::npos) {
            std::replace(values.begin(), values.end(), '|', ' ');
            cases += fmt::format(
                "    '{} --{}') words='{}' ;;\n", path, option->get_lnames().front(), values);
        }
    }
}

struct Cases {
    std::string commands; // the paths that are commands, so that a value is not taken for one
    std::string words;    // that may follow a command
    std::string values;
};

Cases cases_of(const CLI::App& app)
{
    Cases cases;
    for_each_command(app, "xieshang", [&](const CLI::App& command, const std::string& path) {
        cases.commands += (cases.commands.empty() ? "'" : "|'") + path + "'";
        cases.words += fmt::format("    '{}') words='{}' ;;\n", path, words_of(command));
        add_values(command, path, cases.values);
    });
    return cases;
}

std::string bash_completion(const CLI::App& app)
{
    const auto cases = cases_of(app);
    return fmt::format(R"(# bash completion of xieshang: source <(xieshang completion)
_xieshang() {{
  local path=xieshang words='' word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$path $word" in
      {}) path="$path $word" ;;
    esac
  done
  case "$path" in
{}  esac
  case "$path ${{COMP_WORDS[COMP_CWORD-1]}}" in
{}  esac
  COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _xieshang xieshang
)",
        cases.commands, cases.words, cases.values);
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
    auto* policies = app.add_subcommand("policies", console.text("cli.policies"));
    const auto language = std::make_shared<std::string>("en");
    policies->add_option("--language", *language, console.text("cli.policies.language"))
        ->check(CLI::IsMember({"en", "zh-CN"}));
    policies->callback([language] {
        const auto chosen = *language == "en" ? texts::Language::en : texts::Language::zh_cn;
        std::fputs(policy_document(chosen).c_str(), stdout);
    });
    app.add_subcommand("completion", console.text("cli.completion"))->callback([&app] {
        std::fputs(bash_completion(app).c_str(), stdout);
    });
}

} // namespace xieshang::app
