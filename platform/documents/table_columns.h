// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How wide the columns of a table are. Pure; any thread.
#pragma once

#include "platform/documents/official_document.h"

#include <cstddef>
#include <vector>

namespace xieshang::documents::press {

// Of the widest row, each cell with the columns that it spans.
std::size_t columns_of(const OfficialTable& table);

// By their shares; a column without one has the mean of the others. None is narrower than
// `least_mm`: what such a one takes the wider ones give. `columns × least_mm` fit in `width_mm`.
std::vector<double> column_widths(
    const OfficialTable& table, std::size_t columns, double width_mm, double least_mm);

} // namespace xieshang::documents::press
