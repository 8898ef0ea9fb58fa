// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// AUD-01: what succeeds and may change something stands in the record. What does not is listed
// here with its reason, and nothing that is not listed.
#include "tests/policies/policies_fixture_test.h"

namespace xieshang::policies {
namespace {

using Reasons = std::map<std::string, std::string, std::less<>>;

// "operation of case" that succeeds and tells nothing.
const Reasons& silent()
{
    static const Reasons reasons{
        {"signOut of own", "who is signed out already"},
        {"lookAtSetupLink of spent", "changes nothing"},
        {"acknowledgeFactorRemoval of own", "nothing was removed"},
        {"unlinkOidc of an account", "nothing is tied"},
        {"endOwnIdentity of own", "nothing is tied"},
        {"beginPasskey of own", "a challenge; nothing is added yet"},
        {"beginProof of own", "a challenge; nothing is shown yet"},
        {"beginPasskeySignIn of any", "a challenge; nobody is signed in yet"},
        {"visitCorrection of one", "who has a page open"},
        {"previewCalendar of a file", "shows what a file would change; nothing is written"},
        {"findSimilarPublicly of a form", "changes nothing; what is typed is in no address"},
        {"findPublicAnswer of a suggestion", "changes nothing; its code is in no address"},
    };
    return reasons;
}

// Operations that nobody of the house succeeds with, as their makers ask; which test shows that
// they tell.
const Reasons& shown_elsewhere()
{
    static const Reasons reasons{
        {"setUp", "SetupLinks"},
        {"beginOidc", "a challenge; OidcActions"},
    };
    return reasons;
}

bool is_unsafe(http::Method method)
{
    return method != http::Method::get && method != http::Method::head;
}

// By a GET, too: a table of many, which is a file, leaves the house.
bool takes_out_many(VisitedHouse& house, const Operation& operation)
{
    if (operation.method != http::Method::get) {
        return false;
    }
    if (operation.path.ends_with("/export")) {
        return true;
    }
    for (const auto& asked : operation.cases) {
        for (const auto& visitor : house.visitors()) {
            const auto response = house.ask(visitor, operation.method, asked.ask(visitor));
            if (response.status == 200) {
                return !response.header("Content-Disposition").empty();
            }
        }
    }
    return false;
}

struct Outcome {
    bool succeeded = false;
    bool told = true; // by each success
};

Outcome outcome_of(VisitedHouse& house, const Operation& operation, const Case& asked)
{
    Outcome outcome;
    for (const auto& visitor : house.visitors()) {
        const auto heard = house.ask_and_listen(visitor, operation.method, asked.ask(visitor));
        if (heard.status < 300) {
            outcome.succeeded = true;
            outcome.told = outcome.told && heard.events > 0;
        }
    }
    return outcome;
}

TEST_F(Policies, LetNothingLeaveTheHouseOfWhichTheRecordIsNotTold)
{
    int seen = 0;
    for (const auto& operation : operations()) {
        if (!takes_out_many(house(), operation)) {
            continue;
        }
        bool succeeded = false;
        for (const auto& asked : operation.cases) {
            const auto outcome = outcome_of(house(), operation, asked);
            succeeded = succeeded || outcome.succeeded;
            EXPECT_TRUE(outcome.told)
                << operation.name << " of " << asked.name << ": the record is not told";
        }
        EXPECT_TRUE(succeeded) << operation.name << ": nobody gets it, so this shows nothing";
        ++seen;
    }
    EXPECT_GE(seen, 6);
    std::cout << "policies: " << seen << " exports and files are told\n";
}

TEST_F(Policies, LetNothingSucceedOfWhichTheRecordIsNotTold)
{
    auto silent_left = silent();
    auto elsewhere_left = shown_elsewhere();
    int seen = 0;
    for (const auto& operation : operations()) {
        bool succeeded = false;
        for (const auto& asked : operation.cases) {
            const auto name = operation.name + " of " + asked.name;
            const auto outcome =
                is_unsafe(operation.method) ? outcome_of(house(), operation, asked) : Outcome{true};
            succeeded = succeeded || outcome.succeeded;
            if (outcome.succeeded && !outcome.told) {
                EXPECT_EQ(silent_left.erase(name), 1U) << name << ": the record is not told";
            }
        }
        seen += is_unsafe(operation.method) && succeeded ? 1 : 0;
        if (!succeeded) {
            EXPECT_EQ(elsewhere_left.erase(operation.name), 1U)
                << operation.name << ": nobody succeeds; say which test shows that it tells";
        }
    }
    for (const auto& [name, reason] : silent_left) {
        ADD_FAILURE() << name << " tells the record; take it off the list";
    }
    for (const auto& [name, reason] : elsewhere_left) {
        ADD_FAILURE() << name << " succeeds here; take it off the list";
    }
    std::cout << "policies: " << seen << " changes are told, " << silent().size()
              << " tell nothing by intent, " << shown_elsewhere().size() << " shown elsewhere\n";
}

} // namespace
} // namespace xieshang::policies
