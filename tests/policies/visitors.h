// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Everybody who may stand before the API: each role with each membership, each role with a proof
// that is old, and those whose session is not or no longer one.
#pragma once

#include "features/members/role.h"
#include "platform/services/services.h"
#include "tests/policies/oracle.h"

#include <string>
#include <vector>

namespace xieshang::policies {

struct Visitor {
    std::string name; // "member, former"
    Asking asking;
    std::string id{};            // of the account
    std::string token{};         // of the session
    std::string other_session{}; // another one of the same person, as the API names it
    std::string membership{};    // of the register, as the API names it; empty: none
    bool seated{};               // in the register, and holds a post of Things::sector
    std::string act{};           // on behalf of him, of version 1; empty: no person of the register
    std::string scanned_act{};   // likewise, with the scan of a paper
    std::string suggestion{};    // his own, of version 1: waits to be screened
    std::string merge{};         // whether it becomes part of another
    std::string opinion_request{}; // that he is asked in, as others are
    std::string draft_opinion{};   // his own there, of version 1
    std::string challenge{};       // of a passkey that he is adding
    bool has_factor{};             // else one is begun
};

const std::vector<std::string>& all_roles();

// Makes the accounts, a term, a sector with a post, and the memberships.
std::vector<Visitor> all_visitors(services::Services& services);

const Visitor& visitor(const std::vector<Visitor>& all, std::string_view name);

} // namespace xieshang::policies
