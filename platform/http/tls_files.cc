// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/http/tls_files.h"

#include <memory>
#include <new>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace xieshang::http {
namespace {

int no_passphrase(char*, int, int, void*) { return 0; }

} // namespace

TlsFault take_tls_files(ssl_ctx_st* context, const TlsFiles& files)
{
    SSL_CTX_set_default_passwd_cb(context, no_passphrase);
    if (SSL_CTX_use_certificate_chain_file(context, files.certificate.c_str()) != 1) {
        return TlsFault::certificate;
    }
    if (SSL_CTX_use_PrivateKey_file(context, files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        const bool is_of_another =
            ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH;
        return is_of_another ? TlsFault::pair : TlsFault::key;
    }
    return SSL_CTX_check_private_key(context) == 1 ? TlsFault::none : TlsFault::pair;
}

TlsFault fault_of(const TlsFiles& files)
{
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context) {
        throw std::bad_alloc();
    }
    const auto fault = take_tls_files(context.get(), files);
    ERR_clear_error();
    return fault;
}

} // namespace xieshang::http
