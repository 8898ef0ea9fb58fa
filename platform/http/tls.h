// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The server's side of TLS: 1.2 and 1.3, forward secrecy and authenticated encryption only.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <string>

namespace xieshang::http {

// Throws std::runtime_error "tls: …" naming the file that cannot be read, is no PEM, or does not
// fit the other.
boost::asio::ssl::context tls_context(
    const std::string& certificate_file, const std::string& key_file);

} // namespace xieshang::http
