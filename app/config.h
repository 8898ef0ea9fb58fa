// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a server is told: defaults, then <data>/xieshang.toml, then the command line; the later
// wins. No configuration is needed (ADR 0009). Unknown keys and wrong types in the file are refused
// with their line.
#pragma once

#include "app/oidc_choice.h"
#include "app/sign_in_choice.h"
#include "platform/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace xieshang::app {

struct Config {
    std::string data = "data";             // folder of the database, the files and xieshang.toml
    std::string listen = "127.0.0.1:8080"; // HOST:PORT, [v6]:PORT
    std::string database;                  // postgres://…; empty: SQLite in the data folder
    std::string tls_cert;                  // PEM; both or none
    std::string tls_key;
    std::string key_file;                   // of sealed values; empty: keys.json in the data folder
    std::vector<std::string> trusted_proxy; // CIDR
    bool insecure = false;                  // allow a plain address that others can reach
    bool demo = false;
    std::int64_t workers = 32; // handler threads
    OidcChoice oidc;
    SignInChoice sign_in;
};

// Reads <config.data>/xieshang.toml over the defaults; absent is fine. Refusals: config.bad_file
// (line, reason), config.unknown_key, config.wrong_type (line, key, what is allowed as reason),
// config.assembly (line): what differs between assemblies is set in the program
// (features/settings).
base::Result<Config> read_config(Config defaults);

// Before libpq sees it. Refusal: config.bad_database, without a password.
base::Result<void> is_database(const std::string& address);

struct Address {
    std::string host;
    std::uint16_t port{};
};

// Refusal: config.bad_listen.
base::Result<Address> parse_listen(const std::string& listen);

// Closed by default (ADR 0012): an address that others can reach needs TLS, a trusted proxy, or
// --insecure. Refusals: config.open_address, config.half_tls,
// config.bad_proxy.
base::Result<void> safe_to_listen(const Config& config);

// As a toml file that read_config() reads again. Passwords in the database address are hidden.
std::string shown(const Config& config);

} // namespace xieshang::app
