// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The house, what is promised, and the operations: made once for all tests.
#pragma once

#include "tests/policies/judge.h"

#include <gtest/gtest.h>

namespace xieshang::policies {

class Policies : public testing::Test {
protected:
    static void SetUpTestSuite();
    static void TearDownTestSuite() { house_.reset(); }

    static VisitedHouse& house() { return *house_; }
    static Judge& judge() { return *judge_; }
    static std::vector<Operation> operations() { return operations_of(house()); }
    // All that the API registered; fails for one that has no maker, or none that is promised.
    static std::vector<Operation> operations_of(VisitedHouse& house);
    // Fails with the first answers of each operation that are not as promised.
    static void expect_promises(VisitedHouse& house, Judge& judge);

private:
    static inline std::unique_ptr<VisitedHouse> house_;
    static inline std::unique_ptr<Judge> judge_;
};

} // namespace xieshang::policies
