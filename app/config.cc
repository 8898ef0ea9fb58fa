// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/config.h"

#include "app/address.h"
#include "app/config_trouble.h"
#include "platform/http/trusted_proxies.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <toml++/toml.h>

namespace xieshang::app {
namespace {

using Params = base::Params;

template <class T>
bool take_value(const toml::node& node, T& target)
{
    if (const auto value = node.value_exact<T>()) {
        target = *value;
        return true;
    }
    return false;
}

bool take_value(const toml::node& node, std::vector<std::string>& target)
{
    const auto* items = node.as_array();
    if (items == nullptr) {
        return false;
    }
    target.clear();
    for (const auto& item : *items) {
        if (!take_value(item, target.emplace_back())) {
            return false;
        }
    }
    return true;
}

bool is_address_of_postgres(const std::string& text)
{
    return text.starts_with("postgres://") || text.starts_with("postgresql://");
}

bool are_networks(const std::vector<std::string>& all)
{
    return std::all_of(all.begin(), all.end(), http::TrustedProxies::is_network);
}

struct Setting {
    std::function<bool(const toml::node&, Config&)> take;
    const char* allowed; // code of the text that says which values fit
};

const std::map<std::string_view, Setting>& settings()
{
    static const auto text = [](std::string Config::*member) {
        return [member](const toml::node& node, Config& c) { return take_value(node, c.*member); };
    };
    static const std::map<std::string_view, Setting> all{
        {"listen",
            {[](const auto& node, Config& c) {
                 return take_value(node, c.listen) && parse_listen(c.listen);
             },
                "allowed.listen"}},
        {"database",
            {[](const auto& node, Config& c) {
                 return take_value(node, c.database)
                     && (c.database.empty() || is_address_of_postgres(c.database));
             },
                "allowed.database"}},
        {"tls_cert", {text(&Config::tls_cert), "allowed.file"}},
        {"tls_key", {text(&Config::tls_key), "allowed.file"}},
        {"key_file", {text(&Config::key_file), "allowed.file"}},
        {"trusted_proxy",
            {[](const auto& node, Config& c) {
                 return take_value(node, c.trusted_proxy) && are_networks(c.trusted_proxy);
             },
                "allowed.networks"}},
        {"insecure",
            {[](const auto& node, Config& c) { return take_value(node, c.insecure); },
                "allowed.boolean"}},
        {"workers",
            {[](const auto& node, Config& c) {
                 return take_value(node, c.workers) && c.workers >= 1 && c.workers <= 256;
             },
                "allowed.workers"}},
    };
    return all;
}

std::string without_password(const std::string& address)
{
    const auto scheme = address.find("://");
    const auto at = address.rfind('@');
    const auto colon = scheme == std::string::npos ? scheme : address.find(':', scheme + 3);
    if (at == std::string::npos || colon == std::string::npos || colon > at) {
        return address;
    }
    return address.substr(0, colon + 1) + "…" + address.substr(at);
}

} // namespace

base::Result<Config> read_config(Config config)
{
    const auto path = std::filesystem::path(config.data) / "xieshang.toml";
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return config;
    }
    toml::table file;
    try {
        file = toml::parse_file(path.string());
    } catch (const toml::parse_error& error) {
        return base::refuse("config.bad_file",
            {{"line", std::to_string(error.source().begin.line)},
                {"reason", std::string(error.description())}});
    }
    for (const auto& [key, node] : file) {
        if (key == "assembly") {
            return wrong_config(node, "config.assembly", key.str());
        }
        if (key == "oidc") {
            config.oidc = TRY(read_oidc(node));
            continue;
        }
        if (key == "sign_in") {
            config.sign_in = TRY(read_sign_in(node));
            continue;
        }
        const auto setting = settings().find(key.str());
        if (setting == settings().end()) {
            return wrong_config(node, "config.unknown_key", key.str());
        }
        if (!setting->second.take(node, config)) {
            return wrong_value(node, key.str(), setting->second.allowed);
        }
    }
    return config;
}

base::Result<void> is_database(const std::string& address)
{
    if (!is_address_of_postgres(address)) {
        return base::refuse("config.bad_database", {{"database", without_password(address)}});
    }
    return {};
}

base::Result<Address> parse_listen(const std::string& listen)
{
    const auto bad = [&] { return base::refuse("config.bad_listen", {{"listen", listen}}); };
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos) {
        return bad();
    }
    auto host = listen.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    host = host == "localhost" ? "127.0.0.1" : host;
    std::uint16_t port{};
    const auto* end = listen.data() + listen.size();
    const auto [stop, status] = std::from_chars(listen.data() + colon + 1, end, port);
    if (!is_address(host) || status != std::errc() || stop != end) {
        return bad();
    }
    return Address{host, port};
}

base::Result<void> safe_to_listen(const Config& config)
{
    if (config.tls_cert.empty() != config.tls_key.empty()) {
        return base::refuse("config.half_tls");
    }
    for (const auto& proxy : config.trusted_proxy) {
        if (!http::TrustedProxies::is_network(proxy)) {
            return base::refuse("config.bad_proxy", {{"proxy", proxy}});
        }
    }
    const auto address = TRY(parse_listen(config.listen));
    const bool loopback = is_loopback(address.host);
    if (!loopback && config.tls_cert.empty() && config.trusted_proxy.empty() && !config.insecure) {
        return base::refuse("config.open_address", {{"listen", config.listen}});
    }
    return {};
}

std::string shown(const Config& config)
{
    toml::array proxies;
    for (const auto& proxy : config.trusted_proxy) {
        proxies.push_back(proxy);
    }
    const auto quoted = [](const std::string& text) {
        std::ostringstream out;
        out << toml::value<std::string>(text);
        return out.str();
    };
    std::ostringstream list;
    list << proxies;
    return fmt::format("# data = {}\nlisten = {}\ndatabase = {}\ntls_cert = {}\ntls_key = {}\n"
                       "key_file = {}\ntrusted_proxy = {}\ninsecure = {}\nworkers = {}\n",
               quoted(config.data), quoted(config.listen),
               quoted(without_password(config.database)), quoted(config.tls_cert),
               quoted(config.tls_key), quoted(config.key_file), list.str(), config.insecure,
               config.workers)
        + shown(config.sign_in) + shown(config.oidc);
}

} // namespace xieshang::app
