// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/crypto/totp.h"

#include <gtest/gtest.h>

namespace xieshang::crypto {
namespace {

const std::string secret = "12345678901234567890";

constexpr base::Instant at_s(std::int64_t seconds) { return {seconds * 1000}; }

// RFC 4226, appendix D.
TEST(Totp, GivesTheCodesOfRfc4226)
{
    const char* codes[]{"755224", "287082", "359152", "969429", "338314", "254676", "287922",
        "162583", "399871", "520489"};
    for (int step = 0; step < 10; ++step) {
        EXPECT_EQ(totp_code(secret, step), codes[step]) << step;
    }
}

// RFC 6238, appendix B, the rows of SHA-1; the last six of its eight digits.
TEST(Totp, GivesTheCodesOfRfc6238)
{
    const struct {
        std::int64_t seconds;
        const char* code;
    } rows[]{{59, "287082"}, {1'111'111'109, "081804"}, {1'111'111'111, "050471"},
        {1'234'567'890, "005924"}, {2'000'000'000, "279037"}, {20'000'000'000, "353130"}};
    for (const auto& row : rows) {
        EXPECT_EQ(totp_code(secret, totp_step(at_s(row.seconds))), row.code) << row.seconds;
    }
}

TEST(Totp, TakesTheStepBeforeAndAfterAndNoOther)
{
    const auto now = at_s(1'111'111'111);
    const auto step = totp_step(now);
    for (std::int64_t away = -3; away <= 3; ++away) {
        const auto found =
            step_of_totp(secret, {.code = totp_code(secret, step + away), .now = now, .last = 0});
        EXPECT_EQ(found.has_value(), away >= -1 && away <= 1) << away;
        EXPECT_EQ(found.value_or(step + away), step + away);
    }
}

TEST(Totp, TakesNoStepTwiceAndNoneBefore)
{
    const auto now = at_s(1'111'111'111);
    const auto step = totp_step(now);
    const auto taken = [&](std::int64_t away, std::int64_t last) {
        return step_of_totp(
            secret, {.code = totp_code(secret, step + away), .now = now, .last = last})
            .has_value();
    };
    EXPECT_FALSE(taken(0, step));
    EXPECT_FALSE(taken(-1, step));
    EXPECT_TRUE(taken(1, step));
    EXPECT_TRUE(taken(0, step - 1));
}

TEST(Totp, TakesNothingThatIsNoCode)
{
    const auto now = at_s(59);
    for (const auto* code : {"", "28708", "2870820", "２８７０８２", "287 082", "287083"}) {
        EXPECT_FALSE(step_of_totp(secret, {.code = code, .now = now, .last = 0})) << code;
    }
}

// RFC 4648 §10, without the padding.
TEST(Base32, WritesTheTextsOfRfc4648)
{
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(base32("\xFF\xFF"), "777Q");
}

} // namespace
} // namespace xieshang::crypto
