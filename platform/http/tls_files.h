// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The two PEM files that TLS needs: the certificate with its chain, and its private key, which no
// passphrase may protect: nobody is there to type it. Any thread.
#pragma once

#include <cstdint>
#include <string>

struct ssl_ctx_st; // OpenSSL's SSL_CTX

namespace xieshang::http {

struct TlsFiles {
    std::string certificate;
    std::string key;
};

enum class TlsFault : std::uint8_t {
    none,
    certificate, // cannot be read, or is none
    key,         // cannot be read, is none, or is protected
    pair,        // each is good, but they do not belong together
};

// Puts them into the context up to the first fault. What OpenSSL says of it stays in its queue.
TlsFault take_tls_files(ssl_ctx_st* context, const TlsFiles& files);

// The same look without a server.
TlsFault fault_of(const TlsFiles& files);

} // namespace xieshang::http
