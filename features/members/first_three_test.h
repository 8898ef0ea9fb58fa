// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: three administrators of a first start who are as they must be.
#pragma once

#include "features/members/first_three.h"

namespace xieshang::members {

inline FirstThree good_three(const std::string& token = "")
{
    return {token, {"xitong", "王小协", "wide river at dawn"},
        {"anquan", "李小商", "nine lanterns burning"},
        {"shenji", "陈小议", "quiet ledger of rain"}};
}

} // namespace xieshang::members
