// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How each operation is asked: the one place that a new operation adds itself to. The test names
// whoever is missing.
#pragma once

#include "tests/policies/visited_house.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace xieshang::policies {

enum class Presence {
    there,
    absent,  // names nothing: who is admitted gets 404
    unknown, // names nothing, and the operation says so in a way of its own: `status`
    secret,  // a rule beyond the policy keeps it from everybody of the test: told as an absent one
};

struct Case {
    std::string name; // "an import"
    std::function<Ask(const Visitor&)> ask;
    Presence presence = Presence::there;
    int status = 200;    // for who sees it
    std::string state{}; // of the object, as docs/policies.md names it
    // How the visitor stands to it; without it other_body.
    std::function<std::string(const Visitor&)> relation{};
    // Where a workflow's table tells roles apart that the policy admits alike.
    std::function<int(const Visitor&)> status_of{};
};
using Cases = std::vector<Case>;
using Makers = std::map<std::string, std::function<Cases(const Things&)>, std::less<>>;

// The same request by everybody.
Case one(std::string name, Ask ask, int status = 200, std::string state = {});
Case nothing(Ask ask); // an absent one

// Who belongs to a constituency by his role alone (topic_call.cc).
bool may_suggest(const Visitor& visitor);

Makers all_makers();

// Each adds those of its subject; one a file, makers_of_*.cc.
void add_makers_of_accounts(Makers& makers);
void add_makers_of_amendments(Makers& makers);
void add_makers_of_behalf(Makers& makers);
void add_makers_of_bodies(Makers& makers);
void add_makers_of_calls(Makers& makers);
void add_makers_of_opinions(Makers& makers);
void add_makers_of_factors(Makers& makers);
void add_makers_of_passkeys(Makers& makers);
void add_makers_of_people(Makers& makers);
void add_makers_of_plans(Makers& makers);
void add_makers_of_rosters(Makers& makers);
void add_makers_of_shortlists(Makers& makers);
void add_makers_of_scoring(Makers& makers);
void add_makers_of_settings(Makers& makers);

} // namespace xieshang::policies
