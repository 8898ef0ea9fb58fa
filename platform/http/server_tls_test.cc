// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/server.h"

#include "platform/http/tls_files.h"
#include "tests/support/raw_http.h"
#include "tests/support/temporary_folder.h"

#include <cstdio>
#include <fstream>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace xieshang::http {
namespace {

template <auto free_it>
struct Free {
    template <class Thing>
    void operator()(Thing* thing) const
    {
        free_it(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using File = std::unique_ptr<std::FILE, Free<std::fclose>>;

void write_pair(const std::string& certificate_file, const std::string& key_file)
{
    const Key key{EVP_EC_gen("P-256")};
    const Certificate certificate{X509_new()};
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    PEM_write_X509(File{std::fopen(certificate_file.c_str(), "w")}.get(), certificate.get());
    PEM_write_PrivateKey(File{std::fopen(key_file.c_str(), "w")}.get(), key.get(), nullptr, nullptr,
        0, nullptr, nullptr);
}

// A TLS client around a plain one.
class TlsClient {
public:
    explicit TlsClient(unsigned short port, int version = TLS1_3_VERSION)
        : plain_(port), context_(SSL_CTX_new(TLS_client_method())), ssl_(SSL_new(context_.get()))
    {
        SSL_set_min_proto_version(ssl_.get(), version);
        SSL_set_max_proto_version(ssl_.get(), version);
        SSL_set_fd(ssl_.get(), plain_.socket());
        is_connected_ = SSL_connect(ssl_.get()) == 1;
    }

    bool is_connected() const { return is_connected_; }

    bool send(const std::string& text)
    {
        return SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size())) > 0;
    }

    // All up to and with `text`; everything when the other side ends properly; "cut off" when it
    // does not.
    std::string until(const std::string& text)
    {
        while (received_.find(text) == std::string::npos) {
            std::string more(16'384, '\0');
            const int size = SSL_read(ssl_.get(), more.data(), static_cast<int>(more.size()));
            if (size <= 0) {
                const bool is_proper = SSL_get_error(ssl_.get(), size) == SSL_ERROR_ZERO_RETURN;
                return is_proper ? received_ : "cut off";
            }
            received_.append(more, 0, static_cast<std::size_t>(size));
        }
        return received_.substr(0, received_.find(text) + text.size());
    }

private:
    tests::RawClient plain_;
    std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>> context_;
    std::unique_ptr<SSL, Free<SSL_free>> ssl_;
    std::string received_;
    bool is_connected_ = false;
};

class ServerTls : public testing::Test {
protected:
    ServerTls()
    {
        options_.port = 0;
        options_.tls_certificate = folder_ / "certificate.pem";
        options_.tls_key = folder_ / "key.pem";
        write_pair(options_.tls_certificate, options_.tls_key);
    }

    std::string failure()
    {
        try {
            Server::start(options_, [](const Request&) { return Response{}; });
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "started";
    }

    tests::TemporaryFolder folder_;
    ServerOptions options_;
};

TEST_F(ServerTls, ServesBothVersionsAndTellsThatTheRequestIsSecure)
{
    const auto server = Server::start(options_, [](const Request& request) {
        Response response;
        response.body = std::string(request.secure ? "secure " : "plain ")
            + std::string(100'000, 'x') + request.path + ".";
        return response;
    });
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client(server->port(), version);
        ASSERT_TRUE(client.is_connected());
        client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_NE(client.until("/a.").find("secure xxx"), std::string::npos);
        client.send("GET /b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        EXPECT_TRUE(client.until("the very end").ends_with("/b."));
    }
    EXPECT_FALSE(TlsClient(server->port(), TLS1_1_VERSION).is_connected());
}

TEST_F(ServerTls, TellsTheRefusalToAClientThatStillSends)
{
    options_.limits.body_bytes = 1000;
    const auto server = Server::start(options_, [](const Request&) { return Response{}; });
    TlsClient client(server->port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20000000\r\n\r\n");
    for (int i = 0; i < 200; ++i) {
        ASSERT_TRUE(client.send(std::string(100'000, 'x'))) << i;
    }
    EXPECT_TRUE(client.until("http.too_large").starts_with("HTTP/1.1 413 "));
}

TEST_F(ServerTls, SendsFilesAndStreams)
{
    std::ofstream(folder_ / "file") << std::string(1'000'000, 'f') << "end";
    std::shared_ptr<EventSink> sink;
    const auto server = Server::start(options_, [&](const Request& request) {
        Response response;
        if (request.path == "/file") {
            response.file_path = folder_ / "file";
        } else {
            response.stream = [&](std::shared_ptr<EventSink> own) {
                own->send("data: secret\n\n");
                sink = std::move(own);
            };
        }
        return response;
    });
    TlsClient client(server->port());
    client.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_GT(client.until("fffend").size(), 1'000'000U);
    client.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_NE(client.until("data: secret\n\n"), "cut off");
    server->stop(std::chrono::seconds{5});
    EXPECT_NE(client.until("the very end"), "cut off");
}

TEST_F(ServerTls, EndsAPlainClientOnASecurePort)
{
    const auto server = Server::start(options_, [](const Request&) { return Response{}; });
    tests::RawClient client(server->port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.answer().status, 0);
}

TEST_F(ServerTls, KnowsFilesThatCannotServeBeforeItStarts)
{
    const TlsFiles good{options_.tls_certificate, options_.tls_key};
    EXPECT_EQ(fault_of(good), TlsFault::none);
    EXPECT_EQ(fault_of({folder_ / "gone.pem", good.key}), TlsFault::certificate);
    EXPECT_EQ(fault_of({good.certificate, good.certificate}), TlsFault::key);
    write_pair(folder_ / "other.pem", folder_ / "other_key.pem");
    EXPECT_EQ(fault_of({good.certificate, folder_ / "other_key.pem"}), TlsFault::pair);
}

TEST_F(ServerTls, SaysWhichFileCannotBeUsed)
{
    const auto good_key = options_.tls_key;
    options_.tls_key = folder_ / "gone.pem";
    EXPECT_NE(failure().find("gone.pem"), std::string::npos);
    write_pair(folder_ / "other.pem", folder_ / "other_key.pem");
    options_.tls_key = folder_ / "other_key.pem";
    EXPECT_TRUE(failure().starts_with("tls: ")) << failure();
    options_.tls_key = good_key;
    std::ofstream(options_.tls_certificate) << "no certificate";
    EXPECT_TRUE(failure().starts_with("tls: cannot use certificate ")) << failure();
}

} // namespace
} // namespace xieshang::http
