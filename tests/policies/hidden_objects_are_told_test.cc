// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// AUD-01, denied attempts too: whoever asks for an object that is there and hidden from him is
// answered as for none, and the record is told which it was; and of none where there is none.
#include "tests/policies/policies_fixture_test.h"

namespace xieshang::policies {
namespace {

struct Tally {
    int hidden = 0;
    int wrong = 0;
};

Verdict verdict_of(const Operation& operation, const Case& asked, const Visitor& visitor)
{
    const Thing thing{
        asked.relation ? asked.relation(visitor) : std::string("other_body"), asked.state};
    return promised(operation.promised, visitor.asking, thing).verdict;
}

bool is_there(const Case& asked, const Visitor& visitor)
{
    return asked.presence == Presence::there
        && (!asked.status_of || asked.status_of(visitor) != 404);
}

// Many visitors are alike in it: the first few of a case are enough.
constexpr int most_of_a_case = 6;

void ask_of(VisitedHouse& house, const Operation& operation, const Case& asked, Tally& tally)
{
    int seen = 0;
    for (const auto& visitor : house.visitors()) {
        const bool hidden =
            is_there(asked, visitor) && verdict_of(operation, asked, visitor) == Verdict::hidden;
        const bool absent = asked.presence == Presence::absent
            && verdict_of(operation, asked, visitor) >= Verdict::stale_here;
        if ((!hidden && !absent) || ++seen > most_of_a_case) {
            continue;
        }
        tally.hidden += hidden ? 1 : 0;
        const auto heard = house.ask_and_listen(visitor, operation.method, asked.ask(visitor));
        if (heard.status != 404 || heard.hidden != (hidden ? 1 : 0)) {
            ++tally.wrong;
            ADD_FAILURE() << operation.name << " of " << asked.name << " as " << visitor.name
                          << " gives " << heard.status << " and tells of " << heard.hidden
                          << " hidden objects, not of " << (hidden ? 1 : 0);
        }
    }
}

TEST_F(Policies, TellTheRecordOfEachObjectThatTheyHide)
{
    Tally tally;
    for (const auto& operation : operations()) {
        if (operation.path.find('{') == std::string::npos) {
            continue;
        }
        const int wrong_before = tally.wrong;
        for (const auto& asked : operation.cases) {
            if (tally.wrong < wrong_before + 4) {
                ask_of(house(), operation, asked, tally);
            }
        }
    }
    EXPECT_GT(tally.hidden, 50) << "nearly nothing is hidden from anybody";
    std::cout << "policies: " << tally.hidden << " hidden objects were asked for\n";
}

} // namespace
} // namespace xieshang::policies
