// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/link_code.h"

#include <cctype>
#include <cstddef>

namespace xieshang::members {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t group = 5;

template <std::size_t size>
std::string new_code(base::Random& random)
{
    std::string code;
    std::size_t at = 0;
    for (const auto byte : random.bytes<size>()) {
        if (at > 0 && at % group == 0) {
            code += '-';
        }
        code += alphabet[std::to_integer<std::size_t>(byte) % alphabet.size()]; // 32 divides 256
        ++at;
    }
    return code;
}

} // namespace

std::string new_link_code(base::Random& random) { return new_code<5 * group>(random); }

std::string new_recovery_code(base::Random& random) { return new_code<3 * group>(random); }

std::string folded_link_code(std::string_view typed)
{
    std::string folded;
    for (const auto letter : typed) {
        const auto large = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
        if (large != '-' && large != ' ') {
            folded += large == 'O' ? '0' : large == 'I' || large == 'L' ? '1' : large;
        }
    }
    return folded;
}

} // namespace xieshang::members
