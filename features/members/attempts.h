// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What holds guessing back without locking the owner out (等保 8.1.4.1b, ASVS 6.3.1). Pure.
//
// An attempt comes from an address, and perhaps from a device (a browser that carries a token), and
// is for an account; "known" means that this account signed in from it before. A known device is
// held back by its own failures for this account only, a known address by its own: whatever
// strangers do elsewhere, the owner gets in, and in his own browser also where others share his
// address (an office behind one). A stranger is held back three times:
//   by the pair: 5 failures are free, then waits double from 30 seconds to 15 minutes;
//   by what all strangers together may do to one account: 5 at once and 1 more every 3 minutes,
//     never more than 10 in 15 minutes;
//   by his address, loosely, as a whole office or hall stands behind one and a colleague's slips
//     must not lock the others out: 30 failures are free, whichever the accounts, then 1 every 30
//     seconds. Who tries one password over many accounts gets 60 in the first 15 minutes and 120 in
//     each hour that follows.
// An account that does not exist is treated like one that does.
//
// An attempt is counted as failed before the password is checked, and taken back when it was right:
// so attempts at the same time cannot slip through together.
#pragma once

#include "platform/base/clock.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::members {

constexpr std::int64_t free_failures = 5;             // then waits begin
constexpr std::int64_t first_wait_ms = 30'000;        // doubled by each further failure
constexpr std::int64_t longest_wait_ms = 15 * 60'000; // never permanent
constexpr std::int64_t memory_ms = 3'600'000; // after so long without a failure, all is forgotten
constexpr std::int64_t address_free_failures = 30;
constexpr std::int64_t address_wait_ms = 30'000; // the same after each further failure
constexpr std::int64_t account_burst = 5;
constexpr std::int64_t account_pace_ms = 3 * 60'000;

struct Tally {
    std::int64_t failures{};
    base::Instant last_at{};

    bool operator==(const Tally&) const = default;
};

// An account with where an attempt for it came from.
struct AccountAndOrigin {
    std::string_view account;
    std::string_view address;
    std::string_view known_device; // that this account knows; empty: none
};

// Names the pair whose failures count: with the device that is known, else with the address.
std::string pair_of(const AccountAndOrigin& which);

struct Attempts {
    bool known{};                       // the device or the address
    Tally pair{};                       // this account from this device or address
    Tally address{};                    // strangers' failures from this address, for any account
    base::Instant account_paid_until{}; // each stranger's attempt adds account_pace_ms

    bool operator==(const Attempts&) const = default;
};

// How long this attempt has to wait; 0: now.
std::int64_t wait_ms(const Attempts& attempts, base::Instant now);

Attempts counted(Attempts attempts, base::Instant now);

// The attempt was right: its count is taken back, the pair's failures are forgotten (not those of
// the address where it came from a known device: another may have made them), and an account
// that signs in from this address for the first time speaks for the address, where many may share
// one (会场).
Attempts taken_back(Attempts attempts, base::Instant now);

// Addresses are compared as an attacker has them: an IPv6 host owns a /64. What is no address
// stands for itself.
std::string address_block(std::string_view address);

} // namespace xieshang::members
