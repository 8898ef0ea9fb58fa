// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A client that says exactly what a test tells it to, byte by byte, to a server on 127.0.0.1.
#pragma once

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace xieshang::tests {

struct RawAnswer {
    int status = 0; // 0: the connection ended before a whole answer had come
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    std::string header(std::string_view name) const
    {
        for (const auto& [own, value] : headers) {
            if (own.size() == name.size()
                && ::strncasecmp(own.data(), name.data(), name.size()) == 0) {
                return value;
            }
        }
        return {};
    }
};

class RawClient {
public:
    explicit RawClient(unsigned short port, int receive_buffer_bytes = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        if (receive_buffer_bytes > 0) {
            ::setsockopt(
                socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            ::close(socket_);
            throw std::runtime_error("connection refused");
        }
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    int socket() const { return socket_; }

    // False when the server no longer takes bytes.
    bool send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void end_sending() const { ::shutdown(socket_, SHUT_WR); }

    // One answer; without Content-Length its body goes on to the end. No body is read when
    // `for_head`.
    RawAnswer answer(bool for_head = false)
    {
        RawAnswer answer;
        const auto end = read_to("\r\n\r\n");
        if (end == std::string::npos) {
            return answer;
        }
        take_head(answer, end);
        if (for_head || answer.status == 204 || answer.status == 304 || answer.status == 100) {
            return answer;
        }
        const auto length = answer.header("Content-Length");
        const std::size_t size = length.empty() ? std::string::npos : std::stoul(length);
        while (received_.size() < size && receive()) {}
        if (!length.empty() && received_.size() < size) {
            answer.status = 0;
        }
        answer.body = received_.substr(0, size);
        received_.erase(0, answer.body.size());
        return answer;
    }

    RawAnswer ask(std::string_view request)
    {
        send(request);
        return answer();
    }

    // Reads until `text` has come and takes all up to and with it; empty when the end came before.
    std::string until(std::string_view text)
    {
        const auto at = read_to(text);
        if (at == std::string::npos) {
            return {};
        }
        auto taken = received_.substr(0, at + text.size());
        received_.erase(0, taken.size());
        return taken;
    }

    // True when the server ends the connection, within ten seconds and without further bytes.
    bool is_closed()
    {
        while (receive()) {}
        return has_ended_ && received_.empty();
    }

    bool was_reset() const { return was_reset_; }

private:
    std::size_t read_to(std::string_view text)
    {
        for (;;) {
            const auto at = received_.find(text);
            if (at != std::string::npos || !receive()) {
                return at;
            }
        }
    }

    bool receive()
    {
        pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
        if (has_ended_ || ::poll(&ready, 1, 10'000) != 1) {
            return false;
        }
        std::string more(64U << 10U, '\0');
        const auto size = ::recv(socket_, more.data(), more.size(), 0);
        if (size <= 0) {
            has_ended_ = true;
            was_reset_ = size < 0 && errno == ECONNRESET;
            return false;
        }
        received_.append(more, 0, static_cast<std::size_t>(size));
        return true;
    }

    void take_head(RawAnswer& answer, std::size_t end)
    {
        const std::string head = received_.substr(0, end + 2);
        received_.erase(0, end + 4);
        answer.status = std::stoi(head.substr(9, 3));
        for (auto at = head.find("\r\n") + 2; at < head.size();) {
            const auto line_end = head.find("\r\n", at);
            const auto line = head.substr(at, line_end - at);
            const auto colon = line.find(": ");
            answer.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
            at = line_end + 2;
        }
    }

    int socket_;
    std::string received_;
    bool has_ended_ = false;
    bool was_reset_ = false;
};

} // namespace xieshang::tests
