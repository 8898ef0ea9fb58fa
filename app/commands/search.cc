// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/house.h"

#include <memory>

namespace xieshang::app {
namespace {

void rebuild(const Place& place, Console& console)
{
    const auto config = place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto progress = console.progress("cli.search_progress");
    const auto house = open_house_there(*config, progress);
    if (!house) {
        return console.fail(house.error(), ExitCode::no_database);
    }
    const auto count = search::rebuild((*house)->services, progress);
    std::puts(console.text("cli.search_rebuilt", {{"count", std::to_string(count)}}).c_str());
}

} // namespace

void add_search(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("search", console.text("cli.search"))->require_subcommand(1);
    auto* rebuilding = command->add_subcommand("rebuild", console.text("cli.search_rebuild"));
    const auto place = std::make_shared<Place>();
    place->add_to(*rebuilding, console);
    rebuilding->callback([place, &console] { rebuild(*place, console); });
}

} // namespace xieshang::app
