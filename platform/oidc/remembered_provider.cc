// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/remembered_provider.h"

namespace xieshang::oidc {
namespace {

auto unavailable(const char* code) { return base::trouble(base::Trouble::unavailable, code); }

// A clock that was set back does not make young what is old.
bool is_within(base::Instant at, std::int64_t span_ms, base::Instant now)
{
    return now - at >= 0 && now - at < span_ms;
}

} // namespace

RememberedProvider::RememberedProvider(
    Settings settings, Fetch fetch, base::Clock& clock, Client::Note note)
    : settings_(std::move(settings)),
      fetch_(std::move(fetch)),
      clock_(clock),
      note_(std::move(note))
{
}

base::Result<Incoming> RememberedProvider::ask(const Outgoing& asked)
{
    {
        const std::lock_guard lock(mutex_);
        if (failed_at_ && is_within(*failed_at_, failure_pause_ms, clock_.now())) {
            return unavailable("oidc.unreachable");
        }
    }
    if (!places_.try_acquire()) {
        return unavailable("oidc.busy");
    }
    auto answer = fetched(asked);
    places_.release();
    return answer;
}

base::Result<Incoming> RememberedProvider::fetched(const Outgoing& asked)
{
    auto answer = fetch_(asked);
    const std::lock_guard lock(mutex_);
    failed_at_ = answer ? std::nullopt : std::optional(clock_.now());
    if (!answer) {
        note_("cannot reach " + asked.address + ": " + answer.error());
        return unavailable("oidc.unreachable");
    }
    return std::move(*answer);
}

base::Result<std::string> RememberedProvider::document_at(const std::string& address)
{
    auto answer = TRY(ask({address, {}, {}}));
    if (answer.status != 200) {
        note_(address + " answered " + std::to_string(answer.status));
        return unavailable("oidc.odd_provider");
    }
    return std::move(answer.body);
}

base::Result<Provider> RememberedProvider::provider()
{
    {
        const std::lock_guard lock(mutex_);
        if (provider_ && is_within(provider_at_, provider_kept_ms, clock_.now())) {
            return *provider_;
        }
    }
    const auto text = TRY(document_at(discovery_address(settings_.issuer)));
    const auto read = provider_in(text, settings_);
    if (!read) {
        note_("discovery refused: " + read.error());
        return unavailable("oidc.odd_provider");
    }
    const std::lock_guard lock(mutex_);
    provider_ = *read;
    provider_at_ = clock_.now();
    return *read;
}

base::Result<std::shared_ptr<const KeySet>> RememberedProvider::keys(bool anew)
{
    {
        const std::lock_guard lock(mutex_);
        const auto kept_ms = anew ? keys_pause_ms : provider_kept_ms;
        if (keys_ && is_within(keys_at_, kept_ms, clock_.now())) {
            return keys_;
        }
    }
    const auto text = TRY(document_at(TRY(provider()).jwks_uri));
    auto read = KeySet::read(text);
    if (!read) {
        note_("its keys cannot be read");
        return unavailable("oidc.odd_provider");
    }
    const std::lock_guard lock(mutex_);
    keys_ = std::make_shared<const KeySet>(std::move(*read));
    keys_at_ = clock_.now();
    return keys_;
}

} // namespace xieshang::oidc
