// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/left_telephone.h"

#include <algorithm>

namespace xieshang::calls {
namespace {

constexpr std::size_t most_signs = 20;
constexpr std::ptrdiff_t least_digits = 5;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

} // namespace

base::Result<void> acceptable_telephone(std::string_view typed)
{
    const bool is_number = typed.size() <= most_signs
        && std::count_if(typed.begin(), typed.end(), is_figure) >= least_digits
        && typed.find_first_not_of("0123456789+- ") == std::string_view::npos;
    if (typed.empty() || is_number) {
        return {};
    }
    constexpr const char* code = "suggestion.not_a_telephone";
    return tl::unexpected(base::Error{base::Trouble::refused, code, {}, {{"/contact", code, {}}}});
}

} // namespace xieshang::calls
