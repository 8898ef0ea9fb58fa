// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Ids are made by the program (ADR 0005): UUIDv7 text (RFC 9562 §5.7), so they sort by the time
// they were made. Each subject has a type of its own: using PlanId = base::Id<struct PlanTag>.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/random.h"

#include <compare>
#include <string>
#include <string_view>

namespace xieshang::base {

template <class Tag>
struct Id {
    std::string text;

    auto operator<=>(const Id&) const = default;
};

// 36 characters, lower case. Two ids of one millisecond differ in 74 random bits and have no order
// between them.
std::string uuid_v7(Instant at, Random& random);

// RFC 9562 §5.4: no time in it; for secret ballots and anonymous submissions (ADR 0010).
std::string uuid_v4(Random& random);

// RFC 9562 §5.9: names nothing.
inline constexpr std::string_view nil_uuid = "00000000-0000-0000-0000-000000000000";

// True for the 36-character lower-case form of any version.
bool is_uuid(std::string_view text);

template <class IdType>
IdType new_id(Clock& clock, Random& random)
{
    return IdType{uuid_v7(clock.now(), random)};
}

} // namespace xieshang::base
