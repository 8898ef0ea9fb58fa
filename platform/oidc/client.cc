// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/client.h"

#include "platform/crypto/crypto.h"
#include "platform/oidc/remembered_provider.h"

namespace xieshang::oidc {
namespace {

// RFC 6749 §2.3.1: each part as in a form, then base64.
std::string basic(const Settings& settings)
{
    auto text =
        crypto::base64url(escaped(settings.client_id) + ":" + escaped(settings.client_secret));
    for (auto& c : text) {
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    }
    return "Basic " + text.append((4 - text.size() % 4) % 4, '=');
}

Outgoing token_request(const Settings& settings, const Provider& provider, const Coming& coming)
{
    Outgoing asked{provider.token_endpoint,
        "grant_type=authorization_code&code=" + escaped(coming.code) + "&redirect_uri="
            + escaped(coming.redirect_uri) + "&code_verifier=" + coming.proof.verifier,
        {}};
    if (settings.client_secret.empty() || provider.secret_in_form) {
        asked.form += "&client_id=" + escaped(settings.client_id);
    }
    if (!settings.client_secret.empty()) {
        if (provider.secret_in_form) {
            asked.form += "&client_secret=" + escaped(settings.client_secret);
        } else {
            asked.authorization = basic(settings);
        }
    }
    return asked;
}

auto not_believed() { return base::refuse("oidc.not_believed"); }

} // namespace

Proof proof_of(std::string_view browser_secret)
{
    const auto derived = [&](const std::string& purpose) {
        return crypto::base64url(crypto::sha256(purpose + std::string(browser_secret)));
    };
    return {derived("nonce "), derived("verifier ")};
}

struct Client::State {
    RememberedProvider remembered;

    base::Result<Identity> judge(const Tokens& tokens, const Coming& coming);
};

Client::Client(Settings settings, Fetch fetch, base::Clock& clock, Note note)
    : state_(new State{{std::move(settings), std::move(fetch), clock,
        note ? std::move(note) : [](const auto&) {}}})
{
}

Client::~Client() = default;

const Settings& Client::settings() const { return state_->remembered.settings(); }

base::Result<std::string> Client::way_in(const Going& going)
{
    const auto provider = TRY(state_->remembered.provider());
    const auto& endpoint = provider.authorization_endpoint;
    const auto challenge = crypto::base64url(crypto::sha256(going.proof.verifier));
    return endpoint + (endpoint.find('?') == endpoint.npos ? "?" : "&")
        + "response_type=code&scope=openid%20profile&client_id=" + escaped(settings().client_id)
        + "&redirect_uri=" + escaped(going.redirect_uri) + "&state=" + escaped(going.state)
        + "&nonce=" + going.proof.nonce + "&code_challenge=" + challenge
        + "&code_challenge_method=S256" + (going.anew ? "&prompt=login&max_age=0" : "");
}

base::Result<Identity> Client::State::judge(const Tokens& tokens, const Coming& coming)
{
    const auto& settings = remembered.settings();
    const Expected expected{settings.issuer, settings.client_id, coming.proof.nonce,
        tokens.access_token, settings.subject_claim, settings.login_claim};
    auto identity =
        verify(tokens.id_token, *TRY(remembered.keys(false)), expected, remembered.clock().now());
    if (!identity && identity.error() == Flaw::unknown_key) {
        identity = verify(
            tokens.id_token, *TRY(remembered.keys(true)), expected, remembered.clock().now());
    }
    if (!identity) {
        remembered.note(std::string("token refused: ")
            + boost::describe::enum_to_string(identity.error(), "unknown"));
        return not_believed();
    }
    return std::move(*identity);
}

base::Result<Identity> Client::who_came(const Coming& coming)
{
    auto& remembered = state_->remembered;
    const auto provider = TRY(remembered.provider());
    const bool named = !coming.issuer.empty() || provider.names_issuer;
    if (named && coming.issuer != settings().issuer) { // RFC 9207: another provider's answer
        remembered.note("answer of another issuer");
        return not_believed();
    }
    const auto answer = TRY(remembered.ask(token_request(settings(), provider, coming)));
    if (answer.status >= 500) {
        remembered.note("token endpoint answered " + std::to_string(answer.status));
        return base::trouble(base::Trouble::unavailable, "oidc.unreachable");
    }
    const auto tokens = answer.status == 200
        ? tokens_in(answer.body).map_error([](const std::string& why) { return ": " + why; })
        : tl::unexpected(" answered " + std::to_string(answer.status));
    if (!tokens) {
        remembered.note("token endpoint" + tokens.error());
        return not_believed();
    }
    return state_->judge(*tokens, coming);
}

} // namespace xieshang::oidc
