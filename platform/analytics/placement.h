// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where people and statements stand on the map. Pure; the crew's threads only.
#pragma once

#include "platform/analytics/opinion_map.h"
#include "platform/analytics/principal_axes.h"

namespace xieshang::analytics {

// Axes with their signs, and how far each person reaches along them: X v, by participant.
struct SignedAxes {
    std::array<std::vector<double>, 2> axes;
    std::array<std::vector<double>, 2> heights;
};

// The signs of the reference; with Polis heights count disagreement, as it does.
void turn_as_reference(SignedAxes& axes, Reference reference);

struct Placement {
    Points points;                 // by participant
    std::vector<double> extremity; // by statement
};

// Who answered few statements is moved outwards by √(statements ÷ answered), as both references do;
// a statement that is left out counts as answered by everybody.
Placement place(const AnswerTable& table, const CentredAnswers& answers,
    const std::vector<std::uint8_t>& left_out, const SignedAxes& axes);

} // namespace xieshang::analytics
