// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/map_of_files.h"
#include "app/commands/opinions.h"
#include "features/opinions/map_json.h"
#include "features/opinions/map_summary.h"

#include <memory>
#include <sys/ioctl.h>
#include <unistd.h>

namespace xieshang::app {
namespace {

// Of the terminal that is written to; 0: what is written goes elsewhere, and is not cut.
std::size_t columns_of_output()
{
    winsize size{};
    const bool is_terminal = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
    return is_terminal ? size.ws_col : 0;
}

void print(const DrawnMap& drawn, bool json, const Console& console)
{
    if (json) {
        put(opinions::map_json(drawn.map, drawn.facts) + "\n");
        return;
    }
    const auto wording = [&console](std::string_view code, const base::Params& params) {
        return console.text(code, params);
    };
    put(opinions::map_summary(drawn.map, drawn.facts, wording, columns_of_output()));
}

void draw(const AskedMap& asked, Console& console)
{
    if (asked.votes.empty() == asked.matrix.empty()) {
        return console.fail(
            {base::Trouble::refused, "cli.votes_or_matrix", {}, {}}, ExitCode::wrong_use);
    }
    if (asked.comments == asked.votes + asked.matrix) {
        return console.fail(
            {base::Trouble::refused, "cli.same_file_twice", {{"file", asked.comments}}, {}},
            ExitCode::wrong_use);
    }
    const auto drawn = draw_map_of(asked, console);
    if (!drawn) {
        return console.fail(drawn.error(), ExitCode::refused);
    }
    for (const auto& note : drawn->notes) {
        console.say(note);
    }
    print(*drawn, asked.json, console);
}

void add_files(CLI::App& command, AskedMap& asked, const Console& console)
{
    const auto add = [&](const char* name, std::string& path, const char* code) {
        command.add_option(name, path, console.text(code))->type_name("FILE");
    };
    add("--votes", asked.votes, "cli.opinions_votes");
    add("--matrix", asked.matrix, "cli.opinions_matrix");
    add("--comments", asked.comments, "cli.opinions_comments");
    command.add_flag("--skip-bad", asked.skips_bad, console.text("cli.skip_bad"));
    command.add_flag("--json", asked.json, console.text("cli.json"));
}

} // namespace

void add_opinions_map(CLI::App& opinions, Console& console)
{
    auto* command = opinions.add_subcommand("map", console.text("cli.opinions_map"));
    const auto asked = std::make_shared<AskedMap>();
    add_files(*command, *asked, console);
    command->add_option("--reference", asked->reference, console.text("cli.reference"))
        ->type_name("reddwarf|polis")
        ->check([&console](const std::string& name) {
            return name == "reddwarf" || name == "polis"
                ? std::string()
                : console.text("cli.bad_reference", {{"reference", name}});
        });
    add_number(*command, "--groups", asked->groups, console.text("cli.opinions_groups"), console);
    add_number(*command, "--seed", asked->seed, console.text("cli.opinions_seed"), console);
    add_number(*command, "--threads", asked->threads, console.text("cli.threads"), console);
    command->callback([asked, &console] { draw(*asked, console); });
}

} // namespace xieshang::app
