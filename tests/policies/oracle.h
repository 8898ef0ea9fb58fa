// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What docs/policies.md promises, read as text and judged by rules of its own: nothing here comes
// from the rows that the program carries.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::policies {

using Names = std::set<std::string, std::less<>>;

struct PromisedRow {
    Names roles;
    Names memberships;
    Names relations; // none: any
    Names states;    // none: any
    std::string view;
    bool fresh{}; // asks for a fresh proof
};

// By the operation's name.
using Promises = std::map<std::string, std::vector<PromisedRow>, std::less<>>;

// Throws std::runtime_error with the line that is no row of the table.
Promises promises_in(std::string_view markdown);
Promises promises(); // of docs/policies.md

// Who asks, in words.
struct Asking {
    bool signed_in{};
    std::string role{}; // empty: an account without one
    std::string membership = "none";
    bool proved_lately = true;
};

struct Thing { // that is asked for
    std::string relation = "other_body";
    std::string state{};
};

enum class Verdict {
    signed_out, // 401
    forbidden,  // 403: no row is for this person
    dormant,    // 403: one would be, if his membership were one that it names
    stale,      // 403: each that is for him asks for a fresh proof
    stale_here, // 403 when it is there: the one that is about it asks for a fresh proof
    hidden,     // as if it were not there
    seen,
};

struct Promise {
    Verdict verdict{};
    std::string view{}; // when seen
};
Promise promised(const std::vector<PromisedRow>& rows, const Asking& asking, const Thing& thing);

} // namespace xieshang::policies
