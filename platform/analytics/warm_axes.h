// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Axes of answers that hardly differ from those whose axes are known: the known ones are turned and
// bent until they fit, each round at the price of two products (block Krylov and Rayleigh-Ritz). To
// a residual of 3e-5 of the larger eigenvalue, which nobody sees; where that is not reached soon,
// from the beginning, to 1e-11. Pure; the crew's threads only.
#pragma once

#include "platform/analytics/principal_axes.h"

namespace xieshang::analytics {

// `before.axes` are by the statements of these answers, new ones 0. The signs are those of before.
ReachedAxes warm_axes(const CentredAnswers& answers, const AxesStart& start, Crew& crew);
// Without a look at the known ones but for the signs. Bending never meets a direction that shares
// nothing with them, such as that of new people who answered new statements only.
ReachedAxes axes_anew(const CentredAnswers& answers, const AxesStart& start, Crew& crew);

} // namespace xieshang::analytics
