// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/statistics.h"

#include <cmath>

namespace xieshang::analytics {

double smoothed(Share share) { return (share.successes + 1.0) / (share.trials + 2.0); }

double against_half(Share share)
{
    const double trials = share.trials + 1.0;
    return 2 * std::sqrt(trials) * ((share.successes + 1.0) / trials - 0.5);
}

double against(Share own, Share other)
{
    const double own_successes = own.successes + 1.0;
    const double other_successes = other.successes + 1.0;
    const double own_trials = own.trials + 1.0;
    const double other_trials = other.trials + 1.0;
    const double both = (own_successes + other_successes) / (own_trials + other_trials);
    if (both == 1) {
        return 0;
    }
    return (own_successes / own_trials - other_successes / other_trials)
        / std::sqrt(both * (1 - both) * (1 / own_trials + 1 / other_trials));
}

} // namespace xieshang::analytics
