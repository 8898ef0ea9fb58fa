// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/progress.h"

#include <fmt/format.h>
#include <unistd.h>

namespace xieshang::app {
namespace {

constexpr std::chrono::milliseconds pause{100};

} // namespace

ProgressLine::ProgressLine(const Console& console)
    : console_(console), on_terminal_(::isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (on_terminal_) {
        std::fputs("\r\033[K", stderr);
    }
}

void ProgressLine::say(std::string_view step, std::int64_t done, std::int64_t total)
{
    const auto now = std::chrono::steady_clock::now();
    if (!on_terminal_ || (step == said_ && now - said_at_ < pause)) {
        return;
    }
    said_at_ = now;
    said_ = step;
    const auto of = total > 0 ? fmt::format("/{}", total) : "";
    std::fputs(
        fmt::format("\r\033[K{} {}{}", console_.text(fmt::format("progress.{}", step)), done, of)
            .c_str(),
        stderr);
}

} // namespace xieshang::app
