// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/policies_fixture_test.h"

namespace xieshang::policies {

void Policies::SetUpTestSuite()
{
    house_ = std::make_unique<VisitedHouse>();
    judge_ = std::make_unique<Judge>(*house_);
}

std::vector<Operation> Policies::operations_of(VisitedHouse& house)
{
    const auto makers = all_makers();
    const auto all = promises();
    std::vector<Operation> operations;
    for (const auto& endpoint : house.api().endpoints()) {
        const auto maker = makers.find(endpoint.name);
        const auto promise = all.find(endpoint.name);
        if (maker == makers.end()) {
            ADD_FAILURE() << endpoint.name << ": nobody says how it is asked; add it to a "
                          << "tests/policies/makers_of_*.cc";
        } else if (promise == all.end()) {
            ADD_FAILURE() << endpoint.name << ": not in docs/policies.md; xieshang policies";
        } else {
            operations.push_back({endpoint.name, endpoint.method, endpoint.path, promise->second,
                maker->second(house.things())});
        }
    }
    return operations;
}

void Policies::expect_promises(VisitedHouse& house, Judge& judge)
{
    for (const auto& operation : operations_of(house)) {
        int wrongs = 0;
        for (const auto& asked : operation.cases) {
            for (const auto& visitor : house.visitors()) {
                const auto wrong = judge.wrong(operation, asked, visitor);
                if (!wrong.empty() && ++wrongs <= 4) {
                    ADD_FAILURE() << operation.name << " of " << asked.name << " as "
                                  << visitor.name << " " << wrong;
                }
            }
        }
        EXPECT_LE(wrongs, 4) << operation.name << ": and others";
    }
}

} // namespace xieshang::policies
