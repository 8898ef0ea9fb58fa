// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey.h"

#include "features/people/short_text.h"

#include <algorithm>

namespace xieshang::members {
namespace {

bool is_part_of_a_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A name's last label is no number (WHATWG URL, "ends in a number").
bool is_name(std::string_view host)
{
    if (host.empty() || !std::all_of(host.begin(), host.end(), is_part_of_a_name)) {
        return false;
    }
    const auto last = host.substr(host.rfind('.') + 1); // npos + 1 is 0
    return !last.empty() && !std::all_of(last.begin(), last.end(), is_digit);
}

} // namespace

base::Result<PasskeyPlace> passkey_place(std::string_view host, bool secure)
{
    std::string lower(host);
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto colon = lower.find(':');
    const auto site = lower.substr(0, colon);
    const auto port = colon == lower.npos ? std::string() : lower.substr(colon + 1);
    const bool own_machine = site == "localhost" || site.ends_with(".localhost");
    if (!is_name(site) || !std::all_of(port.begin(), port.end(), is_digit)
        || (!secure && !own_machine)) {
        return base::refuse("passkeys.no_place");
    }
    return PasskeyPlace{(secure ? "https://" : "http://") + lower, site};
}

base::Result<void> acceptable_passkey_name(std::string_view name)
{
    base::Error error{base::Trouble::refused, "members.invalid", {}, {}};
    people::check_text(error.fields, "/name", name);
    if (!error.fields.empty()) {
        return tl::unexpected(std::move(error));
    }
    return {};
}

} // namespace xieshang::members
