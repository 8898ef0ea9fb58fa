// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The principal axes as red-dwarf gets them from scikit-learn 1.2 for all but small conversations:
// a randomized singular value decomposition (Halko, Martinsson and Tropp 2011) that comes near
// the axes, the nearer the more they stand out from those that follow. Only for holding a map
// against that reference: principal_axes() is exact and ten times as fast. Pure; the crew's threads
// only.
#pragma once

#include "platform/analytics/principal_axes.h"

namespace xieshang::analytics {

// Whether scikit-learn's "auto" turns to it for so many people and statements.
bool takes_randomized_axes(std::size_t people, std::size_t statements);

// The heights are the decomposition's own, U·s, which red-dwarf takes; they are X v only as far as
// it is exact.
ReachedAxes randomized_axes(const CentredAnswers& answers, std::size_t people, Crew& crew);

} // namespace xieshang::analytics
