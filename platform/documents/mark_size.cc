// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/mark_size.h"

#include "platform/documents/letters.h"
#include "platform/documents/official_format.h"
#include "platform/documents/type_runs.h"

#include <algorithm>
#include <cmath>

namespace xieshang::documents {
namespace {

constexpr double area_points = format::area_width * 72 / 25.4;
constexpr double sure = 0.99;     // of the width: fonts and programs round
constexpr double latin_em = 0.75; // the widest capitals of the Latin font but W and M

} // namespace

double mark_size_pt(std::string_view mark)
{
    double ems = 0;
    for (const auto& run : type_runs(mark)) {
        for (std::size_t at = 0; at < run.text.size();) {
            const auto code = code_point(next_character(run.text, at));
            ems += combines(code) ? 0 : run.script == Script::han ? 1 : latin_em;
        }
    }
    const double fits = sure * area_points / std::max(ems, 1.0);
    return std::clamp(std::floor(2 * fits) / 2, mark_smallest_pt, mark_largest_pt);
}

} // namespace xieshang::documents
