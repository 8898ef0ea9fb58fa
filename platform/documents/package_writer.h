// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Parts → the bytes of an office file (ISO/IEC 29500-2). The same parts always give the same bytes:
// no date, no order but theirs. Nothing touches a disk. Throws std::runtime_error when the machine
// has no room. Any thread.
#pragma once

#include <string>
#include <vector>

namespace xieshang::documents {

struct PackagePart {
    std::string name; // "word/document.xml"; the list of types is the first
    std::string bytes;
    bool packs = true; // pictures are packed by themselves
};

std::string package_of(const std::vector<PackagePart>& parts);

} // namespace xieshang::documents
