// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/address.h"

#include <arpa/inet.h>
#include <cstring>

namespace xieshang::app {

bool is_address(const std::string& text)
{
    in6_addr address{};
    return ::inet_pton(AF_INET, text.c_str(), &address) == 1
        || ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

bool is_loopback(const std::string& text)
{
    in_addr four{};
    if (::inet_pton(AF_INET, text.c_str(), &four) == 1) {
        return (ntohl(four.s_addr) >> 24U) == 127;
    }
    in6_addr six{};
    return ::inet_pton(AF_INET6, text.c_str(), &six) == 1
        && std::memcmp(&six, &in6addr_loopback, sizeof(six)) == 0;
}

} // namespace xieshang::app
