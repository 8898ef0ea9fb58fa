// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation_code.h"

#include "platform/names/initials.h"

#include <boost/describe.hpp>

#include <algorithm>

namespace xieshang::people {

std::string code_proposed(
    std::string_view name, OrganisationKind kind, const std::vector<Organisation>& all)
{
    constexpr std::size_t most = 24; // a number fits behind it
    auto letters = names::initials(name).substr(0, most);
    if (letters.empty()) {
        letters = boost::describe::enum_to_string(kind, "");
    }
    const auto is_taken = [&](const std::string& code) {
        return std::any_of(all.begin(), all.end(),
            [&](const Organisation& one) { return one.words.code == code; });
    };
    auto code = letters;
    for (int number = 2; is_taken(code); ++number) {
        code = letters + std::to_string(number);
    }
    return code;
}

} // namespace xieshang::people
