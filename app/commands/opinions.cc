// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/opinions.h"

#include <cerrno>
#include <system_error>

namespace xieshang::app {

void put(std::string_view text)
{
    const auto written = std::fwrite(text.data(), 1, text.size(), stdout);
    if (written != text.size() || std::fflush(stdout) != 0) {
        throw std::system_error(errno, std::generic_category(), "standard output");
    }
}

void add_opinions(CLI::App& app, Console& console)
{
    auto* opinions =
        app.add_subcommand("opinions", console.text("cli.opinions"))->require_subcommand(1);
    add_opinions_map(*opinions, console);
    add_synthesize(*opinions, console);
}

} // namespace xieshang::app
