// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/house.h"
#include "app/service.h"
#include "app/tls_choice.h"
#include "app/wiring.h"
#include "features/members/demo_actions.h"
#include "features/members/setup_actions.h"

#include <csignal>
#include <fmt/format.h>
#include <memory>

namespace xieshang::app {
namespace {

struct ServeFlags {
    Place place;
    std::string listen;
    std::string tls_cert;
    std::string tls_key;
    std::vector<std::string> trusted_proxy;
    bool insecure = false;
    bool demo = false;
};

base::Result<Config> config_of(const ServeFlags& flags)
{
    auto config = TRY(flags.place.config());
    const auto take = [](std::string& target, const std::string& flag) {
        target = flag.empty() ? target : flag;
    };
    take(config.listen, flags.listen);
    take(config.tls_cert, flags.tls_cert);
    take(config.tls_key, flags.tls_key);
    config.trusted_proxy = flags.trusted_proxy.empty() ? config.trusted_proxy : flags.trusted_proxy;
    config.insecure = config.insecure || flags.insecure;
    config.demo = flags.demo;
    CHECK(safe_to_listen(config));
    CHECK(usable_tls(config));
    CHECK(provider_of(config.oidc));
    return config;
}

// Blocked before the first thread is made, so that all inherit it and only wait_for_end() takes the
// signals.
sigset_t block_signals()
{
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGINT);
    ::sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void wait_for_end(const sigset_t& signals)
{
    int signal = 0;
    ::sigwait(&signals, &signal);
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr); // a second Ctrl-C ends at once
}

void print(const std::string& line)
{
    std::puts(line.c_str());
    std::fflush(stdout);
}

void greet(House& house, const std::string& address, const Console& console)
{
    print(console.text("serve.address", {{"address", address}}));
    if (house.config.demo) {
        print(console.text("serve.demo"));
        for (const auto& account : members::demo_accounts(house.services)) {
            print(fmt::format("  {}  {}", account.login, account.name));
        }
    } else if (members::is_setup_needed(house.services)) {
        const auto token = members::make_setup_link(house.services);
        print(console.text(
            "serve.setup_link", {{"link", address + "/setup#token=" + token.value()}}));
    }
    print(console.text("serve.stop"));
}

void refuse_address(const base::Error& error, Console& console)
{
    const bool in_use = error.code == "serve.port_in_use";
    console.fail(error, in_use ? ExitCode::port_in_use : ExitCode::refused);
}

void serve(const ServeFlags& flags, Console& console)
{
    const auto config = config_of(flags);
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    if (const auto is_free = Service::can_listen(*config); !is_free) { // before a house is made
        return refuse_address(is_free.error(), console);
    }
    const auto signals = block_signals();
    const auto house = open_house(*config, console.progress("cli.search_progress"));
    if (!house) {
        return console.fail(house.error(), ExitCode::no_database);
    }
    if (!config->demo) {
        members::end_demo_sessions((*house)->services);
    } else if (const auto seeded = seed_demo((*house)->services, config->data); !seeded) {
        return console.fail(seeded.error(), ExitCode::refused);
    }
    Service service(**house);
    const auto address = service.start();
    if (!address) {
        return refuse_address(address.error(), console);
    }
    greet(**house, *address, console);
    wait_for_end(signals);
    print(console.text("serve.stopping"));
    service.stop();
}

} // namespace

void add_serve(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("serve", console.text("cli.serve"));
    const auto flags = std::make_shared<ServeFlags>();
    flags->place.add_to(*command, console);
    command->add_option("--listen", flags->listen, console.text("cli.listen"))
        ->type_name("HOST:PORT");
    command->add_option("--tls-cert", flags->tls_cert, console.text("cli.tls_cert"))
        ->type_name("FILE");
    command->add_option("--tls-key", flags->tls_key, console.text("cli.tls_key"))
        ->type_name("FILE");
    command->add_option("--trusted-proxy", flags->trusted_proxy, console.text("cli.trusted_proxy"))
        ->type_name("CIDR");
    command->add_flag("--insecure", flags->insecure, console.text("cli.insecure"));
    command->add_flag("--demo", flags->demo, console.text("cli.demo"));
    command->callback([flags, &console] { serve(*flags, console); });
}

} // namespace xieshang::app
