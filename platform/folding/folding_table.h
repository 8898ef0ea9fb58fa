// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The characters that folding changes, beside ASCII; made at build time from the data of ICU and
// OpenCC by table/make_folding_table.cc. For folding.cc only.
#pragma once

#include <span>

namespace xieshang::folding {

struct Folding {
    char32_t from;
    char32_t to;
};

std::span<const Folding> folding_table(); // by `from`

} // namespace xieshang::folding
