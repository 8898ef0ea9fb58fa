// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/provider.h"

#include "platform/base/result.h"
#include "platform/oidc/foreign_json.h"

#include <algorithm>

namespace xieshang::oidc {
namespace {

using json::Kind;
using json::Node;

auto wrong(std::string what) { return tl::unexpected(std::move(what)); }

tl::expected<json::Document, std::string> object_in(std::string_view text)
{
    auto document = json::Document::parse(text);
    if (!document || document->root().kind != Kind::object) {
        return wrong("no JSON object");
    }
    if (has_repeated(document->root())) {
        return wrong("a member stands twice");
    }
    return std::move(*document);
}

// Where the list is absent, the specification's default holds.
bool allows(const Node& object, std::string_view name, std::string_view word, bool by_default)
{
    const auto* list = json::member_of(object, name);
    return list == nullptr ? by_default : lists(*list, word);
}

bool may_be_asked(const std::string& address, const Settings& settings)
{
    const auto origin = origin_of(address);
    return origin
        && (origin == origin_of(settings.issuer)
            || std::find(settings.hosts.begin(), settings.hosts.end(), origin->host)
                != settings.hosts.end());
}

} // namespace

std::string discovery_address(const std::string& issuer)
{
    const auto end = issuer.ends_with('/') ? issuer.size() - 1 : issuer.size();
    return issuer.substr(0, end) + "/.well-known/openid-configuration";
}

tl::expected<Provider, std::string> provider_in(std::string_view text, const Settings& settings)
{
    const auto document = TRY(object_in(text));
    const auto& root = document.root();
    if (text_of(root, "issuer") != settings.issuer) {
        return wrong("it calls itself by another issuer than is configured");
    }
    const auto text_at = [&](std::string_view name) { return std::string(text_of(root, name)); };
    Provider provider{
        text_at("authorization_endpoint"), text_at("token_endpoint"), text_at("jwks_uri")};
    for (const auto& endpoint :
        {provider.authorization_endpoint, provider.token_endpoint, provider.jwks_uri}) {
        if (!may_be_asked(endpoint, settings)) {
            return wrong("an endpoint is missing or on a host that is not configured: " + endpoint);
        }
    }
    if (!allows(root, "response_types_supported", "code", true)) {
        return wrong("it has no authorization code flow");
    }
    if (!allows(root, "code_challenge_methods_supported", "S256", true)) {
        return wrong("it has no PKCE with S256");
    }
    constexpr auto methods = "token_endpoint_auth_methods_supported";
    provider.secret_in_form = !allows(root, methods, "client_secret_basic", true)
        && allows(root, methods, "client_secret_post", false);
    const auto* named = json::member_of(root, "authorization_response_iss_parameter_supported");
    provider.names_issuer = named != nullptr && named->kind == Kind::boolean && named->boolean;
    return provider;
}

tl::expected<Tokens, std::string> tokens_in(std::string_view text)
{
    const auto document = TRY(object_in(text));
    Tokens tokens{std::string(text_of(document.root(), "id_token")),
        std::string(text_of(document.root(), "access_token"))};
    if (tokens.id_token.empty()) {
        return wrong("no ID token in its answer");
    }
    return tokens;
}

} // namespace xieshang::oidc
