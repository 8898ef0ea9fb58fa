// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which person of the register a row of a roster means. Pure.
#pragma once

#include "features/people/roster_comparison.h"

#include <map>
#include <unordered_map>

namespace xieshang::people {

// One person, several who may be meant, or nobody (a new one).
struct Meaning {
    const RegisteredPerson* person = nullptr;
    std::vector<const RegisteredPerson*> candidates{};
    bool is_unknown = false; // a choice names somebody who is not there
};

class RosterMeanings {
public:
    // Both outlive it.
    RosterMeanings(const RosterRegister& known, const RosterOptions& options);

    // What a person has chosen counts first, then the identity number, then the name: of those who
    // bear it, whoever has another identity number, was born in another month or is of another sex
    // does not fit, and where several are left, their sector tells them apart. A name whose bearers
    // all do not fit is ambiguous, too: it may be a correction. So is the identity number of one
    // beside the name of another who is there: either may be the mistake.
    Meaning of(const RosterRow& row) const;
    bool is_chosen(const RosterRow& row) const;

    const RegisteredPerson* find(const std::string& id) const;
    std::vector<const Membership*> memberships_of(const PersonId& id) const;

private:
    Meaning by_name(const RosterRow& row) const;
    Meaning by_number(const RosterRow& row, const RegisteredPerson& holder) const;
    std::vector<const RegisteredPerson*> bearers_of(const std::string& name) const; // by id

    const RosterRegister& known_;
    std::map<std::int64_t, std::optional<PersonId>> chosen_;
    std::unordered_map<std::string, const RegisteredPerson*> by_id_;
    std::unordered_multimap<std::string, const RegisteredPerson*> by_name_;
    std::unordered_multimap<std::string, const Membership*> memberships_;
};

} // namespace xieshang::people
