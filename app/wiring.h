// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one place that knows every slice: a slice is a line here.
#pragma once

#include "features/members/sign_in_rules.h"
#include "platform/http/api.h"
#include "platform/http/event_hub.h"
#include "platform/oidc/client.h"
#include "platform/services/services.h"
#include "platform/texts/texts.h"

#include <exception>
#include <functional>
#include <memory>
#include <string>

namespace xieshang::app {

struct WiringOptions {
    bool demo = false;
    members::SignInRules rules{};
    oidc::Client* oidc = nullptr; // a provider where people can sign in, too
    const http::AssetTable* assets = nullptr;
    http::EventHub* events = nullptr; // null: the API is only described, or changes are not told
    std::function<void(const http::Request&, const std::exception&)> failed{};
};

// The API with all slices' routes. The services must outlive it.
std::unique_ptr<http::Api> make_api(services::Services& services, const WiringOptions& options);

// Who looks at an open screen, without prolonging his session.
std::optional<base::Actor> actor_watching(
    services::Services& services, const http::Request& request, const members::SignInRules& rules);

// Invented people and the demo plan, once; refuses serve.demo_on_other_data where real people are.
base::Result<void> seed_demo(services::Services& services, const std::string& folder);

std::string openapi_document(); // without a database
std::string workflow_tables();  // Markdown of docs/workflows.md
// Markdown of docs/policies.md, and in Chinese of docs/policies.zh-CN.md
std::string policy_document(texts::Language language);

} // namespace xieshang::app
