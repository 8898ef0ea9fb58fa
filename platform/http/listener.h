// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Takes connections and spreads them over the loops; stops taking while there are too many.
#pragma once

#include "platform/http/connection.h"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <vector>

namespace xieshang::http {

class Listener {
public:
    // Listens when it returns; accepts when the first loop runs. Throws as Server::start.
    Listener(Shared& shared, const std::vector<std::unique_ptr<Loop>>& loops);

    unsigned short port() const { return port_; }

    void make_room(); // a connection has gone; from any thread

    // Takes what the system has already accepted for us, so that none of it is reset, then takes no
    // more. From any thread; returns when it is done.
    void stop();

private:
    using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Wire::Executor>;

    void listen();
    void accept();
    void adopt(Wire::Tcp tcp, Loop& loop);
    void take_the_rest();
    void shut_the_door();
    Loop& next_loop();

    Shared& shared_;
    const std::vector<std::unique_ptr<Loop>>& loops_;
    std::function<void(std::shared_ptr<Wire>)> start_connection_;
    Acceptor acceptor_;
    boost::asio::steady_timer pause_;
    std::size_t turn_ = 0;
    bool is_accepting_ = false;
    std::atomic<bool> is_full_{false};
    unsigned short port_ = 0;
};

} // namespace xieshang::http
