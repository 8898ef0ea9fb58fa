// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/address.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace xieshang::app {
namespace {

template <class Address>
std::error_code tried(int family, const Address& address)
{
    const int descriptor = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)); // as the server does
    const bool is_good =
        ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0
        && ::listen(descriptor, 1) == 0;
    const std::error_code error(is_good ? 0 : errno, std::generic_category());
    ::close(descriptor);
    return error;
}

} // namespace

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

std::error_code trouble_listening(const std::string& host, std::uint16_t port)
{
    sockaddr_in four{};
    if (::inet_pton(AF_INET, host.c_str(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        return tried(AF_INET, four);
    }
    sockaddr_in6 six{};
    ::inet_pton(AF_INET6, host.c_str(), &six.sin6_addr);
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(port);
    return tried(AF_INET6, six);
}

} // namespace xieshang::app
