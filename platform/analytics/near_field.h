// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Sums of distances, pair by pair, in single precision. Pure, any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace xieshang::analytics {

// Points by cell, each cell filled up to whole blocks.
class NearPoints {
public:
    static constexpr std::size_t block = 16;

    void clear(std::size_t cells); // keeps the memory
    void add(std::size_t cell, double x, double y)
    {
        x_[cell].push_back(static_cast<float>(x));
        y_[cell].push_back(static_cast<float>(y));
    }
    // After the last add().
    void fill_up();

    const std::vector<std::size_t>& cells() const { return cells_; } // that have points
    const float* x(std::size_t cell) const { return x_[cell].data(); }
    const float* y(std::size_t cell) const { return y_[cell].data(); }
    std::size_t blocks(std::size_t cell) const { return x_[cell].size() / block; }
    // Of the last block of a cell: 1 for a point, 0 for what fills up.
    const float* mask(std::size_t cell) const { return masks_.data() + block * cell; }

private:
    std::vector<std::vector<float>> x_;
    std::vector<std::vector<float>> y_;
    std::vector<float> masks_;
    std::vector<std::size_t> cells_;
};

// Adds to sums[cell] the distances from (x, y) to all points of each cell.
void add_near(double x, double y, const NearPoints& points, double* sums);

// How far off the mean of some of these distances can be because coordinates, up to `largest`, are
// rounded: 2 × √2 × 2^-24 of that at most.
constexpr double near_error(double largest) { return 0x1p-22 * largest; }

} // namespace xieshang::analytics
