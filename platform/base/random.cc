// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/random.h"

#include <cerrno>
#include <sys/random.h>
#include <system_error>

namespace xieshang::base {

void SystemRandom::fill(std::span<std::byte> out)
{
    while (!out.empty()) {
        const auto got = ::getrandom(out.data(), out.size(), 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw std::system_error(errno, std::generic_category(), "getrandom");
        }
        out = out.subspan(static_cast<std::size_t>(got));
    }
}

void SeededRandom::fill(std::span<std::byte> out)
{
    for (auto& byte : out) {
        byte = static_cast<std::byte>(engine_() & 0xff);
    }
}

} // namespace xieshang::base
