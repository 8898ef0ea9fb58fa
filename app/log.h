// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The program's log: one JSON object a line, with the request's id. To standard error, or, when
// that is a terminal, to <data>/xieshang.log (10 MB, five kept). No word that a person wrote and no
// secret stands in it. Any thread.
#pragma once

#include "platform/http/message.h"

#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>

namespace spdlog {
class logger;
}

namespace xieshang::app {

class Log {
public:
    explicit Log(const std::string& data_folder);
    ~Log();

    void answered(const http::Request& request, int status, std::size_t bytes,
        std::chrono::microseconds took);
    void failed(const http::Request& request, const std::exception& error);
    void note(std::string event, std::string detail = {}); // started, stopping, stopped
    void flush();

private:
    std::shared_ptr<spdlog::logger> logger_;
};

} // namespace xieshang::app
