// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/house.h"

#include <memory>

namespace xieshang::app {
namespace {

void migrate(const Place& place, Console& console)
{
    const auto config = place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto ran = migrate_house(*config);
    if (!ran) {
        return console.fail(ran.error(), ExitCode::no_database);
    }
    std::puts(console.text("cli.migrated", {{"count", std::to_string(*ran)}}).c_str());
}

} // namespace

void add_migrate(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("migrate", console.text("cli.migrate"));
    const auto place = std::make_shared<Place>();
    place->add_to(*command, console);
    command->callback([place, &console] { migrate(*place, console); });
}

} // namespace xieshang::app
