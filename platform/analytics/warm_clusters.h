// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where Polis's k-means begins when clusters are known: their centres are those of their members as
// they stand now, equal centres become one, and points far from all centres become centres until
// there are enough. Pure, any thread.
#pragma once

#include "platform/analytics/base_clusters.h"

namespace xieshang::analytics {

// Up to `most` clusters without members; the first `most` distinct points where none is known.
std::vector<Cluster> warm_clusters(
    const Points& points, const std::vector<Cluster>& known, std::size_t most);

} // namespace xieshang::analytics
