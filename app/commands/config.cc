// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"

#include <memory>

namespace xieshang::app {

void add_config(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("config", console.text("cli.config"))->require_subcommand(1);
    auto* show = command->add_subcommand("show", console.text("cli.config_show"));
    const auto place = std::make_shared<Place>();
    place->add_to(*show, console);
    show->callback([place, &console] {
        const auto config = place->config();
        if (!config) {
            return console.fail(config.error(), ExitCode::refused);
        }
        std::fputs(shown(*config).c_str(), stdout);
    });
}

} // namespace xieshang::app
