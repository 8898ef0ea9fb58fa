// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/opinions.h"
#include "app/commands/whole_number.h"
#include "features/opinions/votes_csv.h"
#include "platform/analytics/answer_table.h"
#include "platform/analytics/synthetic.h"

#include <memory>

namespace xieshang::app {
namespace {

struct Conversation {
    WholeNumber participants{.least = 1, .most = 100'000'000};
    WholeNumber statements{.least = 1, .most = analytics::most_statements};
    WholeNumber votes{.least = 0, .most = 2'000'000'000};
    WholeNumber groups{.least = 1, .most = 100};
    WholeNumber seed{.least = 0, .most = (1ULL << 53U) - 1};
};

void synthesize(const Conversation& asked, Console& console)
{
    const auto most = asked.participants.value * asked.statements.value;
    if (asked.votes.value > most) {
        return console.fail({base::Trouble::refused, "opinions.too_many_votes",
                                {{"participants", std::to_string(asked.participants.value)},
                                    {"statements", std::to_string(asked.statements.value)},
                                    {"most", std::to_string(most)}},
                                {}},
            ExitCode::refused);
    }
    const auto answers = analytics::synthesize({
        .participants = static_cast<std::uint32_t>(asked.participants.value),
        .statements = static_cast<std::uint32_t>(asked.statements.value),
        .votes = asked.votes.value,
        .groups = static_cast<std::uint32_t>(asked.groups.value),
        .seed = asked.seed.value,
    });
    opinions::write_votes(answers, put);
}

} // namespace

void add_synthesize(CLI::App& opinions, Console& console)
{
    auto* command = opinions.add_subcommand("synthesize", console.text("cli.synthesize"));
    const auto asked = std::make_shared<Conversation>();
    const auto add = [&](const char* name, WholeNumber& number, const char* code) {
        add_number(*command, name, number, console.text(code), console)->required();
    };
    add("--participants", asked->participants, "cli.synthesize_participants");
    add("--statements", asked->statements, "cli.synthesize_statements");
    add("--votes", asked->votes, "cli.synthesize_votes");
    add("--groups", asked->groups, "cli.synthesize_groups");
    add("--seed", asked->seed, "cli.synthesize_seed");
    command->callback([asked, &console] { synthesize(*asked, console); });
}

} // namespace xieshang::app
