// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/qr/qr.h"

#include <gmock/gmock.h>

#include <cstdio>
#include <stdexcept>
#include <vector>

namespace xieshang::qr {
namespace {

// The modules that a path draws: '#' is dark.
std::vector<std::string> drawn(const Picture& picture)
{
    const auto side = static_cast<std::size_t>(picture.modules);
    std::vector<std::string> rows(side, std::string(side, '.'));
    const auto* rest = picture.path.c_str();
    std::size_t column = 0;
    std::size_t row = 0;
    std::size_t width = 0;
    int read = 0;
    while (std::sscanf(rest, "M%zu %zuh%zuv1h-%*zuz%n", &column, &row, &width, &read) == 3) {
        rows.at(row).replace(column, width, width, '#');
        rest += read;
    }
    EXPECT_EQ(*rest, '\0');
    return rows;
}

// What every code has, wherever its text stands: three finders and two lines of timing.
TEST(Qr, DrawsACodeThatCamerasFind)
{
    const auto rows = drawn(picture_of("otpauth://totp/Xieshang:wang?secret=JBSWY3DPEHPK3PXP"));
    const auto side = rows.size();
    EXPECT_EQ(side % 4, 1U); // 17 + 4 × version
    const std::vector<std::string> finder{
        "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"};
    for (std::size_t row = 0; row < 7; ++row) {
        EXPECT_EQ(rows[row].substr(0, 7), finder[row]);
        EXPECT_EQ(rows[row].substr(side - 7), finder[row]);
        EXPECT_EQ(rows[side - 7 + row].substr(0, 7), finder[row]);
    }
    for (std::size_t at = 8; at < side - 8; ++at) {
        EXPECT_EQ(rows[6][at], at % 2 == 0 ? '#' : '.');
        EXPECT_EQ(rows[at][6], at % 2 == 0 ? '#' : '.');
    }
}

TEST(Qr, RefusesWhatNoCodeHolds)
{
    EXPECT_THROW(picture_of(std::string(3000, 'x')), std::length_error);
    EXPECT_THROW(picture_of(""), std::length_error);
}

} // namespace
} // namespace xieshang::qr
