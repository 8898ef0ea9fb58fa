// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is known of the provider, fetched when it is needed. Used by client.cc. Any thread.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/oidc/client.h"

#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>

namespace xieshang::oidc {

class RememberedProvider {
public:
    RememberedProvider(Settings settings, Fetch fetch, base::Clock& clock, Client::Note note);

    const Settings& settings() const { return settings_; }
    base::Clock& clock() { return clock_; }
    void note(const std::string& what) const { note_(what); }

    base::Result<Provider> provider();
    // `anew`: a token named a key that is not among them; fetched again unless that was done within
    // the last minute.
    base::Result<std::shared_ptr<const KeySet>> keys(bool anew);

    // Refusals: oidc.busy, oidc.unreachable.
    base::Result<Incoming> ask(const Outgoing& asked);

private:
    base::Result<std::string> document_at(const std::string& address);
    base::Result<Incoming> fetched(const Outgoing& asked);

    const Settings settings_;
    const Fetch fetch_;
    base::Clock& clock_;
    const Client::Note note_;
    std::counting_semaphore<requests_at_once> places_{requests_at_once};

    std::mutex mutex_; // of what follows; never held while the network is waited for
    std::optional<Provider> provider_;
    base::Instant provider_at_;
    std::shared_ptr<const KeySet> keys_;
    base::Instant keys_at_;
    std::optional<base::Instant> failed_at_;
};

} // namespace xieshang::oidc
