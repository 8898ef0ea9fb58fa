// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a slip of the hand could make of a policy: a row gone, a role too many or too few, a
// restriction dropped. Those that mean the same as before are left out, for they are no slip.
#pragma once

#include "platform/base/policy.h"

#include <string>
#include <vector>

namespace xieshang::policies {

struct Mutant {
    std::string what; // "row 2 without reader"
    base::Policy policy;
    base::Roles touched{};   // whom it may concern; nothing: everybody
    bool views_only = false; // it admits whom the policy admits to the same objects
};

struct Mutants {
    std::vector<Mutant> all;
    int same = 0; // left out
};
Mutants mutants_of(const base::Policy& policy);

// Whether both give everybody of one role the same view of everything; or, where views do not
// count, whether what the one shows is what the other shows.
enum class Views { count, do_not_count };
bool mean_the_same(const base::Policy& one, const base::Policy& other, Views views = Views::count);

} // namespace xieshang::policies
