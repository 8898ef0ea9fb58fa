// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Office files that mean harm or are broken, each with the code that it is refused with.
#pragma once

#include <string>
#include <vector>

namespace xieshang::tests {

struct HostileFile {
    std::string name;
    std::string bytes;
    std::string code;
};

// Made anew with each call: some 70 small files.
std::vector<HostileFile> hostile_files();

} // namespace xieshang::tests
