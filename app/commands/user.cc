// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/house.h"
#include "features/members/account_actions.h"
#include "features/members/factor_actions.h"
#include "features/members/member_actions.h"
#include "features/members/member_store.h"
#include "features/members/oidc_actions.h"

#include <iostream>
#include <memory>
#include <termios.h>
#include <unistd.h>

namespace xieshang::app {
namespace {

struct Account {
    std::string login;
    std::string name;
    std::string role = "reader";
    Place place;
};

// From the terminal without echo, or one line of standard input.
std::string read_password(const Console& console)
{
    const bool terminal = ::isatty(STDIN_FILENO) == 1;
    termios before{};
    if (terminal) {
        ::tcgetattr(STDIN_FILENO, &before);
        auto silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
        std::fprintf(stderr, "%s ", console.text("cli.password").c_str());
    }
    std::string password;
    std::getline(std::cin, password);
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
        std::fputc('\n', stderr);
    }
    return password;
}

base::Result<void> acceptable(
    const Account& account, const std::string& password, const members::PasswordRules& rules)
{
    if (password.empty()) {
        return base::refuse("cli.no_password");
    }
    return members::acceptable({account.login, account.name, password, rules});
}

// A screen marks the fields; a terminal lists them below the sentence.
base::Error for_a_terminal(base::Error error)
{
    if (error.code == "members.invalid") {
        error.code = "cli.user_invalid";
    }
    return error;
}

// "office|reader|…"
std::string all_roles()
{
    std::string names;
    for (const auto& name : members::role_names(~base::Roles{0})) {
        names += (names.empty() ? "" : "|") + name;
    }
    return names;
}

void add(const Account& account, Console& console)
{
    const auto config = account.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto password = read_password(console);
    const auto rules = config->sign_in.rules().passwords();
    if (const auto fits = acceptable(account, password, rules); !fits) { // before anything is made
        return console.fail(for_a_terminal(fits.error()), ExitCode::refused);
    }
    const auto house = open_house(*config);
    if (!house) {
        return console.fail(house.error(), ExitCode::no_database);
    }
    auto role = members::Role::reader;
    boost::describe::enum_from_string(account.role.c_str(), role);
    const auto actor = console.actor(0);
    const auto added = members::add_person((*house)->services, actor,
        {.login = account.login,
            .name = account.name,
            .password = password,
            .roles = members::bit(role),
            .rules = rules});
    if (!added) {
        return console.fail(for_a_terminal(added.error()), ExitCode::refused);
    }
    std::puts(console.text("cli.user_added", {{"login", account.login}}).c_str());
}

struct Link {
    std::string login;
    bool identity = false;
    bool remove_factor = false;
    Place place;
};

base::Result<void> print_link(services::Services& services, const Link& asked, Console& console)
{
    const auto actor = console.actor(0);
    const auto person = services.db.read(
        [&](db::Tx& tx) { return members::find_person(tx, members::folded_login(asked.login)); });
    if (!person) {
        return base::trouble(
            base::Trouble::not_found, "cli.no_such_user", {{"login", asked.login}});
    }
    if (asked.remove_factor) {
        CHECK(members::remove_lost_factor(services, actor, person->id));
        std::puts(console.text("cli.user_factor_removed", {{"login", person->login}}).c_str());
    }
    base::Params words{{"name", person->name}, {"login", person->login}};
    if (asked.identity) {
        words["code"] = TRY(members::make_oidc_link(services, actor, person->login));
        std::puts(console.text("cli.user_identity_made", words).c_str());
        return {};
    }
    const auto link = TRY(members::make_account_link(services, actor, person->id));
    words["code"] = link.code;
    words["hours"] = link.purpose == members::LinkPurpose::reset ? "1" : "72";
    std::puts(console.text("cli.user_link_made", words).c_str());
    return {};
}

void link(const Link& asked, Console& console)
{
    const auto config = asked.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto house = open_house(*config);
    if (!house) {
        return console.fail(house.error(), ExitCode::no_database);
    }
    if (const auto printed = print_link((*house)->services, asked, console); !printed) {
        return console.fail(printed.error(), ExitCode::refused);
    }
}

void add_link(CLI::App& command, Console& console)
{
    auto* linking = command.add_subcommand("link", console.text("cli.user_link"));
    const auto asked = std::make_shared<Link>();
    linking->add_option("--login", asked->login, console.text("cli.login"))
        ->required()
        ->type_name("LOGIN");
    linking->add_flag("--identity", asked->identity, console.text("cli.user_link_identity"));
    linking->add_flag(
        "--remove-factor", asked->remove_factor, console.text("cli.user_link_factor"));
    asked->place.add_to(*linking, console);
    linking->callback([asked, &console] { link(*asked, console); });
}

} // namespace

void add_user(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("user", console.text("cli.user"))->require_subcommand(1);
    add_link(*command, console);
    auto* adding = command->add_subcommand("add", console.text("cli.user_add"));
    const auto account = std::make_shared<Account>();
    adding->add_option("--login", account->login, console.text("cli.login"))
        ->required()
        ->type_name("LOGIN");
    adding->add_option("--name", account->name, console.text("cli.name"))
        ->required()
        ->type_name("NAME");
    adding->add_option("--role", account->role, console.text("cli.role"))
        ->type_name(all_roles())
        ->check([&console](const std::string& name) {
            members::Role role{};
            return boost::describe::enum_from_string(name.c_str(), role)
                ? std::string()
                : console.text("cli.bad_role", {{"role", name}, {"roles", all_roles()}});
        });
    account->place.add_to(*adding, console);
    adding->callback([account, &console] { add(*account, console); });
}

} // namespace xieshang::app
