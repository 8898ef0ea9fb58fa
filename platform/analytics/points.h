// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Points of the plane, each coordinate by itself so that a loop takes several at a time.
#pragma once

#include <cstddef>
#include <vector>

namespace xieshang::analytics {

struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

struct Points {
    std::vector<double> x;
    std::vector<double> y;

    std::size_t size() const { return x.size(); }
    Point at(std::size_t i) const { return {x[i], y[i]}; }
    void add(Point point)
    {
        x.push_back(point.x);
        y.push_back(point.y);
    }
};

} // namespace xieshang::analytics
