// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Sums of distances to many points that are far away. About the middles p and q of two places,
//
//     |x − y| = f(w),  f(w) = |(q − p) + w|,  w = (y − q) − (x − p),
//
// is a polynomial of degree 5 in w and a rest; its coefficients times the moments of the points y
// about q give a polynomial in x − p. With z = |w| ÷ |q − p| < 1, the rest is at most
// |q − p| z⁶ ÷ (6 (1 − z)): the coefficients of (1 − 2tz + z²)^½ in z are Gegenbauer polynomials
// that, by Bernstein's inequality for Legendre's, do not exceed 1/n (Abramowitz and Stegun, 22).
// Pure, any thread.
#pragma once

#include "platform/analytics/points.h"

#include <array>

namespace xieshang::analytics {

inline constexpr int far_degree = 5;
inline constexpr std::size_t far_terms = (far_degree + 1) * (far_degree + 2) / 2;

// By powers of x and y: 1, x, y, x², xy, y², … to far_degree.
using Powers = std::array<double, far_terms>;

constexpr std::size_t term_of(int of_x, int of_y)
{
    const int degree = of_x + of_y;
    return static_cast<std::size_t>(degree * (degree + 1) / 2 + of_y);
}

Powers powers_of(double x, double y);

// The coefficients of f for this q − p, which must not be 0.
Powers far_coefficients(Point between);

// What points with these `moments` (sums of powers of y − q) are, as a polynomial in x − p, about a
// middle that is seen under these `coefficients`.
Powers far_away(const Powers& coefficients, const Powers& moments);

// The moments about q of points whose moments about q' are `moments`; by = q' − q.
Powers moved(const Powers& moments, Point by);

// The polynomials of several cells, each term of all cells side by side, in whole lanes.
class FarCells {
public:
    void clear(std::size_t cells);
    void add(std::size_t cell, const Powers& polynomial);
    // sums[cell] for a point with these powers of x − p; up to width() are written.
    void values(const Powers& powers, double* sums) const;
    std::size_t width() const { return width_; }

private:
    std::size_t width_ = 0;
    std::vector<double> terms_;
};

// Of one distance, with z as above.
double far_error(double between, double z);

} // namespace xieshang::analytics
