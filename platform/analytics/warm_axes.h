// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Axes of answers that hardly differ from those whose axes are known: the known ones are turned and
// bent until they fit, each round at the price of two products (block Krylov and Rayleigh-Ritz). To
// a residual of 1e-5 of the larger eigenvalue, which nobody sees; where that is not reached soon,
// from the beginning, to 1e-11. Pure; the crew's threads only.
#pragma once

#include "platform/analytics/principal_axes.h"

namespace xieshang::analytics {

struct WarmAxes {
    PrincipalAxes axes;
    std::array<std::vector<double>, 2> heights; // X v of each, by participant
};

// `before.axes` are by the statements of these answers, new ones 0. The signs are those of before.
WarmAxes warm_axes(const CentredAnswers& answers, const AxesStart& start, Crew& crew);

} // namespace xieshang::analytics
