// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/message.h"

#include "platform/http/ascii.h"
#include "platform/http/target.h"

#include <algorithm>
#include <array>

namespace xieshang::http {
namespace {

std::string_view value_of(const std::vector<Header>& headers, std::string_view name)
{
    for (const auto& header : headers) {
        if (same_word(header.name, name)) {
            return header.value;
        }
    }
    return {};
}

} // namespace

std::string_view name_of(Method method)
{
    static constexpr std::array<std::string_view, 8> names{
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER"};
    return names.at(static_cast<std::size_t>(method));
}

std::string_view Request::header(std::string_view name) const { return value_of(headers, name); }

std::optional<std::string> Request::parameter(std::string_view name) const
{
    std::string_view rest = query;
    while (!rest.empty()) {
        const auto pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        if (percent_decoded(pair.substr(0, equals), true) == name) {
            const auto value =
                equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
            auto decoded = percent_decoded(value, true);
            if (decoded && is_utf8(*decoded)) {
                return decoded;
            }
            return std::nullopt;
        }
    }
    return std::nullopt;
}

void Response::set(std::string name, std::string value)
{
    const auto found = std::find_if(headers.begin(), headers.end(),
        [&](const Header& header) { return same_word(header.name, name); });
    if (found == headers.end()) {
        headers.push_back({std::move(name), std::move(value)});
    } else {
        found->value = std::move(value);
    }
}

std::string_view Response::header(std::string_view name) const { return value_of(headers, name); }

} // namespace xieshang::http
