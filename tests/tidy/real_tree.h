// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The checkout that the tests were built from, read once for all checks of a run, and how a test
// looks at complaints.
#pragma once

#include "tests/tidy/tree.h"

#include <gtest/gtest.h>

namespace xieshang::tidy {

inline const Tree& real_tree()
{
    static const Tree tree = read_tree(XIESHANG_SOURCE_DIR);
    return tree;
}

// EXPECT_TRUE(clean(complaints)): fails with one complaint a line.
inline testing::AssertionResult clean(const Complaints& complaints)
{
    if (complaints.empty()) {
        return testing::AssertionSuccess();
    }
    auto failure = testing::AssertionFailure() << complaints.size() << " complaints";
    for (const auto& complaint : complaints) {
        failure << "\n" << complaint;
    }
    return failure;
}

} // namespace xieshang::tidy
