// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One line on the terminal that says how far a long command is; nothing when standard error is no
// terminal.
#pragma once

#include "app/commands/command.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::app {

class ProgressLine {
public:
    explicit ProgressLine(const Console& console);
    ~ProgressLine(); // wipes the line
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    // total 0: not known. The step's text is progress.<step>.
    void say(std::string_view step, std::int64_t done, std::int64_t total);

private:
    const Console& console_;
    bool on_terminal_;
    std::string said_; // the step
    std::chrono::steady_clock::time_point said_at_;
};

} // namespace xieshang::app
