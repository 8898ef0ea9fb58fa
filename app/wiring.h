// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one place that knows every slice: a slice is a line here.
#pragma once

#include "platform/http/api.h"
#include "platform/services/services.h"

#include <memory>
#include <string>

namespace xieshang::app {

struct WiringOptions {
    bool demo = false;
    bool secure_origin = false; // every request comes by TLS
};

// The API with all slices' routes. The services must outlive it.
std::unique_ptr<http::Api> make_api(services::Services& services, const WiringOptions& options);

// Invented people and the demo plan, on an empty database; refuses serve.demo_on_other_data on one that is not.
base::Result<void> seed_demo(services::Services& services);

std::string openapi_document(); // without a database
std::string workflow_tables();  // Markdown of docs/workflows.md

} // namespace xieshang::app
