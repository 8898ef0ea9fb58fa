// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"

namespace xieshang::app {

void Console::say(const base::Error& error) const
{
    std::fprintf(stderr, "xieshang: %s\n", text(error.code, error.params).c_str());
    for (const auto& field : error.fields) {
        std::fprintf(
            stderr, "  %s: %s\n", field.pointer.c_str(), text(field.code, field.params).c_str());
    }
}

void Place::add_to(CLI::App& command, const Console& console)
{
    command.add_option("--data", data, console.text("cli.data"))->type_name("DIR");
    command.add_option("--database", database, console.text("cli.database"))->type_name("URL");
}

base::Result<Config> Place::config() const
{
    Config defaults;
    defaults.data = data;
    auto config = TRY(read_config(defaults));
    if (!database.empty()) {
        config.database = database;
    }
    return config;
}

} // namespace xieshang::app
