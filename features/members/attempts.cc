// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/attempts.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace xieshang::members {
namespace {

constexpr std::int64_t account_slack_ms = (account_burst - 1) * account_pace_ms;

Tally remembered(Tally tally, base::Instant now)
{
    return now - tally.last_at >= memory_ms ? Tally{} : tally;
}

std::int64_t wait_after(std::int64_t failures)
{
    if (failures < free_failures) {
        return 0;
    }
    const auto doublings = std::min<std::int64_t>(failures - free_failures, 16);
    return std::min(first_wait_ms << doublings, longest_wait_ms);
}

std::int64_t left_of(std::int64_t wait, const Tally& tally, base::Instant now)
{
    // A clock that was set back must not turn a wait of minutes into one of years.
    const auto passed = std::max<std::int64_t>(0, now - tally.last_at);
    return std::max<std::int64_t>(0, wait - passed);
}

std::int64_t wait_of_pair(const Tally& kept, base::Instant now)
{
    const auto tally = remembered(kept, now);
    return left_of(wait_after(tally.failures), tally, now);
}

std::int64_t wait_of_address(const Tally& kept, base::Instant now)
{
    const auto tally = remembered(kept, now);
    return left_of(tally.failures < address_free_failures ? 0 : address_wait_ms, tally, now);
}

Tally one_more(const Tally& kept, base::Instant now)
{
    return {remembered(kept, now).failures + 1, now};
}

Tally fewer(const Tally& kept, std::int64_t failures)
{
    return kept.failures <= failures ? Tally{} : Tally{kept.failures - failures, kept.last_at};
}

} // namespace

std::string pair_of(const AccountAndOrigin& which)
{
    std::string name = "pair " + std::string(which.account);
    return which.known_device.empty() ? name + " " + std::string(which.address)
                                      : name + " device " + std::string(which.known_device);
}

std::int64_t wait_ms(const Attempts& attempts, base::Instant now)
{
    const auto pair = wait_of_pair(attempts.pair, now);
    if (attempts.known) {
        return pair;
    }
    const auto account = attempts.account_paid_until - now - account_slack_ms;
    return std::max(
        {pair, wait_of_address(attempts.address, now), std::min(account, account_pace_ms)});
}

Attempts counted(Attempts attempts, base::Instant now)
{
    attempts.pair = one_more(attempts.pair, now);
    if (!attempts.known) {
        attempts.address = one_more(attempts.address, now);
        attempts.account_paid_until = std::max(attempts.account_paid_until, now) + account_pace_ms;
    }
    return attempts;
}

Attempts taken_back(Attempts attempts, base::Instant now)
{
    attempts.pair = {};
    if (!attempts.known) {
        attempts.address = fewer(remembered(attempts.address, now), 1 + free_failures);
        attempts.account_paid_until = attempts.account_paid_until + -account_pace_ms;
        attempts.known = true;
    }
    return attempts;
}

std::string address_block(std::string_view address)
{
    const std::string text(address.substr(0, address.find('%')));
    in6_addr six{};
    if (::inet_pton(AF_INET6, text.c_str(), &six) != 1) {
        return text;
    }
    if (IN6_IS_ADDR_V4MAPPED(&six)) {
        std::array<char, INET_ADDRSTRLEN> four{};
        return ::inet_ntop(AF_INET, six.s6_addr + 12, four.data(), four.size());
    }
    std::fill(six.s6_addr + 8, six.s6_addr + 16, 0);
    std::array<char, INET6_ADDRSTRLEN> block{};
    return std::string(::inet_ntop(AF_INET6, &six, block.data(), block.size())) + "/64";
}

} // namespace xieshang::members
