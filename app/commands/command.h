// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The commands of the program: each adds itself to the parser and, when it was called, leaves its
// exit code.
#pragma once

#include "app/config.h"
#include "app/exit_code.h"
#include "platform/base/actor.h"
#include "platform/texts/texts.h"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

namespace xieshang::app {

// What all commands share while one runs.
struct Console {
    texts::Language language{};
    ExitCode exit_code = ExitCode::done;

    std::string text(std::string_view code, const base::Params& params = {}) const
    {
        return texts::built_in().text(language, code, params);
    }
    // One line to standard error; fields follow, one a line, each by its name in words: nobody
    // types JSON here, so none is told a pointer.
    void say(const base::Error& error) const;
    std::string name_of(std::string_view pointer) const; // empty when its text tells the place
    // Shows {done} and {total} in one line of standard error while work goes on, on a terminal
    // only.
    std::function<void(std::int64_t done, std::int64_t total)> progress(std::string code) const;
    // Who typed the command, by the name that the system knows him by, so that the record does.
    base::Actor actor(base::Roles roles) const;
    void fail(const base::Error& error, ExitCode code)
    {
        say(error);
        exit_code = code;
    }
};

// Where the data lies: --data, --database and --key-file, over the config file.
struct Place {
    std::string data = "data";
    std::string database;
    std::string key_file;

    void add_to(CLI::App& command, const Console& console);
    base::Result<Config> config() const;
};

void add_serve(CLI::App& app, Console& console);
void add_migrate(CLI::App& app, Console& console);
void add_plan(CLI::App& app, Console& console);
void add_people(CLI::App& app, Console& console);
void add_config(CLI::App& app, Console& console);
void add_user(CLI::App& app, Console& console);
void add_keys(CLI::App& app, Console& console);
void add_search(CLI::App& app, Console& console);
void add_opinions(CLI::App& app, Console& console);
void add_backup(CLI::App& app, Console& console); // backup, restore
void add_check(CLI::App& app, Console& console);
void add_descriptions(CLI::App& app, Console& console); // openapi, workflows, completion

} // namespace xieshang::app
