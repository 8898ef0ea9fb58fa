// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/table_columns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xieshang::documents::press {
namespace {

std::vector<double> shares_of(const OfficialTable& table, std::size_t columns)
{
    const auto is_share = [](double share) { return std::isfinite(share) && share > 0; };
    double sum = 0;
    std::size_t count = 0;
    for (const auto share : table.shares) {
        sum += is_share(share) ? share : 0;
        count += is_share(share) ? 1 : 0;
    }
    const auto mean = count == 0 ? 1 : sum / static_cast<double>(count);
    std::vector<double> shares(columns, mean);
    for (std::size_t at = 0; at < std::min(columns, table.shares.size()); ++at) {
        shares[at] = is_share(table.shares[at]) ? table.shares[at] : mean;
    }
    return shares;
}

} // namespace

std::size_t columns_of(const OfficialTable& table)
{
    std::size_t most = 0;
    for (const auto& row : table.rows) {
        std::size_t columns = 0;
        for (const auto& cell : row.cells) {
            columns += static_cast<std::size_t>(std::max(1, cell.columns));
        }
        most = std::max(most, columns);
    }
    return most;
}

std::vector<double> column_widths(
    const OfficialTable& table, std::size_t columns, double width_mm, double least_mm)
{
    const auto shares = shares_of(table, columns);
    std::vector<double> widths(columns, 0);
    std::vector<bool> least(columns, false);
    for (bool changed = true; changed;) { // each round fixes one more column, or is the last
        changed = false;
        double free = width_mm;
        double sum = 0;
        for (std::size_t at = 0; at < columns; ++at) {
            free -= least[at] ? least_mm : 0;
            sum += least[at] ? 0 : shares[at];
        }
        for (std::size_t at = 0; at < columns; ++at) {
            widths[at] = least[at] ? least_mm : free * shares[at] / sum;
            if (widths[at] < least_mm) {
                least[at] = changed = true;
            }
        }
    }
    return widths;
}

} // namespace xieshang::documents::press
