// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Identity numbers for the people of a test: one is one person's. One thread.
#pragma once

#include <string>

namespace xieshang::policies {

// No two people have one: of a day long past, with its check digit.
inline std::string next_identity_number()
{
    static int last = 100;
    const auto number = "11010519491231" + std::to_string(++last);
    int sum = 0;
    for (const char digit : number) {
        sum = (sum + (digit - '0')) * 2 % 11;
    }
    return number + "10X98765432"[sum];
}

} // namespace xieshang::policies
