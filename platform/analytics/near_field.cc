// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/near_field.h"

#include "platform/analytics/lanes.h"

#include <algorithm>
#include <cmath>

namespace xieshang::analytics {
namespace {

constexpr std::size_t block = NearPoints::block;
constexpr std::size_t blocks_at_a_time = 32; // then single precision goes over into double

struct Run {
    const float* x;
    const float* y;
    std::size_t blocks;
    const float* mask;
};

EACH_CPU double sum_of(float x, float y, const Run& run)
{
    double total = 0;
    for (std::size_t first = 0; first < run.blocks; first += blocks_at_a_time) {
        float sums[block] = {};
        const std::size_t last = std::min(first + blocks_at_a_time, run.blocks);
        const std::size_t whole = last == run.blocks ? last - 1 : last;
        for (std::size_t i = first; i < whole; ++i) {
            for (std::size_t l = 0; l < block; ++l) {
                const float dx = run.x[block * i + l] - x;
                const float dy = run.y[block * i + l] - y;
                sums[l] += std::sqrt(dx * dx + dy * dy);
            }
        }
        if (whole < last) {
            for (std::size_t l = 0; l < block; ++l) {
                const float dx = run.x[block * whole + l] - x;
                const float dy = run.y[block * whole + l] - y;
                sums[l] += run.mask[l] * std::sqrt(dx * dx + dy * dy);
            }
        }
        for (const float sum : sums) {
            total += static_cast<double>(sum);
        }
    }
    return total;
}

} // namespace

void NearPoints::clear(std::size_t cells)
{
    x_.resize(cells);
    y_.resize(cells);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        x_[cell].clear();
        y_[cell].clear();
    }
}

void NearPoints::fill_up()
{
    masks_.assign(block * x_.size(), 0);
    cells_.clear();
    for (std::size_t cell = 0; cell < x_.size(); ++cell) {
        const auto points = x_[cell].size();
        if (points == 0) {
            continue;
        }
        cells_.push_back(cell);
        const auto full = (points + block - 1) / block * block;
        for (std::size_t l = 0; l < block; ++l) {
            masks_[block * cell + l] = full - block + l < points ? 1.0F : 0.0F;
        }
        x_[cell].resize(full, 0);
        y_[cell].resize(full, 0);
    }
}

void add_near(double x, double y, const NearPoints& points, double* sums)
{
    for (const auto cell : points.cells()) {
        const Run run = {points.x(cell), points.y(cell), points.blocks(cell), points.mask(cell)};
        sums[cell] += sum_of(static_cast<float>(x), static_cast<float>(y), run);
    }
}

} // namespace xieshang::analytics
