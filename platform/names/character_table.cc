// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/names/character_table.h"

#include <algorithm>

namespace xieshang::names {

Character character_of(char32_t c)
{
    const auto all = runs();
    const auto behind = std::upper_bound(all.begin(), all.end(), c,
        [](char32_t wanted, const Run& run) { return wanted < run.first; });
    if (behind == all.begin()) {
        return {};
    }
    const auto run = behind - 1;
    const auto end = behind == all.end() ? packed_characters().size() : behind->begin;
    const auto at = run->begin + (c - run->first);
    return at < end ? Character::unpacked(packed_characters()[at]) : Character{};
}

} // namespace xieshang::names
