// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The two directions along which people differ most: principal components of the centred answers,
// by Lanczos iteration with full re-orthogonalisation (Golub and Van Loan, Matrix Computations,
// §10.3), to a residual of 1e-11 of the larger eigenvalue. Pure; the crew's threads only.
#pragma once

#include "platform/analytics/centred_answers.h"

namespace xieshang::analytics {

struct PrincipalAxes {
    // Each of length one, by statement; or all 0 where people do not differ that way at all. The
    // sign is left to the caller.
    std::array<std::vector<double>, 2> axes;
    std::array<double, 2> eigenvalues{}; // of XᵀX, the larger first
    int products = 0;                    // with XᵀX
};

// Axes, and how far each person reaches along them, by participant.
struct ReachedAxes {
    PrincipalAxes axes;
    std::array<std::vector<double>, 2> heights;
    // Where the axes are not exact, directions nearer to the exact ones, to begin with next time.
    std::array<std::vector<double>, 2> nearer;
};

struct AxesStart {
    std::uint64_t seed = 0;                // of the first direction
    const PrincipalAxes* before = nullptr; // a warm start: axes of nearly the same answers
};

PrincipalAxes principal_axes(const CentredAnswers& answers, const AxesStart& start, Crew& crew);
ReachedAxes reached_axes(const CentredAnswers& answers, PrincipalAxes axes, Crew& crew);

} // namespace xieshang::analytics
