// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Addresses of the network as text.
#pragma once

#include <string>

namespace xieshang::app {

bool is_address(const std::string& text);  // IPv4 or IPv6, without port
bool is_loopback(const std::string& text); // 127.0.0.0/8 or ::1: only this machine can reach it

} // namespace xieshang::app
