// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"

#include "app/system_words.h"

#include <unistd.h>

namespace xieshang::app {

void Console::say(const base::Error& error) const
{
    std::fprintf(
        stderr, "xieshang: %s\n", text(error.code, in_words(language, error.params)).c_str());
    for (const auto& field : error.fields) {
        std::fprintf(
            stderr, "  %s: %s\n", field.pointer.c_str(), text(field.code, field.params).c_str());
    }
}

std::function<void(std::int64_t, std::int64_t)> Console::progress(std::string code) const
{
    if (::isatty(STDERR_FILENO) != 1) {
        return [](std::int64_t, std::int64_t) {};
    }
    return [said = *this, code = std::move(code)](std::int64_t done, std::int64_t total) {
        std::fprintf(stderr, "\r%s%s",
            said.text(code, {{"done", std::to_string(done)}, {"total", std::to_string(total)}})
                .c_str(),
            done == total ? "\n" : "");
    };
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
