// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/tls.h"

#include "platform/http/tls_files.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdexcept>
#include <string_view>

namespace xieshang::http {
namespace {

void check(bool is_good, std::string_view what)
{
    if (!is_good) {
        const char* reason = ERR_reason_error_string(ERR_peek_last_error());
        ERR_clear_error();
        throw std::runtime_error(
            "tls: " + std::string{what} + (reason != nullptr ? std::string{": "} + reason : ""));
    }
}

int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size,
    const unsigned char* offered, unsigned int size, void*)
{
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    const bool is_common =
        SSL_select_next_proto(&chosen, out_size, ours, sizeof ours - 1, offered, size)
        == OPENSSL_NPN_NEGOTIATED;
    *out = chosen;
    return is_common ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

} // namespace

boost::asio::ssl::context tls_context(
    const std::string& certificate_file, const std::string& key_file)
{
    boost::asio::ssl::context context(boost::asio::ssl::context::tls_server);
    SSL_CTX* const native = context.native_handle();
    check(SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) == 1, "version");
    check(SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1, "ciphers");
    SSL_CTX_set_options(native,
        SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE
            | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
    const auto fault = take_tls_files(native, {certificate_file, key_file});
    check(fault != TlsFault::certificate, "cannot use certificate " + certificate_file);
    check(fault != TlsFault::key, "cannot use key " + key_file);
    check(fault != TlsFault::pair, "the key does not fit the certificate");
    return context;
}

} // namespace xieshang::http
