// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: somebody on 127.0.0.1 who gives the same answer to the first who comes, hears what he
// says, and keeps the line open until the test ends. With TLS by a certificate of his own making.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>

namespace xieshang::oidc {

class OneAnswer {
public:
    enum class Speaks : std::uint8_t { plainly, tls };

    explicit OneAnswer(std::string answer, Speaks speaks = Speaks::plainly)
        : answer_(std::move(answer)),
          speaks_(speaks),
          listening_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof place;
        ::bind(listening_, reinterpret_cast<const sockaddr*>(&place), size);
        ::listen(listening_, 4);
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&place), &size);
        port_ = ntohs(place.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~OneAnswer()
    {
        end();
        ::close(listening_);
    }
    OneAnswer(const OneAnswer&) = delete;
    OneAnswer& operator=(const OneAnswer&) = delete;

    std::string address() const
    {
        return (speaks_ == Speaks::tls ? "https" : "http") + std::string("://127.0.0.1:")
            + std::to_string(port_);
    }
    bool was_asked() const { return asked_; }
    std::string heard() // ends him
    {
        end();
        return heard_;
    }

private:
    void end()
    {
        if (thread_.joinable()) {
            ::shutdown(listening_, SHUT_RDWR);
            thread_.join();
        }
    }
    void serve()
    {
        const int line = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (line < 0) {
            return;
        }
        asked_ = true;
        if (speaks_ == Speaks::tls) {
            greet(line);
        } else {
            std::array<char, 4096> bytes{};
            const auto got = ::recv(line, bytes.data(), bytes.size(), 0);
            heard_.assign(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
            ::send(line, answer_.data(), answer_.size(), MSG_NOSIGNAL);
            while (::recv(line, bytes.data(), bytes.size(), 0) > 0) {}
        }
        ::close(line);
    }
    void greet(int line)
    {
        SSL_CTX* context = SSL_CTX_new(TLS_server_method());
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* certificate = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_set_pubkey(certificate, key);
        X509_sign(certificate, key, EVP_sha256());
        SSL_CTX_use_certificate(context, certificate);
        SSL_CTX_use_PrivateKey(context, key);
        SSL* tls = SSL_new(context);
        SSL_set_fd(tls, line);
        std::array<char, 4096> bytes{};
        if (SSL_accept(tls) == 1) {
            const auto got = SSL_read(tls, bytes.data(), static_cast<int>(bytes.size()));
            heard_.assign(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
        }
        SSL_free(tls);
        X509_free(certificate);
        EVP_PKEY_free(key);
        SSL_CTX_free(context);
    }

    std::string answer_;
    Speaks speaks_;
    int listening_;
    unsigned short port_ = 0;
    std::atomic<bool> asked_ = false;
    std::string heard_; // by the thread, read after it has ended
    std::thread thread_;
};

} // namespace xieshang::oidc
