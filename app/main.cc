// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/parser_words.h"
#include "app/system_words.h"

#include <cstdlib>
#include <exception>
#include <new>
#include <utility>

namespace xieshang::app {
namespace {

// POSIX: the first that is set and not empty decides.
std::string locale()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
            return value;
        }
    }
    return {};
}

int run(int argc, char** argv)
{
    Console console{texts::from_locale(locale()), ExitCode::done};
    CLI::App app(console.text("cli.about"), "xieshang");
    translate_help(app, console);
    app.set_version_flag("--version", "xieshang " XIESHANG_VERSION, console.text("cli.version"));
    app.require_subcommand(1);
    app.footer(console.text("cli.exit_codes"));
    for (auto* add : {add_serve, add_migrate, add_backup, add_check, add_plan, add_people,
             add_config, add_user, add_keys, add_search, add_opinions, add_descriptions}) {
        add(app, console);
    }
    gather_options(app, console);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return explain(error, app, console);
    }
    return static_cast<int>(console.exit_code);
}

int failed(const char* code, base::Params params)
{
    const Console console{texts::from_locale(locale()), ExitCode::failed};
    console.say({base::Trouble::refused, code, std::move(params), {}});
    return static_cast<int>(console.exit_code);
}

} // namespace
} // namespace xieshang::app

int main(int argc, char** argv)
{
    try {
        return xieshang::app::run(argc, argv);
    } catch (const std::bad_alloc&) {
        return xieshang::app::failed("cli.no_memory", {});
    } catch (const std::system_error& error) {
        return xieshang::app::failed(
            "cli.machine_failed", {{"reason", xieshang::app::reason_of(error)}});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "xieshang: %s\n", error.what());
        return static_cast<int>(xieshang::app::ExitCode::failed);
    }
}
