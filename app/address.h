// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Addresses of the network as text.
#pragma once

#include <cstdint>
#include <string>
#include <system_error>

namespace xieshang::app {

bool is_address(const std::string& text);  // IPv4 or IPv6, without port
bool is_loopback(const std::string& text); // 127.0.0.0/8 or ::1: only this machine can reach it

// What the system says to a listener there, which is gone again when this returns. The host is an
// address; port 0 is any.
std::error_code trouble_listening(const std::string& host, std::uint16_t port);

} // namespace xieshang::app
