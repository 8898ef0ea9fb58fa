// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Small office files of which a careless reader would make very much: each repeats by reference
// what it says once.
#pragma once

#include "tests/support/hostile_files.h"

#include <vector>

namespace xieshang::tests {

std::vector<HostileFile> growing_files(); // refused, with the code

// Large, or made to cost time, but not refused by documents::office_text(): whatever a plan's
// reader says of them, it must cost as little. Their code is empty.
std::vector<HostileFile> costly_files();

std::string repeated(const std::string& text, int times);

} // namespace xieshang::tests
