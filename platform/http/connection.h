// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The HTTP library's part: parsing what a wire reads and putting answers in order. Only
// connection.cc sees the library.
#pragma once

#include "platform/http/wire.h"

#include <functional>
#include <memory>

namespace xieshang::http {

// Makes a function that serves the requests of an accepted connection until it ends; call it on the
// wire's loop's thread.
std::function<void(std::shared_ptr<Wire>)> connection_starter(Shared& shared);

} // namespace xieshang::http
