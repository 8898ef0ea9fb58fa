// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/look_alarm.h"

#include <gtest/gtest.h>

namespace xieshang::people {

TEST(LookAlarm, IsDueAtTwoHundredLooksOnceInTenMinutes)
{
    constexpr base::Instant now{1'647'216'000'000};
    EXPECT_FALSE(is_alarm_due(199, {}, now));
    EXPECT_TRUE(is_alarm_due(200, {}, now));
    EXPECT_TRUE(is_alarm_due(5'000, {}, now));
    EXPECT_FALSE(is_alarm_due(201, now, now));
    EXPECT_FALSE(is_alarm_due(5'000, now + -(10 * 60'000 - 1), now));
    EXPECT_TRUE(is_alarm_due(200, now + -(10 * 60'000), now));
}

} // namespace xieshang::people
