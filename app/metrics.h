// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What /metrics tells, in the Prometheus text format: requests by method and status, how long they
// took, writes and the commits that they shared. Any thread.
#pragma once

#include "platform/db/db.h"
#include "platform/http/message.h"

#include <chrono>
#include <memory>
#include <string>

namespace xieshang::app {

class Metrics {
public:
    explicit Metrics(const db::Database& database);
    ~Metrics();

    void answered(http::Method method, int status, std::chrono::microseconds took);
    std::string text();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace xieshang::app
