// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the machine failed at, as an answer says it. For api.cc.
#pragma once

#include <exception>
#include <functional>
#include <string_view>

namespace xieshang::http {

struct MachineFailure {
    int status{};
    std::string_view code;
};

// Of the exception that is being handled: only in a catch block. `tell` gets it for the log; its
// text is shown to nobody else.
MachineFailure current_failure(const std::function<void(const std::exception&)>& tell);

} // namespace xieshang::http
